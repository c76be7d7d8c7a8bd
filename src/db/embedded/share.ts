import { lockName } from '../advisory-lock.ts'
import { isConnectionLost } from '../is-retryable.ts'
import { openSession, type Sql } from '../session.ts'

/**
 * A process's share in the server: a shared lock. The last one out turns off the light, so that a command that ends
 * does not stop the server under the bot, whichever of them started it.
 */
export interface Share {
  /** Gives the share back. The last one runs `stop`, and until it is done nobody else gets a share. */
  leave(stop: () => Promise<void>): Promise<void>
}

const name = lockName('embedded')

/** Takes a share, or null when the server is just being stopped or does not answer within the time. */
export async function takeShare(url: string, withinMs: number): Promise<Share | null> {
  let taken = false
  const sql: Sql = openSession(url, {
    max: 1,
    name: 'huying share',
    lasting: true,
    // PostgreSQL restarts its sessions when one of them crashes: the share has to be taken anew.
    onClose: () => {
      if (taken) setTimeout(() => void hold().catch(() => {}), 1000).unref()
    },
  })
  const hold = async (): Promise<void> => {
    await sql`select pg_advisory_lock_shared(hashtextextended(${name}, 0))`
  }
  const until = Date.now() + withinMs
  for (;;) {
    try {
      await hold()
      break
    } catch (error) {
      const hopeless = !isConnectionLost(error)
      if (!hopeless && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 100))
        continue
      }
      await sql.end({ timeout: 0 })
      if (hopeless) throw error
      return null
    }
  }
  taken = true
  return {
    async leave(stop) {
      taken = false
      try {
        if (await isLast(sql)) await stop()
      } finally {
        await sql.end({ timeout: 0 })
      }
    },
  }
}

async function isLast(sql: Sql): Promise<boolean> {
  try {
    await sql`select pg_advisory_unlock_shared(hashtextextended(${name}, 0))`
    const [answer] = await sql<{ last: boolean }[]>`
      select pg_try_advisory_lock(hashtextextended(${name}, 0)) as last`
    return answer?.last ?? false
  } catch (error) {
    // It does not answer: somebody has stopped it already.
    if (isConnectionLost(error)) return false
    throw error
  }
}
