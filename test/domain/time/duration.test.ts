import { describe, expect, test } from 'vitest'
import { alwaysOpen, type Calendar, type Slot } from '../../../src/domain/time/calendar.ts'
import { chinaCalendarDays, lastPublishedYear } from '../../../src/domain/time/china-calendar.ts'
import { addDuration, formatDuration, parseDuration } from '../../../src/domain/time/duration.ts'

const twoSlots: readonly Slot[] = [
  ['08:30', '12:00'],
  ['14:00', '18:00'],
]
const office: Calendar = {
  ...alwaysOpen('Asia/Shanghai'),
  hours: { mon: twoSlots, tue: twoSlots, wed: twoSlots, thu: twoSlots, fri: twoSlots },
}
const at = (text: string) => Date.parse(`${text}+08:00`)

describe('ISO 8601 durations', () => {
  test.each([
    ['PT2H', 0, 7_200_000, 'PT2H'],
    ['P3D', 3, 0, 'P3D'],
    ['P1W', 7, 0, 'P7D'],
    ['PT30S', 0, 30_000, 'PT30S'],
    ['PT72H', 0, 259_200_000, 'PT72H'],
    ['P1DT2H', 1, 7_200_000, 'P1DT2H'],
    ['PT90M', 0, 5_400_000, 'PT1H30M'],
    ['PT0.5S', 0, 500, 'PT0.5S'],
    ['PT0S', 0, 0, 'PT0S'],
  ])('%s', (text, days, ms, formatted) => {
    const duration = parseDuration(text)
    expect(duration).toEqual({ days, ms })
    expect(duration && formatDuration(duration)).toBe(formatted)
    expect(parseDuration(formatted)).toEqual(duration)
  })

  test.each([
    '',
    'P',
    'PT',
    'P1DT',
    'P1M',
    'P1Y',
    '2H',
    'pt2h',
    'PT2H ',
    '-PT2H',
    'PT2H30',
    'P1W2D',
    'PT1.5H',
    'P999999999D',
  ])('%j is refused', (text) => expect(parseDuration(text)).toBeNull())
})

describe('adding a duration', () => {
  const threeDays = { days: 3, ms: 0 }
  test('three working days skip the weekend and end at the same time of day', () => {
    expect(addDuration(office, at('2026-11-19T10:05'), threeDays, 'business')).toBe(at('2026-11-24T10:05')) // Thu → Tue
  })
  test('round the clock a day has 24 hours, and a pause still does not count', () => {
    const start = at('2026-11-19T10:05')
    expect(addDuration(office, start, threeDays, 'always')).toBe(at('2026-11-22T10:05'))
    expect(addDuration(office, start, threeDays, 'always', [[start, start + 3_600_000]])).toBe(at('2026-11-22T11:05'))
  })
  test('a pause stops a business clock', () => {
    const pause = [at('2026-11-19T14:00'), at('2026-11-20T09:30')] as const // Thu afternoon and one hour of Fri: 5 h
    expect(addDuration(office, at('2026-11-19T10:00'), { days: 1, ms: 0 }, 'business', [pause])).toBe(
      at('2026-11-20T17:00'),
    )
  })
})

describe('the Chinese calendar', () => {
  test('2026: Spring Festival is off, the Saturdays around it are worked', () => {
    const { holidays, makeUpDays } = chinaCalendarDays(2026, 2026)
    expect(holidays).toContain('2026-02-17')
    expect(holidays).toHaveLength(33)
    expect(makeUpDays).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
  })
  test('years are cut at both ends, and a year without a notice has no days', () => {
    expect(chinaCalendarDays(2025, 2025).holidays.every((date) => date.startsWith('2025-'))).toBe(true)
    expect(chinaCalendarDays(lastPublishedYear + 1, lastPublishedYear + 1)).toEqual({ holidays: [], makeUpDays: [] })
  })
})
