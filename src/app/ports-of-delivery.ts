import type { ChatId, Instant } from '../domain/ids.ts'
import type { Purpose } from '../domain/post/purpose.ts'
import type { NewOutbox, PostRow } from './ports.ts'

/** Intake and delivery work outside a ticket's transaction: what the bot and the jobs ask of the database. Types only. */

export interface InboxRow {
  readonly id: number
  readonly updateId: number
  readonly chatId: ChatId | null
  /** The raw update as Telegram sent it. */
  readonly payload: unknown
  readonly attempts: number
  readonly receivedAt: Instant
}

export interface OutboxRow extends Omit<NewOutbox, 'dedupeKey'> {
  readonly id: number
  readonly attempts: number
  readonly createdAt: Instant
  /** True when an earlier try ended without an answer: this copy is marked as a repeat. */
  readonly resend: boolean
}

export interface Deliveries {
  /** Rows not yet handed to the queue, oldest first; marks none. */
  unqueued(
    limit: number,
  ): Promise<readonly { readonly id: number; readonly chatId: ChatId; readonly purpose: Purpose }[]>
  markQueued(ids: readonly number[], at: Instant): Promise<void>
  /** Where a row stands, so that a rerun of its job is a no-op. */
  status(id: number): Promise<{ readonly chatId: ChatId; readonly status: OutboxStatus } | null>
  /** Holds a session lock on the chat while `work` runs; null without running it when somebody else holds it. */
  withChat<T>(chatId: ChatId, work: () => Promise<T>): Promise<T | null>
  /** The next row to send to this chat: by priority, then in order; null when none is due at `now`. */
  head(chatId: ChatId, now: Instant): Promise<OutboxRow | null>
  /** pending → sending, committed before the request goes out; false when it was cancelled meanwhile. */
  markSending(id: number, at: Instant): Promise<boolean>
  /** Records the outcome; `messageId` and the shown text go to the post. */
  markSent(
    id: number,
    at: Instant,
    sent: { readonly messageId: number | null; readonly shown: string | null },
  ): Promise<void>
  markFailed(id: number, at: Instant, error: string): Promise<void>
  /** Back to pending: certainly not delivered; try at `notBefore`. */
  retry(id: number, notBefore: Instant, error: string): Promise<void>
  /** The answer was lost: `resend` puts it back to pending marked as a repeat, else it is closed as unknown. */
  markUnknown(id: number, at: Instant, resend: boolean, notBefore: Instant, error: string): Promise<void>
  /** Rows left in `sending` by a process that died: treated as unknown. Rows of living senders hold the chat's lock. */
  stranded(
    olderThan: Instant,
  ): Promise<readonly { readonly id: number; readonly chatId: ChatId; readonly purpose: Purpose }[]>
  /** Chats that have something due at `now` (for the sweep), most urgent first. */
  waitingChats(now: Instant, limit: number): Promise<readonly ChatId[]>
  /** Forget the post's message (edit target gone): the next show sends afresh. */
  detachPost(postId: number): Promise<void>
  post(postId: number): Promise<PostRow | null>
  shown(postId: number): Promise<string | null>
  counts(): Promise<Readonly<Record<OutboxStatus, number>>>
  /** How many emergencies and escalations of active tickets have reached nobody. */
  unheard(): Promise<number>
  /** Earliest not-before among pending rows, or null. */
  nextAt(): Promise<Instant | null>
}

export type OutboxStatus = 'pending' | 'sending' | 'sent' | 'failed' | 'unknown' | 'cancelled'

export interface DueQueue {
  /** Undecided rows with `at` ≤ `until`, earliest first. */
  upTo(until: Instant, limit: number): Promise<readonly { readonly id: number; readonly at: Instant }[]>
  nextAt(): Promise<Instant | null>
  /** How late the most overdue undecided row is, in ms (0 when none): for health and metrics. */
  lag(now: Instant): Promise<number>
}

export interface Inbox {
  /** Commits raw updates in one statement; those already there (bot + update_id) are swallowed. Answers the number that were new. */
  accept(
    botId: number,
    updates: readonly { readonly updateId: number; readonly chatId: ChatId | null; readonly payload: unknown }[],
    at: Instant,
  ): Promise<number>
  /** Pending rows in order of arrival, at most `limit`; only the oldest pending rows of each chat come first. */
  pending(botId: number, now: Instant, limit: number): Promise<readonly InboxRow[]>
  /** A failed attempt: try again at `nextAt`, or park for good when null. The error text must carry no secrets. */
  fail(id: number, error: string, nextAt: Instant | null): Promise<void>
  /** Settles rows that need no transaction of their own (chatter); wipes their payload. */
  discard(ids: readonly number[], at: Instant): Promise<void>
  counts(): Promise<{ readonly pending: number; readonly parked: number }>
  nextAt(): Promise<Instant | null>
}
