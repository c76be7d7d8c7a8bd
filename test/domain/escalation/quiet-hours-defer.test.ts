import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plan } from '../../../src/domain/escalation/plan.ts'
import type { Policy } from '../../../src/domain/policy/policy.ts'
import { localParts } from '../../../src/domain/time/zone.ts'
import { buildTicket, policy, wednesday10, zone } from '../../support/build-ticket.ts'

const loud: Policy = { ...policy, quietHours: null }
const quiet = (at: number): boolean => {
  const { time } = localParts(zone, at)
  return time >= '22:00' || time < '07:00'
}

it('quiet hours defer and never drop: every step is there, none in the night, in the same order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 14 * 24 * 60 }),
      fc.constantFrom('urgent', 'repair', 'complaint', 'enforcement', 'mediation', 'care'),
      fc.constantFrom('open', 'acknowledged'),
      fc.option(fc.integer({ min: 1, max: 72 * 60 }), { nil: null }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 3000 })), { maxLength: 2 }),
      (minute, kind, status, promised, holds) => {
        const start = wednesday10 + minute * 60_000
        const pauses = holds.map(([from, length]) => [start + from * 60_000, start + (from + length) * 60_000] as const)
        const ticket = buildTicket({
          class: kind as 'urgent' | 'repair',
          urgency: kind === 'urgent' ? 'urgent' : 'normal',
          status: status as 'open' | 'acknowledged',
          openedAt: start,
          clockStart: start,
          pauses,
          promise:
            promised === null ? null : { until: start + promised * 60_000, by: { id: 101, name: '王师傅' }, at: start },
        })
        const spoken = (of: Policy) =>
          plan(ticket, of).filter(({ action }) => action.kind === 'warn' || action.kind === 'level')
        const [deferred, asked] = [spoken(policy), spoken(loud)]
        expect(deferred.map(({ key }) => key)).toEqual(asked.map(({ key }) => key))
        for (const [index, { at }] of deferred.entries()) {
          const wanted = asked[index]?.at ?? 0
          expect(quiet(at)).toBe(false)
          expect(at === wanted || (quiet(wanted) && at > wanted && at - wanted <= 9 * 3_600_000)).toBe(true)
        }
        const order = (steps: typeof asked) => steps.toSorted((a, b) => a.at - b.at).map(({ at }) => at)
        const ranked = asked
          .map(({ at }, index) => [at, deferred[index]?.at ?? 0] as const)
          .toSorted((a, b) => a[0] - b[0])
        expect(ranked.map(([, at]) => at)).toEqual(order(deferred))
      },
    ),
    { seed: 20261118, numRuns: 200 },
  )
})

it('an emergency is deferred by nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7 * 24 * 60 }), (minute) => {
      const start = wednesday10 + minute * 60_000
      const ticket = buildTicket({ class: 'emergency', urgency: 'emergency', openedAt: start, clockStart: start })
      expect(plan(ticket, policy)).toEqual(plan(ticket, loud))
    }),
    { seed: 20261118, numRuns: 50 },
  )
})
