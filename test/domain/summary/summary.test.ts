import { describe, expect, test } from 'vitest'
import { summarize } from '../../../src/domain/summary/summary.ts'
import { emptyWeek, extremeWeek, monday, plausibleWeek } from '../../reports/plausible-facts.ts'

const sum = (audience: 'residents' | 'staff' | 'committee', facts = plausibleWeek) =>
  summarize(facts, audience, 'Asia/Shanghai')

describe('a summary', () => {
  test('stands beside last week', () => {
    const summary = sum('residents')
    expect(summary.period).toEqual({
      kind: 'week',
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
    expect(summary.promises).toEqual({ kept: 16, broken: 2, moved: 0, keptBefore: 12 })
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
    expect(running.period.running).toBe(true)
    expect(running.longestOpen[0]?.ageDays).toBe(16)
  })

  test('only the committee sees who is late, what came back and what bounced', () => {
    expect(sum('residents').committee).toBeNull()
    expect(sum('staff').committee).toBeNull()
    const part = sum('committee').committee
    expect(part?.overdueByParty.map(({ party }) => party)).toEqual(['property', '防水公司', '城管执法队'])
    expect([part?.reopen.value, part?.bounce.value]).toEqual([2 / 27, 3 / 36])
  })

  test('residents see the three oldest, staff and committee five', () => {
    const [oldest] = plausibleWeek.open
    const many = { ...plausibleWeek, open: Array.from({ length: 7 }, () => oldest ?? []).flat() }
    expect([sum('residents', many).longestOpen.length, sum('committee', many).longestOpen.length]).toEqual([3, 5])
  })

  test('an empty first week divides nothing by zero', () => {
    const summary = sum('committee', emptyWeek)
    expect(summary.opened).toEqual({ now: 0, before: null })
    expect([summary.rates.response.value, summary.rates.total, summary.ratesBefore]).toEqual([null, null, null])
    expect([summary.committee?.reopen.value, summary.committee?.bounce.value]).toEqual([null, null])
    expect(JSON.stringify(summary)).not.toMatch(/NaN|Infinity/)
  })

  test('shows nobody by name but to the committee, and residents no rows at all', () => {
    expect(sum('residents').rows).toEqual([])
    expect(sum('staff').rows.some(({ dimension }) => dimension === 'person')).toBe(false)
    expect(
      sum('committee')
        .rows.filter(({ dimension }) => dimension === 'person')
        .map(({ name }) => name),
    ).toEqual(['王师傅', '刘师傅'])
  })

  test('of a private matter passes on its number, day and age', () => {
    const line = sum('committee').committee?.open.find(({ number }) => number === 101)
    expect(line).toEqual({
      number: 101,
      private: true,
      category: null,
      place: null,
      opened: '2026-11-08',
      ageDays: 15,
      assignee: null,
      party: null,
      holdUntil: null,
      lateDays: null,
    })
    for (const audience of ['residents', 'staff', 'committee'] as const) {
      expect(JSON.stringify(sum(audience).longestOpen)).not.toMatch(/care|601|"number":101/)
    }
  })

  test('does not change the facts it is given', () => {
    const before = JSON.stringify(plausibleWeek)
    sum('committee')
    expect(JSON.stringify(plausibleWeek)).toBe(before)
  })
})
