import type { Instant } from '../ids.ts'
import type { ClockName, Ticket } from '../ticket/ticket.ts'
import { isGranted, type RunningClock } from './clocks.ts'

/**
 * From when a clock has been able to speak: what it would have said before is due then, and nobody takes it for an outage.
 * The visit is nobody's before somebody takes the matter, and during a hold only a time that the committee named speaks.
 */
export function speakableFrom(name: ClockName, ticket: Ticket): Instant {
  const returned = ticket.pauses.at(-1)?.[1] ?? ticket.clockStart
  if (name === 'promise') return returned
  const changed = ticket.ladderFrom ?? ticket.clockStart
  if (name === 'acknowledge') return Math.max(changed, ticket.dueFrom ?? 0)
  if (name === 'resolve' && isGranted(ticket)) return changed
  return Math.max(changed, returned, name === 'onsite' ? (ticket.acknowledged?.at ?? 0) : 0)
}

/**
 * From when the ladder counts: the due time, or, where the clock ran out unheard, when it is first heard; so it climbs from
 * its first level. What a hold delays is left out by its pause, so that holding again buys nothing.
 */
export function ladderStart({ name, due }: Pick<RunningClock, 'name' | 'due'>, ticket: Ticket): Instant {
  if (name === 'onsite') return Math.max(due, ticket.acknowledged?.at ?? due)
  return name === 'promise' ? Math.max(due, speakableFrom(name, ticket)) : due
}
