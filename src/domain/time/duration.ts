import type { Instant } from '../ids.ts'
import { alwaysOpen, type Calendar, type Pause, weekdays } from './calendar.ts'
import { dayMs } from './civil-date.ts'
import { addOpenTime, workingDayMs } from './open-time.ts'

/** An ISO 8601 duration of days and smaller; days are kept apart because a working day is shorter than a calendar day. */
export interface Duration {
  readonly days: number
  readonly ms: number
}

/**
 * When a clock runs: in working time, by day (every day outside quiet hours, holidays too), or round the clock.
 */
export const clockKinds = ['business', 'daytime', 'always'] as const

export type ClockKind = (typeof clockKinds)[number]

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
 * On the business clock a day is one working day (`workingDayMs`) and only open time counts; by day it is the daytime hours
 * of one day; round the clock it is 24 hours. Pauses count on none. @throws NeverOpenError when the business calendar never opens.
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
  const open = clock === 'daytime' ? daytimeOf(calendar) : calendar
  const days = duration.days === 0 ? 0 : duration.days * workingDayMs(open)
  return addOpenTime(open, start, days + duration.ms, pauses)
}

const roundTheClock = alwaysOpen('UTC')

/** One calendar of days for each calendar of work, so that it is compiled once. */
const daytimes = new WeakMap<Calendar, Calendar>()

/** The hours in which people may be disturbed, as a calendar of its own: no holidays, no lunch. */
export function daytimeOf(calendar: Calendar): Calendar {
  const known = daytimes.get(calendar)
  if (known !== undefined) return known
  const { timezone, daytime } = calendar
  const everyDay = daytime && Object.fromEntries(weekdays.map((day) => [day, [daytime]]))
  const made: Calendar = everyDay ? { ...alwaysOpen(timezone), hours: everyDay } : alwaysOpen(timezone)
  daytimes.set(calendar, made)
  return made
}

function number(digits: string | undefined): number {
  return digits === undefined ? 0 : Number(digits)
}
