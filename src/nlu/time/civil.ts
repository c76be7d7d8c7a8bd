import { TZDate, tzOffset } from '@date-fns/tz'
import type { Instant } from '../../domain/ids.ts'

/** A wall-clock reading as milliseconds, counted as if the wall hung in UTC. Only ever compared with readings of the same zone. */
export type Wall = number

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const WEEK = 7 * DAY

export interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number
}

/** The reading of a civil date and time; a month outside 1..12 runs over into other years. (Howard Hinnant's days_from_civil.) */
export function wallOf(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): Wall {
  const carried = year + Math.floor((month - 1) / 12)
  const m = ((((month - 1) % 12) + 12) % 12) + 1
  const y = m <= 2 ? carried - 1 : carried
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146097 + dayOfEra - 719468) * DAY + hour * HOUR + minute * MINUTE + second * SECOND
}

/** The civil date and time of a reading. */
export function civilOf(wall: Wall): Civil {
  const days = Math.floor(wall / DAY)
  const rest = wall - days * DAY
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
    hour: Math.floor(rest / HOUR),
    minute: Math.floor((rest % HOUR) / MINUTE),
    second: Math.floor((rest % MINUTE) / SECOND),
    weekday: ((((days + 3) % 7) + 7) % 7) + 1,
  }
}

export const dayStart = (wall: Wall): Wall => Math.floor(wall / DAY) * DAY
export const weekStart = (wall: Wall): Wall => dayStart(wall) - (civilOf(wall).weekday - 1) * DAY

/** Same day of another month, held back to that month's last day. */
export function addMonths(wall: Wall, months: number): Wall {
  const c = civilOf(wall)
  const first = wallOf(c.year, c.month + months, 1)
  const last = civilOf(wallOf(c.year, c.month + months + 1, 1) - DAY).day
  return first + (Math.min(c.day, last) - 1) * DAY + (wall - dayStart(wall))
}

const epoch = new TZDate(0, 'UTC')

const lookUp = (timezone: string, instant: Instant): number => {
  const minutes = tzOffset(timezone, new TZDate(instant, 'UTC'))
  return Number.isFinite(minutes) ? minutes * MINUTE : 0
}

/** Offsets looked up lately, by zone and quarter of an hour: clocks change on the quarter, and looking up is dear. */
const known = new Map<string, Map<number, number>>()

function offsetMs(timezone: string, instant: Instant): number {
  let ofZone = known.get(timezone)
  if (ofZone === undefined || ofZone.size > 500 || known.size > 50) {
    if (known.size > 50) known.clear()
    ofZone = new Map()
    known.set(timezone, ofZone)
  }
  const quarter = Math.floor(instant / (15 * MINUTE))
  let offset = ofZone.get(quarter)
  if (offset === undefined) {
    offset = lookUp(timezone, instant)
    ofZone.set(quarter, offset)
  }
  return offset
}

/** True when the zone is an IANA name or an offset such as +08:00. */
export const isZone = (timezone: string): boolean => Number.isFinite(tzOffset(timezone, epoch))

/** The wall reading of an instant; an unknown zone reads as UTC. */
export const toWall = (instant: Instant, timezone: string): Wall => instant + offsetMs(timezone, instant)

/** The instant of a wall reading; in a repeated hour the first, in a skipped hour as much later as was skipped. */
export function toInstant(wall: Wall, timezone: string): Instant {
  const before = offsetMs(timezone, wall - DAY)
  const guess = wall - before
  if (offsetMs(timezone, guess) === before) return guess
  const after = offsetMs(timezone, wall + DAY)
  return offsetMs(timezone, wall - after) === after ? wall - after : guess
}
