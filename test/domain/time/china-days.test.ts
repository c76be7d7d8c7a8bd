import { expect, test } from 'vitest'
import { daysDigest, publishedDays, withYears } from '../../../src/domain/time/china-days.ts'

const of = (dates: readonly string[], year: string) => dates.filter((date) => date.startsWith(year))

test('2026: Spring Festival is off, the weekend days around the holidays are worked', () => {
  expect(publishedDays.holidays).toContain('2026-02-17')
  expect(of(publishedDays.holidays, '2026')).toHaveLength(33)
  expect(of(publishedDays.makeUpDays, '2026')).toEqual([
    '2026-01-04', // Sun
    '2026-02-14', // Sat
    '2026-02-28', // Sat
    '2026-05-09', // Sat
    '2026-09-20', // Sun
    '2026-10-10', // Sat
  ])
})

test('years before 2024 are left out: no ticket of theirs is open', () => {
  expect(publishedDays.years.slice(0, 3)).toEqual([2024, 2025, 2026])
})

test('a year that is given replaces what was known of it, and no other', () => {
  const days = withYears(publishedDays, [
    { year: 2026, holidays: ['2026-01-01'], makeUpDays: [] },
    { year: 2040, holidays: ['2040-01-02', '2040-01-01'], makeUpDays: ['2040-01-07'] },
  ])
  expect(of(days.holidays, '2025')).toEqual(of(publishedDays.holidays, '2025'))
  expect([of(days.holidays, '2026'), of(days.makeUpDays, '2026')]).toEqual([['2026-01-01'], []])
  expect([of(days.holidays, '2040'), of(days.makeUpDays, '2040')]).toEqual([
    ['2040-01-01', '2040-01-02'],
    ['2040-01-07'],
  ])
  expect(days.years).toEqual([...publishedDays.years, 2040])
})

test('the digest tells other days from the same ones', () => {
  const more = withYears(publishedDays, [{ year: 2040, holidays: ['2040-01-01'], makeUpDays: [] }])
  const other = withYears(publishedDays, [{ year: 2040, holidays: ['2040-01-02'], makeUpDays: [] }])
  expect(daysDigest(withYears(publishedDays, []))).toBe(daysDigest(publishedDays))
  expect(new Set([publishedDays, more, other].map(daysDigest)).size).toBe(3)
})
