import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CallbackCounts, threeRates } from '../../../src/domain/rates/three-rates.ts'

const weights = { response: 0.1, resolution: 0.5, satisfaction: 0.4, basically: 0.9 }
const none: CallbackCounts = {
  asked: 0,
  answered: 0,
  solved: 0,
  respondedInTime: 0,
  satisfied: 0,
  basicallySatisfied: 0,
  unsatisfied: 0,
}

test('each rate has its own base, and "basically satisfied" counts nine tenths', () => {
  const counts = {
    asked: 40,
    answered: 25,
    solved: 22,
    respondedInTime: 24,
    satisfied: 15,
    basicallySatisfied: 5,
    unsatisfied: 4,
  }
  const rates = threeRates(counts, weights)
  expect(rates.response).toEqual({ score: 24, count: 24, base: 25, value: 0.96 })
  expect(rates.resolution).toEqual({ score: 22, count: 22, base: 25, value: 0.88 })
  expect(rates.satisfaction).toEqual({ score: 19.5, count: 20, base: 24, value: 0.8125 })
  expect(rates.total).toBeCloseTo(0.1 * 0.96 + 0.5 * 0.88 + 0.4 * 0.8125, 12)
})

test('who did not answer counts neither for nor against', () => {
  const counts = { ...none, asked: 100, answered: 1, solved: 1, respondedInTime: 1, satisfied: 1 }
  expect(threeRates(counts, weights).total).toBe(1)
})

test('without answers there is no rate, and without one of the three no total', () => {
  expect(threeRates(none, weights)).toMatchObject({
    response: { value: null },
    satisfaction: { value: null },
    total: null,
  })
  expect(threeRates({ ...none, asked: 2, answered: 2, solved: 2 }, weights).total).toBeNull()
})

test('every rate stays between 0 and 1', () => {
  const part = fc.nat({ max: 500 })
  fc.assert(
    fc.property(part, part, part, part, part, part, (yes, no, late, satisfied, basicallySatisfied, unsatisfied) => {
      const answered = yes + no
      const respondedInTime = Math.max(0, answered - late)
      const counts = {
        asked: answered,
        answered,
        solved: yes,
        respondedInTime,
        satisfied,
        basicallySatisfied,
        unsatisfied,
      }
      const { response, resolution, satisfaction, total } = threeRates(counts, weights)
      for (const value of [response.value, resolution.value, satisfaction.value, total]) {
        if (value !== null) expect(value >= 0 && value <= 1 + 1e-12).toBe(true)
      }
    }),
    { seed: 20261123 },
  )
})
