import { createApp } from '../src/app/create-app.ts'
import type { IncomingMessage } from '../src/app/incoming.ts'
import type { Log } from '../src/app/log.ts'
import { type MovableClock, standingClock } from '../src/clocks.ts'
import { openSession, type Sql } from '../src/db/session.ts'
import type { DatabaseStore } from '../src/db/store.ts'
import { defaultPolicy } from '../src/domain/policy/default-policy.ts'
import { publishedDays } from '../src/domain/time/china-days.ts'
import { randomIds } from '../src/ids.ts'
import { createSweeper, type Sweeper } from '../src/jobs/sweep.ts'
import { openTemporaryDatabase } from '../src/neighbourhood/temporary-database.ts'
import { openStore } from '../src/open-store.ts'
import { fillHistory } from './history.ts'

const zone = 'Asia/Shanghai'
/** Wednesday 2026-11-18 09:00 in Shanghai; an ordinary repair is to be taken within two working hours. */
const morning = Date.UTC(2026, 10, 18, 1)
/** By then what the bot asked before registering it ("the same as #12?") has registered itself. */
const registered = morning + 11 * 60_000
/** Just after the matters became overdue, and after each further level: a sweep finds all of them due each time. */
const rounds = [Date.UTC(2026, 10, 18, 3, 15), Date.UTC(2026, 10, 18, 7, 15), Date.UTC(2026, 10, 19, 3, 15)]
const residents = -1001
const botId = 1

/** A database with `stored` older tickets of one community, and `overdue` of this morning's that nobody took in time. */
export interface Neighbourhood {
  readonly databaseUrl: string
  readonly communityId: number
  /** When a sweep finds all of the morning's tickets due, one time after the other. */
  readonly rounds: readonly number[]
  close(): Promise<void>
}

/** What one sweep cost. */
export interface SweepCost {
  readonly decided: number
  readonly ms: number
  /** Rows read, written and changed in all tables, as PostgreSQL counts them. */
  readonly rowsTouched: number
}

/** Builds one; a million tickets take some minutes. */
export async function openNeighbourhood(
  databaseUrl: string | null,
  { stored, overdue, log }: { readonly stored: number; readonly overdue: number; readonly log: Log },
): Promise<Neighbourhood> {
  const temporary = await openTemporaryDatabase(databaseUrl, log)
  const url = temporary.databaseUrl
  const { store, close } = await openStore({ databaseUrl: url, dataDir: '', chinaDays: publishedDays, log })
  const communityId = await found(store)
  await withSession(url, (sql) => fillHistory(sql, communityId, stored, morning))
  const clock = standingClock(morning)
  await report(store, clock, overdue)
  clock.moveTo(registered)
  await sweeperOver(store, clock, log).run(registered)
  await close()
  await withSession(url, async (sql) => {
    await sql.unsafe('vacuum analyze')
    await sql.unsafe('checkpoint')
  })
  return { databaseUrl: url, communityId, rounds, close: () => temporary.close() }
}

/** One turn of the sweep over everything overdue, through connections of its own. */
export async function sweepOnce(databaseUrl: string, now: number, log: Log): Promise<SweepCost> {
  const before = await withSession(databaseUrl, rowsTouched)
  const opened = await openStore({ databaseUrl, dataDir: '', chinaDays: publishedDays, log })
  // Connections and prepared statements are there before the watch starts.
  await sweeperOver(opened.store, standingClock(registered), log).run(registered)
  const started = performance.now()
  const { decided } = await sweeperOver(opened.store, standingClock(now), log).run(now)
  const ms = performance.now() - started
  // A connection hands in its counts when it ends.
  await opened.close()
  const after = await withSession(databaseUrl, rowsTouched)
  return { decided, ms, rowsTouched: after - before }
}

function appOver(store: DatabaseStore, clock: MovableClock) {
  return createApp({
    store,
    clock,
    ids: randomIds,
    bot: () => ({ id: botId, username: 'huying_bot', canReadAll: true }),
    chatMember: async () => 'member',
  })
}

function sweeperOver(store: DatabaseStore, clock: MovableClock, log: Log): Sweeper {
  return createSweeper({
    app: appOver(store, clock),
    due: store.due,
    // Sending is not measured here: what the sweep decides waits in the outbox.
    deliveries: { waitingChats: async () => [] },
    deliverer: { drainChat: async () => {}, settleStranded: async () => 0 },
    relay: { kick: async () => {}, forget: () => {} },
    mayDecide: () => true,
    refreshSchedules: async () => {},
    clock,
    log,
  })
}

async function found(store: DatabaseStore): Promise<number> {
  const chat = { threadId: null, buildings: [] }
  const buildings = Array.from({ length: 30 }, (_, index) => ({
    name: String(index + 1),
    units: 4,
    floors: 30,
    households: 240,
    handover: null,
    grid: null,
  }))
  const { community } = await store.transaction((tx) =>
    tx.communities.put({
      name: '大社区',
      timezone: zone,
      language: 'zh-CN',
      households: 7200,
      buildings,
      chats: [
        { ...chat, id: residents, role: 'residents', title: '业主群' },
        { ...chat, id: -1002, role: 'staff', title: '物业工单群' },
        { ...chat, id: -1003, role: 'committee', title: '社区党委督办群' },
      ],
      people: [],
      policy: defaultPolicy(zone),
    }),
  )
  return community.id
}

/** This morning's reports, taken in by the product itself: with cards, clocks and everything. */
async function report(store: DatabaseStore, clock: MovableClock, count: number): Promise<void> {
  const app = appOver(store, clock)
  const updates = Array.from({ length: count }, (_, index) => ({ updateId: index + 1, chatId: residents, payload: {} }))
  await store.inbox.accept(botId, updates, morning)
  for (;;) {
    const rows = await store.inbox.pending(botId, morning, 100)
    if (rows.length === 0) return
    for (const { id, updateId } of rows) await app.receiveMessage(lampMessage(id, updateId))
  }
}

function lampMessage(inboxId: number, n: number): IncomingMessage {
  return {
    inboxId,
    chatId: residents,
    chatKind: 'group',
    chatTitle: '业主群',
    threadId: null,
    messageId: n,
    author: { userId: 500 + n, name: `住户${n}`, username: null },
    date: morning,
    receivedAt: morning,
    edited: false,
    forwarded: false,
    text: `${1 + (n % 30)}号楼${1 + (n % 4)}单元${1 + (n % 30)}楼楼道灯坏了`,
    attachments: [],
    mediaGroupId: null,
    replyTo: null,
    addressed: false,
  }
}

async function withSession<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = openSession(url, { max: 1, name: 'huying bench' })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function rowsTouched(sql: Sql): Promise<number> {
  const [counted] = await sql<{ rows: number }[]>`
    select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) + n_tup_ins + n_tup_upd + n_tup_del)::float8 as rows
    from pg_stat_user_tables`
  return counted?.rows ?? 0
}
