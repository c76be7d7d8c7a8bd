import { runningClocks } from '../domain/escalation/clocks.ts'
import { latenessOf } from '../domain/escalation/lateness.ts'
import { plan } from '../domain/escalation/plan.ts'
import type { Instant } from '../domain/ids.ts'
import { firstUnknownYear } from '../domain/policy/days-in-force.ts'
import type { DigestItem } from '../domain/post/body.ts'
import type { LateLine } from '../domain/post/notice.ts'
import type { DigestView, RenderContext, TicketView } from '../domain/post/view.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { localParts } from '../domain/time/zone.ts'
import { hardCaseIn } from '../nlu/understand/hard-case.ts'
import { peopleOf } from './actor-of.ts'
import type { AppDeps } from './app.ts'
import { askedOf } from './asked-of.ts'
import { onCallFor } from './crew-for.ts'
import { incidentView } from './incident-view.ts'
import { interruptionView } from './interruption-view.ts'
import { lateLineOf } from './overdue.ts'
import type { PostRow, Tx } from './ports.ts'

/** Reads, in one transaction, everything a post shows: what it says is true at the moment of sending. */
export async function renderContext(deps: AppDeps, row: PostRow, resend: boolean): Promise<RenderContext> {
  return deps.store.transaction(async (tx) => {
    const community = row.communityId === null ? null : await tx.communities.get(row.communityId)
    const chat = await tx.chats.get(row.chatId)
    const ticket = row.ticketId === null ? null : await tx.tickets.get(row.ticketId)
    const buildings = community ? await tx.communities.buildings(community.id) : []
    return {
      language: community?.language ?? 'zh-CN',
      timezone: community?.timezone ?? 'Asia/Shanghai',
      now: deps.clock.now(),
      community: community?.name ?? '',
      bot: deps.bot().username,
      buildings: buildings.map(({ name }) => name),
      view:
        ticket &&
        (await viewOf(
          tx,
          row,
          ticket,
          deps.clock.now(),
          buildings.find(({ name }) => name === ticket.place.building)?.grid ?? null,
        )),
      digest:
        row.body.kind === 'digest' && community
          ? await digestView(tx, community.id, row.body.items, deps.clock.now())
          : null,
      interruption: await interruptionView(tx, row, deps.clock.now()),
      incident: await incidentView(tx, row),
      resend,
      deepLink: ticket ? row.token : null,
      canDelete: chat?.canDelete ?? false,
    }
  })
}

async function viewOf(tx: Tx, row: PostRow, ticket: Ticket, now: Instant, grid: string | null): Promise<TicketView> {
  const policy = await tx.communities.policy(ticket.communityId, ticket.policyVersion)
  const clocks = runningClocks(ticket, policy)
  const years = clocks
    .filter(({ kind }) => kind === 'business')
    .map(({ due }) => localParts(policy.calendar.timezone, due).year)
  return {
    ticket,
    clocks,
    unknownYear: firstUnknownYear(policy, tx.communities.chinaDays, years),
    late: Object.fromEntries(
      clocks.filter(({ due }) => due <= now).map((clock) => [clock.name, latenessOf(clock, ticket, policy, now)]),
    ),
    asked: await askedOf(tx, ticket),
    closesAt: plan(ticket, policy).find(({ action }) => action.kind === 'close')?.at ?? null,
    hardCase: hardCaseIn(ticket.text, ticket.category),
    managers: await peopleOf(tx, ticket.communityId, 'manager'),
    grid,
    onCall: await onCallFor(tx, ticket, now),
    history: showsPast(row, ticket) ? await tx.tickets.history(ticket.id) : [],
  }
}

/**
 * The committee's card names the reason staff gave, if any, every card what 改类 changed, and that of a matter which nobody has
 * taken who was told of it; the others show no past.
 */
function showsPast({ body }: PostRow, { ladderFrom, status, level, cycle }: Ticket): boolean {
  const told = status === 'open' && (level > 0 || cycle > 1)
  return body.kind === 'card' && (body.audience === 'committee' || ladderFrom !== null || told)
}

async function digestView(
  tx: Tx,
  communityId: number,
  items: readonly DigestItem[],
  now: Instant,
): Promise<DigestView> {
  const lines: LateLine[] = []
  for (const item of items) {
    const ticket = await tx.tickets.get(item.ticketId)
    if (ticket?.communityId !== communityId) continue
    const line = lateLineOf(ticket, await tx.communities.policy(communityId, ticket.policyVersion), now, item)
    if (line) lines.push(line)
  }
  return { lines, managers: await peopleOf(tx, communityId, 'manager') }
}
