import type { Instant } from '../domain/ids.ts'
import { localParts, localToUtc } from '../domain/time/zone.ts'

const DAY_MS = 86_400_000

/**
 * When a newcomer's neighbourhood begins: now, on a weekday between 9 and 16 o'clock there; else nine o'clock of the next
 * weekday, so that it is awake whatever the hour at the newcomer's.
 */
export function workingMorning(now: Instant, timezone: string): Instant {
  const { weekday, time } = localParts(timezone, now)
  if (weekday <= 5 && time >= '09:00' && time < '16:00') return now
  const isBefore = weekday <= 5 && time < '09:00'
  for (let day = isBefore ? 0 : 1; ; day += 1) {
    const { date, weekday: on } = localParts(timezone, now + day * DAY_MS)
    if (on <= 5) return localToUtc(timezone, date, '09:00')
  }
}
