import type { TicketClass } from '../category.ts'
import type { Calendar } from '../time/calendar.ts'
import type { ClockKind, Duration } from '../time/duration.ts'
import { workingDayMs } from '../time/open-time.ts'
import { defaultLadder } from './default-policy.ts'
import type { LadderStep, Policy } from './policy.ts'

/** A wait and the kind of time it runs in; hand both to `addDuration`. */
export interface Wait {
  readonly duration: Duration
  readonly clock: ClockKind
}

/**
 * How long after a clock ran out a step fires for a class of ticket.
 * An emergency never waits longer than an ordinary ticket: the row's own emergency value holds if it has one, else the
 * shorter of the row's wait and the default's for that level, all round the clock.
 */
export function waitBefore(policy: Policy, step: LadderStep, ticketClass: TicketClass): Wait {
  if (ticketClass !== 'emergency') return { duration: step.after, clock: policy.classes[ticketClass].clock }
  const own = step.emergencyAfter
  if (own !== null) return { duration: own, clock: 'always' }
  const fallback = defaultRow(step)?.emergencyAfter ?? null
  return { duration: shorter(policy.calendar, step.after, fallback), clock: 'always' }
}

/** How long between two sayings of a repeated step; null when it is said once. The rule for an emergency is that of `waitBefore`. */
export function waitBetween(policy: Policy, step: LadderStep, ticketClass: TicketClass): Wait | null {
  if (step.repeat <= 1 || step.every === null) return null
  if (ticketClass !== 'emergency') return { duration: step.every, clock: policy.classes[ticketClass].clock }
  const own = step.emergencyEvery
  if (own !== null) return { duration: own, clock: 'always' }
  const fallback = defaultRow(step)?.emergencyEvery ?? null
  return { duration: shorter(policy.calendar, step.every, fallback), clock: 'always' }
}

/**
 * A duration in open ms, the yardstick for "longer": a working day takes at least its open hours of calendar time, so
 * an emergency that waits this long round the clock is never behind an ordinary ticket.
 */
export function openMsOf(calendar: Calendar, duration: Duration): number {
  return (duration.days === 0 ? 0 : duration.days * workingDayMs(calendar)) + duration.ms
}

function shorter(calendar: Calendar, ordinary: Duration, other: Duration | null): Duration {
  const ms = openMsOf(calendar, ordinary)
  const otherMs = other === null ? Number.POSITIVE_INFINITY : other.days * 86_400_000 + other.ms
  return { days: 0, ms: Math.min(ms, otherMs) }
}

function defaultRow(step: LadderStep): LadderStep | undefined {
  return defaultLadder.find((row) => row.level === step.level)
}
