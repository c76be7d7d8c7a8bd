import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterEach } from 'vitest'
import type { Courier } from '../../src/app/courier.ts'
import { createApp } from '../../src/app/create-app.ts'
import type { Clock } from '../../src/app/ports.ts'
import type { Purpose } from '../../src/domain/post/purpose.ts'
import { randomIds } from '../../src/ids.ts'
import { connectQueues } from '../../src/jobs/connection.ts'
import { createJobs, type Jobs } from '../../src/jobs/create-jobs.ts'
import type { Stalls } from '../../src/jobs/queues-port.ts'
import { createTestDatabase } from '../support/database.ts'
import { scriptedCourier } from './scripted-courier.ts'

export const NOON = Date.UTC(2026, 10, 23, 4)

/** Where BullMQ runs. Redis is among them where REDIS_URL names one; a database of it that nobody else uses. */
export const backends: readonly { readonly backend: string; readonly redisUrl: string | undefined }[] = [
  { backend: 'PostgreSQL', redisUrl: undefined },
  ...(process.env.REDIS_URL ? [{ backend: 'Redis', redisUrl: new URL('/9', process.env.REDIS_URL).href }] : []),
]

/** Nobody listens here. */
export const deadRedis = 'redis://127.0.0.1:1'

export interface GivenJobs {
  readonly redisUrl?: string | undefined
  readonly clock?: Clock
  readonly courier?: (accepting: Courier) => Courier
  readonly drawSummary?: () => Promise<Uint8Array>
  /** A point at which sending fails as if the process had died, once. */
  readonly dieAt?: string
  readonly stalls?: Stalls
}

let clean: (() => Promise<void>)[] = []

afterEach(async () => {
  const steps = clean
  clean = []
  for (const step of steps.reverse()) await step()
})

/** Jobs over a database of their own, the real store and the real use cases; only Telegram is in memory. */
export async function givenJobs({
  redisUrl,
  clock = { now: () => NOON },
  courier,
  drawSummary,
  dieAt,
  stalls,
}: GivenJobs = {}) {
  const database = await createTestDatabase()
  clean.push(() => database.drop())
  const { store, url } = database
  const prefix = url.split('/').at(-1) ?? ''
  const telegram = scriptedCourier()
  const errors: string[] = []
  const points = new Set(dieAt === undefined ? [] : [dieAt])
  const app = createApp({
    store,
    clock,
    ids: randomIds,
    bot: () => ({ id: 1, username: 'huying_bot', canReadAll: true }),
    chatMember: async () => 'none',
  })
  const queues = await connectQueues({
    redisUrl,
    databaseUrl: url,
    prefix,
    ...(stalls && { stalls }),
    alarm: (of) => void app.alarm(of),
    log: { info() {}, warn() {}, error() {} },
  })
  const jobs: Jobs = createJobs({
    queues,
    store,
    deliveries: store.deliveries,
    due: store.due,
    app,
    clock,
    courier: courier?.(telegram.courier) ?? telegram.courier,
    render: (body, { resend }) => {
      if (body.kind === 'notice' && body.notice.key === 'alarm')
        return { html: body.notice.of, keyboard: [], forceReply: null }
      const number = body.kind === 'notice' && body.notice.key === 'write-details' ? body.notice.number : 0
      return { html: resend ? `again: #${number}` : `#${number}`, keyboard: [], forceReply: null }
    },
    drawSummary: drawSummary ?? (async () => new Uint8Array([1])),
    summaryFiles: async () => [],
    log: { info() {}, warn() {}, error: (facts, message) => errors.push(`${message} ${JSON.stringify(facts)}`) },
    onUnauthorized: () => errors.push('unauthorized'),
    sweepEveryMs: null,
    probe(point) {
      if (points.delete(point)) throw new Error('killed')
    },
  })
  clean.push(() => jobs.stop())

  return {
    app,
    store,
    url,
    prefix,
    jobs,
    queues,
    telegram,
    errors,
    sent: () => telegram.heard.map(({ text }) => text),
    /** Commits messages `#number` to chats, in one transaction. */
    say: (messages: readonly { chatId: number; number: number; purpose?: Purpose }[]) =>
      store.transaction(async ({ posts, outbox }) => {
        for (const { chatId, number, purpose = 'reply' } of messages) {
          const post = await posts.add({
            communityId: null,
            chatId,
            threadId: null,
            ticketId: null,
            questionId: null,
            body: { kind: 'notice', notice: { key: 'write-details', number } },
            token: randomIds.token(),
            replyTo: null,
            key: null,
          })
          const op = { kind: 'show', postId: post.id } as const
          const row = { communityId: null, chatId, ticketId: null, op, purpose, notBefore: null, dedupeKey: null }
          await outbox.add(row, NOON)
        }
      }),
    /** Every connection to the queue's tables ends, and they are empty: as far as PostgreSQL can lose what it committed. */
    async loseQueueTables() {
      const client = new pg.Client(url)
      await client.connect()
      await client.query('truncate bullmq.job, bullmq.scheduler, bullmq.event cascade')
      await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and application_name not like 'huying%'`)
      await client.end()
    },
    /** Whether the database takes connections, while those it has end. */
    async refuseConnections(refuses: boolean) {
      const server = new URL(url)
      const name = server.pathname.slice(1)
      server.pathname = '/postgres'
      const client = new pg.Client(server.href)
      await client.connect()
      await client.query(`alter database ${name} allow_connections ${!refuses}`)
      if (refuses)
        await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
      await client.end()
    },
    /** The queue forgets everything, like FLUSHALL. */
    async flush() {
      if (redisUrl) {
        const redis = new Redis(redisUrl)
        await redis.flushdb()
        redis.disconnect()
        return
      }
      const client = new pg.Client(url)
      await client.connect()
      await client.query('truncate bullmq.job, bullmq.scheduler, bullmq.event cascade')
      await client.end()
    },
  }
}

/** Waits until `holds`, looking often; fails after `ms`. */
export async function until(holds: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const end = performance.now() + ms
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`did not hold within ${ms} ms: ${holds}`)
    await sleep(10)
  }
}
