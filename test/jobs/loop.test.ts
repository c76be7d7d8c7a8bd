import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startLoop } from '../../src/jobs/loop.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the loop', () => {
  it('never ends by failing: it backs off, turns red after three in a row, and recovers', async () => {
    let broken = true
    const turns: number[] = []
    const start = Date.now()
    const loop = startLoop({
      async turn() {
        turns.push(Date.now() - start)
        if (broken) throw new Error('the database is away')
      },
      pause: async () => 20_000,
      log: { info() {}, warn() {}, error() {} },
    })
    await vi.advanceTimersByTimeAsync(2999)
    expect([turns, loop.health()]).toEqual([[0, 1000], { ok: true, failures: 2 }])
    await vi.advanceTimersByTimeAsync(1)
    expect([turns.at(-1), loop.health()]).toEqual([3000, { ok: false, failures: 3 }])
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(turns.slice(-2).reduce((a, b) => b - a)).toBe(30_000)
    broken = false
    await vi.advanceTimersByTimeAsync(30_000)
    expect(loop.health()).toEqual({ ok: true, failures: 0 })
    await vi.advanceTimersByTimeAsync(40_000)
    expect(turns.slice(-2).reduce((a, b) => b - a)).toBe(20_000)
    await loop.stop()
  })

  it('stops after the turn under way, without waiting for its pause', async () => {
    let finish = () => {}
    let turns = 0
    const loop = startLoop({
      turn() {
        turns += 1
        return turns === 1 ? Promise.resolve() : new Promise<void>((resolve) => (finish = resolve))
      },
      pause: async () => 20_000,
      log: { info() {}, warn() {}, error() {} },
    })
    await vi.advanceTimersByTimeAsync(20_000)
    const stopped = vi.fn()
    const stopping = loop.stop().then(stopped)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(stopped).not.toHaveBeenCalled()
    finish()
    await stopping
    expect(turns).toBe(2)
  })
})
