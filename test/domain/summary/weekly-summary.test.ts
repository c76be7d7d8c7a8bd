import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '../../../src/domain/policy/default-policy.ts'
import { weeklySummary } from '../../../src/domain/summary/weekly-summary.ts'
import { emptyWeek, extremeWeek, monday, plausibleWeek } from '../../reports/plausible-week.ts'

const { rateWeights } = defaultPolicy('Asia/Shanghai')
const sum = (audience: 'residents' | 'staff' | 'committee', facts = plausibleWeek) =>
  weeklySummary(facts, audience, 'Asia/Shanghai', rateWeights)

describe('the weekly summary', () => {
  test('stands beside last week', () => {
    const summary = sum('residents')
    expect(summary.week).toEqual({
      label: '2026-W47',
      number: 47,
      first: '2026-11-16',
      last: '2026-11-22',
      running: false,
    })
    expect([summary.opened, summary.resolved, summary.carriedOver]).toEqual([
      { now: 23, before: 31 },
      { now: 27, before: 24 },
      { now: 9, before: 13 },
    ])
    expect(summary.ratesBefore?.resolution.value).toBe(17 / 20)
    expect(summary.promises).toEqual({ kept: 16, broken: 2, keptBefore: 12 })
  })

  test('sorts kinds by number and buildings by reports per 100 households, unknown sizes last', () => {
    const summary = sum('residents')
    expect(summary.byCategory.slice(0, 4).map(({ category }) => category)).toEqual([
      'elevator',
      'power',
      'leak',
      'sanitation',
    ])
    expect(summary.byBuilding[0]).toEqual({ building: '3', opened: 8, per100: (8 * 100) / 216 })
    expect(sum('staff', extremeWeek).byBuilding.at(-1)).toEqual({ building: '7', opened: 309, per100: null })
  })

  test('says how old the oldest is and whom it waits for, by local dates', () => {
    const [first, second, third] = sum('residents').longestOpen
    expect([first?.ageDays, first?.hold]).toEqual([21, { party: '防水公司', until: '2026-12-03' }])
    expect([second?.ageDays, third?.ageDays, third?.hold]).toEqual([13, 8, null])
  })

  test('a week that still runs is aged up to now', () => {
    const running = sum('residents', { ...plausibleWeek, asOf: monday + 2 * 86_400_000 })
    expect(running.week.running).toBe(true)
    expect(running.longestOpen[0]?.ageDays).toBe(16)
  })

  test('only the committee sees who is late, what came back and what bounced', () => {
    expect(sum('residents').committee).toBeNull()
    expect(sum('staff').committee).toBeNull()
    const part = sum('committee').committee
    expect(part?.overdueByParty.map(({ party }) => party)).toEqual(['property', 'developer', 'utility'])
    expect([part?.reopen.value, part?.bounce.value]).toEqual([2 / 27, 3 / 36])
  })

  test('residents see the three oldest, staff and committee five', () => {
    const [oldest] = plausibleWeek.longestOpen
    const many = {
      ...plausibleWeek,
      longestOpen: Array.from({ length: 7 }, () => oldest ?? plausibleWeek.longestOpen).flat(),
    }
    expect([sum('residents', many).longestOpen.length, sum('committee', many).longestOpen.length]).toEqual([3, 5])
  })

  test('an empty first week divides nothing by zero', () => {
    const summary = sum('committee', emptyWeek)
    expect(summary.opened).toEqual({ now: 0, before: null })
    expect([summary.rates.response.value, summary.rates.total, summary.ratesBefore]).toEqual([null, null, null])
    expect([summary.committee?.reopen.value, summary.committee?.bounce.value]).toEqual([null, null])
    expect(JSON.stringify(summary)).not.toMatch(/NaN|Infinity/)
  })

  test('does not change the facts it is given', () => {
    const before = JSON.stringify(plausibleWeek)
    sum('committee')
    expect(JSON.stringify(plausibleWeek)).toBe(before)
  })
})
