import type { ChatId } from '../domain/ids.ts'
import { lockName } from './advisory-lock.ts'
import type { Lanes } from './lanes.ts'

export interface ChatLocks {
  /** Runs `work` while nobody else, in this process or another, holds the chat; null without running it otherwise. */
  withChat<T>(chatId: ChatId, work: () => Promise<T>): Promise<T | null>
}

/** The lock of a chat by name; `stranded` in deliveries looks for it among the server's locks. */
export const chatLockPrefix = lockName('chat/')

/**
 * Chat locks of one process, all of them session locks on the one connection of `line`, so that any number of chats
 * costs one connection and none of the pool's. The locks vanish with the process. Should only the connection break, its
 * locks are free while work goes on: then the state of each row (pending → sending, once) still keeps it from being
 * sent twice, and the chat's order is all that is at risk.
 */
export function createChatLocks(line: Lanes): ChatLocks {
  // PostgreSQL grants a session the lock it already holds, so this process keeps its own order.
  const held = new Set<ChatId>()

  return {
    async withChat(chatId, work) {
      if (held.has(chatId)) return null
      held.add(chatId)
      const name = `${chatLockPrefix}${chatId}`
      try {
        const [answer] = await line.alone(
          (sql) => sql<{ mine: boolean }[]>`
            select pg_try_advisory_lock(hashtextextended(${name}, 0)) as mine`,
        )
        if (!answer?.mine) return null
        try {
          return await work()
        } finally {
          // After a broken connection there is nothing to give back, and the work's own outcome is what counts.
          await line.alone((sql) => sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`).catch(() => {})
        }
      } finally {
        held.delete(chatId)
      }
    },
  }
}
