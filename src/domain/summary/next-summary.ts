import type { Instant } from '../ids.ts'
import { isoWeek } from '../time/iso-week.ts'
import { localParts, localToUtc } from '../time/zone.ts'

const DAY = 86_400_000

/** The next local weekday (1 Monday … 7 Sunday) and time strictly after an instant. A time skipped by DST moves forward. */
export function nextSummaryAt(timezone: string, day: number, time: string, after: Instant): Instant {
  for (let ahead = 0; ahead <= 8; ahead++) {
    const parts = localParts(timezone, after + ahead * DAY)
    if (parts.weekday !== day) continue
    const at = localToUtc(timezone, parts.date, time)
    if (at > after) return at
  }
  throw new RangeError(`no weekday ${day}`)
}

/** The label of the ISO week that a summary posted at this instant is about: the one that has just ended. */
export function summarizedWeek(timezone: string, at: Instant): string {
  return isoWeek(timezone, isoWeek(timezone, at).start - 1).label
}
