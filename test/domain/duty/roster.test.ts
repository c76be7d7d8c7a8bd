import { describe, expect, it } from 'vitest'
import { type DutyShift, onDuty, type Roster, stretchesOf, tradesOf } from '../../../src/domain/duty/roster.ts'
import { localToUtc } from '../../../src/domain/time/zone.ts'

const zone = 'Asia/Shanghai'
const wang = 101
const liu = 102
const sun = 103

const row = (
  userId: number,
  day: number | string,
  from: string,
  to: string,
  ...trades: DutyShift['trades']
): DutyShift => ({
  userId,
  day,
  from,
  to,
  trades,
})

/** Monday is 2026-11-16, Friday the 20th, Saturday the 21st, Sunday the 22nd. */
const roster: Roster = {
  timezone: zone,
  shifts: [
    row(wang, 1, '08:00', '20:00', 'elevator', 'power'),
    row(liu, 1, '08:00', '20:00', 'water'),
    row(liu, 5, '20:00', '08:00'),
    row(sun, '2026-11-20', '22:00', '24:00', 'elevator'),
  ],
}

const who = (date: string, time: string, trade: Parameters<typeof onDuty>[1], of = roster) =>
  onDuty(of, trade, localToUtc(of.timezone, date, time))?.userId ?? null

describe('who is on duty', () => {
  it.each([
    ['Monday before the shift', '2026-11-16', '07:59', 'elevator', null],
    ['Monday as it begins', '2026-11-16', '08:00', 'elevator', wang],
    ['Monday, another trade', '2026-11-16', '08:00', 'water', liu],
    ['Monday, a trade nobody has', '2026-11-16', '12:00', 'gas', null],
    ['Monday as it ends', '2026-11-16', '20:00', 'elevator', null],
    ['Tuesday', '2026-11-17', '12:00', 'elevator', null],
    ['Friday evening, everything', '2026-11-20', '20:00', 'gas', liu],
    ['Friday at ten: the later row wins', '2026-11-20', '22:00', 'elevator', sun],
    ['Friday at ten, another trade: it does not', '2026-11-20', '22:00', 'water', liu],
    ['Saturday after midnight: the shift goes on', '2026-11-21', '00:00', 'elevator', liu],
    ['Saturday as the night ends', '2026-11-21', '08:00', 'elevator', null],
    ['the next Friday at ten: the dated row is over', '2026-11-27', '22:00', 'elevator', liu],
  ] as const)('%s', (_name, date, time, trade, expected) => {
    expect(who(date, time, trade)).toBe(expected)
  })

  it('says which row decides', () => {
    expect(onDuty(roster, 'elevator', localToUtc(zone, '2026-11-20', '22:30'))).toEqual({ userId: sun, shift: 3 })
  })

  it('asked for matters that no row names, counts rows for everything only', () => {
    expect(who('2026-11-16', '12:00', null)).toBeNull()
    expect(who('2026-11-20', '21:00', null)).toBe(liu)
  })
})

describe('stretches', () => {
  const at = (date: string, time: string) => localToUtc(zone, date, time)

  it('cover the span without holes, gaps among them', () => {
    expect(stretchesOf(roster, 'elevator', at('2026-11-20', '19:00'), at('2026-11-21', '09:00'))).toEqual([
      { from: at('2026-11-20', '19:00'), to: at('2026-11-20', '20:00'), userId: null, shift: null },
      { from: at('2026-11-20', '20:00'), to: at('2026-11-20', '22:00'), userId: liu, shift: 2 },
      { from: at('2026-11-20', '22:00'), to: at('2026-11-21', '00:00'), userId: sun, shift: 3 },
      { from: at('2026-11-21', '00:00'), to: at('2026-11-21', '08:00'), userId: liu, shift: 2 },
      { from: at('2026-11-21', '08:00'), to: at('2026-11-21', '09:00'), userId: null, shift: null },
    ])
  })

  it('of one person that follow on are one', () => {
    const always: Roster = { timezone: zone, shifts: [1, 2, 3].map((day) => row(wang, day, '00:00', '24:00')) }
    expect(stretchesOf(always, 'gas', at('2026-11-16', '00:00'), at('2026-11-19', '00:00'))).toHaveLength(1)
  })

  it('follow the clocks when they change in the night: Berlin, 25 October 2026, a Sunday, has an hour more', () => {
    const berlin: Roster = { timezone: 'Europe/Berlin', shifts: [row(wang, 6, '22:00', '06:00')] }
    const [night] = stretchesOf(
      berlin,
      'gas',
      localToUtc('Europe/Berlin', '2026-10-24', '22:00'),
      localToUtc('Europe/Berlin', '2026-10-25', '07:00'),
    )
    expect(((night?.to ?? 0) - (night?.from ?? 0)) / 3_600_000).toBe(9)
  })

  it('a shift from eight to eight lasts a day', () => {
    const day: Roster = { timezone: zone, shifts: [row(wang, 1, '08:00', '08:00')] }
    expect(who('2026-11-17', '07:59', 'gas', day)).toBe(wang)
    expect(who('2026-11-17', '08:00', 'gas', day)).toBeNull()
  })
})

it('names the trades of its rows, and the rest where a row is for everything', () => {
  expect(tradesOf(roster)).toEqual(['elevator', 'power', 'water', null])
})
