import type { BoundChat } from '../domain/community/community.ts'
import { type RunningClock, runningClocks } from '../domain/escalation/clocks.ts'
import { latenessOf } from '../domain/escalation/lateness.ts'
import type { Instant } from '../domain/ids.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { DigestItem } from '../domain/post/body.ts'
import type { LateLine } from '../domain/post/notice.ts'
import type { Actor } from '../domain/ticket/actor.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { mentionOf } from './mention-of.ts'

/**
 * What a list says of a ticket now, or null when there is nothing to say any more: an item about one clock warns of that
 * clock while it runs; any other is about whatever is overdue, the finish before the rest.
 */
export function lateLineOf(
  ticket: Ticket,
  policy: Policy,
  now: Instant,
  { clock: wanted, named }: Pick<DigestItem, 'clock' | 'named'>,
): LateLine | null {
  const clocks = runningClocks(ticket, policy)
  const clock =
    wanted === null ? mostPressing(clocks, now) : clocks.find(({ name, due }) => name === wanted && due > now)
  if (!clock) return null
  return {
    ticket: mentionOf(ticket),
    clock: clock.name,
    due: clock.due,
    late: latenessOf(clock, ticket, policy, now),
    assignee: ticket.assignee?.name ?? null,
    named,
  }
}

function mostPressing(clocks: readonly RunningClock[], now: Instant): RunningClock | undefined {
  const late = clocks.filter(({ due }) => due <= now)
  return late.find(({ name }) => name === 'resolve') ?? late.toSorted((a, b) => a.due - b.due)[0]
}

/** True where what is shown must be fit for the committee: in its chat, or in private with somebody who does not do the work. */
export function watches({ roles }: Actor, chat: BoundChat | null): boolean {
  return chat ? chat.role === 'committee' : !roles.includes('staff') && !roles.includes('manager')
}
