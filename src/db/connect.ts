import { createLanes, type Lanes } from './lanes.ts'
import { openSession } from './session.ts'

export interface Database {
  readonly url: string
  readonly transactions: Lanes
  /** For statements that are transactions by themselves; apart, so that a queue of long ones does not hold up intake. */
  readonly statements: Lanes
  /** One lasting connection for session locks. */
  readonly locks: Lanes
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
  const open = (name: string, lasting: boolean) => (onClose: () => void) =>
    openSession(url, { max: 1, name, onNotice, onClose, lasting })
  const transactions = createLanes(open('huying transaction', false), forTransactions)
  const statements = createLanes(open('huying', false), Math.max(1, max - forTransactions))
  const locks = createLanes(open('huying chat locks', true), 1)
  return {
    url,
    transactions,
    statements,
    locks,
    close: async () => {
      await Promise.all([transactions.close(), statements.close(), locks.close()])
    },
  }
}
