import { randomBytes } from 'node:crypto'
import { openSession } from '../../src/db/session.ts'
import type { DatabaseStore } from '../../src/db/store.ts'
import type { ChatId } from '../../src/domain/ids.ts'
import { publishedDays } from '../../src/domain/time/china-days.ts'
import { randomIds } from '../../src/ids.ts'
import { openStore } from '../../src/open-store.ts'
import { communitySetup, residentsOf } from './estate.ts'
import { type Helper, startHelper } from './talk.ts'

export interface PeerSettings {
  readonly communities: number
  readonly limits: boolean
}

export type PeerQuestion =
  | { readonly do: 'flood'; readonly kind: 'chatter' | 'reports'; readonly count: number; readonly each: number }
  | { readonly do: 'paced'; readonly perSecond: number; readonly seconds: number }
  | { readonly do: 'jam'; readonly seconds: number }

export interface Arrivals {
  readonly answered: number
  /** Milliseconds from the update being there to its answer being received. */
  readonly p50: number
  readonly p99: number
}

export interface BotSettings {
  readonly apiRoot: string
  readonly token: string
  readonly databaseUrl: string
  readonly redisUrl: string | null
  readonly limits: boolean
  readonly prefix: string
}

/** What a bot got done. */
export interface Load {
  readonly chatterPerSecond: number
  /** For the floor, answered updates. */
  readonly ticketsPerSecond: number
  readonly arrivals: Arrivals
  readonly rssMb: number
}

export interface Jam {
  /** Of what 30 messages a second allow. */
  readonly limitUse: number
  readonly http429: number
  /** From the cry to the staff's card, while thousands of summaries wait; null: it never came. */
  readonly emergencyMs: number | null
}

const communities = 100
const chatter = 3000
const reports = 1000
const pace = { perSecond: 50, seconds: 10 } as const
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** A bot that only writes a row and answers: what the machine gives without the product. */
export const measureFloor = (databaseUrl: string): Promise<Load> => measure('floor', databaseUrl, null)

/** The product on this database, which may hold anything; communities of its own are added. */
export async function measureProduct(databaseUrl: string, redisUrl: string | null): Promise<Load> {
  await withStore(databaseUrl, (store) => found(store, communities))
  return measure('product', databaseUrl, redisUrl)
}

async function measure(who: 'floor' | 'product', databaseUrl: string, redisUrl: string | null): Promise<Load> {
  return withBot(who, { databaseUrl, redisUrl, communities, limits: false }, async (peer, bot) => {
    const flood = (kind: 'chatter' | 'reports', count: number) => {
      const each = who === 'floor' ? 1 : kind === 'chatter' ? 0 : 2
      return peer.ask<{ ms: number }>({ do: 'flood', kind, count, each } satisfies PeerQuestion)
    }
    // Everything is compiled and connected before the watch starts.
    await flood('reports', 100)
    const began = performance.now()
    const said = await flood('chatter', chatter)
    // Confirmed is not yet handled: the product's watch stops when its inbox is empty.
    if (who === 'product') await untilInboxEmpty(databaseUrl)
    const chatterMs = who === 'product' ? performance.now() - began : said.ms
    const { ms } = await flood('reports', reports)
    const arrivals = await peer.ask<Arrivals>({ do: 'paced', ...pace } satisfies PeerQuestion)
    if (arrivals.answered < pace.perSecond * pace.seconds)
      throw new Error(`${who}: ${arrivals.answered} of ${pace.perSecond * pace.seconds} were answered`)
    const { rssMb } = await bot.ask<{ rssMb: number }>({})
    return { chatterPerSecond: (chatter * 1000) / chatterMs, ticketsPerSecond: (reports * 1000) / ms, arrivals, rssMb }
  })
}

/** 500 groups under Telegram's limits, 5,000 summaries waiting, and somebody in danger. */
export async function measureJam(databaseUrl: string, redisUrl: string | null): Promise<Jam> {
  const groups = 500
  await withStore(databaseUrl, async (store) => {
    await found(store, groups)
    for (let round = 0; round < 10; round++) await order(store, groups)
  })
  return withBot('product', { databaseUrl, redisUrl, communities: groups, limits: true }, async (peer) => {
    const { perSecond, refused, emergencyMs } = await peer.ask<{
      perSecond: number
      refused: number
      emergencyMs: number | null
    }>({ do: 'jam', seconds: 45 } satisfies PeerQuestion)
    return { limitUse: perSecond / 30, http429: refused, emergencyMs }
  })
}

interface Bench {
  readonly databaseUrl: string
  readonly redisUrl: string | null
  readonly communities: number
  readonly limits: boolean
}

async function withBot<T>(
  who: 'floor' | 'product',
  { databaseUrl, redisUrl, communities: count, limits }: Bench,
  work: (peer: Helper, bot: Helper) => Promise<T>,
): Promise<T> {
  const peer = await startHelper<{ apiRoot: string; token: string }>(new URL('peer.ts', import.meta.url), {
    communities: count,
    limits,
  } satisfies PeerSettings)
  try {
    const module = new URL(who === 'floor' ? 'floor-bot.ts' : 'product.ts', import.meta.url)
    const prefix = `huying-bench-${randomBytes(4).toString('hex')}`
    const bot = await startHelper(module, {
      ...peer.first,
      databaseUrl,
      redisUrl,
      limits,
      prefix,
    } satisfies BotSettings)
    try {
      return await work(peer.helper, bot.helper)
    } finally {
      await bot.helper.stop()
    }
  } finally {
    await peer.helper.stop()
  }
}

async function withStore<T>(databaseUrl: string, work: (store: DatabaseStore) => Promise<T>): Promise<T> {
  const { store, close } = await openStore({ databaseUrl, dataDir: '', chinaDays: publishedDays, log: quiet })
  try {
    return await work(store)
  } finally {
    await close()
  }
}

async function found(store: DatabaseStore, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await store.transaction((tx) => tx.communities.put(communitySetup(n)))
}

/** One more waiting summary for each group. */
async function order(store: DatabaseStore, groups: number): Promise<void> {
  await store.transaction(async ({ posts, outbox }) => {
    for (let n = 0; n < groups; n++) {
      const chatId = residentsOf(n) as ChatId
      const post = await posts.add({
        communityId: null,
        chatId,
        threadId: null,
        ticketId: null,
        questionId: null,
        body: { kind: 'notice', notice: { key: 'write-details', number: n } },
        token: randomIds.token(),
        replyTo: null,
        key: null,
      })
      const op = { kind: 'show', postId: post.id } as const
      const row = {
        communityId: null,
        chatId,
        ticketId: null,
        op,
        purpose: 'summary',
        notBefore: null,
        dedupeKey: null,
      } as const
      await outbox.add(row, Date.now())
    }
  })
}

async function untilInboxEmpty(databaseUrl: string): Promise<void> {
  const sql = openSession(databaseUrl, { max: 1, name: 'huying bench' })
  try {
    for (;;) {
      const [row] = await sql<
        { waiting: boolean }[]
      >`select exists (select from inbox where status = 'pending') as waiting`
      if (!row?.waiting) return
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  } finally {
    await sql.end({ timeout: 5 })
  }
}
