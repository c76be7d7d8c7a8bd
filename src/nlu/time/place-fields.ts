import {
  addMonths,
  type Civil,
  civilOf,
  DAY,
  dayStart,
  HOUR,
  MINUTE,
  SECOND,
  type Wall,
  WEEK,
  wallOf,
  weekStart,
} from './civil.ts'
import type { Fields, Lean, Stretch } from './fields.ts'
import { festivalDay } from './lunar.ts'
import { hourInPart, partSpan } from './part-of-day.ts'
import { solarTermDay } from './solar-term.ts'

const stretch = (start: Wall, end: Wall | null, grain: Stretch['grain']): Stretch => ({ start, end, grain })
const months = (start: Wall, count: number, grain: Stretch['grain']) => stretch(start, addMonths(start, count), grain)
const week = (start: Wall) => stretch(start, start + WEEK, 'week')
const day = (start: Wall) => stretch(start, start + DAY, 'day')

/** First, middle or last third of a stretch; for a year or a quarter its first or last month. */
function edgeOf(whole: Stretch, edge: number): Stretch {
  const end = whole.end ?? whole.start
  if (whole.grain !== 'month')
    return edge === 0 ? months(whole.start, 1, 'month') : edge === 2 ? months(addMonths(end, -1), 1, 'month') : whole
  const tenth = whole.start + 10 * DAY
  const twentieth = whole.start + 20 * DAY
  if (edge === 0 || edge === 3) return stretch(whole.start, tenth, 'day')
  return edge === 1 ? stretch(tenth, twentieth, 'day') : stretch(twentieth, end, 'day')
}

/** The whole weeks that begin in a month: 3月第三周. */
const weekOfMonth = (first: Wall, n: number): Stretch => week(weekStart(first + 6 * DAY) + (n - 1) * WEEK)

/** ISO week of a year: the first holds the 4th of January. */
const weekOfYear = (year: number, n: number): Stretch => week(weekStart(wallOf(year, 1, 4)) + (n - 1) * WEEK)

const yearOf = (f: Fields, ref: Civil): number | null =>
  f.year ?? (f.yearOffset === undefined ? null : ref.year + f.yearOffset)

function weekdayOf(f: Fields, ref: Wall, lean: Lean): Stretch {
  const weekday = f.weekday ?? 1
  if (weekday === 8) {
    const friday = weekStart(ref) + (f.weekOffset ?? 0) * WEEK + 4 * DAY + 18 * HOUR
    return stretch(friday, friday + 2 * DAY + 6 * HOUR, 'hour')
  }
  const own = weekStart(ref) + ((f.weekOffset ?? 0) * 7 + weekday - 1) * DAY
  if (f.weekOffset !== undefined) return day(own)
  const today = dayStart(ref)
  return day(lean === 'future' ? (own > today ? own : own + WEEK) : own > today ? own - WEEK : own)
}

/** A month and day without a year are this year's, or the next that comes when the expression leans forward. */
function dayOfMonth(f: Fields, ref: Wall, c: Civil, lean: Lean): Stretch | null {
  const year = yearOf(f, c)
  const dayNumber = f.day ?? 1
  if (f.month !== undefined) {
    const own = wallOf(year ?? c.year, f.month, dayNumber)
    const passed = year === null && lean === 'future' && f.weekday === undefined && own < dayStart(ref)
    return existing(passed ? wallOf(c.year + 1, f.month, dayNumber) : own, dayNumber)
  }
  if (f.monthOffset !== undefined) return existing(wallOf(c.year, c.month + f.monthOffset, dayNumber), dayNumber)
  return day(nearestDay(dayNumber, dayStart(ref), c, lean))
}

/** 11月31日 is no day; 第40天 counts on beyond the month. */
const existing = (wall: Wall, dayNumber: number): Stretch | null =>
  dayNumber <= 31 && civilOf(wall).day !== dayNumber ? null : day(wall)

/** A bare 31号 is in a month that has one: this month's, or the next (leaning forward: not passed yet). */
function nearestDay(dayNumber: number, today: Wall, c: Civil, lean: Lean): Wall {
  const step = lean === 'future' ? 1 : -1
  for (let months = 0; months < 3; months++) {
    const own = wallOf(c.year, c.month + months * step, dayNumber)
    if (civilOf(own).day === dayNumber && (lean === 'past' || own >= today)) return own
  }
  return wallOf(c.year, c.month, dayNumber)
}

function monthOf(f: Fields, c: Civil): Stretch | null {
  if (f.month !== undefined) return months(wallOf(yearOf(f, c) ?? c.year, f.month, 1), 1, 'month')
  return f.monthOffset === undefined ? null : months(wallOf(c.year, c.month + f.monthOffset, 1), 1, 'month')
}

function nthWeekday(f: Fields, month: Stretch): Stretch {
  const first = civilOf(month.start).weekday
  const shift = ((f.weekday ?? 1) - first + 7) % 7
  return day(month.start + (shift + ((f.nth ?? 1) - 1) * 7) * DAY)
}

function dateOf(f: Fields, ref: Wall, lean: Lean): Stretch | null {
  if (f.impossible) return null
  const c = civilOf(ref)
  const year = yearOf(f, c)
  if (f.festival !== undefined) {
    const own = festivalDay(f.festival, year ?? c.year)
    const passed = own !== null && year === null && own < dayStart(ref)
    const start = passed && (lean === 'future' || f.festival > 1200) ? festivalDay(f.festival, c.year + 1) : own
    return start === null ? null : day(start)
  }
  if (f.solarTerm !== undefined) {
    const own = solarTermDay(f.solarTerm, year ?? c.year)
    return day(year === null && lean === 'future' && own < dayStart(ref) ? solarTermDay(f.solarTerm, c.year + 1) : own)
  }
  if (f.dayOffset !== undefined) return day(dayStart(ref) + f.dayOffset * DAY)
  const month = monthOf(f, c)
  if (f.nth !== undefined && month !== null) return nthWeekday(f, month)
  if (f.week !== undefined)
    return month === null ? weekOfYear(year ?? c.year, f.week) : weekOfMonth(month.start, f.week)
  if (f.day !== undefined) return dayOfMonth(f, ref, c, lean)
  if (f.weekday !== undefined) return weekdayOf(f, ref, lean)
  if (f.weekOffset !== undefined) return week(weekStart(ref) + f.weekOffset * WEEK)
  const whole = month ?? quarterOf(f, c) ?? (year === null ? null : months(wallOf(year, 1, 1), 12, 'year'))
  return whole === null || f.edge === undefined ? whole : edgeOf(whole, f.edge)
}

function quarterOf(f: Fields, c: Civil): Stretch | null {
  if (f.quarter !== undefined) return months(wallOf(yearOf(f, c) ?? c.year, f.quarter * 3 - 2, 1), 3, 'quarter')
  if (f.quarterOffset === undefined) return null
  return months(wallOf(c.year, Math.floor((c.month - 1) / 3) * 3 + 1 + f.quarterOffset * 3, 1), 3, 'quarter')
}

/** The hour named, on the day named; a bare hour up to twelve leans to its next or last occurrence. */
function clockOf(f: Fields, dated: Stretch | null, ref: Wall, lean: Lean): Stretch {
  const base = dated?.start ?? dayStart(ref)
  const named = f.hour ?? 0
  const hour = f.part === undefined ? named : hourInPart(named, f.part)
  const grain = f.second !== undefined ? 'second' : f.minute !== undefined ? 'minute' : 'hour'
  const at = base + hour * HOUR + (f.minute ?? 0) * MINUTE + (f.second ?? 0) * SECOND
  if (f.part !== undefined || named > 12)
    return stretch(dated === null && lean === 'future' && at < ref ? at + DAY : at, null, grain)
  if (dated !== null) return stretch(at, null, grain)
  if (lean === 'future') return stretch(at > ref ? at : at + 12 * HOUR > ref ? at + 12 * HOUR : at + DAY, null, grain)
  return stretch(at, null, grain)
}

const namesDate = (f: Fields): boolean => f.impossible === true || f.festival !== undefined || f.day !== undefined

/** 24:00 is the end of a day; 24:30, 25:00 and 13:75 are no time. */
const namesNoHour = ({ hour = 0, minute = 0, second = 0 }: Fields): boolean =>
  hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)

/** True when a day or an hour is named that does not exist: 11月31日, 明天25:00. */
export const isNoTime = (f: Fields, ref: Wall, lean: Lean): boolean =>
  namesNoHour(f) || (namesDate(f) && dateOf(f, ref, lean) === null)

/** Places what was named on the calendar of `ref`; null for a day or an hour that does not exist. */
export function placeFields(f: Fields, ref: Wall, lean: Lean): Stretch | null {
  if (f.now) return stretch(ref, null, 'second')
  if (isNoTime(f, ref, lean)) return null
  const dated = dateOf(f, ref, lean)
  if (f.hour !== undefined) return clockOf(f, dated, ref, lean)
  if (f.part === undefined) return dated
  const [from, to] = partSpan(f.part)
  const base = dated?.start ?? dayStart(ref)
  return stretch(base + from * HOUR, base + to * HOUR, 'hour')
}
