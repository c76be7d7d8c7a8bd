import type { Category, TicketClass } from '../category.ts'
import type { Instant } from '../ids.ts'
import { clockKindOf, type Policy } from '../policy/policy.ts'
import type { Person } from '../ticket/actor.ts'
import type { Rating } from '../ticket/ticket.ts'
import type { Pause } from '../time/calendar.ts'
import { addDuration } from '../time/duration.ts'
import { withoutPrivateDetail } from '../without-private-detail.ts'
import type { CallbackCounts } from './three-rates.ts'

/** One resolve, what led to it and what was said of it: the grain of every rate. */
export interface Round {
  readonly ticketId: number
  readonly class: TicketClass
  readonly category: Category
  /** Buildings of the community only, and the grid worker they belong to. */
  readonly building: string | null
  readonly grid: string | null
  readonly policyVersion: number
  readonly openedAt: Instant
  /** When the clocks of this round started: the report, or the reopening. */
  readonly began: Instant
  readonly acknowledgedAt: Instant | null
  readonly resolvedAt: Instant
  readonly solver: Person
  /** Its clock had run out, and that was said, before it was resolved. */
  readonly late: boolean
  /** Reopened again before the period ended: then its span of time is not the ticket's last. */
  readonly undone: boolean
  /** When it was reopened after this resolve, in the period or later; null: it was not. */
  readonly reopenedAt: Instant | null
  /** Somebody was there to be asked. */
  readonly asked: boolean
  readonly reporterId: number | null
  readonly holds: readonly HoldStep[]
  readonly replies: readonly Reply[]
}

/** A hold beginning (with its party as `partyShown` says it) or ending (null), in order. */
export interface HoldStep {
  readonly at: Instant
  readonly party: string | null
}

/** One answer to a callback, in order; `solved` or `rating` is set. */
export interface Reply {
  readonly by: number
  readonly at: Instant
  readonly solved: boolean | null
  readonly rating: Rating | null
}

/** Who is responsible where nobody else was waited for. */
export const ownParty = 'property'

/** Whom a private matter waits for, as far as anybody is told. */
export const otherParty = 'other'

/** The party of a hold as figures, files and groups may name it: a neutral word, or the words without room and telephone. */
export function partyShown(party: string, isPrivate: boolean): string {
  return isPrivate ? otherParty : withoutPrivateDetail(party)
}

/** The stretches a ticket was held, each with its party; the last may be open and then ends at `until`. */
function stretches(holds: readonly HoldStep[], until: Instant): readonly { readonly party: string; pause: Pause }[] {
  const found: { party: string; pause: Pause }[] = []
  for (const [index, { at, party }] of holds.entries()) {
    if (party !== null) found.push({ party, pause: [at, holds[index + 1]?.at ?? until] })
  }
  return found
}

/** The party it was held for longest in all, of equals the last; the property company when it was never held. */
export function partyOf({ holds, resolvedAt }: Pick<Round, 'holds' | 'resolvedAt'>): string {
  const waited = new Map<string, number>()
  let longest = ownParty
  for (const { party, pause } of stretches(holds, resolvedAt)) {
    waited.set(party, (waited.get(party) ?? 0) + pause[1] - pause[0])
    if ((waited.get(party) ?? 0) >= (waited.get(longest) ?? 0)) longest = party
  }
  return longest
}

/** Until when an answer to this resolve, or its undoing, counts in the period of the resolve. */
function windowEnd({ resolvedAt }: Round, { callbackWindow: { days, ms } }: Policy): Instant {
  return resolvedAt + days * 86_400_000 + ms
}

/** How many matters some resolves were undone for: reopened within the callback window, each matter once. */
export function cameBack(rounds: readonly Round[], policyOf: (version: number) => Policy): number {
  const back = rounds.filter((round) => {
    const { reopenedAt, policyVersion } = round
    return reopenedAt !== null && reopenedAt <= windowEnd(round, policyOf(policyVersion))
  })
  return new Set(back.map(({ ticketId }) => ticketId)).size
}

/**
 * What one resolve adds to the counts of callbacks: the reporter's last word counts, else what the first of the others
 * said. Answers after the window are none, so that the figures of a period settle when its last window closes.
 */
export function callbackOf(round: Round, policy: Policy): CallbackCounts {
  const closes = windowEnd(round, policy)
  const inWindow = round.replies.filter(({ at }) => at <= closes)
  const pick = (kind: 'solved' | 'rating') => {
    const given = inWindow.filter((reply) => reply[kind] !== null)
    return given.findLast(({ by }) => by === round.reporterId) ?? given[0]
  }
  const answer = pick('solved')
  const rating = answer === undefined ? null : (pick('rating')?.rating ?? null)
  return {
    asked: round.asked ? 1 : 0,
    answered: answer === undefined ? 0 : 1,
    solved: answer?.solved === true ? 1 : 0,
    respondedInTime: answer !== undefined && takenInTime(round, policy) ? 1 : 0,
    satisfied: rating === 'satisfied' ? 1 : 0,
    basicallySatisfied: rating === 'basically' ? 1 : 0,
    unsatisfied: rating === 'unsatisfied' ? 1 : 0,
  }
}

function takenInTime(round: Round, policy: Policy): boolean {
  const { acknowledgedAt, began } = round
  if (acknowledgedAt === null) return false
  const sla = policy.classes[round.class]
  const { acknowledge } = sla
  if (acknowledge === null) return true
  return acknowledgedAt <= addDuration(policy.calendar, began, acknowledge, clockKindOf(sla, 'acknowledge'))
}
