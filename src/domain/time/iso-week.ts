import type { Instant } from '../ids.ts'
import { civilOf, type DayNumber, dayNumberOf, twoDigits, weekdayOf } from './civil-date.ts'
import { instantOf, localDay } from './zone.ts'

/** An ISO 8601 week in a zone: Monday 00:00 local up to, but not including, the next Monday 00:00. */
export interface IsoWeek {
  readonly year: number
  readonly week: number
  /** '2026-W47' */
  readonly label: string
  readonly start: Instant
  readonly end: Instant
}

/** The ISO week that an instant falls in, by local dates of the zone. */
export function isoWeek(timezone: string, at: Instant): IsoWeek {
  const day = localDay(timezone, at)
  return weekFrom(timezone, day - weekdayOf(day) + 1)
}

/** The ISO week with a label such as '2026-W47'; null if there is no such week. */
export function isoWeekRange(timezone: string, label: string): IsoWeek | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(label)
  if (match === null) return null
  const week = weekFrom(timezone, firstMonday(Number(match[1])) + (Number(match[2]) - 1) * 7)
  return week.label === label ? week : null
}

function weekFrom(timezone: string, monday: DayNumber): IsoWeek {
  // A week belongs to the year of its Thursday.
  const { year } = civilOf(monday + 3)
  const week = (monday - firstMonday(year)) / 7 + 1
  return {
    year,
    week,
    label: `${String(year).padStart(4, '0')}-W${twoDigits(week)}`,
    start: instantOf(timezone, monday, 0),
    end: instantOf(timezone, monday + 7, 0),
  }
}

function firstMonday(year: number): DayNumber {
  const fourth = dayNumberOf(year, 1, 4)
  return fourth - weekdayOf(fourth) + 1
}
