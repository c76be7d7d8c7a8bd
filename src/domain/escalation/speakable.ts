import type { Instant } from '../ids.ts'
import type { ClockName, Ticket } from '../ticket/ticket.ts'
import { type RunningClock, runsThroughHolds } from './clocks.ts'

/**
 * From when a clock has been able to speak: what it would have said before is due then, and nobody takes it for an outage.
 * The visit is nobody's before somebody takes the matter, and during a hold only a time that the committee named and the visit to an emergency speak.
 */
export function speakableFrom(name: ClockName, ticket: Ticket): Instant {
  const returned = ticket.pauses.at(-1)?.[1] ?? ticket.clockStart
  if (name === 'promise') return returned
  const changed = ticket.ladderFrom ?? ticket.clockStart
  if (name === 'acknowledge') return Math.max(changed, ticket.dueFrom ?? 0)
  const taken = name === 'onsite' ? (ticket.acknowledged?.at ?? 0) : 0
  return Math.max(changed, runsThroughHolds(name, ticket) ? 0 : returned, taken)
}

/**
 * From when the ladder counts: the due time, or, where the clock ran out unheard, when it is first heard; so it climbs from
 * its first level. What a hold delays is left out by its pause, so that holding again buys nothing.
 */
export function ladderStart({ name, due }: Pick<RunningClock, 'name' | 'due'>, ticket: Ticket): Instant {
  if (name === 'onsite') return Math.max(due, ticket.acknowledged?.at ?? due)
  return name === 'promise' ? Math.max(due, speakableFrom(name, ticket)) : due
}
