import type { BoundChat, Community } from '../domain/community/community.ts'
import type { Instant } from '../domain/ids.ts'
import type { Notice } from '../domain/post/notice.ts'
import type { Actor } from '../domain/ticket/actor.ts'
import type { Refusal } from '../domain/ticket/refusal.ts'
import { helpWith } from './actor-of.ts'
import type { AppDeps } from './app.ts'
import type { IncomingMessage } from './incoming.ts'
import type { Tx } from './ports.ts'
import { say } from './post.ts'

/** A message in a place we know: everything the steps of its handling share, within one transaction. */
export interface Scene {
  readonly tx: Tx
  readonly deps: AppDeps
  readonly message: IncomingMessage
  readonly community: Community
  /** Null in a private chat. */
  readonly chat: BoundChat | null
  readonly actor: Actor
  readonly now: Instant
  /** What a second opinion takes a doubtful line for; null where there is none. */
  readonly opinion: 'report' | 'chat' | null
}

/** Answers the writer where he wrote, as a reply to his line. */
export function answer(scene: Scene, notice: Notice, ticketId?: number): Promise<number> {
  const { tx, deps, message, community, now } = scene
  return say(
    tx,
    deps,
    notice,
    {
      communityId: community.id,
      to: { chatId: message.chatId, threadId: message.threadId },
      purpose: 'reply',
      replyTo: message.messageId,
      ...(ticketId === undefined ? {} : { ticketId }),
      key: `answer/${message.chatId}/${message.messageId}/${notice.key}`,
    },
    now,
  )
}

/** Says no, politely, and names the person to turn to. */
export async function answerNo(scene: Scene, refusal: Refusal): Promise<void> {
  await answer(scene, {
    key: 'refused',
    refusal,
    help: await helpWith(scene.tx, scene.community.id, refusal, scene.actor),
  })
}
