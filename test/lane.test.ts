import { expect, it } from 'vitest'
import { startWorld } from './support/world.ts'

/** CI names its lanes: then what runs below must really be what the lane is for. */
const lane = process.env.CI_LANE ?? (process.env.REDIS_URL ? 'services' : 'embedded')

it(`the ${lane} lane runs on what it is for`, async () => {
  const world = await startWorld()
  const { parts } = await world.huying.health()
  expect(parts.jobs?.detail?.queue).toMatchObject({ ok: true, backend: lane === 'services' ? 'redis' : 'postgres' })
  expect(process.env.DATABASE_URL === undefined).toBe(lane === 'embedded')
})
