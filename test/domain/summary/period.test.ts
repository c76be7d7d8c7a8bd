import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inForce } from '../../../src/domain/policy/days-in-force.ts'
import { defaultPolicy } from '../../../src/domain/policy/default-policy.ts'
import { firstSummaryAt, nextSummaryAt, postingsDue } from '../../../src/domain/summary/next-summary.ts'
import { periodAfter, periodAt, periodBefore, periodKinds, periodOf } from '../../../src/domain/summary/period.ts'
import { publishedDays } from '../../../src/domain/time/china-days.ts'
import { localParts, localToUtc } from '../../../src/domain/time/zone.ts'
import { periodIn } from '../../../src/nlu/command/period.ts'

const zone = 'Asia/Shanghai'
const on = (date: string, time = '12:00', timezone = zone) => localToUtc(timezone, date, time)

describe('a period', () => {
  test.each([
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2024-W09', '2024-02-26', '2024-03-03'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s is %s to %s', (label, first, last) => {
    expect(periodOf(zone, label)).toMatchObject({ label, first, last })
  })

  test.each([
    '2025-W53',
    '2026-W54',
    '2026-W00',
    '2026-W5',
    '2026-13',
    '2026-00',
    '2026-1',
    '2026-Q5',
    '2026-Q0',
    '',
    '26-W10',
    '0999-01',
    '2026-Q04',
  ])('“%s” is none', (label) => expect(periodOf(zone, label)).toBeNull())

  test('the first days of a year may belong to the last week of the year before', () => {
    expect(periodAt(zone, 'week', on('2027-01-03', '23:59')).label).toBe('2026-W53')
    expect(periodAt(zone, 'week', on('2027-01-04', '00:00')).label).toBe('2027-W01')
    expect(periodAt(zone, 'week', on('2024-12-30')).label).toBe('2025-W01')
  })

  test('holds the instant, begins and ends at local midnight, and joins its neighbours, in any zone', () => {
    const zones = fc.constantFrom(zone, 'America/New_York', 'Pacific/Honolulu', 'Europe/London', 'Australia/Lord_Howe')
    const instants = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2040, 0) })
    fc.assert(
      fc.property(zones, fc.constantFrom(...periodKinds), instants, (timezone, kind, at) => {
        const period = periodAt(timezone, kind, at)
        expect(period.start <= at && at < period.end).toBe(true)
        expect(periodOf(timezone, period.label)).toEqual(period)
        expect([period.start, period.end].map((edge) => localParts(timezone, edge).time)).toEqual(['00:00', '00:00'])
        expect([localParts(timezone, period.start).date, localParts(timezone, period.end - 1).date]).toEqual([
          period.first,
          period.last,
        ])
        expect(periodAfter(timezone, periodBefore(timezone, period))).toEqual(period)
        expect(periodBefore(timezone, period).end).toBe(period.start)
      }),
      { seed: 47, numRuns: 400 },
    )
  })
})

describe('words for a period', () => {
  /** A Wednesday in week 47. */
  const at = on('2026-11-18')
  test.each([
    ['', '2026-W47'],
    ['本周', '2026-W47'],
    ['上周', '2026-W46'],
    ['上上周', '2026-W45'],
    ['上周周报', '2026-W46'],
    ['last week', '2026-W46'],
    ['2026-W07', '2026-W07'],
    ['2026-w7', '2026-W07'],
    ['W47', '2026-W47'],
    ['47', '2026-W47'],
    ['第47周', '2026-W47'],
    ['第四十七周', '2026-W47'],
    ['50', '2025-W50'],
    ['week 3', '2026-W03'],
    ['2025年第3周', '2025-W03'],
    ['月报', '2026-11'],
    ['上月', '2026-10'],
    ['上个月', '2026-10'],
    ['上月月报', '2026-10'],
    ['last month', '2026-10'],
    ['/month', '2026-11'],
    ['2026-11', '2026-11'],
    ['2026-3', '2026-03'],
    ['2026年3月', '2026-03'],
    ['2026年11月份月报', '2026-11'],
    ['月报 2025-12', '2025-12'],
    ['十二月', '2025-12'],
    ['3月', '2026-03'],
    ['March', '2026-03'],
    ['Dec 2024', '2024-12'],
    ['季报', '2026-Q4'],
    ['上季度', '2026-Q3'],
    ['上个季度', '2026-Q3'],
    ['last quarter', '2026-Q3'],
    ['/quarter', '2026-Q4'],
    ['2026-Q4', '2026-Q4'],
    ['Q3', '2026-Q3'],
    ['三季度', '2026-Q3'],
    ['第二季度', '2026-Q2'],
    ['2025年四季度', '2025-Q4'],
    ['Q2 2025', null],
    ['第60周', null],
    ['13月', null],
    ['昨天的菜', null],
  ])('“%s” means %s', (text, label) => {
    expect(periodIn(text, { at, timezone: zone })?.label ?? null).toBe(label)
  })
})

describe('the hour of a summary', () => {
  const rules = inForce(defaultPolicy(zone), publishedDays)
  const following = (date: string, time?: string) => {
    const { date: day, time: hour } = localParts(zone, nextSummaryAt(zone, rules, on(date, time)))
    return `${day} ${hour}`
  }

  test('is Monday at nine, and the first working day of a month', () => {
    expect(following('2026-11-18')).toBe('2026-11-23 09:00')
    expect(following('2026-11-23', '09:00')).toBe('2026-11-30 09:00')
    expect(following('2026-11-30', '09:00')).toBe('2026-12-01 09:00')
    // May Day and the days around it are off.
    const due = postingsDue(zone, rules, on('2026-05-01', '00:00'), on('2026-05-31'))
    const month = due.find(({ kind }) => kind === 'month')
    expect([localParts(zone, month?.at ?? 0).date, month?.period]).toEqual(['2026-05-06', '2026-04'])
  })

  test('passed in silence, names the last period of each kind', () => {
    const periods = postingsDue(zone, rules, on('2026-09-28', '09:00'), on('2026-12-03'))
    expect(periods.map(({ period }) => period)).toEqual(['2026-W48', '2026-11', '2026-Q3'])
  })

  test('is never for a period that was over before the community came', () => {
    expect(localParts(zone, firstSummaryAt(zone, rules, on('2026-11-23', '08:00'))).date).toBe('2026-11-30')
    expect(localParts(zone, firstSummaryAt(zone, rules, on('2026-12-01', '08:00'))).date).toBe('2026-12-07')
  })

  test('has a day even where nobody ever works', () => {
    const idle = { ...rules, calendar: { ...rules.calendar, hours: {}, specialHours: {} } }
    const due = postingsDue(zone, idle, on('2026-12-01', '00:00'), on('2026-12-02'))
    expect(due.map(({ kind, at }) => [kind, localParts(zone, at).date])).toEqual([['month', '2026-12-01']])
  })
})
