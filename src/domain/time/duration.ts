import type { Instant } from '../ids.ts'
import { alwaysOpen, type Calendar, type Pause } from './calendar.ts'
import { dayMs } from './civil-date.ts'
import { addOpenTime, workingDayMs } from './open-time.ts'

/** An ISO 8601 duration of days and smaller; days are kept apart because a working day is shorter than a calendar day. */
export interface Duration {
  readonly days: number
  readonly ms: number
}

/** Whether a clock runs in business time only, or round the clock. */
export type ClockKind = 'business' | 'always'

const pattern = /^P(?:(\d+)W|(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?)$/

/**
 * Reads 'PT2H', 'P3D', 'P1W', 'PT30S', 'P1DT2H'; a week is seven days.
 * Null for anything else: months and years have no fixed length, and a bare 'P' says nothing.
 */
export function parseDuration(text: string): Duration | null {
  const match = pattern.exec(text)
  if (match === null || text === 'P') return null
  const [, weeks, days, hours, minutes, seconds] = match
  const duration = {
    days: number(weeks) * 7 + number(days),
    ms: number(hours) * 3_600_000 + number(minutes) * 60_000 + Math.round(number(seconds) * 1000),
  }
  // A thousand years of days is already no promise; beyond that sums stop being exact.
  return duration.days > 366_000 || duration.ms > 366_000 * dayMs ? null : duration
}

/** The shortest ISO 8601 text of a duration, such as 'P1DT2H'; 'PT0S' when it is empty. */
export function formatDuration(duration: Duration): string {
  const hours = Math.floor(duration.ms / 3_600_000)
  const minutes = Math.floor((duration.ms % 3_600_000) / 60_000)
  const seconds = (duration.ms % 60_000) / 1000
  const date = duration.days > 0 ? `${duration.days}D` : ''
  const time = [hours > 0 ? `${hours}H` : '', minutes > 0 ? `${minutes}M` : '', seconds > 0 ? `${seconds}S` : ''].join(
    '',
  )
  if (date === '' && time === '') return 'PT0S'
  return `P${date}${time === '' ? '' : `T${time}`}`
}

/**
 * The instant a duration after `start`.
 * On the business clock a day is one working day (`workingDayMs`) and only open time counts; on the other one a day is
 * 24 hours. Pauses count on neither. @throws NeverOpenError when the business calendar never opens.
 */
export function addDuration(
  calendar: Calendar,
  start: Instant,
  duration: Duration,
  clock: ClockKind,
  pauses: readonly Pause[] = [],
): Instant {
  if (clock === 'always') {
    const ms = duration.days * dayMs + duration.ms
    return pauses.length === 0 ? start + ms : addOpenTime(roundTheClock, start, ms, pauses)
  }
  const days = duration.days === 0 ? 0 : duration.days * workingDayMs(calendar)
  return addOpenTime(calendar, start, days + duration.ms, pauses)
}

const roundTheClock = alwaysOpen('UTC')

function number(digits: string | undefined): number {
  return digits === undefined ? 0 : Number(digits)
}
