import { expect, test } from 'vitest'
import { type Calendar, type Slot, weekdays } from '../../../src/domain/time/calendar.ts'
import { compileCalendar } from '../../../src/domain/time/compiled-calendar.ts'
import { addOpenTime, nextOpen, openTimeBetween, openWindows } from '../../../src/domain/time/open-time.ts'
import { localToUtc } from '../../../src/domain/time/zone.ts'
import { type BusinessTimeCase, businessTimeCases, expectedOf, instant } from './business-time-cases.ts'

function answerOf({ calendar: written, start, pauses = [], ask }: BusinessTimeCase) {
  const { timezone } = written
  const at = (text: string) => instant(text, timezone)
  const { holidays = [], special_hours: specialHours = {}, breaks = {}, hours } = written
  const calendar: Calendar = { timezone, hours, holidays, specialHours, breaks }
  const held = pauses.map(([from, to]) => [at(from), at(to)] as const)
  const from = at(start)
  if ('local' in ask) return localToUtc(timezone, ask.local.date, ask.local.time)
  if ('end' in ask) return Math.floor(openTimeBetween(calendar, from, at(ask.end), held) / 60_000)
  if ('windows' in ask) return openWindows(calendar, from, ask.windows, held)
  if ('next_open' in ask || ask.target_minutes === 0) return nextOpen(calendar, from, held)
  return addOpenTime(calendar, from, ask.target_minutes * 60_000, held)
}

test.each(businessTimeCases.map((one) => [one.note, one] as const))('%s', (_note, one) => {
  expect(answerOf(one)).toEqual(expectedOf(one))
})

test('twenty years cost a step for each day, whatever lies between: not one for each minute', () => {
  const slots: readonly Slot[] = [
    ['08:30', '12:00'],
    ['14:00', '18:00'],
  ]
  const hours = Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, slots]))
  const calendar: Calendar = { timezone: 'Asia/Shanghai', hours, holidays: [], specialHours: {}, breaks: {} }
  const { special } = compileCalendar(calendar)
  let steps = 0
  const visited = (): undefined => {
    steps += 1
    return undefined
  }
  // Each day that is visited is asked for its special hours, once.
  Object.defineProperty(special, 'get', { value: visited })
  const start = Date.parse('2026-11-23T08:30+08:00') // Mon
  const weeks = 52 * 20
  expect(addOpenTime(calendar, start, weeks * 5 * 7.5 * 3_600_000)).toBeGreaterThan(start)
  expect(steps).toBeLessThanOrEqual(weeks * 7 + 3)
  steps = 0
  // A thousand pauses are walked once beside the days, not once for each of them.
  const pauses = Array.from(
    { length: 1000 },
    (_, i) => [start + i * 86_400_000, start + i * 86_400_000 + 60_000] as const,
  )
  openTimeBetween(calendar, start, start + weeks * 7 * 86_400_000, pauses)
  expect(steps).toBeLessThanOrEqual(weeks * 7 + 5)
})
