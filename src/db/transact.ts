import type { ReservedSql } from 'postgres'
import { COMMIT_UNKNOWN, isConnectionLost } from './is-retryable.ts'
import type { Held } from './lane.ts'
import type { Sql } from './session.ts'

/** Thrown instead of the cause when the connection went away while COMMIT was on its way: the outcome is unknown. */
export class CommitUnknown extends Error {
  readonly code = COMMIT_UNKNOWN

  constructor(cause: unknown) {
    super('the connection was lost during commit: the transaction may or may not have happened', { cause })
    this.name = 'CommitUnknown'
  }
}

/** Runs `work` between BEGIN (read committed) and COMMIT on a connection of its own. */
export async function transact<T>(held: Held, work: (sql: Sql) => Promise<T>): Promise<T> {
  let over = false
  const guarded = guard(held.sql, () => over || held.isClosed())
  try {
    // Not awaited: the first statement of the work follows it down the same connection, which saves a round trip.
    held.sql
      .unsafe('begin isolation level read committed')
      .execute()
      .catch(() => {})
    const value = await held.during(work(guarded))
    over = true
    // PostgreSQL answers COMMIT with ROLLBACK when a statement failed and the work carried on regardless.
    if ((await commit(held)) === 'ROLLBACK') {
      throw new Error('a statement of this transaction failed: it was rolled back')
    }
    return value
  } catch (error) {
    over = true
    // Nothing may be written to a connection that is going; the server rolls back by itself.
    const gone = held.isClosed() || isConnectionLost(error)
    if (!gone) await held.during(held.sql.unsafe('rollback')).catch(held.doom)
    throw error
  }
}

async function commit({ sql, during, isClosed }: Held): Promise<string> {
  if (isClosed()) throw Object.assign(new Error('the connection was lost before commit'), { code: 'CONNECTION_CLOSED' })
  try {
    return (await during(sql.unsafe('commit'))).command
  } catch (error) {
    // An answer of the server's own says that it did not happen.
    const answered = error instanceof Error && 'severity_local' in error
    throw answered ? error : new CommitUnknown(error)
  }
}

/** The same `sql`, refusing to write once `isOver`. */
export function guard(sql: ReservedSql, isOver: () => boolean): Sql {
  return new Proxy(sql, {
    apply(target, self, args) {
      if (isOver()) {
        throw Object.assign(new Error('the transaction is over, or its connection was lost'), {
          code: 'CONNECTION_CLOSED',
        })
      }
      return Reflect.apply(target, self, args)
    },
  }) as unknown as Sql
}
