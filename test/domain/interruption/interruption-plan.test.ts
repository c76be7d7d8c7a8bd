import { expect, test } from 'vitest'
import { interruptionPlan, shortNotice } from '../../../src/domain/interruption/interruption-plan.ts'
import { utilities } from '../../../src/domain/interruption/utility.ts'
import { defaultInterruptions as policy } from '../../../src/domain/policy/interruption-policy.ts'
import { localToUtc } from '../../../src/domain/time/zone.ts'

const timezone = 'Asia/Shanghai'
const at = (local: string) => localToUtc(timezone, `2026-11-${local.slice(0, 2)}`, local.slice(3))
const hour = 3_600_000

function plan(from: string, to: string | null, now: string, emergency = false) {
  const of = { startsAt: at(from), endsAt: to === null ? null : at(to), emergency }
  const steps = interruptionPlan(of, { policy, quiet: ['22:00', '07:00'], timezone }, at(now))
  return steps.map(({ step, at: when }) => {
    const local = new Date(when + 8 * hour).toISOString()
    return `${step} ${local.slice(8, 10)} ${local.slice(11, 16)}`
  })
}

test('reminds, begins, ends, asks, and asks once more', () => {
  expect(plan('19 09:00', '19 15:00', '18 10:00')).toEqual([
    'remind 19 07:00',
    'begin 19 09:00',
    'end 19 15:00',
    'ask 19 15:00',
    'ask-again 19 16:00',
  ])
})

test('by night nobody is reminded and staff are not asked, unless it is a repair', () => {
  // Two hours before 08:00 is night: an hour before is soon enough. Before 06:00 only the evening is left.
  expect(plan('19 08:00', '19 23:00', '18 10:00')).toEqual([
    'remind 19 07:00',
    'begin 19 08:00',
    'end 19 23:00',
    'ask 20 07:00',
    'ask-again 20 08:00',
  ])
  expect(plan('19 06:00', '19 09:00', '18 10:00')[0]).toBe('remind 18 21:30')
  expect(plan('19 20:00', '19 23:00', '19 20:00', true)).toEqual(['end 19 23:00', 'ask 19 23:00', 'ask-again 20 00:00'])
})

test('announced shortly before, it is not reminded of; without an end staff are asked after two hours', () => {
  expect(plan('18 12:00', '18 14:00', '18 10:00')[0]).toBe('begin 18 12:00')
  expect(plan('18 10:00', null, '18 10:00', true)).toEqual(['ask 18 12:00', 'ask-again 18 13:00'])
})

test('the law asks for 7 days (power), 24 hours (water) and 48 hours (gas) ahead, to the minute, and never of a repair', () => {
  const asked = { power: 7 * 24, water: 24, gas: 48 } as const
  for (const utility of utilities) {
    const hours = (asked as Readonly<Record<string, number>>)[utility]
    const now = at('18 10:00')
    const given = (ms: number, emergency = false) =>
      shortNotice({ utility, startsAt: now + ms, emergency }, policy, now)
    if (hours === undefined) {
      expect(given(0)).toBeNull()
      continue
    }
    expect(given(hours * hour)).toBeNull()
    expect(given(hours * hour - 60_000)?.givenMs).toBe(hours * hour - 60_000)
    expect(given(-hour)?.givenMs).toBe(0)
    expect(given(0, true)).toBeNull()
  }
})
