import { createPostgresBackend, createRedisBackend, runMigrations, withBackend } from 'bullmq'
import { Redis, type RedisOptions } from 'ioredis'
import pg from 'pg'
import type { Log } from '../app/log.ts'
import type { AlarmKind } from '../domain/post/alarm.ts'
import { openQueues } from './queues.ts'
import type { Queues, Stalls } from './queues-port.ts'

export interface QueueConnection {
  /** Redis to run on; without it BullMQ runs on PostgreSQL. */
  readonly redisUrl?: string | undefined
  readonly databaseUrl: string
  /** In front of every queue's name, so that several installations may share one Redis. */
  readonly prefix?: string
  readonly log: Log
  /** Told of what the owners should hear. */
  readonly alarm?: (of: AlarmKind) => void
  readonly stalls?: Stalls
}

/** BullMQ's tables live in their own schema, made and upgraded by BullMQ. */
const SCHEMA = 'bullmq'

/**
 * Opens the queues on Redis or on PostgreSQL; above this nothing knows which. Does not wait for Redis: while it is
 * down, adding fails fast and the rows in PostgreSQL are served without it. Throws when PostgreSQL cannot be reached.
 */
export function connectQueues(options: QueueConnection): Promise<Queues> {
  return options.redisUrl ? onRedis(options.redisUrl, options) : onPostgres(options)
}

async function onRedis(url: string, { log, prefix = 'huying', alarm, stalls }: QueueConnection): Promise<Queues> {
  const common: RedisOptions = { connectTimeout: 5000, retryStrategy: (times) => Math.min(2000, 100 * times) }
  // Who adds wants to know at once that Redis is away; who works waits for it to come back.
  const producing = new Redis(url, {
    ...common,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    autoResendUnfulfilledCommands: false,
  })
  const working = new Redis(url, { ...common, maxRetriesPerRequest: null })
  const blocking = rememberCopies(working)
  const queues = openQueues({
    backend: 'redis',
    classes: withBackend(createRedisBackend),
    produce: producing,
    work: working,
    prefix,
    log,
    alarm,
    stalls,
    warning: async () => evictionWarning(await producing.info('memory')),
    async end() {
      for (const client of [producing, working, ...blocking]) client.disconnect()
    },
  })
  // An 'error' event nobody listens to ends the process.
  producing.on('error', queues.report)
  working.on('error', queues.report)
  return queues
}

/**
 * Each worker blocks on a copy of its connection and keeps it to itself. While Redis is away such a copy tries for ever
 * and would keep the process alive, so whoever closes needs to know them all.
 */
function rememberCopies(client: Redis): readonly Redis[] {
  const copies: Redis[] = []
  const duplicate = client.duplicate.bind(client)
  Object.assign(client, {
    duplicate(override?: Partial<RedisOptions>) {
      const copy = duplicate(override)
      copies.push(copy)
      return copy
    },
  })
  return copies
}

/** Redis that evicts keys under pressure loses jobs silently; the rows survive it, yet somebody should be told. */
export function evictionWarning(info: string): string | null {
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1]
  if (!policy || policy === 'noeviction') return null
  return `Redis may evict jobs: set maxmemory-policy to noeviction (it is ${policy})`
}

async function onPostgres({ databaseUrl, log, prefix = 'huying', alarm, stalls }: QueueConnection): Promise<Queues> {
  // One small pool for all queues: a listening connection for each worker, the rest shared.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: `-c search_path=${SCHEMA}`,
    max: 9,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
  })
  pool.on('error', (error) => log.warn({ error: error.message.slice(0, 200) }, 'queue connection lost'))
  try {
    const client = await pool.connect()
    try {
      await runMigrations(client, SCHEMA)
    } finally {
      client.release()
    }
  } catch (error) {
    await pool.end()
    throw error
  }
  return openQueues({
    backend: 'postgres',
    classes: withBackend(createPostgresBackend),
    produce: pool,
    work: pool,
    prefix,
    log,
    alarm,
    stalls,
    warning: async () => null,
    end: () => pool.end(),
  })
}
