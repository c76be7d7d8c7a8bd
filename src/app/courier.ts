import type { ChatId } from '../domain/ids.ts'
import type { Rendered } from '../domain/post/body.ts'

/** Where a message goes. `token` goes in front of every button's action; see bot/callback-data. */
export interface Destination {
  readonly chatId: ChatId
  readonly threadId: number | null
  readonly replyTo: number | null
  readonly token: string
}

/**
 * What became of a request to Telegram, sorted by what may be concluded from it (never thrown):
 * `undelivered` = certainly not delivered (DNS, TLS, refused connection); `unknown` = bytes went out and no valid answer
 * came back (time-out, reset, 5xx, broken JSON).
 */
export type CourierOutcome =
  | { readonly kind: 'done'; readonly messageId: number | null }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'slow-down'; readonly retryAfterMs: number }
  | { readonly kind: 'migrated'; readonly to: ChatId }
  | { readonly kind: 'edit-gone' }
  | { readonly kind: 'reply-gone' }
  | { readonly kind: 'thread-gone' }
  /** Kicked, blocked, chat deleted, no right to write. */
  | { readonly kind: 'chat-gone'; readonly error: string }
  /** Any other 4xx: our mistake, never retried as it is. */
  | { readonly kind: 'rejected'; readonly error: string }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'undelivered'; readonly error: string }
  | { readonly kind: 'unknown'; readonly error: string }

/** Sends to Telegram. Kept by bot/courier over telegraf, with time-outs of its own (never telegraf's 500 s). */
export interface Courier {
  send(to: Destination, message: Rendered): Promise<CourierOutcome>
  edit(to: Destination, messageId: number, message: Rendered): Promise<CourierOutcome>
  /** Sends a PNG with a caption and optional keyboard. */
  sendPicture(to: Destination, png: Uint8Array, message: Rendered): Promise<CourierOutcome>
  /** Sends files of ours as one album, at least two; the text stands under the last, where Telegram shows it below all. */
  sendDocuments(
    to: Destination,
    documents: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    message: Rendered,
  ): Promise<CourierOutcome>
  /** Sends stored media by file id, as an album where there are several (at most 10 of them). */
  sendMedia(
    to: Destination,
    media: readonly { readonly kind: string; readonly fileId: string }[],
    message: Rendered,
  ): Promise<CourierOutcome>
  /** Without a sound. Where the bot may not, or the message is gone, nothing is done and that is no fault. */
  pin(chatId: ChatId, messageId: number): Promise<CourierOutcome>
  unpin(chatId: ChatId, messageId: number): Promise<CourierOutcome>
  delete(chatId: ChatId, messageId: number): Promise<CourierOutcome>
  leave(chatId: ChatId): Promise<CourierOutcome>
}
