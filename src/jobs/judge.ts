import type { OutboxRow } from '../app/ports-of-delivery.ts'
import type { Instant } from '../domain/ids.ts'
import { purposes } from '../domain/post/purpose.ts'
import type { Performed } from './perform.ts'

/** What the outbox row becomes, and whether its chat waits. */
export type Judgement =
  | { readonly become: 'sent' }
  | { readonly become: 'failed'; readonly error: string; readonly because: 'chat-gone' | 'rejected' | 'too-old' }
  /** Certainly not delivered: again at `until`, and nothing else to this chat before. */
  | { readonly become: 'pending'; readonly until: Instant; readonly error: string; readonly slowDown: boolean }
  /** The answer was lost. `resend`: again at `until`, marked as a repeat; else closed. */
  | { readonly become: 'unknown'; readonly resend: boolean; readonly until: Instant; readonly error: string }
  | { readonly become: 'halted' }

/** A reminder or summary that could not go out for a day says nothing true any more. */
const DROP_AFTER_MS = 24 * 3_600_000

/** Sorts what came of a request into what happens to its row. Pure: the table of the delivery promises. */
export function judge(row: OutboxRow, { outcome, idempotent }: Performed, now: Instant): Judgement {
  switch (outcome.kind) {
    case 'nothing':
    case 'done':
    case 'not-modified':
      return { become: 'sent' }
    case 'slow-down':
      return { become: 'pending', until: now + outcome.retryAfterMs, error: 'slow down', slowDown: true }
    case 'chat-gone':
      return { become: 'failed', error: outcome.error, because: 'chat-gone' }
    case 'rejected':
      return { become: 'failed', error: outcome.error, because: 'rejected' }
    // perform finds ways round these; what still comes back is refused.
    case 'edit-gone':
    case 'reply-gone':
    case 'thread-gone':
    case 'migrated':
      return { become: 'failed', error: outcome.kind, because: 'rejected' }
    case 'unauthorized':
      return { become: 'halted' }
    case 'undelivered':
      return again(row, now, outcome.error)
    case 'unknown':
      // Repeating an edit or a deletion shows nobody anything twice, so it needs no mark and no policy.
      if (idempotent) return again(row, now, outcome.error)
      return ambiguous(row, now, outcome.error)
  }
}

/** The policy for a send whose answer was lost: by purpose, and nothing but the purpose. */
export function ambiguous(row: Pick<OutboxRow, 'purpose' | 'attempts'>, now: Instant, error: string): Judgement {
  const resend = purposes[row.purpose].onUnknown === 'resend'
  return { become: 'unknown', resend, until: now + backoffMs(row.attempts), error }
}

function again(row: OutboxRow, now: Instant, error: string): Judgement {
  if (purposes[row.purpose].onUnknown === 'drop' && now - row.createdAt > DROP_AFTER_MS) {
    return { become: 'failed', error, because: 'too-old' }
  }
  return { become: 'pending', until: now + backoffMs(row.attempts), error, slowDown: false }
}

/** 1, 2, 4 … 30 seconds: however long an outage was, its end is noticed within half a minute. */
export function backoffMs(attempts: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.min(attempts, 5))
}
