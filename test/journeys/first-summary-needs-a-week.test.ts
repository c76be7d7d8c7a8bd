import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('a community made on Monday morning is not summed up for the week before, but for its first own', async () => {
  const world = await startWorld({ at: '2026-11-16 08:00' })
  await world.until('2026-11-16 12:00')
  expect(world.news()).toEqual({})
  await world.until('2026-11-23 09:00')
  const texts = Object.values(world.news()).flat()
  // Three summaries, and the committee's two files.
  expect(texts).toHaveLength(5)
  expect(texts.every((text) => text.includes('第47周') || text.includes('2026-W47'))).toBe(true)
  expect(world.errors).toEqual([])
})
