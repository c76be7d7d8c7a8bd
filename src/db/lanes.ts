import { createLane, type Held, type Lane } from './lane.ts'
import type { Sql } from './session.ts'
import { guard, transact } from './transact.ts'

/** A fixed number of connections, each doing one thing at a time; whoever finds none free waits, in order. */
export interface Lanes {
  /** Runs `work` between BEGIN (read committed) and COMMIT; rolls back when it throws. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** Runs `work` outside a transaction: each of its statements commits by itself. */
  alone<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** Waits up to 5 s for what runs, then cuts it off. Everything asked after this rejects. */
  close(): Promise<void>
}

const CLOSE_MS = 5_000

export function createLanes(open: (onClose: () => void) => Sql, size: number): Lanes {
  const lanes = Array.from({ length: size }, () => createLane(open))
  // The one used last is taken first: with little to do few connections are made.
  const free = [...lanes]
  const waiting: ((lane: Lane) => void)[] = []
  let closing = false

  const take = async (): Promise<Lane> => free.pop() ?? (await new Promise((resolve) => waiting.push(resolve)))
  const give = (lane: Lane): void => {
    const next = waiting.shift()
    if (next) next(lane)
    else free.push(lane)
  }

  async function use<T>(work: (held: Held) => Promise<T>): Promise<T> {
    if (closing) throw Object.assign(new Error('the database was closed'), { code: 'CONNECTION_ENDED' })
    const lane = await take()
    try {
      return await lane.use(work)
    } finally {
      give(lane)
    }
  }

  return {
    transaction: (work) => use((held) => transact(held, work)),
    alone: (work) => use((held) => held.during(work(guard(held.sql, held.isClosed)))),
    close: async () => {
      closing = true
      const patience = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_MS).unref())
      await Promise.race([Promise.all(lanes.map(take)), patience])
      await Promise.all(lanes.map((lane) => lane.close()))
    },
  }
}
