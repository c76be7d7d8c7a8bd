import type { Instant } from '../ids.ts'
import type { Calendar, OpenWindow, Pause } from './calendar.ts'
import { dayMs } from './civil-date.ts'
import { type CompiledCalendar, compileCalendar, minutesIn, windowsOn } from './compiled-calendar.ts'
import { cutOut, joinOverlaps } from './interval-union.ts'
import { localDay } from './zone.ts'

/** Searches give up after this long: a due time beyond it is a mistake in the calendar, not a plan. */
const horizonMs = 400 * 366 * dayMs

/** The calendar has no open time left, or too little to reach the answer within 400 years. */
export class NeverOpenError extends RangeError {
  override readonly name = 'NeverOpenError'
}

/**
 * The instant by which `openMs` of open time have passed since `start`: a due time.
 * Work that ends exactly at closing is due at that closing, not at the next opening; no work is due at once, open or not.
 * @throws NeverOpenError when the calendar never has that much open time.
 */
export function addOpenTime(
  calendar: Calendar,
  start: Instant,
  openMs: number,
  pauses: readonly Pause[] = [],
): Instant {
  if (!(openMs >= 0)) throw new RangeError('open time to add must not be negative')
  let remaining = openMs
  if (remaining === 0) return start
  for (const [from, to] of openStretches(calendar, start, pauses)) {
    if (to - from >= remaining) return from + remaining
    remaining -= to - from
  }
  throw neverOpen()
}

/** Open time in [start, end), in ms; 0 when the end is not after the start. */
export function openTimeBetween(
  calendar: Calendar,
  start: Instant,
  end: Instant,
  pauses: readonly Pause[] = [],
): number {
  let sum = 0
  if (!(end > start)) return sum
  for (const [from, to] of openStretches(calendar, start, pauses, end)) sum += to - from
  return sum
}

/**
 * The next `n` open windows after an instant, the first one cut at it; fewer if the calendar has no more.
 * Windows that only touch (24:00 and 00:00) are listed apart. A calendar that is open round the clock gives its days.
 * @throws NeverOpenError when there is none at all.
 */
export function openWindows(calendar: Calendar, from: Instant, n: number, pauses: readonly Pause[] = []): OpenWindow[] {
  const windows: OpenWindow[] = []
  if (n <= 0) return windows
  for (const window of openStretches(calendar, from, pauses)) {
    windows.push(window)
    if (windows.length >= n) return windows
  }
  if (windows.length === 0) throw neverOpen()
  return windows
}

/** The instant itself if open, else the next opening. @throws NeverOpenError when there is none. */
export function nextOpen(calendar: Calendar, at: Instant, pauses: readonly Pause[] = []): Instant {
  for (const [from] of openStretches(calendar, at, pauses)) return from
  throw neverOpen()
}

/** One working day in ms: the open time most weekdays have; among equally common ones the longest. @throws NeverOpenError */
export function workingDayMs(calendar: Calendar): number {
  const tally = new Map<number, number>()
  for (const slots of compileCalendar(calendar).weekly) {
    const minutes = minutesIn(slots)
    if (minutes > 0) tally.set(minutes, (tally.get(minutes) ?? 0) + 1)
  }
  const [best] = [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  if (best === undefined) throw neverOpen()
  return best[0] * 60_000
}

/** Open stretches from `start` on, sorted and disjoint, without breaks and pauses. */
function openStretches(
  calendar: Calendar,
  start: Instant,
  pauses: readonly Pause[],
  end: Instant = Number.POSITIVE_INFINITY,
): Iterable<OpenWindow> {
  const compiled = compileCalendar(calendar)
  const holes = pauses.length === 0 ? compiled.breaks : joinOverlaps([...compiled.breaks, ...pauses])
  return cutOut(dailyWindows(compiled, start, end), holes)
}

/** Steps whole days, so that twenty years cost some ten thousand steps. */
function* dailyWindows(calendar: CompiledCalendar, start: Instant, end: Instant): Generator<OpenWindow> {
  const { lastSpecialDay } = calendar
  const last = calendar.opensWeekly ? Number.POSITIVE_INFINITY : (lastSpecialDay ?? Number.NEGATIVE_INFINITY)
  const horizon = end === Number.POSITIVE_INFINITY ? start + horizonMs : end
  let cursor = start
  // A night slot of the day before may still be open; a zone that skips a whole date needs one day more.
  for (let day = localDay(calendar.timezone, start) - 2; day <= last; day += 1) {
    if ((day - 2) * dayMs > horizon) return
    for (const [from, to] of windowsOn(calendar, day)) {
      if (from >= end) return
      const opening = Math.max(from, cursor)
      const closing = Math.min(to, end)
      if (closing <= opening) continue
      yield [opening, closing]
      cursor = closing
    }
  }
}

function neverOpen(): NeverOpenError {
  return new NeverOpenError('the calendar is never open long enough: no such time within 400 years')
}
