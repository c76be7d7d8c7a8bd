import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { startOwnRedis } from '../support/own-redis.ts'
import { backends, givenJobs, NOON, until } from './given-jobs.ts'

// Processes are started, and locks run out in real time.
vi.setConfig({ testTimeout: 60_000 })

const CHAT = -1001
const OWNER = 9
const stalls = { lockMs: 1000, lookEveryMs: 300 }

/** The process of other-worker.ts, killed at the end of its test at the latest. */
function otherWorker(mode: 'die' | 'serve', g: { url: string; prefix: string }, redisUrl: string | undefined) {
  const args = ['--import', 'tsx', 'test/jobs/other-worker.ts', mode, g.url, g.prefix, redisUrl ?? '']
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { ended, lines: (line: string) => said.split('\n').filter((one) => one === line).length }
}

describe.each(backends)('trouble with the queue on $backend', ({ backend, redisUrl }) => {
  it('F15 the queue comes back empty after a restart: one sweep makes the timers anew, nothing is lost or doubled', async () => {
    const redis = redisUrl === undefined ? null : await startOwnRedis()
    const started = Date.now()
    const clock = { now: () => NOON + Date.now() - started }
    const g = await givenJobs({ redisUrl: redis?.url, clock })
    await g.jobs.start()
    const later = clock.now() + 4000
    await g.store.transaction(({ due }) => due.addForStranger(-77, later))
    await g.jobs.kick()
    expect(await g.queues.delayed('wake')).toBe(1)
    if (redis) await redis.restart()
    else await g.loseQueueTables()
    await until(async () => (await g.queues.delayed('wake').catch(() => -1)) === 0)
    await g.say([{ chatId: CHAT, number: 1, purpose: 'escalation' }])
    await g.queues.heal()
    await g.jobs.sweep()
    expect(await g.queues.delayed('wake')).toBe(1)
    // The new timer rings; nobody sweeps.
    await until(() => g.telegram.heard.some(({ what }) => what === 'leave'))
    expect(clock.now()).toBeGreaterThanOrEqual(later)
    await until(() => g.jobs.idle())
    expect(g.telegram.heard.map(({ what }) => what)).toEqual(['send', 'leave'])
  })

  it('F17 a queue that may drop jobs alarms the owners at the start; what it drops is sent by the sweep', async () => {
    const redis = redisUrl === undefined ? null : await startOwnRedis('--maxmemory-policy', 'allkeys-lru')
    const g = await givenJobs({ redisUrl: redis?.url })
    await g.app.addOwners([OWNER])
    await g.jobs.start()
    if (redis) await until(() => g.telegram.heard.some(({ chatId }) => chatId === OWNER))
    await until(() => g.jobs.idle())
    const warning = redis ? expect.stringContaining('allkeys-lru') : null
    expect(g.jobs.health()).toMatchObject({ ok: true, queue: { warning } })
    // Every key is evicted before the job is taken. PostgreSQL evicts nothing: nothing to be told.
    await redis?.client.config('SET', 'maxmemory', '1')
    await g.say([{ chatId: CHAT, number: 1, purpose: 'escalation' }])
    await g.jobs.sweep()
    await until(() => g.jobs.idle())
    expect(g.sent()).toEqual(backend === 'Redis' ? ['queue-may-forget', '#1'] : ['#1'])
  })

  it('F18 a job whose workers died too often is given up: the owners hear it and the sweep sends, once', async () => {
    const g = await givenJobs({ redisUrl, stalls })
    await g.app.addOwners([OWNER])
    await g.say([{ chatId: CHAT, number: 1, purpose: 'escalation' }])
    const [row] = await g.store.deliveries.unqueued(1)
    await g.queues.add('deliver', [{ id: row?.id ?? 0, key: 'fatal' }])
    await g.store.deliveries.markQueued([row?.id ?? 0], NOON)
    for (let deaths = 0; deaths < 3; deaths += 1) {
      const [, signal] = await otherWorker('die', g, redisUrl).ended
      expect(signal).toBe('SIGKILL')
    }
    await g.jobs.start()
    await until(() => g.sent().includes('job-given-up'), 20_000)
    expect(g.sent()).toEqual(['job-given-up'])
    expect(g.queues.counters.failed).toBe(1)
    await g.jobs.sweep()
    await g.jobs.sweep()
    await until(() => g.jobs.idle())
    expect(g.sent()).toEqual(['job-given-up', '#1'])
  })

  it('F19 a process stands still while it sends and loses its lock to another: sent once', async () => {
    let still = false
    const g = await givenJobs({
      redisUrl,
      stalls,
      courier: (accepting) => ({
        ...accepting,
        send(to, message) {
          still = true
          // Nothing of this process runs meanwhile, as in a long garbage collection or on a machine that is paused.
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5000)
          return accepting.send(to, message)
        },
      }),
    })
    const other = otherWorker('serve', g, redisUrl)
    await until(() => other.lines('ready') > 0, 20_000)
    // The other may take the job as well: then it is its own to send, and another message is tried.
    for (let number = 1; !still && number < 20; number += 1) {
      if (number === 1) await g.jobs.start()
      await g.say([{ chatId: CHAT - number, number, purpose: 'escalation' }])
      await until(async () => (await g.store.deliveries.counts()).pending === 0)
    }
    await until(() => other.lines('stalled') > 0, 20_000)
    await until(() => g.jobs.idle())
    const { sent, ...rest } = await g.store.deliveries.counts()
    expect(g.sent().length + other.lines('sent')).toBe(sent)
    expect(rest).toMatchObject({ pending: 0, sending: 0, unknown: 0 })
    expect(g.sent()).toHaveLength(1)
  })
})

it('a database that refuses every connection is asked now and then, not in a storm, and the queue on it serves again', async () => {
  const g = await givenJobs()
  await g.jobs.start()
  await until(() => g.jobs.idle())
  const before = g.queues.counters.errors
  await g.refuseConnections(true)
  await sleep(4000)
  // Three workers that look every two seconds, and what else BullMQ asks for by itself; a storm is more than a thousand.
  expect(g.queues.counters.errors - before).toBeLessThan(150)
  await g.refuseConnections(false)
  await until(async () => {
    await g.queues.heal()
    return g.queues.health().ok
  }, 20_000)
  await g.say([{ chatId: CHAT, number: 1, purpose: 'escalation' }])
  await until(() => g.sent().length > 0, 20_000)
  expect(g.sent()).toEqual(['#1'])
})
