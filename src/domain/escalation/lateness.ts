import type { Instant } from '../ids.ts'
import { clockKindOf, type Policy } from '../policy/policy.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { type ClockKind, daytimeOf } from '../time/duration.ts'
import { openTimeBetween, workingDayMs } from '../time/open-time.ts'
import { pausesOf, type RunningClock } from './clocks.ts'

/** By how much a clock is over, in its own kind of time. */
export interface Lateness {
  readonly clock: ClockKind
  /** Open time on a business clock, daytime hours by day, else calendar time. */
  readonly ms: number
  /** How long a day is in that time. */
  readonly dayMs: number
}

const DAY = 86_400_000

/**
 * How late something due at `due` is at `now`; what staff promised themselves is always counted in calendar time, and so is
 * an evening on which nobody works, for no working time has passed to speak of.
 */
export function latenessOf(
  { name, due }: Pick<RunningClock, 'name' | 'due'>,
  ticket: Ticket,
  policy: Policy,
  now: Instant,
): Lateness {
  const onTheWall: Lateness = { clock: 'always', ms: Math.max(0, now - due), dayMs: DAY }
  const clock = clockKindOf(policy.classes[ticket.class], name)
  if (name === 'promise' || clock === 'always' || ticket.urgency === 'emergency') return onTheWall
  const calendar = clock === 'daytime' ? daytimeOf(policy.calendar) : policy.calendar
  const ms = openTimeBetween(calendar, due, now, pausesOf(name, ticket))
  return ms < 60_000 ? onTheWall : { clock, ms, dayMs: workingDayMs(calendar) }
}
