import type { Instant } from '../ids.ts'
import type { Slot } from './calendar.ts'
import { parseTime } from './civil-date.ts'
import { instantOf, localDay } from './zone.ts'

/** Local times between which nobody is disturbed; the end may lie on the next day. */
export type QuietHours = readonly [string, string]

/** What quiet hours leave of a day, such as 07:00 to 22:00; null where there are none: people may be disturbed at any time. */
export function daytimeBeside(quiet: QuietHours | null): Slot | null {
  if (quiet === null || minutesOf(quiet[0]) === minutesOf(quiet[1])) return null
  const [start, end] = quiet
  return [end === '24:00' ? '00:00' : end, start]
}

/** Moves an instant inside quiet hours to their end; leaves any other as it is. Throws RangeError on a malformed time. */
export function deferOutOfQuiet(timezone: string, quiet: QuietHours | null, at: Instant): Instant {
  if (quiet === null) return at
  const start = minutesOf(quiet[0])
  const end = minutesOf(quiet[1])
  if (start === end) return at
  const today = localDay(timezone, at)
  for (const day of [today - 1, today]) {
    const from = instantOf(timezone, day, start)
    const to = instantOf(timezone, end > start ? day : day + 1, end)
    if (from <= at && at < to) return to
  }
  return at
}

function minutesOf(time: string): number {
  const minutes = parseTime(time)
  if (minutes === null) throw new RangeError(`"${time}" is not a time HH:mm`)
  return minutes
}
