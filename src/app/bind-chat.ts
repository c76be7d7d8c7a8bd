import type { Instant } from '../domain/ids.ts'
import type { Notice } from '../domain/post/notice.ts'
import type { AppDeps } from './app.ts'
import type { IncomingMessage } from './incoming.ts'
import type { Tx } from './ports.ts'
import { say } from './post.ts'
import { normalCode } from './set-up-privately.ts'

type Refused = Extract<Notice, { key: 'bind-refused' }>['reason']

/**
 * `/bind CODE` in a group. The code, made by the owner, says which community and role; that an administrator of this very
 * group posts it shows that the group is meant. One-time; a group already bound elsewhere stays there.
 */
export async function bindChat(
  tx: Tx,
  deps: AppDeps,
  message: IncomingMessage,
  code: string,
  chatAdmin: boolean,
  now: Instant,
): Promise<void> {
  const hash = deps.ids.hash(normalCode(code))
  const offered = await tx.secrets.peek(hash, 'bind', now)
  const bound = await tx.chats.get(message.chatId)
  // In a group that is not ours an unknown code gets no answer: the bot stays mute among strangers.
  if (!offered?.chatRole || offered.communityId === null) return bound ? refuse('unknown-code') : undefined
  if (!chatAdmin) return refuse('not-admin')
  if (bound && bound.communityId !== offered.communityId) return refuse('other-community')
  if (!(await tx.secrets.redeem(hash, 'bind', message.author.userId, now))) return refuse('unknown-code')
  const community = await tx.communities.get(offered.communityId)
  if (!community) return
  await tx.chats.bind({
    id: message.chatId,
    communityId: community.id,
    role: offered.chatRole,
    title: message.chatTitle,
    buildings: [],
    threadId: message.threadId,
  })
  const { canReadAll, username } = deps.bot()
  await reply(
    { key: 'bound', community: community.name, role: offered.chatRole, canReadAll, bot: username },
    community.id,
  )

  async function refuse(reason: Refused): Promise<void> {
    await reply({ key: 'bind-refused', reason }, bound?.communityId ?? null)
  }
  async function reply(notice: Notice, communityId: number | null): Promise<void> {
    const to = { chatId: message.chatId, threadId: message.threadId }
    await say(tx, deps, notice, { communityId, to, purpose: 'reply', replyTo: message.messageId }, now)
  }
}
