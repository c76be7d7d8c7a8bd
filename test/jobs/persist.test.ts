import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { persist } from '../../src/jobs/persist.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('writing down what is known', () => {
  it('outlasts a database that is away for a minute', async () => {
    const back = performance.now() + 60_000
    const writing = persist(async () => {
      if (performance.now() < back) throw new Error('ECONNREFUSED')
      return 'written'
    })
    await vi.advanceTimersByTimeAsync(66_000)
    await expect(writing).resolves.toBe('written')
  })

  it('gives up after two minutes with the last fault', async () => {
    const writing = persist(() => Promise.reject(new Error('read-only')))
    const fault = expect(writing).rejects.toThrow('read-only')
    await vi.advanceTimersByTimeAsync(121_000)
    await fault
  })
})
