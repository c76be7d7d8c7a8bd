import { setTimeout as sleep } from 'node:timers/promises'
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../../src/domain/policy/default-policy.ts'
import { localToUtc } from '../../src/domain/time/zone.ts'
import { backends, deadRedis, givenJobs, NOON, until } from './given-jobs.ts'

const CHAT = -1001
const numbers = (sent: readonly string[]) => sent.map((text) => Number(text.replace(/^.*#/, '')))
const range = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n)

const neighbourhood = {
  name: '幸福里小区',
  timezone: 'Asia/Shanghai',
  language: 'zh-CN',
  households: 1200,
  buildings: [],
  chats: [{ id: CHAT, role: 'residents', title: '业主群', buildings: [], threadId: null }],
  people: [],
  policy: defaultPolicy('Asia/Shanghai'),
} as const

describe.each(backends)('jobs on $backend', ({ redisUrl }) => {
  it('sends what a transaction committed, without a sweep', async () => {
    const g = await givenJobs({ redisUrl })
    await g.jobs.start()
    await g.say([{ chatId: CHAT, number: 1 }])
    await until(() => g.sent().length === 1)
    await until(() => g.jobs.idle())
    expect(g.sent()).toEqual(['#1'])
    expect(await g.store.deliveries.counts()).toMatchObject({ sent: 1, pending: 0, sending: 0 })
    expect(await g.store.deliveries.unqueued(10)).toEqual([])
    expect(g.jobs.health()).toMatchObject({ ok: true, queue: { ok: true, error: null, warning: null } })
  })

  it('wakes for what falls due shortly, without a sweep', async () => {
    const started = Date.now()
    const g = await givenJobs({ redisUrl, clock: { now: () => NOON + Date.now() - started } })
    await g.jobs.start()
    await g.store.transaction(({ due }) => due.addForStranger(-77, NOON + 1200))
    expect(await g.jobs.nextAt()).toBe(NOON + 1200)
    await until(() => g.telegram.heard.length === 1)
    expect(Date.now() - started).toBeGreaterThanOrEqual(1200)
    expect(g.telegram.heard.map(({ what, chatId }) => [what, chatId])).toEqual([['leave', -77]])
    expect(await g.jobs.nextAt()).toBe(null)
  })

  it('every handler run twice does its work once', async () => {
    let now = NOON
    const g = await givenJobs({ redisUrl, clock: { now: () => now } })
    await g.app.importCommunity(neighbourhood)
    const due = await g.store.transaction(({ communities }) => communities.nextSummaryAt(1))
    now = due ?? NOON
    await g.say([{ chatId: CHAT, number: 1 }])
    await g.store.transaction((tx) => tx.due.addForStranger(-77, now))
    const [outbox] = await g.store.deliveries.unqueued(1)
    const [wake] = await g.store.due.upTo(now, 1)
    for (const again of ['a', 'b', 'c']) {
      await g.queues.add('deliver', [{ id: outbox?.id ?? 0, key: again }])
      await g.queues.add('wake', [{ id: wake?.id ?? 0, key: again }])
      await g.queues.add('summary', [{ id: 1, key: again }])
    }
    await g.jobs.start()
    await until(() => g.jobs.idle())
    expect(g.telegram.heard.map(({ what, chatId }) => `${what} ${chatId}`).sort()).toEqual([
      `leave -77`,
      `picture ${CHAT}`,
      `send ${CHAT}`,
    ])
    expect(g.queues.counters.failed).toBe(0)
  })

  it('keeps the order of a chat over 200 messages, sixteen workers and the limits of Telegram', async () => {
    let now = NOON
    const when: number[] = []
    const g = await givenJobs({
      redisUrl,
      clock: { now: () => now },
      courier: (accepting) => ({
        ...accepting,
        send(to, message) {
          when.push(now)
          return accepting.send(to, message)
        },
      }),
    })
    await g.jobs.start()
    await g.say(range(1, 200).map((number) => ({ chatId: CHAT, number, purpose: 'card' })))
    for (let turns = 0; g.sent().length < 200 && turns < 50; turns += 1) {
      await until(() => g.jobs.idle())
      now = (await g.jobs.nextAt()) ?? now
      await g.jobs.sweep()
    }
    expect(numbers(g.sent())).toEqual(range(1, 200))
    const most = Math.max(...when.map((end) => when.filter((at) => at <= end && at > end - 60_000).length))
    expect(most).toBe(17)
    expect(now - NOON).toBe(Math.floor(199 / 17) * 61_000)
  })

  it('F14 the queue is emptied in the middle: one sweep makes the timers anew, nothing is lost or doubled', async () => {
    const started = Date.now()
    const g = await givenJobs({
      redisUrl,
      clock: { now: () => NOON + Date.now() - started },
      courier: (accepting) => ({
        ...accepting,
        async send(to, message) {
          await sleep(15)
          return accepting.send(to, message)
        },
      }),
    })
    await g.jobs.start()
    await g.say(range(1, 20).map((number) => ({ chatId: -number, number, purpose: 'escalation' })))
    const dueAt = NOON + Date.now() - started + 3000
    await g.store.transaction(({ due }) => due.addForStranger(-77, dueAt))
    await until(() => g.sent().length > 3)
    await g.flush()
    await g.jobs.sweep()
    await until(() => g.telegram.heard.some(({ what }) => what === 'leave'))
    await until(() => g.jobs.idle())
    const heard = (kind: string) => g.telegram.heard.filter(({ what }) => what === kind)
    expect(NOON + Date.now() - started).toBeGreaterThanOrEqual(dueAt)
    expect(heard('leave')).toHaveLength(1)
    expect(numbers(heard('send').map(({ text }) => text)).sort((a, b) => a - b)).toEqual(range(1, 20))
    expect(await g.store.deliveries.counts()).toMatchObject({ sent: 21, pending: 0, sending: 0, unknown: 0 })
  })

  it('makes the weekly schedule, and makes it again when the queue forgot it', async () => {
    const g = await givenJobs({ redisUrl })
    await g.app.importCommunity(neighbourhood)
    await g.jobs.sweep()
    await g.jobs.sweep()
    expect(await g.queues.scheduled('summary')).toBe(1)
    await g.flush()
    expect(await g.queues.scheduled('summary')).toBe(0)
    await g.jobs.sweep()
    expect(await g.queues.scheduled('summary')).toBe(1)
  })

  it.each(['relay:before-enqueue', 'relay:after-enqueue', 'deliver:before-sending'])(
    'killed at %s: sent once, after the next sweep',
    async (dieAt) => {
      const g = await givenJobs({ redisUrl, dieAt })
      await g.jobs.start()
      await g.say([{ chatId: CHAT, number: 1, purpose: 'escalation' }])
      await until(async () => !(await g.jobs.idle()) || g.sent().length > 0)
      await g.jobs.sweep()
      await until(() => g.jobs.idle())
      expect(g.sent()).toEqual(['#1'])
    },
  )

  it.each([
    ['deliver:after-sending', 'escalation', ['again: #1']],
    ['deliver:after-http', 'escalation', ['#1', 'again: #1']],
    ['deliver:after-http', 'reminder', ['#1']],
    ['deliver:after-sent', 'escalation', ['#1']],
  ] as const)('killed at %s, %s: Telegram hears %j', async (dieAt, purpose, heard) => {
    const g = await givenJobs({ redisUrl, dieAt })
    await g.jobs.start()
    await g.say([{ chatId: CHAT, number: 1, purpose }])
    await until(async () => (await g.store.deliveries.counts()).pending === 0)
    await until(() => g.jobs.idle())
    await g.jobs.sweep()
    await g.jobs.sweep()
    await until(() => g.jobs.idle())
    expect(g.sent()).toEqual(heard)
    expect(await g.store.deliveries.counts()).toMatchObject({ pending: 0, sending: 0 })
  })

  it('settles what a dead process left before it sends anything, although the clock was put back since', async () => {
    const g = await givenJobs({ redisUrl })
    await g.say([
      { chatId: CHAT, number: 1, purpose: 'escalation' },
      { chatId: CHAT, number: 2 },
    ])
    const left = await g.store.deliveries.head(CHAT, NOON)
    await g.store.deliveries.markSending(left?.id ?? 0, NOON + 3_600_000)
    await g.jobs.start()
    await until(() => g.jobs.idle())
    expect(g.sent()).toEqual(['again: #1', '#2'])
  })

  it('F43 parks a job of an unknown name with its reason', async () => {
    const g = await givenJobs({ redisUrl })
    await g.jobs.start()
    const name = `${g.prefix}-deliver`
    const pool = new pg.Pool({ connectionString: g.url, options: '-c search_path=bullmq' })
    const redis = redisUrl ? new Redis(redisUrl, { maxRetriesPerRequest: null }) : null
    const queue = redis
      ? new (withBackend(createRedisBackend).Queue)(name, { connection: redis })
      : new (withBackend(createPostgresBackend).Queue)(name, { connection: pool })
    await queue.add('whistle', { outboxId: 1 })
    await until(async () => (await queue.getFailedCount()) === 1)
    const [parked] = await queue.getFailed()
    expect([parked?.name, parked?.failedReason, parked?.attemptsMade]).toEqual([
      'whistle',
      'parked: unknown job "whistle"',
      1,
    ])
    await queue.close()
    redis?.disconnect()
    await pool.end()
  })

  it('finishes the message under way when stopped', async () => {
    const g = await givenJobs({
      redisUrl,
      courier: (accepting) => ({
        ...accepting,
        async send(to, message) {
          await sleep(300)
          return accepting.send(to, message)
        },
      }),
    })
    await g.jobs.start()
    await g.say([{ chatId: CHAT, number: 1 }])
    await until(async () => (await g.store.deliveries.counts()).sending === 1)
    await g.jobs.stop()
    expect(await g.store.deliveries.counts()).toMatchObject({ sent: 1, sending: 0 })
  })
})

describe('without any queue', () => {
  it('lets emergencies through while everything else waits for the limit of the whole bot', async () => {
    let now = NOON
    const g = await givenJobs({ clock: { now: () => now } })
    await g.say(range(1, 60).map((number) => ({ chatId: -number, number, purpose: 'card' })))
    await g.say(range(61, 3).map((number) => ({ chatId: -number, number, purpose: 'emergency' })))
    const turns: number[] = []
    while (g.sent().length < 63 && turns.length < 200) {
      await g.jobs.sweep()
      turns.push(now)
      if (turns.length === 1) {
        expect(numbers(g.sent())).toEqual(expect.arrayContaining([61, 62, 63]))
        expect(g.sent().length).toBeLessThanOrEqual(30)
      }
      now = (await g.jobs.nextAt()) ?? now
    }
    expect(numbers(g.sent()).sort((a, b) => a - b)).toEqual(range(1, 63))
    // 29 ordinary messages a second, and hardly a turn in which nothing could go.
    expect(now - NOON).toBeLessThanOrEqual(3000)
  })

  it('Redis away from the start: messages go out at once, due rows by the sweep, and the verdict stays good', async () => {
    const g = await givenJobs({ redisUrl: deadRedis })
    await g.jobs.start()
    await g.say([{ chatId: CHAT, number: 1, purpose: 'escalation' }])
    await until(() => g.sent().length === 1)
    await g.store.transaction(({ due }) => due.addForStranger(-77, NOON))
    await g.jobs.sweep()
    await until(() => g.jobs.idle())
    expect(g.telegram.heard.map(({ what }) => what)).toEqual(['send', 'leave'])
    expect(g.jobs.health()).toMatchObject({ ok: true, queue: { ok: false, backend: 'redis' } })
    expect(g.errors).toEqual([])
  })

  it('a summary whose picture cannot be drawn goes out as text', async () => {
    let now = NOON
    const drawSummary = () => Promise.reject(new Error('no font'))
    const g = await givenJobs({ clock: { now: () => now }, drawSummary })
    await g.app.importCommunity(neighbourhood)
    const nextSummary = () => g.store.transaction(({ communities }) => communities.nextSummaryAt(1))
    now = (await nextSummary()) ?? now
    await g.jobs.sweep()
    expect(g.telegram.heard.map(({ what }) => what)).toEqual(['send'])
    expect(g.sent()[0]).toContain('幸福里小区')
    expect(g.errors.join()).toContain('summary picture not drawn')
    // The first working day of December, for the committee's month, comes before the next Monday.
    expect(await nextSummary()).toBe(localToUtc('Asia/Shanghai', '2026-12-01', '09:00'))
  })

  it('an edit that Telegram did not answer meets a newer change of its card: shown once, as it is now', async () => {
    const g = await givenJobs()
    await g.say([{ chatId: CHAT, number: 1, purpose: 'card' }])
    await g.jobs.sweep()
    const post = (await g.store.transaction(({ posts }) => posts.byMessage(CHAT, 1001))) ?? { id: 0 }
    const show = (number: number) =>
      g.store.transaction(async ({ posts, outbox }) => {
        await posts.setBody(post.id, { kind: 'notice', notice: { key: 'write-details', number } })
        const op = { kind: 'show', postId: post.id } as const
        const row = { communityId: null, chatId: CHAT, ticketId: null, op, notBefore: null, dedupeKey: null } as const
        await outbox.add({ ...row, purpose: 'card' }, NOON)
      })
    await show(2)
    await show(3)
    await g.jobs.sweep()
    expect(g.telegram.heard.map(({ what, text }) => `${what} ${text}`)).toEqual(['send #1', 'edit #3'])
  })
})
