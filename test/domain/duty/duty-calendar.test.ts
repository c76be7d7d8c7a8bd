import { describe, expect, it } from 'vitest'
import { dutyEntries } from '../../../src/domain/duty/duty-calendar.ts'
import type { DutyShift, Roster } from '../../../src/domain/duty/roster.ts'
import { localParts, localToUtc } from '../../../src/domain/time/zone.ts'

const zone = 'Asia/Shanghai'
const names = new Map([
  [101, { name: '王师傅' }],
  [102, { name: '刘师傅' }],
])
const weekly = (userId: number, day: number, from: string, to: string, ...trades: DutyShift['trades']): DutyShift => ({
  ...{ userId, day, from, to, trades },
})
const of = (...shifts: DutyShift[]): Roster => ({ timezone: zone, shifts })
const at = (date: string, time: string): number => localToUtc(zone, date, time)
const told = (roster: Roster, now: number): string[] =>
  dutyEntries(roster, names, now).entries.map(({ from, to, who, trades }) => {
    const [a, b] = [localParts(zone, from), localParts(zone, to)]
    return `${a.date} ${a.time} – ${b.date} ${b.time} ${who} ${trades.join()}`.trim()
  })

describe('the roster as a calendar', () => {
  it('reaches from four weeks back to thirteen ahead, with one entry for kinds of matter that go together', () => {
    // Wednesday 2026-11-18. Mondays by day for two kinds, Mondays at night for everything.
    const roster = of(weekly(101, 1, '08:00', '20:00', 'elevator', 'power'), weekly(102, 1, '20:00', '08:00'))
    const entries = told(roster, at('2026-11-18', '10:00'))
    expect(entries).toHaveLength(17 * 2)
    expect(entries.slice(0, 2)).toEqual([
      '2026-10-26 08:00 – 2026-10-26 20:00 王师傅 elevator,power',
      '2026-10-26 20:00 – 2026-10-27 08:00 刘师傅',
    ])
    expect(entries.at(-1)).toBe('2027-02-15 20:00 – 2027-02-16 08:00 刘师傅')
  })

  it('is the same at every hour of a day, and an entry stays what it is when the days go on', () => {
    const always = of(...[1, 2, 3, 4, 5, 6, 7].map((day) => weekly(101, day, '09:00', '09:00')))
    const today = dutyEntries(always, names, at('2026-11-18', '00:00'))
    expect(dutyEntries(always, names, at('2026-11-18', '23:59'))).toEqual(today)
    const tomorrow = told(always, at('2026-11-19', '10:00'))
    expect(told(always, at('2026-11-18', '10:00')).slice(1)).toEqual(tomorrow.slice(0, -1))
    expect(tomorrow[0]).toBe('2026-10-22 00:00 – 2026-10-23 00:00 王师傅')
  })

  it('leaves out gaps and people who hold the office no more', () => {
    expect(told(of(weekly(999, 1, '08:00', '20:00')), at('2026-11-18', '10:00'))).toEqual([])
    expect(told(of(), at('2026-11-18', '10:00'))).toEqual([])
  })
})
