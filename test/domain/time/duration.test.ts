import { describe, expect, test } from 'vitest'
import { alwaysOpen, type Calendar, type Slot } from '../../../src/domain/time/calendar.ts'
import { addDuration, formatDuration, parseDuration } from '../../../src/domain/time/duration.ts'
import { daytimeBeside } from '../../../src/domain/time/quiet-hours.ts'

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

describe('in daytime', () => {
  const days: Calendar = { ...office, holidays: ['2026-11-20'], daytime: ['07:00', '22:00'] }
  test.each([
    ['2026-11-18T10:00', { days: 0, ms: 1_800_000 }, '2026-11-18T10:30'], // Wed
    ['2026-11-18T12:10', { days: 0, ms: 1_800_000 }, '2026-11-18T12:40'], // Wed, noon is daytime
    ['2026-11-18T21:30', { days: 0, ms: 1_800_000 }, '2026-11-18T22:00'], // Wed, exactly at the end of the day
    ['2026-11-18T21:45', { days: 0, ms: 1_800_000 }, '2026-11-19T07:15'], // Wed → Thu
    ['2026-11-19T23:50', { days: 0, ms: 1_800_000 }, '2026-11-20T07:30'], // Thu night → Fri, a holiday
    ['2026-11-21T03:00', { days: 0, ms: 1_800_000 }, '2026-11-21T07:30'], // Sat
    ['2026-11-20T09:00', { days: 1, ms: 0 }, '2026-11-21T09:00'], // Fri → Sat: a day of daytime is a day
  ])('%s', (start, duration, due) => {
    expect(addDuration(days, at(start), duration, 'daytime')).toBe(at(due))
  })

  test('a pause stops it, and without quiet hours it runs round the clock', () => {
    const half = { days: 0, ms: 1_800_000 }
    const pause = [at('2026-11-18T21:40'), at('2026-11-19T08:00')] as const
    expect(addDuration(days, at('2026-11-18T21:30'), half, 'daytime', [pause])).toBe(at('2026-11-19T08:20'))
    expect(addDuration(office, at('2026-11-18T23:45'), half, 'daytime')).toBe(at('2026-11-19T00:15'))
  })

  test('is what quiet hours leave of a day', () => {
    expect(daytimeBeside(['22:00', '07:00'])).toEqual(['07:00', '22:00'])
    expect(daytimeBeside(['22:00', '24:00'])).toEqual(['00:00', '22:00'])
    expect(daytimeBeside(['00:00', '06:30'])).toEqual(['06:30', '00:00'])
    expect([daytimeBeside(null), daytimeBeside(['12:00', '12:00'])]).toEqual([null, null])
  })
})
