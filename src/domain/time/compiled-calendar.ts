import { type Calendar, type OpenWindow, type Slot, weekdays } from './calendar.ts'
import { type DayNumber, parseDate, parseTime, weekdayOf } from './civil-date.ts'
import { joinOverlaps } from './interval-union.ts'
import { instantOf, isTimezone } from './zone.ts'

/** Minutes since the local midnight of the day a slot starts on; the end may pass 1440. */
export type MinuteSlot = readonly [number, number]

/** A calendar made ready for stepping day by day: everything looked up by number, slots sorted and disjoint. */
export interface CompiledCalendar {
  readonly timezone: string
  /** Seven entries, Monday first. */
  readonly weekly: readonly (readonly MinuteSlot[])[]
  readonly closed: ReadonlySet<DayNumber>
  readonly special: ReadonlyMap<DayNumber, readonly MinuteSlot[]>
  /** Breaks as instants, sorted and disjoint. */
  readonly breaks: readonly OpenWindow[]
  /** The last day that special hours open, or null. */
  readonly lastSpecialDay: DayNumber | null
  readonly opensWeekly: boolean
}

/** Compiling is worth remembering: one calendar serves every clock of a community. */
const compiledCalendars = new WeakMap<Calendar, CompiledCalendar>()

/** The compiled form of a calendar. Throws RangeError on an unknown zone and on malformed dates or times. */
export function compileCalendar(calendar: Calendar): CompiledCalendar {
  const known = compiledCalendars.get(calendar)
  if (known !== undefined) return known
  const { timezone, hours } = calendar
  if (!isTimezone(timezone)) throw new RangeError(`unknown time zone "${timezone}"`)
  const weekly = weekdays.map((day) => (hours === 'always' ? [[0, 1440] as const] : minuteSlots(hours[day] ?? [])))
  const closed = new Set(calendar.holidays.map(dayNumber))
  const special = new Map<DayNumber, readonly MinuteSlot[]>()
  for (const [date, slots] of Object.entries(calendar.specialHours)) special.set(dayNumber(date), minuteSlots(slots))
  const breaks = Object.entries(calendar.breaks).flatMap(([date, slots]) =>
    minuteSlots(slots).map(([from, to]): OpenWindow => {
      const day = dayNumber(date)
      return [instantOf(timezone, day, from), instantOf(timezone, day, to)]
    }),
  )
  const specialDays = [...special].filter(([day, slots]) => slots.length > 0 && !closed.has(day)).map(([day]) => day)
  const compiled: CompiledCalendar = {
    timezone,
    weekly,
    closed,
    special,
    breaks: joinOverlaps(breaks),
    lastSpecialDay: specialDays.length === 0 ? null : specialDays.reduce((a, b) => Math.max(a, b)),
    opensWeekly: weekly.some((slots) => slots.length > 0),
  }
  compiledCalendars.set(calendar, compiled)
  return compiled
}

/** The slots in force on a day, before breaks. */
export function slotsOn(calendar: CompiledCalendar, day: DayNumber): readonly MinuteSlot[] {
  if (calendar.closed.has(day)) return []
  return calendar.special.get(day) ?? calendar.weekly[weekdayOf(day) - 1] ?? []
}

/** The open stretches that start on a day, sorted; a slot swallowed by a change of clocks is left out. */
export function windowsOn(calendar: CompiledCalendar, day: DayNumber): OpenWindow[] {
  const windows: OpenWindow[] = []
  for (const [from, to] of slotsOn(calendar, day)) {
    const start = instantOf(calendar.timezone, day, from)
    const end = instantOf(calendar.timezone, day + Math.floor(to / 1440), to % 1440)
    if (end > start) windows.push([start, end])
  }
  return windows
}

/** Open minutes by the clock on the wall, for comparing weekdays. */
export function minutesIn(slots: readonly MinuteSlot[]): number {
  return slots.reduce((sum, [from, to]) => sum + to - from, 0)
}

function minuteSlots(slots: readonly Slot[]): MinuteSlot[] {
  return joinOverlaps(
    slots.map(([start, end]): MinuteSlot => {
      const from = minutes(start)
      const to = minutes(end)
      return [from, to > from ? to : to + 1440]
    }),
  )
}

function minutes(time: string): number {
  const value = parseTime(time)
  if (value === null) throw new RangeError(`"${time}" is not a time HH:mm`)
  return value
}

function dayNumber(date: string): DayNumber {
  const value = parseDate(date)
  if (value === null) throw new RangeError(`"${date}" is not a date YYYY-MM-DD`)
  return value
}
