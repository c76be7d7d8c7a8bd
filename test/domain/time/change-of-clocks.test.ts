import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Calendar, type Slot, weekdays } from '../../../src/domain/time/calendar.ts'
import { dayMs, formatDate, parseDate, parseTime } from '../../../src/domain/time/civil-date.ts'
import { NeverOpenError, nextOpen, openTimeBetween, workingDayMs } from '../../../src/domain/time/open-time.ts'

const minuteMs = 60_000
const hour = 60 * minuteMs
const newYork = (sun: readonly Slot[]): Calendar => ({
  timezone: 'America/New_York',
  hours: { sun },
  holidays: [],
  specialHours: {},
  breaks: {},
})

test('of two slots that overlap, the one that begins in the skipped hour does not delay the other', () => {
  const calendar = newYork([
    ['02:30', '14:00'],
    ['03:00', '17:00'],
  ])
  const midnight = Date.parse('2026-03-08T05:00Z')
  expect(new Date(nextOpen(calendar, midnight)).toISOString()).toBe('2026-03-08T07:00:00.000Z')
  expect(openTimeBetween(calendar, midnight, midnight + dayMs)).toBe(14 * hour)
  // By the clock on the wall overlaps count once, too.
  expect(workingDayMs(calendar)).toBe(14.5 * hour)
})

test('a slot that the skipped hour swallows takes nothing from the one it overlaps', () => {
  const calendar = newYork([
    ['02:30', '03:15'],
    ['03:10', '05:00'],
  ])
  expect(nextOpen(calendar, Date.parse('2026-03-08T05:00Z'))).toBe(Date.parse('2026-03-08T07:10Z'))
})

/** Days on which clocks change, and one zone where they do not. */
const changes = [
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['Australia/Lord_Howe', '2026-10-04'], // half an hour forward
  ['Australia/Lord_Howe', '2026-04-05'], // half an hour back
  ['Asia/Shanghai', '2026-03-08'],
] as const

const step = 5
/** What the wall clock shows at every fifth minute of the days around a change, asked of the runtime one by one. */
const walls = new Map<string, { readonly first: number; readonly shown: readonly number[] }>()
function wallsAround(zone: string, date: string) {
  const key = `${zone} ${date}`
  const known = walls.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  })
  const first = Date.parse(`${date}T00:00Z`) - 4 * dayMs
  const shown = Array.from({ length: (8 * 24 * 60) / step }, (_, index) => {
    const parts = Object.fromEntries(
      format.formatToParts(first + index * step * minuteMs).map(({ type, value }) => [type, Number(value)]),
    )
    const { year = 0, month = 0, day = 0, hour: hours = 0, minute = 0 } = parts
    return Date.UTC(year, month - 1, day, hours, minute)
  })
  const made = { first, shown }
  walls.set(key, made)
  return made
}

/** The first instant that shows a wall time; one that no clock shows is as much later as the clocks jumped. */
function instantShowing({ first, shown }: ReturnType<typeof wallsAround>, wall: number): number {
  const found = shown.indexOf(wall)
  if (found >= 0) return first + found * step * minuteMs
  const after = shown.findIndex((value) => value > wall)
  const jump = (shown[after] ?? 0) - (shown[after - 1] ?? 0) - step * minuteMs
  return first + shown.indexOf(wall + jump) * step * minuteMs
}

/** Whether the calendar is open at an instant: the slow and plain way. */
function oracle(calendar: Calendar, date: string): (at: number) => boolean {
  const table = wallsAround(calendar.timezone, date)
  const around = (parseDate(date) ?? 0) - 3
  const stretches = (day: number, slots: readonly Slot[]) =>
    slots.map(([from, to]) => {
      const [start, end] = [parseTime(from) ?? 0, parseTime(to) ?? 0]
      const last = end > start ? end : end + 1440
      return [start, last].map((minutes) => instantShowing(table, day * dayMs + minutes * minuteMs)) as [number, number]
    })
  const within = (list: readonly [number, number][]) => (at: number) => list.some(([from, to]) => from <= at && at < to)
  const days = Array.from({ length: 6 }, (_, index) => around + index)
  const open = days.flatMap((day) => {
    const name = formatDate(day)
    if (calendar.holidays.includes(name)) return []
    const weekday = weekdays[(day + 3) % 7]
    const weekly = calendar.hours === 'always' || weekday === undefined ? [] : calendar.hours[weekday]
    return stretches(day, calendar.specialHours[name] ?? weekly ?? [])
  })
  const off = days.flatMap((day) => [
    ...stretches(day, calendar.breaks[formatDate(day)] ?? []),
    ...(calendar.lunch ? stretches(day, [calendar.lunch]) : []),
  ])
  return (at) => within(open)(at) && !within(off)(at)
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
// Half of the times lie where clocks change.
const time = fc.oneof(fc.integer({ min: 0, max: 48 }), fc.integer({ min: 0, max: 287 })).map((n) => clock(n * step))
const slot = fc.tuple(time, time).map(([from, to]): Slot => [from, to === '00:00' ? '24:00' : to])
const slots = fc.array(slot, { maxLength: 4 })

test('whatever slots are written around a change of clocks, every five minutes are open or closed as the wall clock says', () => {
  let opened = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...changes),
      fc.record({ fri: slots, sat: slots, sun: slots, mon: slots }),
      fc.dictionary(fc.integer({ min: -1, max: 1 }).map(String), slots, { maxKeys: 2 }),
      fc.option(fc.integer({ min: -1, max: 1 })),
      fc.dictionary(fc.integer({ min: -1, max: 1 }).map(String), slots, { maxKeys: 1 }),
      fc.option(fc.constant<Slot>(['12:00', '13:30'])),
      ([timezone, date], hours, special, holiday, breaks, lunch) => {
        const dated = (offset: number) => formatDate((parseDate(date) ?? 0) + offset)
        const byDate = (given: Readonly<Record<string, readonly Slot[]>>) =>
          Object.fromEntries(Object.entries(given).map(([offset, list]) => [dated(Number(offset)), list]))
        const calendar: Calendar = {
          timezone,
          hours,
          holidays: holiday === null ? [] : [dated(holiday)],
          specialHours: byDate(special),
          breaks: byDate(breaks),
          ...(lunch && { lunch }),
        }
        const isOpen = oracle(calendar, date)
        const start = wallsAround(timezone, date).first + 3 * dayMs
        let expected = 0
        let first: number | null = null
        for (let at = start; at < start + 2.5 * dayMs; at += step * minuteMs) {
          if (!isOpen(at)) continue
          expected += step * minuteMs
          first ??= at
        }
        expect(openTimeBetween(calendar, start, start + 2.5 * dayMs)).toBe(expected)
        if (first !== null) expect(nextOpen(calendar, start)).toBe(first)
        else expect(openingOf(calendar, start)).toBeGreaterThanOrEqual(start + 2.5 * dayMs)
        opened += expected > 0 ? 1 : 0
      },
    ),
    { numRuns: 300, seed: 8 },
  )
  expect(opened).toBeGreaterThan(200)
})

function openingOf(calendar: Calendar, at: number): number {
  try {
    return nextOpen(calendar, at)
  } catch (error) {
    if (error instanceof NeverOpenError) return Number.POSITIVE_INFINITY
    throw error
  }
}
