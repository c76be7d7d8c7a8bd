import { createHash } from 'node:crypto'
import type { App } from '../app/app.ts'
import type { Courier, CourierOutcome, Destination } from '../app/courier.ts'
import type { PostRow } from '../app/ports.ts'
import type { Deliveries, OutboxRow } from '../app/ports-of-delivery.ts'
import type { Rendered } from '../domain/post/body.ts'
import type { Compose, Composed } from './compose.ts'

export interface PerformDeps {
  readonly deliveries: Pick<Deliveries, 'post' | 'shown' | 'detachPost'>
  readonly courier: Courier
  readonly app: Pick<App, 'threadLost' | 'chatMigrated'>
  readonly compose: Compose
}

/** What came of one outbox row. `nothing`: there was nothing to send, and no request was made. */
export interface Performed {
  readonly outcome: CourierOutcome | { readonly kind: 'nothing' }
  /** Set where the request may be repeated without a second message appearing (an edit, a deletion). */
  readonly idempotent: boolean
  readonly messageId: number | null
  /** Digest of what the post now shows, for skipping an edit that would change nothing. */
  readonly shown: string | null
}

const nothing = { outcome: { kind: 'nothing' }, idempotent: true, messageId: null, shown: null } as const

/** How often one row may be sent another way (no reply, no topic, new chat id) before it counts as refused. */
const MAX_DETOURS = 4

/**
 * Carries out one outbox row against Telegram, finding ways round what is gone.
 * Throws only before or after refused requests (rendering, the database), so a throw means that nothing was delivered.
 */
export async function perform(row: OutboxRow, deps: PerformDeps): Promise<Performed> {
  const { courier } = deps
  const to: Destination = { chatId: row.chatId, threadId: null, replyTo: null, token: '' }
  switch (row.op.kind) {
    case 'show':
      return show(row, row.op.postId, deps)
    case 'delete': {
      const messageId = (await deps.deliveries.post(row.op.postId))?.messageId ?? null
      if (messageId === null) return nothing
      return once(await detour(to, deps, (at) => courier.delete(at.chatId, messageId)), messageId)
    }
    case 'pin':
    case 'unpin': {
      const pinned = await deps.deliveries.post(row.op.postId)
      if (!pinned || pinned.status === 'deleted') return nothing
      const { messageId } = pinned
      // Its message waits for another attempt: so does the pin.
      if (messageId === null) throw new Error('not sent yet')
      const { kind } = row.op
      return once(await detour(to, deps, (at) => courier[kind](at.chatId, messageId)), null)
    }
    case 'delete-message': {
      const { messageId } = row.op
      return once(await detour(to, deps, (at) => courier.delete(at.chatId, messageId)), null)
    }
    case 'leave':
      return once(await detour(to, deps, (at) => courier.leave(at.chatId)), null)
  }
}

/** A deletion or leaving: what is gone already is as good as done. */
function once(outcome: CourierOutcome, messageId: number | null): Performed {
  const gone = outcome.kind === 'edit-gone' || outcome.kind === 'chat-gone'
  return { outcome: gone ? { kind: 'done', messageId } : outcome, idempotent: true, messageId, shown: null }
}

async function show(row: OutboxRow, postId: number, deps: PerformDeps): Promise<Performed> {
  const { deliveries, courier } = deps
  const post = await deliveries.post(postId)
  if (!post || post.status === 'deleted') return { ...nothing, messageId: post?.messageId ?? null }
  // An edit is no second copy, so it bears no mark.
  const composed = await deps.compose(post, row.resend && post.messageId === null)
  // Everything it was to tell has been answered meanwhile.
  if (composed.message.html === '' && composed.picture === null && composed.media.length === 0) {
    return { ...nothing, messageId: post.messageId }
  }
  const shown = digest(composed.message)
  let edited = post.messageId
  if (edited !== null) {
    const same = isFixed(composed) || shown === (await deliveries.shown(post.id))
    if (same) return { ...nothing, messageId: edited, shown }
  }
  const outcome = await detour(destinationOf(row, post), deps, async (at) => {
    if (edited !== null) {
      const answer = await courier.edit(at, edited, composed.message)
      if (answer.kind !== 'edit-gone') return answer
      // Somebody deleted the message: the post is sent afresh, and its new id kept.
      await deliveries.detachPost(post.id)
      edited = null
    }
    return transmit(courier, at, composed)
  })
  const messageId = outcome.kind === 'done' ? (outcome.messageId ?? edited) : edited
  return { outcome, idempotent: edited !== null, messageId, shown }
}

/** The chat is the outbox row's: a migration rewrites it there, and a post goes where its row goes. */
function destinationOf(row: OutboxRow, post: PostRow): Destination {
  return { chatId: row.chatId, threadId: post.threadId, replyTo: post.replyTo, token: post.token }
}

/** Pictures, files and albums stay as they were sent. */
function isFixed({ picture, documents, media }: Composed): boolean {
  return picture !== null || documents.length > 0 || media.length > 0
}

function transmit(courier: Courier, at: Destination, composed: Composed): Promise<CourierOutcome> {
  const { message, picture, documents, media } = composed
  if (picture) return courier.sendPicture(at, picture, message)
  if (documents.length > 0) return courier.sendDocuments(at, documents, message)
  return media.length > 0 ? courier.sendMedia(at, media, message) : courier.send(at, message)
}

/** Refused requests use up nothing of Telegram's limits, so a detour needs no slot of its own. */
async function detour(
  first: Destination,
  { app }: PerformDeps,
  request: (at: Destination) => Promise<CourierOutcome>,
): Promise<CourierOutcome> {
  let at = first
  for (let detours = 0; ; detours += 1) {
    const outcome = await request(at)
    if (detours === MAX_DETOURS) {
      const detoured = outcome.kind === 'reply-gone' || outcome.kind === 'thread-gone' || outcome.kind === 'migrated'
      return detoured ? { kind: 'rejected', error: `${outcome.kind} again and again` } : outcome
    }
    if (outcome.kind === 'reply-gone') at = { ...at, replyTo: null }
    else if (outcome.kind === 'thread-gone') {
      if (at.threadId !== null) await app.threadLost(at.chatId, at.threadId)
      at = { ...at, threadId: null }
    } else if (outcome.kind === 'migrated') {
      await app.chatMigrated(at.chatId, outcome.to)
      at = { ...at, chatId: outcome.to }
    } else return outcome
  }
}

function digest(message: Rendered): string {
  return createHash('sha256')
    .update(JSON.stringify([message.html, message.keyboard]))
    .digest('base64url')
}
