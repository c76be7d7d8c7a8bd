import type { Calendar } from '../time/calendar.ts'
import type { Duration } from '../time/duration.ts'
import { workingDayMs } from '../time/open-time.ts'
import { defaultLadder } from './default-policy.ts'
import type { LadderStep } from './policy.ts'

/**
 * How long after its clock ran out an emergency climbs to a step, round the clock.
 * An emergency never waits longer than an ordinary ticket: the row's own emergency value holds if it has one, else the
 * shorter of the row's ordinary wait and the default's for that level.
 */
export function emergencyAfter(calendar: Calendar, step: LadderStep): Duration {
  return step.emergencyAfter ?? shorter(calendar, step.after, defaultRow(step)?.emergencyAfter ?? null)
}

/** How long between two sayings of a repeated step in an emergency, by the rule of `emergencyAfter`; null when it is said once. */
export function emergencyEvery(calendar: Calendar, step: LadderStep): Duration | null {
  if (step.repeat <= 1 || step.every === null) return null
  return step.emergencyEvery ?? shorter(calendar, step.every, defaultRow(step)?.emergencyEvery ?? null)
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
