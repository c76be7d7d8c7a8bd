import { isConnectionLost } from './is-retryable.ts'
import { openSession } from './session.ts'

/** A lock that belongs to a database session: it is gone when the session is. */
export interface HeldLock {
  /** Aborts when the connection, and the lock with it, was lost. Not on `release`. */
  readonly signal: AbortSignal
  release(): Promise<void>
}

const HEARTBEAT_MS = 15_000
const RETRY_MS = 1_000

/**
 * Waits until this process alone holds the named lock, however long that takes, over restarts of the database too.
 * `cancel` gives up waiting (rejects with its reason). Needs a connection of its own; a pooler between us and
 * PostgreSQL must not hand sessions round.
 */
export async function holdLock(url: string, name: string, cancel?: AbortSignal): Promise<HeldLock> {
  for (;;) {
    cancel?.throwIfAborted()
    try {
      return await tryToHold(url, name, cancel)
    } catch (error) {
      cancel?.throwIfAborted()
      if (!isConnectionLost(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}

async function tryToHold(url: string, name: string, cancel?: AbortSignal): Promise<HeldLock> {
  const lost = new AbortController()
  let released = false
  const lose = (): void => {
    if (!released) lost.abort(new Error(`the lock "${name}" was lost with its connection`))
  }
  const sql = openSession(url, { max: 1, name: `huying lock ${name}`, lasting: true, onClose: lose })
  const end = async (): Promise<void> => {
    released = true
    await sql.end({ timeout: 0 })
  }
  try {
    const waited = sql`select pg_advisory_lock(hashtextextended(${lockName(name)}, 0))`.execute()
    const onCancel = (): void => void end()
    cancel?.addEventListener('abort', onCancel, { once: true })
    await waited.finally(() => cancel?.removeEventListener('abort', onCancel))
  } catch (error) {
    await end()
    throw error
  }
  // A connection can die without a word (a pulled cable, a paused machine): ask now and then, and stop believing.
  const heartbeat = setInterval(() => void beat(), HEARTBEAT_MS)
  heartbeat.unref()
  const beat = async (): Promise<void> => {
    const late = setTimeout(lose, HEARTBEAT_MS - 1_000)
    await sql`select 1`.catch(lose)
    clearTimeout(late)
  }
  lost.signal.addEventListener('abort', () => {
    clearInterval(heartbeat)
    void end()
  })
  return {
    signal: lost.signal,
    release: async () => {
      clearInterval(heartbeat)
      await end()
    },
  }
}

/** Every lock of ours by its full name; SQL makes the number of it with `hashtextextended(name, 0)`. */
export function lockName(name: string): string {
  return `huying/${name}`
}
