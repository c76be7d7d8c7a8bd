import type { Clock } from '../app/ports.ts'
import type { DatabaseStore } from '../db/store.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { JobCounts } from '../jobs/queues-port.ts'
import { categoryNames } from '../messages/category-names.ts'
import { statusNames } from '../messages/names.ts'
import { speechIn } from '../messages/speech.ts'
import type { CurtainAsked, CurtainSection, CurtainView } from '../sandbox/page-extras.ts'
import type { Telegram } from '../sandbox/telegram.ts'
import { curtainWords } from './curtain-words.ts'
import { dueSection, jobsSection, outboxSection } from './rows-told.ts'
import { clocksSection, eventsSection, stateSection } from './ticket-told.ts'
import { understandingSection } from './understanding-told.ts'

const MOST_TICKETS = 30
const MOST_OUTBOX = 15

/** What the page needs to look behind the chats. */
export interface CurtainParts {
  readonly telegram: Telegram
  readonly store: DatabaseStore
  readonly clock: Clock
  readonly queued: () => Promise<readonly JobCounts[]>
}

/** Tells how one ticket stands in the database and how the latest message was understood. Reads only, and only when asked. */
export function createCurtain(parts: CurtainParts): (asked: CurtainAsked) => Promise<CurtainView> {
  const { telegram, store, clock, queued } = parts
  return async (asked) => {
    const { language } = asked
    const words = curtainWords[language]
    const community = await store.transaction(async ({ communities }) => (await communities.list())[0])
    if (!community) return { tickets: [], sections: [] }
    const say = speechIn(language, community.timezone, clock.now())
    const ids = await store.inspection.latestTickets(community.id, MOST_TICKETS)
    const label = ({ number, category, status }: Ticket): string =>
      `#${number} ${categoryNames[category].matter[language]} · ${statusNames[status][language]}`

    const { tickets, chosen, history, policy } = await store.transaction(async (tx) => {
      const found = await Promise.all(ids.map((id) => tx.tickets.get(id)))
      const tickets = found.filter((ticket) => ticket !== null)
      const chosen = tickets.find(({ id }) => String(id) === asked.ticket) ?? tickets[0]
      if (!chosen) return { tickets }
      return {
        tickets,
        chosen,
        history: await tx.tickets.history(chosen.id),
        policy: await tx.communities.policy(community.id, chosen.policyVersion),
      }
    })

    const sections: (CurtainSection | null)[] = [
      await understandingSection({ telegram, store, community, clock }, asked, words),
    ]
    if (chosen && policy) {
      const titleOf = (chatId: number): string =>
        telegram.chats().find(({ id }) => id === chatId)?.chat.title ?? words.privately
      sections.push(
        stateSection(chosen, words, say),
        clocksSection(chosen, policy, history, words, say),
        eventsSection(history, words, say),
        dueSection(await store.inspection.dueOf(chosen.id), words, say),
        outboxSection(await store.inspection.outboxOf(chosen.id, MOST_OUTBOX), titleOf, words, say),
      )
    }
    sections.push(jobsSection(await queued().catch(() => []), words))
    return {
      tickets: tickets.map((ticket) => ({ id: String(ticket.id), label: label(ticket) })),
      sections: sections.filter((section) => section !== null),
    }
  }
}
