import { type Calendar, type OpenWindow, type Slot, weekdays } from './calendar.ts'
import { type DayNumber, parseDate, parseTime, weekdayOf } from './civil-date.ts'
import { cutOut, joinOverlaps } from './interval-union.ts'
import { instantOf, isSkipped, isTimezone } from './zone.ts'

/** Minutes since the local midnight of the day a slot starts on; behind a lunch that follows midnight both may pass 1440. */
export type MinuteSlot = readonly [number, number]

/**
 * A calendar made ready for stepping day by day: everything looked up by number. Slots stay as they were written, lunch cut out,
 * and may overlap: they are joined as instants, because on a day that skips an hour the slot that begins first on the wall may
 * not be the one that opens first.
 */
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
  const open = (slots: readonly Slot[]): MinuteSlot[] => withoutLunch(minuteSlots(slots), calendar.lunch)
  const weekly = weekdays.map((day) => open(hours === 'always' ? [['00:00', '24:00']] : (hours[day] ?? [])))
  const closed = new Set(calendar.holidays.map(dayNumber))
  const special = new Map<DayNumber, readonly MinuteSlot[]>()
  for (const [date, slots] of Object.entries(calendar.specialHours)) special.set(dayNumber(date), open(slots))
  const breaks = Object.entries(calendar.breaks).flatMap(([date, slots]) =>
    instantsOf(timezone, dayNumber(date), minuteSlots(slots)),
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

/** The slots in force on a day, before breaks; in no order, and overlapping where they were written so. */
export function slotsOn(calendar: CompiledCalendar, day: DayNumber): readonly MinuteSlot[] {
  if (calendar.closed.has(day)) return []
  return calendar.special.get(day) ?? calendar.weekly[weekdayOf(day) - 1] ?? []
}

/** The open stretches that start on a day, sorted and disjoint; a slot swallowed by a change of clocks is left out. */
export function windowsOn(calendar: CompiledCalendar, day: DayNumber): OpenWindow[] {
  return joinOverlaps(instantsOf(calendar.timezone, day, slotsOn(calendar, day)))
}

/** The open stretches that would start on a day if it were an ordinary one of its weekday. */
export function ordinaryWindowsOn(calendar: CompiledCalendar, day: DayNumber): OpenWindow[] {
  return joinOverlaps(instantsOf(calendar.timezone, day, calendar.weekly[weekdayOf(day) - 1] ?? []))
}

/** Open minutes by the clock on the wall, overlaps counted once, for comparing weekdays. */
export function minutesIn(slots: readonly MinuteSlot[]): number {
  return joinOverlaps(slots).reduce((sum, [from, to]) => sum + to - from, 0)
}

/** Slots of one day as instants, one for one; a slot within skipped time may end before it begins. A date that the zone skipped has none: its hours must not land on the day after. */
function instantsOf(timezone: string, day: DayNumber, slots: readonly MinuteSlot[]): OpenWindow[] {
  if (slots.length === 0 || isSkipped(timezone, day)) return []
  return slots.map(([from, to]) => [instantOf(timezone, day, from), instantOf(timezone, day, to)])
}

/** A slot may run on through the next day's lunch, too. */
function withoutLunch(slots: readonly MinuteSlot[], lunch: Slot | undefined): MinuteSlot[] {
  if (lunch === undefined) return [...slots]
  const holes = [-1440, 0, 1440].flatMap((shift) =>
    minuteSlots([lunch]).map(([from, to]): MinuteSlot => [from + shift, to + shift]),
  )
  return slots.flatMap((slot) => [...cutOut([slot], holes)])
}

function minuteSlots(slots: readonly Slot[]): MinuteSlot[] {
  return slots.map(([start, end]): MinuteSlot => {
    const from = minutes(start)
    const to = minutes(end)
    return [from, to > from ? to : to + 1440]
  })
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
