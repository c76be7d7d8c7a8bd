import type { ReservedSql } from 'postgres'
import type { Sql } from './session.ts'

/** What a transaction's statements are written with. */
export type TxSql = Sql

interface Lane {
  readonly client: Sql
  held: Held | null
}

/** One connection in our hands until it closes. */
interface Held {
  readonly sql: ReservedSql
  readonly lost: Promise<never>
  closed: boolean
}

export class TransactionOver extends Error {
  constructor() {
    super('the transaction is over: its connection was lost, or it was used after its end')
    this.name = 'TransactionOver'
  }
}

/** Thrown instead of the cause when the connection went away while COMMIT was on its way: the outcome is unknown. */
export class CommitUnknown extends Error {
  constructor(cause: unknown) {
    super('the connection was lost during commit: the transaction may or may not have happened', { cause })
    this.name = 'CommitUnknown'
  }
}

export interface Lanes {
  /** Runs `work` between BEGIN (read committed) and COMMIT; rolls back when it throws. Waits while all lanes are taken. */
  run<T>(work: (sql: TxSql) => Promise<T>): Promise<T>
  /** Waits up to 5 s for what runs, then cuts it off. Every `run` after this rejects. */
  close(): Promise<void>
}

const CLOSE_MS = 5_000

/**
 * Connections for transactions, one client each.
 *
 * postgres.js has `sql.begin`, but when the connection is lost inside it the library still writes its ROLLBACK to the
 * socket that is gone, which throws outside every promise and ends the process. With one connection per client its
 * close event tells exactly which transaction died, so that nothing is ever written after it.
 */
export function createLanes(open: (onClose: () => void) => Sql, size: number): Lanes {
  const closers = new Map<Lane, () => void>()
  const free: Lane[] = []
  let closing = false
  const waiting: ((lane: Lane) => void)[] = []
  const lanes = Array.from({ length: size }, (): Lane => {
    const lane: Lane = { client: open(() => closers.get(lane)?.()), held: null }
    free.push(lane)
    return lane
  })

  const take = async (): Promise<Lane> => free.pop() ?? (await new Promise((resolve) => waiting.push(resolve)))
  const give = (lane: Lane): void => {
    const next = waiting.shift()
    if (next) next(lane)
    else free.push(lane)
  }

  async function hold(lane: Lane): Promise<Held> {
    if (lane.held) return lane.held
    const sql = await lane.client.reserve()
    const { promise: lost, reject } = withRejection()
    const held: Held = { sql, lost, closed: false }
    closers.set(lane, () => {
      held.closed = true
      lane.held = null
      reject(Object.assign(new Error('the connection was lost inside a transaction'), { code: 'CONNECTION_CLOSED' }))
    })
    lane.held = held
    return held
  }

  async function run<T>(work: (sql: TxSql) => Promise<T>): Promise<T> {
    if (closing) throw Object.assign(new Error('the database was closed'), { code: 'CONNECTION_ENDED' })
    const lane = await take()
    try {
      return await transact(await hold(lane), work)
    } finally {
      give(lane)
    }
  }

  async function closeLane(lane: Lane): Promise<void> {
    if (lane.held) lane.held.sql.release()
    await lane.client.end({ timeout: 0 })
  }

  return {
    run,
    close: async () => {
      closing = true
      const patience = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_MS).unref())
      await Promise.race([Promise.all(lanes.map(take)), patience])
      await Promise.all(lanes.map(closeLane))
    },
  }
}

async function transact<T>(held: Held, work: (sql: TxSql) => Promise<T>): Promise<T> {
  let over = false
  const during = <V>(step: PromiseLike<V>): Promise<V> => Promise.race([step, held.lost])
  const guarded = guard(held.sql, () => over || held.closed)
  try {
    // Not awaited: the first statement of the work follows it down the same connection, which saves a round trip.
    const begun = held.sql.unsafe('begin isolation level read committed').execute()
    begun.catch(() => {})
    const value = await during(work(guarded))
    over = true
    const ended = await commit(held, during)
    // PostgreSQL answers COMMIT with ROLLBACK when a statement failed and the work carried on regardless.
    if (ended === 'ROLLBACK') throw new Error('a statement of this transaction failed: it was rolled back')
    return value
  } catch (error) {
    over = true
    // Nothing may be written to a connection that is gone; the server has rolled back by itself.
    if (!held.closed) await during(held.sql.unsafe('rollback')).catch(() => {})
    throw error
  }
}

async function commit(held: Held, during: <V>(step: PromiseLike<V>) => Promise<V>): Promise<string> {
  if (held.closed) throw new TransactionOver()
  try {
    return (await during(held.sql.unsafe('commit'))).command
  } catch (error) {
    const lost = held.closed || !(error instanceof Error && 'severity_local' in error)
    throw lost ? new CommitUnknown(error) : error
  }
}

/** The same `sql`, refusing to write once `isOver`. */
function guard(sql: ReservedSql, isOver: () => boolean): TxSql {
  return new Proxy(sql, {
    apply(target, self, args) {
      if (isOver()) throw new TransactionOver()
      return Reflect.apply(target, self, args)
    },
  }) as unknown as TxSql
}

function withRejection(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<never>((_, no) => {
    reject = no
  })
  promise.catch(() => {})
  return { promise, reject }
}
