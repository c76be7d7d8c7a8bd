import { expect, it } from 'vitest'
import { nowhere } from '../../../src/domain/category.ts'
import { maySamePlace } from '../../../src/domain/ticket/same-place.ts'

const at = (
  building: string | null,
  unit: string | null = null,
  floor: string | null = null,
  room: string | null = null,
) => ({
  ...nowhere,
  building,
  unit,
  floor,
  room,
})

it('what both name must be the same; what one leaves out may be', () => {
  expect(maySamePlace('power', at('5', '1', '3'), at('5', '1', '3'))).toBe(true)
  expect(maySamePlace('power', at('5', '1', '3'), at('5'))).toBe(true)
  expect(maySamePlace('power', at('5', '1', '3'), at('5', '1', '4'))).toBe(false)
  expect(maySamePlace('power', at('5', '1', '3'), at('5', '2', '3'))).toBe(false)
  expect(maySamePlace('leak', at('5', '1', '5', '501'), at('5', '1', '5', '502'))).toBe(false)
  expect(maySamePlace('power', { ...at('5'), spot: '东侧' }, { ...at('5'), spot: '西侧' })).toBe(false)
})

it('the elevator and the water are one for all floors', () => {
  for (const category of ['elevator', 'water', 'gas', 'heating'] as const) {
    expect(maySamePlace(category, at('5', '1', '3', '302'), at('5', '1', '7', '701'))).toBe(true)
    expect(maySamePlace(category, at('5', '1', '3'), at('5', '2', '3'))).toBe(false)
    expect(maySamePlace(category, at('5'), at('6'))).toBe(false)
  }
})

it('an outage merges along its area, a broken lamp does not', () => {
  expect(maySamePlace('power', at('5', '1', '3'), at('5', '1', '9'), true)).toBe(true)
  expect(maySamePlace('power', at('5', '1', '3'), at('5', '1', '9'), false)).toBe(false)
  expect(maySamePlace('power', at('5', '1'), at('5', '2'), true)).toBe(false)
  expect(maySamePlace('power', at('5'), at('6'), true)).toBe(false)
  expect(maySamePlace('noise', at('5', '1', '3'), at('5', '1', '9'), true)).toBe(false)
})

it('without a building nothing is known to be the same', () => {
  expect(maySamePlace('elevator', at(null), at(null))).toBe(false)
})
