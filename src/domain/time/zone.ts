import { tzOffset } from '@date-fns/tz'
import { toDate } from 'date-fns'
import type { Instant } from '../ids.ts'
import { civilOf, type DayNumber, dayMs, formatDate, parseDate, parseTime, twoDigits, weekdayOf } from './civil-date.ts'

/** Whether the runtime knows the zone: an IANA name or a fixed offset such as "+08:00". */
export function isTimezone(timezone: string): boolean {
  return timezone !== '' && !Number.isNaN(tzOffset(timezone, toDate(0)))
}

/** How far local time is ahead of UTC at an instant, in ms. Throws on an unknown zone. */
export function offsetAt(timezone: string, at: Instant): number {
  const day = Math.floor(at / dayMs)
  const offsets = offsetsOf(timezone)
  const atStart = offsetAtDayStart(offsets, timezone, day)
  // Asking the runtime costs microseconds, and a change of clocks is rare: equal ends of a UTC day settle the whole day.
  if (atStart === offsetAtDayStart(offsets, timezone, day + 1)) return atStart
  return askOffset(timezone, at)
}

/** Remembered answers, one map per zone; they never change, so this is a cache and not state. */
const remembered = new Map<string, Map<DayNumber, number>>()

function offsetsOf(timezone: string): Map<DayNumber, number> {
  const known = remembered.get(timezone)
  if (known !== undefined && known.size < 100_000) return known
  const fresh = new Map<DayNumber, number>()
  remembered.set(timezone, fresh)
  return fresh
}

function offsetAtDayStart(offsets: Map<DayNumber, number>, timezone: string, day: DayNumber): number {
  const known = offsets.get(day)
  if (known !== undefined) return known
  const offset = askOffset(timezone, day * dayMs)
  offsets.set(day, offset)
  return offset
}

function askOffset(timezone: string, at: Instant): number {
  const minutes = tzOffset(timezone, toDate(at))
  if (Number.isNaN(minutes)) throw new RangeError(`unknown time zone "${timezone}"`)
  return minutes * 60_000
}

/**
 * The instant at which clocks of the zone show a local time.
 * A time skipped by a change of clocks moves forward by the gap; a time shown twice means the first.
 * @param minutes since local midnight of that day; may be outside one day.
 */
export function instantOf(timezone: string, day: DayNumber, minutes: number): Instant {
  const local = day * dayMs + minutes * 60_000
  const before = offsetAt(timezone, local - dayMs)
  const after = offsetAt(timezone, local + dayMs)
  if (before === after) {
    const usual = local - before
    if (offsetAt(timezone, usual) === before) return usual
  }
  for (const offset of before > after ? [before, after] : [after, before]) {
    if (offsetAt(timezone, local - offset) === offset) return local - offset
  }
  return local - before
}

/** Whether the zone left the date out altogether, as Samoa did with 30 December 2011 when it crossed the date line. */
export function isSkipped(timezone: string, day: DayNumber): boolean {
  const before = offsetAt(timezone, (day - 1) * dayMs)
  const after = offsetAt(timezone, (day + 2) * dayMs)
  // Only a change of a whole day's worth can swallow a date; every other day is settled without asking further.
  return after - before >= dayMs && instantOf(timezone, day, 0) === instantOf(timezone, day + 1, 0)
}

/** The instant of a local date 'YYYY-MM-DD' and time 'HH:mm' (24:00 allowed). Throws RangeError on anything else. */
export function localToUtc(timezone: string, date: string, time: string): Instant {
  const day = parseDate(date)
  const minutes = parseTime(time)
  if (day === null) throw new RangeError(`"${date}" is not a date YYYY-MM-DD`)
  if (minutes === null) throw new RangeError(`"${time}" is not a time HH:mm`)
  return instantOf(timezone, day, minutes)
}

export interface LocalParts {
  readonly year: number
  readonly month: number
  readonly day: number
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  readonly hour: number
  readonly minute: number
  /** 'YYYY-MM-DD' */
  readonly date: string
  /** 'HH:mm' */
  readonly time: string
}

/** The local day of an instant. */
export function localDay(timezone: string, at: Instant): DayNumber {
  return Math.floor((at + offsetAt(timezone, at)) / dayMs)
}

/** What calendars and clocks of the zone show at an instant. */
export function localParts(timezone: string, at: Instant): LocalParts {
  const local = at + offsetAt(timezone, at)
  const dayNumber = Math.floor(local / dayMs)
  const minutes = Math.floor((local - dayNumber * dayMs) / 60_000)
  const hour = Math.floor(minutes / 60)
  const minute = minutes % 60
  return {
    ...civilOf(dayNumber),
    weekday: weekdayOf(dayNumber),
    hour,
    minute,
    date: formatDate(dayNumber),
    time: `${twoDigits(hour)}:${twoDigits(minute)}`,
  }
}
