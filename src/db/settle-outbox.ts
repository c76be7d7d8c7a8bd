import type { Instant } from '../domain/ids.ts'
import { isDuplicate } from './is-retryable.ts'
import type { Sql } from './session.ts'

/**
 * Records that Telegram took it. What a show sent is noted on the post even when the row was given up meanwhile: the
 * message is there, and the next show must edit it. A number that another post of the chat claims is that post's no
 * longer: Telegram has just said whose it is.
 */
export async function recordSent(
  sql: Sql,
  id: number,
  at: Instant,
  { messageId, shown }: { readonly messageId: number | null; readonly shown: string | null },
): Promise<void> {
  await sql`
    with sent as (
      select id, op, post_id from outbox where id = ${id}
    ), closed as (
      update outbox set status = 'sent', finished_at = ${at}, error = null
      where id = ${id} and status in ('sending', 'unknown')
    ), disowned as (
      update post p set message_id = null from post mine, sent
      where mine.id = sent.post_id and p.chat_id = mine.chat_id and p.message_id = ${messageId} and p.id <> mine.id
    )
    update post p set
      message_id = coalesce(${messageId}, p.message_id),
      shown = coalesce(${shown}, p.shown),
      -- An address that opens something is for whoever got it: here it stays only as its hash.
      body = case when p.body #>> '{notice,key}' = 'duty-link' then jsonb_set(p.body, '{notice,url}', '""') else p.body end,
      status = case when sent.op = 'delete' then 'deleted' else p.status end
    from sent where p.id = sent.post_id`
}

/**
 * Back to pending, not before the given time. If the post was shown again meanwhile, that later row takes over (a post
 * has at most one pending show) with the earlier one's urgency, wait and mark of repetition.
 */
export async function returnToPending(
  sql: Sql,
  id: number,
  notBefore: Instant,
  resend: boolean,
  error: string,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    if (await handOver(sql, id, notBefore, resend)) return
    try {
      await sql`
        update outbox set status = 'pending', not_before = ${notBefore}, resend = resend or ${resend}, error = ${error}
        where id = ${id} and status in ('pending', 'sending')`
      return
    } catch (fault) {
      // A show of the same post was added between the two statements: now there is one to hand over to.
      if (attempt >= 5 || !isDuplicate(fault, 'outbox_one_pending_show')) throw fault
    }
  }
}

async function handOver(sql: Sql, id: number, notBefore: Instant, resend: boolean): Promise<boolean> {
  const { count } = await sql`
    with mine as (
      select * from outbox where id = ${id} and op = 'show' and status = 'sending' for update
    ), heir as (
      update outbox later set
        purpose = case when mine.priority < later.priority then mine.purpose else later.purpose end,
        priority = least(mine.priority, later.priority),
        not_before = greatest(later.not_before, ${notBefore}::timestamptz),
        attempts = greatest(mine.attempts, later.attempts),
        resend = later.resend or mine.resend or ${resend}
      from mine
      where later.post_id = mine.post_id and later.op = 'show' and later.status = 'pending'
      returning later.id
    )
    update outbox set status = 'cancelled', error = 'taken over by ' || heir.id from heir where outbox.id = ${id}`
  return count > 0
}
