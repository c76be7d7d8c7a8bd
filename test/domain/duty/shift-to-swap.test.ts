import { describe, expect, it } from 'vitest'
import { type DutyShift, type DutySwap, onDuty, type Roster, stretchesOf } from '../../../src/domain/duty/roster.ts'
import { shiftToSwap } from '../../../src/domain/duty/shift-to-swap.ts'
import { localParts, localToUtc } from '../../../src/domain/time/zone.ts'

const zone = 'Asia/Shanghai'
const [wang, liu, sun] = [101, 102, 103]
const row = (
  userId: number,
  day: number | string,
  from: string,
  to: string,
  ...trades: DutyShift['trades']
): DutyShift => ({
  ...{ userId, day, from, to, trades },
})
const at = (date: string, time: string): number => localToUtc(zone, date, time)
const swap = (from: number, to: number, startsAt: number, endsAt: number): DutySwap => ({ from, to, startsAt, endsAt })
const day = (date: string, next: string) => ({ from: at(date, '00:00'), to: at(next, '00:00'), wholeDay: true })

/** Friday 2026-11-20, Saturday the 21st, Sunday the 22nd. 王 Fridays and Saturdays by day, 刘 Friday nights, 孙 one Sunday instead of 王. */
const roster: Roster = {
  timezone: zone,
  shifts: [
    row(wang, 5, '08:00', '20:00'),
    row(liu, 5, '20:00', '08:00'),
    row(wang, 6, '08:00', '12:00', 'elevator'),
    row(wang, 6, '14:00', '20:00'),
    row(wang, 7, '08:00', '20:00'),
    row(sun, '2026-11-22', '08:00', '20:00'),
  ],
}
const now = at('2026-11-18', '10:00') // Wednesday

const told = (found: ReturnType<typeof shiftToSwap>): unknown => {
  if (!found.ok) return found
  const [from, to] = [localParts(zone, found.from), localParts(zone, found.to)]
  return `${found.userId} ${from.date} ${from.time} – ${to.date} ${to.time}`
}

describe('which shift is meant', () => {
  it('is the one that begins on the day; several on one day are one', () => {
    expect(told(shiftToSwap(roster, day('2026-11-20', '2026-11-21'), wang, now))).toBe(
      '101 2026-11-20 08:00 – 2026-11-20 20:00',
    )
    expect(told(shiftToSwap(roster, day('2026-11-21', '2026-11-22'), wang, now))).toBe(
      '101 2026-11-21 08:00 – 2026-11-21 20:00',
    )
    // The night of Friday runs into Saturday and is Friday's.
    expect(told(shiftToSwap(roster, day('2026-11-21', '2026-11-22'), liu, now))).toEqual({
      ok: false,
      why: 'not-on-duty',
    })
  })

  it('is the one an evening lies in', () => {
    const evening = { from: at('2026-11-20', '18:00'), to: at('2026-11-21', '00:00'), wholeDay: false }
    expect(told(shiftToSwap(roster, evening, null, now))).toBe('102 2026-11-20 20:00 – 2026-11-21 08:00')
    expect(told(shiftToSwap(roster, evening, wang, now))).toEqual({ ok: false, why: 'not-on-duty' })
  })

  it('is nobody’s where a later row covers it, past once it has begun, and doubtful among several', () => {
    const sunday = day('2026-11-22', '2026-11-23')
    expect(told(shiftToSwap(roster, sunday, wang, now))).toEqual({ ok: false, why: 'not-on-duty' })
    expect(told(shiftToSwap(roster, sunday, null, now))).toBe('103 2026-11-22 08:00 – 2026-11-22 20:00')
    expect(told(shiftToSwap(roster, sunday, sun, at('2026-11-22', '08:00')))).toEqual({ ok: false, why: 'past' })
    expect(told(shiftToSwap(roster, day('2026-11-20', '2026-11-21'), null, now))).toEqual({
      ok: false,
      why: 'whose',
      among: [wang, liu],
    })
  })
})

describe('a shift taken over', () => {
  const hours = [at('2026-11-20', '08:00'), at('2026-11-20', '20:00')] as const // Friday by day
  const once: Roster = { ...roster, swaps: [swap(wang, liu, ...hours)] }

  it('is the other one’s, for its hours only, and can go on to a third', () => {
    const who = (of: Roster, date: string, time: string) => onDuty(of, null, at(date, time))?.userId
    expect(who(once, '2026-11-20', '08:00')).toBe(liu)
    expect(who(once, '2026-11-20', '19:59')).toBe(liu)
    expect(who(once, '2026-11-27', '08:00')).toBe(wang) // the Friday after
    const on: Roster = { ...roster, swaps: [swap(wang, liu, ...hours), swap(liu, sun, ...hours)] }
    expect(who(on, '2026-11-20', '08:00')).toBe(sun)
    const back: Roster = { ...roster, swaps: [swap(wang, liu, ...hours), swap(liu, wang, ...hours)] }
    expect(who(back, '2026-11-20', '08:00')).toBe(wang)
    expect(who({ ...roster, swaps: [swap(sun, liu, ...hours)] }, '2026-11-20', '08:00')).toBe(wang)
  })

  it('cannot be given away again by the first, only by whoever has it', () => {
    const friday = day('2026-11-20', '2026-11-21')
    expect(shiftToSwap(once, friday, wang, now)).toEqual({ ok: false, why: 'swapped', by: liu })
    expect(told(shiftToSwap(once, friday, liu, now))).toBe('102 2026-11-20 08:00 – 2026-11-21 08:00')
  })

  it('joins the shift that follows on', () => {
    const found = stretchesOf(once, null, at('2026-11-20', '00:00'), at('2026-11-21', '14:00'))
    expect(found.map(({ userId }) => userId)).toEqual([null, liu, null])
  })
})
