import type { Instant } from '../domain/ids.ts'
import type { AppDeps } from './app.ts'
import type { MessageAddress } from './incoming.ts'
import type { Tx } from './ports.ts'
import { say } from './post.ts'

const hourMs = 3_600_000

/**
 * Whoever wrote what was parked is told that nothing came of it; where many are, one of them an hour, for what fails
 * everybody is the operator's to mend and not the group's to read of.
 */
export async function tellWriter(
  tx: Tx,
  deps: AppDeps,
  { chatId, threadId, messageId }: MessageAddress,
  at: Instant,
): Promise<void> {
  const chat = await tx.chats.get(chatId)
  // A private chat has the id of its person, which is above zero; of a group that nobody bound we are only a guest.
  if (chatId < 0 && chat?.status !== 'active') return
  const key = `not-handled/${chatId}/${Math.floor(at / hourMs)}`
  const to = { chatId, threadId }
  const order = { communityId: chat?.communityId ?? null, to, purpose: 'reply', replyTo: messageId, key } as const
  await say(tx, deps, { key: 'not-handled' }, order, at)
}
