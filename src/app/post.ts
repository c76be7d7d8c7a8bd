import type { ChatId, Instant } from '../domain/ids.ts'
import type { DigestKind, PostBody } from '../domain/post/body.ts'
import type { Notice } from '../domain/post/notice.ts'
import type { Purpose } from '../domain/post/purpose.ts'
import type { AppDeps } from './app.ts'
import type { PostTarget } from './chats-for.ts'
import type { Tx } from './ports.ts'

/** The longest that a message held up by an outage waits for others like it; the sweep that decides them ends it earlier. */
const longestHoldMs = 5 * 60_000

/** What a new post says and where; the rest has sensible defaults. */
export interface PostOrder {
  readonly communityId: number | null
  readonly to: PostTarget
  readonly body: PostBody
  readonly purpose: Purpose
  readonly ticketId?: number
  readonly questionId?: number
  readonly replyTo?: number | null
  /** Unique where given: ordering the same key again changes nothing. */
  readonly key?: string
  /** Held up by an outage: goes out with others like it. */
  readonly gather?: DigestKind | null
  /** Before everything else to its chat. */
  readonly first?: boolean
  /** The outbox row whose chat was gone. */
  readonly standsInFor?: number
}

/** Puts a post up: the row and the outbox row that makes it visible, in the caller's transaction. Answers its id. */
export async function post(tx: Tx, deps: AppDeps, order: PostOrder, at: Instant): Promise<number> {
  const { id, created } = await tx.posts.add({
    communityId: order.communityId,
    chatId: order.to.chatId,
    threadId: order.to.threadId,
    ticketId: order.ticketId ?? null,
    questionId: order.questionId ?? null,
    body: order.body,
    token: deps.ids.token(),
    replyTo: order.replyTo ?? null,
    key: order.key ?? null,
  })
  if (created) await show(tx, { ...order, chatId: order.to.chatId, postId: id }, at)
  return id
}

/** Asks for a post to be sent, or edited where it is there already. */
export async function show(
  tx: Tx,
  order: {
    readonly communityId: number | null
    readonly chatId: ChatId
    readonly ticketId?: number
    readonly postId: number
    readonly purpose: Purpose
    readonly gather?: DigestKind | null
    readonly first?: boolean
    readonly standsInFor?: number
  },
  at: Instant,
): Promise<void> {
  await tx.outbox.add(
    {
      communityId: order.communityId,
      chatId: order.chatId,
      ticketId: order.ticketId ?? null,
      op: { kind: 'show', postId: order.postId },
      purpose: order.purpose,
      notBefore: order.gather ? at + longestHoldMs : null,
      dedupeKey: null,
      gather: order.gather ?? null,
      first: order.first ?? false,
      ...(order.standsInFor !== undefined && { standsInFor: order.standsInFor }),
    },
    at,
  )
}

/** Takes a post down. */
export async function takeDown(
  tx: Tx,
  row: {
    readonly id: number
    readonly communityId: number | null
    readonly chatId: ChatId
    readonly ticketId: number | null
  },
  at: Instant,
): Promise<void> {
  await tx.outbox.add(
    {
      communityId: row.communityId,
      chatId: row.chatId,
      ticketId: row.ticketId,
      op: { kind: 'delete', postId: row.id },
      purpose: 'card',
      notBefore: null,
      dedupeKey: `delete/${row.id}`,
    },
    at,
  )
}

/** Posts a one-off message. */
export function say(
  tx: Tx,
  deps: AppDeps,
  notice: Notice,
  order: Omit<PostOrder, 'body'>,
  at: Instant,
): Promise<number> {
  return post(tx, deps, { ...order, body: { kind: 'notice', notice } }, at)
}
