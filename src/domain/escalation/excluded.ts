import type { Instant } from '../ids.ts'
import type { Calendar } from '../time/calendar.ts'
import { formatDate, weekdayOf } from '../time/civil-date.ts'
import { compileCalendar, slotsOn } from '../time/compiled-calendar.ts'
import { instantOf, localDay } from '../time/zone.ts'

/** What a working clock leaves out between two instants. */
export interface Excluded {
  /** The gap between two slots of one day. */
  readonly breaks: boolean
  /** Days of the week that are never worked. */
  readonly weekends: boolean
  /** Local dates that would be worked but for a holiday. */
  readonly holidays: readonly string[]
}

/** A clock that runs longer than this is not looked through day by day. */
const mostDays = 120

export function excludedBetween(calendar: Calendar, from: Instant, to: Instant): Excluded {
  const compiled = compileCalendar(calendar)
  const { timezone } = calendar
  const first = localDay(timezone, from)
  const last = Math.min(localDay(timezone, to), first + mostDays)
  const holidays: string[] = []
  let breaks = false
  let weekends = false
  for (let day = first; day <= last; day += 1) {
    const slots = slotsOn(compiled, day)
    if (slots.length === 0) {
      const worked = (compiled.weekly[weekdayOf(day) - 1] ?? []).length > 0
      if (compiled.closed.has(day) && worked) holidays.push(formatDate(day))
      else weekends = true
    }
    breaks ||= slots.some(([, end], index) => {
      const next = slots[index + 1]
      return next !== undefined && instantOf(timezone, day, end) < to && instantOf(timezone, day, next[0]) > from
    })
  }
  return { breaks, weekends, holidays }
}
