import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alwaysOpen, type Calendar, type Pause, type Slot, weekdays } from '../../../src/domain/time/calendar.ts'
import {
  addOpenTime,
  NeverOpenError,
  nextOpen,
  openTimeBetween,
  openWindows,
  workingDayMs,
} from '../../../src/domain/time/open-time.ts'

const hour = 3_600_000
const twoSlots: readonly Slot[] = [
  ['08:30', '12:00'],
  ['14:00', '18:00'],
]
const office: Calendar = {
  timezone: 'Asia/Shanghai',
  hours: { mon: twoSlots, tue: twoSlots, wed: twoSlots, thu: twoSlots, fri: twoSlots },
  holidays: ['2026-11-25'], // Wednesday
  specialHours: { '2026-11-28': [['10:00', '14:00']] }, // Saturday
  breaks: { '2026-11-24': [['09:00', '10:00']] }, // Tuesday
}
const at = (text: string) => Date.parse(`${text}+08:00`)
const show = (instant: number) => new Date(instant + 8 * hour).toISOString().slice(0, 16)

describe('a due time counts open hours only', () => {
  test.each([
    ['inside one slot', '2026-11-20T09:00', 2, '2026-11-20T11:00'], // Fri → Fri
    ['over lunch', '2026-11-20T11:00', 2, '2026-11-20T15:00'], // Fri → Fri
    ['exactly at the lunch closing', '2026-11-20T10:00', 2, '2026-11-20T12:00'], // Fri → Fri noon, not 14:00
    ['exactly at the evening closing', '2026-11-20T16:00', 2, '2026-11-20T18:00'], // Fri → Fri, not Mon
    ['over the weekend', '2026-11-20T17:00', 2, '2026-11-23T09:30'], // Fri → Mon
    ['reported at night', '2026-11-23T23:00', 0.5, '2026-11-24T09:00'], // Mon → Tue
    ['through a break', '2026-11-24T08:30', 1, '2026-11-24T10:30'], // Tue, 09:00–10:00 cut out
    ['over a holiday', '2026-11-24T17:00', 2, '2026-11-26T09:30'], // Tue → Thu, Wed is closed
    ['into a Saturday with special hours', '2026-11-27T17:00', 2, '2026-11-28T11:00'], // Fri → Sat
    ['no work at all', '2026-11-21T03:00', 0, '2026-11-21T03:00'], // Sat stays Sat
  ])('%s', (_name, start, hours, due) => {
    expect(show(addOpenTime(office, at(start), hours * hour))).toBe(due)
  })

  test('a holiday closes a date even if it has special hours', () => {
    const calendar = { ...office, holidays: ['2026-11-28'] }
    expect(show(nextOpen(calendar, at('2026-11-27T18:00')))).toBe('2026-11-30T08:30') // Fri → Mon
  })

  test('pauses stop the clock, overlapping or not', () => {
    const pauses: Pause[] = [
      [at('2026-11-20T10:00'), at('2026-11-20T11:00')],
      [at('2026-11-20T09:30'), at('2026-11-20T10:30')],
      [at('2026-11-20T12:00'), at('2026-11-20T14:30')],
      [at('2026-11-20T15:00'), at('2026-11-20T15:00')],
    ]
    // Fri 09:00: half an hour, pause to 11:00, one hour to noon, pause to 14:30, half an hour.
    expect(show(addOpenTime(office, at('2026-11-20T09:00'), 2 * hour, pauses))).toBe('2026-11-20T15:00')
    expect(openTimeBetween(office, at('2026-11-20T09:00'), at('2026-11-20T15:00'), pauses)).toBe(2 * hour)
  })

  test('round the clock only pauses matter', () => {
    const calendar = alwaysOpen('Asia/Shanghai')
    expect(addOpenTime(calendar, 1_000, 72 * hour)).toBe(1_000 + 72 * hour)
    expect(addOpenTime(calendar, 0, 2 * hour, [[hour, 5 * hour]])).toBe(6 * hour)
  })
})

describe('slots at the edge of a day', () => {
  const night: Calendar = {
    ...office,
    hours: { fri: [['22:00', '02:00']], sun: [['20:00', '24:00']], mon: [['00:00', '08:00']] },
    holidays: ['2026-11-21'], // Saturday
    specialHours: {},
    breaks: {},
  }

  test('a night slot runs into the next day, holiday or not, and counts when asked after midnight', () => {
    expect(show(addOpenTime(night, at('2026-11-20T23:00'), 2 * hour))).toBe('2026-11-21T01:00') // Fri → Sat
    expect(show(nextOpen(night, at('2026-11-21T01:30')))).toBe('2026-11-21T01:30')
    expect(show(nextOpen(night, at('2026-11-21T02:00')))).toBe('2026-11-22T20:00') // Sat → Sun
  })

  test('24:00 is the next midnight, and the slots on both sides count once', () => {
    expect(openTimeBetween(night, at('2026-11-22T00:00'), at('2026-11-24T00:00'))).toBe(12 * hour) // Sun 4 h, Mon 8 h
    expect(openWindows(night, at('2026-11-22T21:00'), 2).map((window) => window.map(show))).toEqual([
      ['2026-11-22T21:00', '2026-11-23T00:00'],
      ['2026-11-23T00:00', '2026-11-23T08:00'],
    ])
  })

  test('a night slot that overlaps the next morning counts once', () => {
    const calendar = { ...night, hours: { sun: [['20:00', '03:00']], mon: [['00:00', '08:00']] } } satisfies Calendar
    expect(openTimeBetween(calendar, at('2026-11-22T00:00'), at('2026-11-24T00:00'))).toBe(12 * hour)
  })
})

describe('changes of clocks', () => {
  const newYork = (hours: Slot): Calendar => ({
    ...office,
    timezone: 'America/New_York',
    hours: { sun: [hours] },
    holidays: [],
  })

  test('a slot over the spring gap is an hour shorter, over the autumn overlap an hour longer', () => {
    const spring = Date.parse('2026-03-08T05:00Z') // Sunday 00:00 local
    const autumn = Date.parse('2026-11-01T04:00Z') // Sunday 00:00 local
    expect(openTimeBetween(newYork(['00:00', '06:00']), spring, spring + 24 * hour)).toBe(5 * hour)
    expect(openTimeBetween(newYork(['00:00', '06:00']), autumn, autumn + 24 * hour)).toBe(7 * hour)
  })

  test('a slot inside the gap does not exist that day', () => {
    expect(nextOpen(newYork(['02:30', '03:15']), Date.parse('2026-03-08T05:00Z'))).toBe(Date.parse('2026-03-15T06:30Z'))
  })
})

describe('long spans and empty calendars', () => {
  test('twenty years are counted by days', () => {
    const start = at('2026-11-23T08:30') // Monday
    const weeks = 52 * 20
    const plain = { ...office, holidays: [], specialHours: {}, breaks: {} }
    expect(openTimeBetween(plain, start, start + weeks * 7 * 24 * hour)).toBe(weeks * 5 * 7.5 * hour)
    expect(addOpenTime(plain, start, weeks * 5 * 7.5 * hour)).toBe(start + (weeks * 7 - 3) * 24 * hour + 9.5 * hour)
  })

  test('a calendar that never opens is refused, not searched for ever', () => {
    const empty: Calendar = { ...office, hours: {}, specialHours: {} }
    const past: Calendar = { ...office, hours: {} }
    expect(() => addOpenTime(empty, at('2026-11-23T08:30'), 1)).toThrow(NeverOpenError)
    expect(() => nextOpen(past, at('2026-11-29T00:00'))).toThrow(NeverOpenError) // its only opening was Sat 28
    expect(() => openWindows(empty, at('2026-11-23T08:30'), 1)).toThrow(NeverOpenError)
    expect(() => workingDayMs(empty)).toThrow(NeverOpenError)
    expect(openTimeBetween(empty, at('2026-11-23T08:30'), at('2027-11-23T08:30'))).toBe(0)
    expect(openWindows(past, at('2026-11-23T08:30'), 9)).toHaveLength(1)
  })
})

test('a working day is what most weekdays have, the longer one on a tie', () => {
  expect(workingDayMs(office)).toBe(7.5 * hour)
  expect(workingDayMs({ ...office, hours: { mon: [['09:00', '12:00']], tue: [['09:00', '17:00']] } })).toBe(8 * hour)
  expect(workingDayMs(alwaysOpen('UTC'))).toBe(24 * hour)
})

describe('laws', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const slot = fc.tuple(minute, minute).map(([from, to]): Slot => [clock(from), to === 0 ? '24:00' : clock(to)])
  const day = fc.constantFrom(
    '2026-11-01',
    '2026-11-02',
    '2026-11-04',
    '2026-03-08',
    '2026-03-29',
    '2026-10-25',
    '2026-11-07',
  )
  const calendars = fc
    .record({
      timezone: fc.constantFrom(
        'Asia/Shanghai',
        'America/New_York',
        'Europe/Berlin',
        'Australia/Lord_Howe',
        'Pacific/Apia',
      ),
      first: slot,
      hours: fc.dictionary(fc.constantFrom(...weekdays), fc.array(slot, { maxLength: 3 }), { maxKeys: 7 }),
      holidays: fc.array(day, { maxLength: 3 }),
      specialHours: fc.dictionary(day, fc.array(slot, { maxLength: 2 }), { maxKeys: 3 }),
      breaks: fc.dictionary(day, fc.array(slot, { maxLength: 2 }), { maxKeys: 3 }),
    })
    .map(({ first, hours, ...rest }): Calendar => ({ ...rest, hours: { wed: [first], ...hours } }))
    .filter(
      (calendar) =>
        calendar.hours === 'always' ||
        weekdays.some((name) => (calendar.hours as Record<string, Slot[]>)[name]?.length),
    )
  const starts = fc.integer({ min: Date.parse('2026-03-01T00:00Z'), max: Date.parse('2026-11-30T00:00Z') })
  const amounts = fc.integer({ min: 0, max: 40 * hour })
  const pauses = (start: number) =>
    fc.array(
      fc.tuple(fc.integer({ min: -50, max: 200 }), fc.integer({ min: 0, max: 90 })).map(([from, length]): Pause => {
        return [start + from * hour, start + (from + length) * hour]
      }),
      { maxLength: 4 },
    )
  const situation = fc.tuple(calendars, starts).chain(([calendar, start]) =>
    fc.record({
      calendar: fc.constant(calendar),
      start: fc.constant(start),
      held: pauses(start),
      a: amounts,
      b: amounts,
    }),
  )
  const check = (law: (s: { calendar: Calendar; start: number; held: Pause[]; a: number; b: number }) => void) =>
    fc.assert(fc.property(situation, law), { seed: 20261123, numRuns: 400 })

  test('inverse: the open time until a due time is the time that was added', () => {
    check(({ calendar, start, held, a }) => {
      expect(openTimeBetween(calendar, start, addOpenTime(calendar, start, a, held), held)).toBe(a)
    })
  })

  test('additive: adding twice is adding the sum', () => {
    check(({ calendar, start, held, a, b }) => {
      const twice = addOpenTime(calendar, addOpenTime(calendar, start, a, held), b, held)
      expect(twice).toBe(addOpenTime(calendar, start, a + b, held))
    })
  })

  test('monotone: a later start or more work is never due earlier', () => {
    check(({ calendar, start, held, a, b }) => {
      const due = addOpenTime(calendar, start, a, held)
      expect(addOpenTime(calendar, start + b, a, held)).toBeGreaterThanOrEqual(due)
      expect(addOpenTime(calendar, start, a + b, held)).toBeGreaterThanOrEqual(due)
    })
  })

  test('between: parts add up, and windows hold exactly the open time', () => {
    check(({ calendar, start, held, a, b }) => {
      const middle = start + a
      const end = middle + b
      const parts = openTimeBetween(calendar, start, middle, held) + openTimeBetween(calendar, middle, end, held)
      expect(parts).toBe(openTimeBetween(calendar, start, end, held))
      const windows = openWindows(calendar, start, 5, held)
      const last = windows.at(-1)?.[1] ?? start
      expect(windows.reduce((sum, [from, to]) => sum + to - from, 0)).toBe(openTimeBetween(calendar, start, last, held))
    })
  })
})
