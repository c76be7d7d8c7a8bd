import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  civilOf,
  dayNumberOf,
  formatDate,
  parseDate,
  parseTime,
  weekdayOf,
} from '../../../src/domain/time/civil-date.ts'
import { isoWeek, isoWeekRange } from '../../../src/domain/time/iso-week.ts'
import { deferOutOfQuiet } from '../../../src/domain/time/quiet-hours.ts'
import { isTimezone, localParts, localToUtc } from '../../../src/domain/time/zone.ts'

describe('local time to UTC', () => {
  test.each([
    ['an ordinary time', 'Asia/Shanghai', '2026-11-23', '09:00', '2026-11-23T01:00Z'],
    ['24:00 is the next midnight', 'Asia/Shanghai', '2026-11-23', '24:00', '2026-11-23T16:00Z'],
    ['a skipped time moves forward by the gap', 'America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30Z'],
    ['just before the gap', 'America/New_York', '2026-03-08', '01:59', '2026-03-08T06:59Z'],
    ['just after the gap', 'America/New_York', '2026-03-08', '03:00', '2026-03-08T07:00Z'],
    ['a time shown twice means the first', 'America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30Z'],
    ['after the overlap', 'America/New_York', '2026-11-01', '02:00', '2026-11-01T07:00Z'],
    ['a skipped midnight', 'America/Sao_Paulo', '2015-10-17', '24:00', '2015-10-18T03:00Z'],
    ['half an hour of change', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45Z'],
    ['a zone that skipped a whole day', 'Pacific/Apia', '2011-12-30', '09:00', '2011-12-30T19:00Z'],
    ['China had summer time once', 'Asia/Shanghai', '1988-07-01', '12:00', '1988-07-01T03:00Z'],
    ['a fixed offset', '+08:00', '2026-11-23', '09:00', '2026-11-23T01:00Z'],
  ])('%s', (_name, zone, date, time, utc) => {
    expect(new Date(localToUtc(zone, date, time)).toISOString()).toBe(new Date(Date.parse(utc)).toISOString())
  })

  test('what is no date, time or zone is refused', () => {
    expect(() => localToUtc('Asia/Shanghai', '2026-02-30', '09:00')).toThrow('2026-02-30')
    expect(() => localToUtc('Asia/Shanghai', '2026-02-01', '24:01')).toThrow('24:01')
    expect(() => localToUtc('Asia/Nowhere', '2026-02-01', '09:00')).toThrow('Asia/Nowhere')
    expect([isTimezone('Asia/Nowhere'), isTimezone(''), isTimezone('Europe/Berlin')]).toEqual([false, false, true])
  })

  test('local parts lead back to the instant', () => {
    const instants = fc.integer({
      min: Date.parse('2000-01-01T00:00Z') / 60_000,
      max: Date.parse('2040-01-01T00:00Z') / 60_000,
    })
    fc.assert(
      fc.property(instants, fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu'), (minutes, zone) => {
        const parts = localParts(zone, minutes * 60_000)
        const back = localToUtc(zone, parts.date, parts.time)
        // Inside an autumn overlap the first of two equal readings is given.
        expect([0, 3_600_000]).toContain(minutes * 60_000 - back)
      }),
      { seed: 20261123, numRuns: 1000 },
    )
  })
})

test('civil dates agree with the runtime over four centuries', () => {
  for (let day = dayNumberOf(1900, 1, 1); day < dayNumberOf(2300, 1, 1); day += 37) {
    const date = new Date(day * 86_400_000)
    expect(formatDate(day)).toBe(date.toISOString().slice(0, 10))
    expect(weekdayOf(day) % 7).toBe(date.getUTCDay())
    expect(parseDate(formatDate(day))).toBe(day)
    expect(civilOf(day).month).toBe(date.getUTCMonth() + 1)
  }
})

test('times and dates are read strictly', () => {
  expect(['00:00', '23:59', '24:00', '24:01', '9:00', '12:60', '12:00:00'].map(parseTime)).toEqual([
    0,
    1439,
    1440,
    null,
    null,
    null,
    null,
  ])
  expect(['2026-02-29', '2028-02-29', '2026-2-1'].map(parseDate)).toEqual([null, 21_243, null])
})

describe('ISO weeks', () => {
  test.each([
    ['2026-11-22T15:59Z', '2026-W47'], // Sunday 23:59 in Shanghai
    ['2026-11-22T16:00Z', '2026-W48'], // Monday 00:00
    ['2026-12-31T12:00Z', '2026-W53'], // Thursday
    ['2027-01-03T12:00Z', '2026-W53'], // Sunday still belongs to the old year
    ['2027-01-04T12:00Z', '2027-W01'], // Monday
    ['2024-12-30T12:00Z', '2025-W01'], // Monday already belongs to the new year
  ])('%s is %s', (at, label) => {
    const week = isoWeek('Asia/Shanghai', Date.parse(at))
    expect(week.label).toBe(label)
    expect(isoWeekRange('Asia/Shanghai', label)).toEqual(week)
  })

  test('a week starts on Monday at local midnight and keeps its length through a change of clocks', () => {
    const week = isoWeekRange('America/New_York', '2026-W44') // ends Sunday 1 November, the overlap
    expect(week?.start).toBe(Date.parse('2026-10-26T04:00Z'))
    expect(week?.end).toBe(Date.parse('2026-11-02T05:00Z'))
  })

  test('weeks that do not exist are null', () => {
    expect(['2025-W53', '2026-W00', '2026-W54', '2026-47', 'W47'].map((label) => isoWeekRange('UTC', label))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('quiet hours', () => {
  const quiet = ['22:00', '07:00'] as const
  test.each([
    ['2026-11-23T21:59+08:00', '2026-11-23T21:59+08:00'],
    ['2026-11-23T22:00+08:00', '2026-11-24T07:00+08:00'],
    ['2026-11-24T06:59+08:00', '2026-11-24T07:00+08:00'],
    ['2026-11-24T07:00+08:00', '2026-11-24T07:00+08:00'],
  ])('%s → %s', (at, after) => {
    expect(deferOutOfQuiet('Asia/Shanghai', quiet, Date.parse(at))).toBe(Date.parse(after))
  })

  test('by day, none, and empty', () => {
    const noon = Date.parse('2026-11-23T12:30+08:00')
    expect(deferOutOfQuiet('Asia/Shanghai', ['12:00', '14:00'], noon)).toBe(Date.parse('2026-11-23T14:00+08:00'))
    expect(deferOutOfQuiet('Asia/Shanghai', null, noon)).toBe(noon)
    expect(deferOutOfQuiet('Asia/Shanghai', ['12:00', '12:00'], noon)).toBe(noon)
  })
})
