import type { Instant } from '../ids.ts'
import { formatDate, weekdayOf } from '../time/civil-date.ts'
import { isoWeek } from '../time/iso-week.ts'
import { localDay, localToUtc } from '../time/zone.ts'

const halfWeekMs = 3.5 * 86_400_000

/** The next local weekday (1 Monday … 7 Sunday) and time strictly after an instant. A time skipped by DST moves forward. */
export function nextSummaryAt(timezone: string, day: number, time: string, after: Instant): Instant {
  const today = localDay(timezone, after)
  for (let date = today; date <= today + 7; date++) {
    if (weekdayOf(date) !== day) continue
    const at = localToUtc(timezone, formatDate(date), time)
    if (at > after) return at
  }
  throw new RangeError(`no weekday ${day}`)
}

/** The ISO week that a summary posted at this instant is about: the one in which most of the past seven days lie. */
export function summarizedWeek(timezone: string, at: Instant): string {
  return isoWeek(timezone, at - halfWeekMs).label
}
