import { createLanes, type Lanes } from './lanes.ts'
import { openSession, type Sql } from './session.ts'

export interface Database {
  /** For statements that are a transaction by themselves. */
  readonly sql: Sql
  /** Runs transactions. */
  readonly lanes: Lanes
  /** One lasting connection for session locks. */
  readonly locks: Sql
  readonly url: string
  close(): Promise<void>
}

export interface ConnectOptions {
  /** Connections in all beside the one for locks; more than half of them run transactions. Default 10. */
  readonly max?: number
  readonly onNotice?: (message: string) => void
}

/** Prepares connections to PostgreSQL; none is made before the first statement, so this succeeds while it is down. */
export function connectDatabase(url: string, { max = 10, onNotice }: ConnectOptions = {}): Database {
  const forTransactions = Math.max(2, Math.ceil(max * 0.6))
  const sql = openSession(url, { max: Math.max(1, max - forTransactions), name: 'huying', onNotice })
  const lanes = createLanes(
    (onClose) => openSession(url, { max: 1, name: 'huying transaction', onNotice, onClose }),
    forTransactions,
  )
  const locks = openSession(url, { max: 1, name: 'huying chat locks', onNotice, lasting: true })
  return {
    sql,
    lanes,
    locks,
    url,
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), lanes.close(), locks.end({ timeout: 5 })])
    },
  }
}
