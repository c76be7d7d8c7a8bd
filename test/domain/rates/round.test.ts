import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultPolicy } from '../../../src/domain/policy/default-policy.ts'
import { rateRows } from '../../../src/domain/rates/rate-row.ts'
import { cameBack, partyOf, type Reply, type Round } from '../../../src/domain/rates/round.ts'
import { callbacksOf, dimensions, noCallbacks, tallies } from '../../../src/domain/rates/tally.ts'
import { threeRates } from '../../../src/domain/rates/three-rates.ts'

const policy = defaultPolicy('Asia/Shanghai')
const monday = Date.UTC(2026, 10, 16, 2)
const hour = 3_600_000

const round: Round = {
  ticketId: 1,
  class: 'repair',
  category: 'elevator',
  building: '3',
  grid: null,
  policyVersion: 1,
  openedAt: monday,
  began: monday,
  acknowledgedAt: monday + hour,
  resolvedAt: monday + 5 * hour,
  solver: { id: 101, name: '王师傅' },
  late: false,
  undone: false,
  reopenedAt: null,
  asked: true,
  reporterId: 401,
  holds: [],
  replies: [],
}

const reply = fc.record<Reply>({
  by: fc.constantFrom(401, 402, 403),
  at: fc.integer({ min: monday + 5 * hour, max: monday + 200 * hour }),
  solved: fc.constantFrom(true, false, null),
  rating: fc.constantFrom('satisfied', 'basically', 'unsatisfied', null),
})
const rounds = fc.array(
  fc.array(reply, { maxLength: 4 }).map((replies): Round => ({ ...round, replies })),
  { maxLength: 12 },
)

test('who does not answer is never content, nothing is divided by zero, and no rate leaves 0 to 1', () => {
  fc.assert(
    fc.property(rounds, (found) => {
      const counts = callbacksOf(found, () => policy)
      const closes = round.resolvedAt + 72 * hour
      const heard = found.filter(({ replies }) => replies.some(({ at, solved }) => at <= closes && solved !== null))
      expect(counts.answered).toBe(heard.length)
      expect(counts.satisfied + counts.basicallySatisfied + counts.unsatisfied).toBeLessThanOrEqual(counts.answered)
      const rows = rateRows(
        tallies(found, [], () => policy),
        policy.rateWeights,
      )
      for (const rates of [threeRates(counts, policy.rateWeights), ...rows.map((row) => row.rates)]) {
        for (const { value, base } of [rates.response, rates.resolution, rates.satisfaction]) {
          if (base === 0) expect(value).toBeNull()
          else expect(value !== null && value >= 0 && value <= 1).toBe(true)
        }
        expect(rates.total === null || (rates.total >= 0 && rates.total <= 1 + 1e-9)).toBe(true)
      }
    }),
    { seed: 47, numRuns: 300 },
  )
})

test('the party that held it up longest answers for it, of equals the last, else the property company', () => {
  const hold = (at: number, party: string | null) => ({ at: monday + at * hour, party })
  expect(partyOf(round)).toBe('property')
  expect(partyOf({ ...round, holds: [hold(1, '配件厂'), hold(2, null), hold(3, '防水公司'), hold(4, null)] })).toBe(
    '防水公司',
  )
  expect(partyOf({ ...round, holds: [hold(1, '配件厂'), hold(3, null), hold(4, '防水公司')] })).toBe('配件厂')
})

test.each(dimensions)('by %s a rate without a base is none, and silence is never satisfied', (dimension) => {
  const none = { dimension, key: '1', name: '1', onTime: 0, late: 0, open: 0, callbacks: noCallbacks }
  const [empty] = rateRows([none], policy.rateWeights)
  expect([empty?.finished, empty?.finishedOnTime].map((rate) => [rate?.base, rate?.value])).toEqual([
    [0, null],
    [0, null],
  ])
  // Finished and asked, and nobody said a word.
  const counted = tallies([{ ...round, grid: '赵网格' }], [], () => policy).filter((row) => row.dimension === dimension)
  const rows = [empty, ...rateRows(counted, policy.rateWeights)]
  expect(rows).toHaveLength(2)
  for (const row of rows) {
    const { response, resolution, satisfaction, total } = row?.rates ?? threeRates(noCallbacks, policy.rateWeights)
    expect([response, resolution, satisfaction].map(({ base, value }) => [base, value])).toEqual(
      Array.from({ length: 3 }, () => [0, null]),
    )
    expect(total).toBeNull()
  }
})

test('a matter came back when it was reopened within the callback window of its resolve, and counts once', () => {
  const window = 72 * hour
  const of = (ticketId: number, reopenedAfter: number | null): Round => {
    const reopenedAt = reopenedAfter === null ? null : round.resolvedAt + reopenedAfter
    return { ...round, ticketId, reopenedAt }
  }
  const found = [of(1, hour), of(1, window), of(2, window), of(3, window + 1), of(4, null)]
  expect(cameBack(found, () => policy)).toBe(2)
  expect(cameBack([], () => policy)).toBe(0)
})
