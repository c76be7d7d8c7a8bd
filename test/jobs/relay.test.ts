import { describe, expect, it } from 'vitest'
import type { NewJob } from '../../src/jobs/queues-port.ts'
import type { JobName } from '../../src/jobs/registry.ts'
import { createRelay } from '../../src/jobs/relay.ts'
import { memoryDeliveries } from './memory-deliveries.ts'

const NOON = Date.UTC(2026, 10, 23, 4)
const CHAT = -1001

/** A relay over memory and a queue that takes everything unless it is `down`. */
function given() {
  const outbox = memoryDeliveries(NOON)
  const taken: (NewJob & { name: JobName })[] = []
  const drained: number[] = []
  const dueRows: { id: number; at: number }[] = []
  const clock = { at: NOON, now: () => clock.at }
  const queue = { down: false, adds: 0 }
  let crash: string | null = null
  const relay = createRelay({
    queues: {
      async add(name, jobs) {
        queue.adds += 1
        if (queue.down) throw new Error('connect ECONNREFUSED')
        taken.push(...jobs.map((job) => ({ name, ...job })))
      },
    },
    deliveries: outbox.deliveries,
    due: { upTo: async (until, limit) => dueRows.filter(({ at }) => at <= until).slice(0, limit) },
    deliverer: () => ({
      async drainChat(chatId) {
        drained.push(chatId)
      },
    }),
    clock,
    log: { info() {}, warn() {}, error() {} },
    probe(point) {
      if (point === crash) throw new Error('killed')
    },
  })
  return {
    outbox,
    taken,
    drained,
    dueRows,
    clock,
    queue,
    relay,
    dieAt(point: string | null) {
      crash = point
    },
    queued: () => outbox.rows.map(({ queued }) => queued),
  }
}

describe('the relay', () => {
  it('hands rows over once, the urgent with precedence', async () => {
    const g = given()
    g.outbox.say({ chatId: CHAT, purpose: 'card' })
    g.outbox.say({ chatId: CHAT, purpose: 'emergency' })
    await g.relay.kick()
    await g.relay.kick()
    expect(g.taken).toEqual([
      { name: 'deliver', id: 1, key: '1', priority: 3 },
      { name: 'deliver', id: 2, key: '2', priority: 0 },
    ])
    expect(g.queued()).toEqual([true, true])
  })

  it('hands over more than one batch', async () => {
    const g = given()
    for (let n = 0; n < 1100; n += 1) g.outbox.say({ chatId: -n })
    await g.relay.kick()
    expect(g.taken).toHaveLength(1100)
    expect(g.queued().every(Boolean)).toBe(true)
  })

  it.each([
    ['relay:before-enqueue', 0],
    ['relay:after-enqueue', 1],
  ])('killed at %s: the rows stay unmarked and are handed over by the next run', async (point, before) => {
    const g = given()
    g.outbox.say({ chatId: CHAT })
    g.dieAt(point)
    await g.relay.kick()
    expect([g.taken.length, g.queued()]).toEqual([before, [false]])
    g.dieAt(null)
    await g.relay.kick()
    expect([g.taken.length, g.queued()]).toEqual([before + 1, [true]])
    expect(new Set(g.taken.map(({ key }) => key)).size).toBe(1)
  })

  it('serves the chats itself while the queue is down, the urgent first, and marks nothing', async () => {
    const g = given()
    g.queue.down = true
    g.outbox.say({ chatId: -1, purpose: 'card' })
    g.outbox.say({ chatId: -2, purpose: 'escalation' })
    g.outbox.say({ chatId: -1, purpose: 'card' })
    await g.relay.kick()
    expect(g.drained).toEqual([-2, -1])
    expect(g.queued()).toEqual([false, false, false])
    g.queue.down = false
    await g.relay.kick()
    expect(g.queued()).toEqual([true, true, true])
  })

  it('gives wakes for the next 90 seconds, again only when the hour moved or the queue forgot them', async () => {
    const g = given()
    g.dueRows.push({ id: 5, at: NOON - 1000 }, { id: 6, at: NOON + 60_000 }, { id: 7, at: NOON + 100_000 })
    await g.relay.kick()
    await g.relay.kick()
    expect(g.taken).toEqual([
      { name: 'wake', id: 5, key: `5-${NOON - 1000}`, delayMs: -1000 },
      { name: 'wake', id: 6, key: `6-${NOON + 60_000}`, delayMs: 60_000 },
    ])
    g.dueRows[1] = { id: 6, at: NOON + 70_000 }
    await g.relay.kick()
    expect(g.taken.slice(2)).toEqual([{ name: 'wake', id: 6, key: `6-${NOON + 70_000}`, delayMs: 70_000 }])
    g.relay.forget()
    await g.relay.kick()
    expect(g.taken.slice(3).map(({ id }) => id)).toEqual([5, 6])
  })

  it('a hundred kicks during a run make one more run, which sees all that was committed meanwhile', async () => {
    const g = given()
    g.outbox.say({ chatId: CHAT })
    const first = g.relay.kick()
    const others = Array.from({ length: 100 }, () => g.relay.kick())
    g.outbox.say({ chatId: CHAT })
    await Promise.all([first, ...others])
    expect(g.taken.map(({ id }) => id)).toEqual([1, 2])
    expect(g.queue.adds).toBeLessThanOrEqual(2)
    expect(g.relay.busy()).toBe(false)
  })

  it('a hint is a delayed job of its own, and losing it hurts nobody', async () => {
    const g = given()
    g.relay.hint({ id: 9, purpose: 'escalation' }, NOON + 30_000)
    g.queue.down = true
    g.relay.hint({ id: 9, purpose: 'escalation' }, NOON + 40_000)
    await new Promise(setImmediate)
    expect(g.taken).toEqual([{ name: 'deliver', id: 9, key: `9-${NOON + 30_000}`, delayMs: 30_000, priority: 1 }])
    expect(g.relay.busy()).toBe(false)
  })
})
