import type { Instant } from '../domain/ids.ts'
import { actorOf } from './actor-of.ts'
import type { AppDeps } from './app.ts'
import type { IncomingMessage } from './incoming.ts'
import type { Tx } from './ports.ts'
import { post } from './post.ts'
import { answerNo } from './scene.ts'

/**
 * `/start TOKEN` from a card's 私聊补充: the token only says which card; whether this person may add to the ticket is read
 * from the database. Only the reporter and those who work on the matter may. False when no post has that token.
 */
export async function followLink(
  tx: Tx,
  deps: AppDeps,
  message: IncomingMessage,
  token: string,
  now: Instant,
): Promise<boolean> {
  const row = await tx.posts.byToken(token)
  if (row?.ticketId == null || row.communityId === null) return false
  const ticket = await tx.tickets.get(row.ticketId)
  const community = await tx.communities.get(row.communityId)
  if (!ticket || !community) return false
  const actor = await actorOf(tx, community.id, message.author)
  if (actor.userId === null || (ticket.reporter?.id !== actor.userId && actor.roles.length === 0)) {
    await answerNo(
      { tx, deps, message, community, chat: null, actor, now, opinion: null },
      { code: 'not-allowed', command: 'note', who: ['reporter', 'staff'] },
    )
    return true
  }
  await tx.people.remember(community.id, { id: actor.userId, name: actor.name }, now)
  await post(
    tx,
    deps,
    {
      communityId: community.id,
      to: { chatId: message.chatId, threadId: null },
      ticketId: ticket.id,
      body: { kind: 'prompt', action: 'supplement', choices: [] },
      purpose: 'reply',
      key: `details/${message.chatId}/${message.messageId}`,
    },
    now,
  )
  return true
}
