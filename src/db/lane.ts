import type { ReservedSql } from 'postgres'
import { isConnectionLost } from './is-retryable.ts'
import type { Sql } from './session.ts'

/** One connection in our hands until it closes. */
export interface Held {
  readonly sql: ReservedSql
  readonly isClosed: () => boolean
  /** `step`, or a rejection as soon as the connection closes: what was on its way then is never answered. */
  during<T>(step: PromiseLike<T>): Promise<T>
  /** Says that it is not to be used again. */
  doom(): void
}

export interface Lane {
  /** Runs `work` on the connection, which is made if need be. One at a time: the caller sees to that. */
  use<T>(work: (held: Held) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * One connection that knows when it is lost, and is then given up for good and replaced.
 *
 * postgres.js leaves a broken connection half-alive for a moment: what is written to it between the socket's error and
 * its close either waits for ever (a stale entry in its queue makes the next connection wait too), or, inside the
 * library's own `sql.begin`, writes to a socket that is gone and so ends the process. Hence a client for each
 * connection, whose close event tells exactly whose it was, and nothing written after the first sign of trouble.
 */
export function createLane(open: (onClose: () => void) => Sql): Lane {
  let line = createLine(open)

  return {
    async use(work) {
      const mine = line
      const held = await mine.hold()
      let doomed = false
      const doom = (): void => {
        doomed = true
      }
      try {
        return await work({ ...held, doom })
      } catch (error) {
        if (isConnectionLost(error)) doom()
        throw error
      } finally {
        if (doomed) {
          line = createLine(open)
          mine.close().catch(() => {})
        }
      }
    },
    close: () => line.close(),
  }
}

type Hold = Omit<Held, 'doom'>

/** A client of one connection. Its close event speaks of this client only, however late it comes. */
function createLine(open: (onClose: () => void) => Sql): { hold(): Promise<Hold>; close(): Promise<void> } {
  let held: Hold | null = null
  let onClose = (): void => {}
  const client = open(() => onClose())

  async function reserve(): Promise<Hold> {
    let closed = false
    const fault = Object.assign(new Error('the connection to the database was lost'), { code: 'CONNECTION_CLOSED' })
    const lost = new Promise<never>((_, reject) => {
      onClose = () => {
        closed = true
        held = null
        reject(fault)
      }
    })
    lost.catch(() => {})
    // A statement makes the connection: the library never hands over one that is made for being reserved, unless it
    // fetches types.
    await client`select 1`
    if (closed) throw fault
    const sql = await client.reserve()
    return { sql, isClosed: () => closed, during: (step) => Promise.race([step, lost]) }
  }

  return {
    async hold() {
      held ??= await reserve()
      return held
    },
    async close() {
      held?.sql.release()
      onClose()
      await client.end({ timeout: 0 })
    },
  }
}
