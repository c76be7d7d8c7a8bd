import type { Instant } from '../ids.ts'
import type { Calendar, OpenWindow, Slot } from '../time/calendar.ts'
import { formatDate, parseDate, parseTime, weekdayOf } from '../time/civil-date.ts'
import { compileCalendar, ordinaryWindowsOn, slotsOn, windowsOn } from '../time/compiled-calendar.ts'
import type { DayName } from '../time/day-names.ts'
import { instantOf, localDay } from '../time/zone.ts'

/** What a working clock leaves out between two instants. */
export interface Excluded {
  /** The gap between two slots of one day. */
  readonly breaks: boolean
  /** Days of the week that are never worked. */
  readonly weekends: boolean
  /** Local dates that would be worked but for a holiday. */
  readonly holidays: readonly string[]
  /** Working days that special hours of their own leave without any. */
  readonly emptied?: readonly string[]
  /** Dates worked at other hours than those of their weekday: shortened, or opened, by special hours. */
  readonly special?: readonly SpecialDay[]
  /** Breaks on single dates, in local time. */
  readonly datedBreaks?: readonly DatedBreak[]
  /** What the days off are called, by date; of those that have a name. */
  readonly names?: Readonly<Record<string, DayName>>
}

export interface SpecialDay {
  readonly date: string
  /** As they were written. */
  readonly slots: readonly Slot[]
}

export interface DatedBreak {
  readonly date: string
  readonly from: string
  readonly to: string
  readonly name?: DayName
}

/** The name of a date off, or of a break on it; null where it has none. */
export type NameOfDay = (date: string, slot?: Slot) => DayName | null

/** A clock that runs longer than this is not looked through day by day. */
const mostDays = 120

/** What a business clock leaves out between two instants; `nameOf` knows the names of dates. */
export function excludedBetween(
  calendar: Calendar,
  from: Instant,
  to: Instant,
  nameOf: NameOfDay = () => null,
): Excluded {
  const compiled = compileCalendar(calendar)
  const { timezone } = calendar
  const first = localDay(timezone, from)
  const last = Math.min(localDay(timezone, to), first + mostDays)
  const holidays: string[] = []
  const emptied: string[] = []
  const special: SpecialDay[] = []
  let breaks = false
  let weekends = false
  for (let day = first; day <= last; day += 1) {
    const slots = slotsOn(compiled, day)
    if (slots.length === 0) {
      const worked = (compiled.weekly[weekdayOf(day) - 1] ?? []).length > 0
      if (worked) (compiled.closed.has(day) ? holidays : emptied).push(formatDate(day))
      else weekends = true
    }
    const windows = windowsOn(compiled, day)
    const date = formatDate(day)
    if (slots.length > 0 && !sameWithin(windows, ordinaryWindowsOn(compiled, day), from, to))
      special.push({ date, slots: calendar.specialHours[date] ?? [] })
    breaks ||= windows.some(([, end], index) => {
      const next = windows[index + 1]?.[0]
      return next !== undefined && next > end && end < to && next > from
    })
  }
  const datedBreaks = breaksBetween(calendar, from, to, nameOf)
  const names = [...holidays, ...emptied].flatMap((date) => {
    const name = nameOf(date)
    return name ? [[date, name] as const] : []
  })
  return {
    breaks,
    weekends,
    holidays,
    ...(emptied.length > 0 && { emptied }),
    ...(special.length > 0 && { special }),
    ...(datedBreaks.length > 0 && { datedBreaks }),
    ...(names.length > 0 && { names: Object.fromEntries(names) }),
  }
}

/** Whether two days' open stretches are the same as far as a clock sees them. */
function sameWithin(a: readonly OpenWindow[], b: readonly OpenWindow[], from: Instant, to: Instant): boolean {
  const seen = (windows: readonly OpenWindow[]) =>
    windows
      .map(([start, end]) => [Math.max(start, from), Math.min(end, to)])
      .filter(([start = 0, end = 0]) => start < end)
  return JSON.stringify(seen(a)) === JSON.stringify(seen(b))
}

function breaksBetween(
  { timezone, breaks }: Calendar,
  from: Instant,
  to: Instant,
  nameOf: NameOfDay,
): readonly DatedBreak[] {
  return Object.entries(breaks)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([date, slots]) => {
      const day = parseDate(date)
      if (day === null || day < localDay(timezone, from) - 1 || day > localDay(timezone, to)) return []
      return slots.flatMap(([start, end]) => {
        const [begins, ends] = [parseTime(start) ?? 0, parseTime(end) ?? 0]
        const last = ends > begins ? ends : ends + 1440
        const within = instantOf(timezone, day, begins) < to && instantOf(timezone, day, last) > from
        const name = nameOf(date, [start, end])
        return within ? [{ date, from: start, to: end, ...(name && { name }) }] : []
      })
    })
}
