const HOUR = 3_600_000

export const CLOCK_STEPS = ['10-minutes', '2-hours', 'next-day', 'next-monday'] as const
export type ClockStep = (typeof CLOCK_STEPS)[number]

/** How many ms lie before the end of a step; the next day and the next Monday begin at 09:00 in `timeZone`. */
export function stepLength(step: ClockStep, now: number, timeZone: string): number {
  switch (step) {
    case '10-minutes':
      return HOUR / 6
    case '2-hours':
      return 2 * HOUR
    case 'next-day':
      return nineOClock(now, 1, timeZone) - now
    case 'next-monday':
      return nineOClock(now, daysToMonday(now, timeZone), timeZone) - now
    default:
      return step satisfies never
  }
}

function offsetAt(now: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(now)
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return local - Math.floor(now / 1000) * 1000
}

function daysToMonday(now: number, timeZone: string): number {
  const weekday = new Date(now + offsetAt(now, timeZone)).getUTCDay()
  return (8 - weekday) % 7 || 7
}

function nineOClock(now: number, daysAhead: number, timeZone: string): number {
  const local = now + offsetAt(now, timeZone)
  const wall = Math.floor(local / (24 * HOUR)) * 24 * HOUR + daysAhead * 24 * HOUR + 9 * HOUR
  // The offset that day may differ from today's: summer time.
  const guess = wall - offsetAt(now, timeZone)
  return wall - offsetAt(guess, timeZone)
}
