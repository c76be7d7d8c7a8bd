import type { PostRow } from '../app/ports.ts'
import type { Deliveries, OutboxRow, OutboxStatus } from '../app/ports-of-delivery.ts'
import type { ChatId, Instant } from '../domain/ids.ts'
import { chatLockPrefix } from './chat-locks.ts'
import { postColumns } from './posts.ts'
import type { outbox } from './schema/index.ts'
import type { Sql } from './session.ts'
import { recordSent, returnToPending } from './settle-outbox.ts'
import { unheardRoots } from './unheard.ts'

type OutboxRecord = typeof outbox.$inferSelect
type Standing = Pick<OutboxRow, 'id' | 'chatId' | 'purpose'>

/** The outbox from the sender's side; each statement is a transaction of its own. */
export function outboxQueue(sql: Sql): Omit<Deliveries, 'withChat'> {
  return {
    async unqueued(limit) {
      return await sql<Standing[]>`
        select id, chat_id, purpose from outbox where status = 'pending' and queued_at is null
        order by id limit ${limit}`
    },
    async markQueued(ids, at) {
      if (ids.length === 0) return
      await sql`update outbox set queued_at = ${at} where id = any(${sql.types.bigints(ids)})`
    },
    async status(id) {
      const [found] = await sql<{ chatId: ChatId; status: OutboxStatus }[]>`
        select chat_id, status from outbox where id = ${id}`
      return found ?? null
    },
    async head(chatId, now) {
      const [found] = await sql<OutboxRecord[]>`
        select * from outbox
        where chat_id = ${chatId} and status = 'pending' and (not_before is null or not_before <= ${now})
        order by priority, id limit 1`
      return found ? toOutboxRow(found) : null
    },
    async markSending(id, at) {
      const { count } = await sql`
        update outbox set status = 'sending', sending_at = ${at}, attempts = attempts + 1
        where id = ${id} and status = 'pending'`
      return count > 0
    },
    markSent: (id, at, sent) => recordSent(sql, id, at, sent),
    async markFailed(id, at, error) {
      await sql`
        update outbox set status = 'failed', finished_at = ${at}, error = ${error}
        where id = ${id} and status in ('pending', 'sending')`
    },
    retry: (id, notBefore, error) => returnToPending(sql, id, notBefore, false, error),
    async markUnknown(id, at, resend, notBefore, error) {
      if (resend) return returnToPending(sql, id, notBefore, true, error)
      await sql`
        update outbox set status = 'unknown', finished_at = ${at}, error = ${error}
        where id = ${id} and status = 'sending'`
    },
    async stranded(olderThan) {
      return await sql<Standing[]>`
        select id, chat_id, purpose from outbox
        where status = 'sending' and sending_at < ${olderThan} and not exists (
          select from pg_locks l
          where l.locktype = 'advisory' and l.granted and l.objsubid = 1
            and l.database = (select oid from pg_database where datname = current_database())
            and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(${chatLockPrefix} || chat_id, 0))
        order by sending_at, id`
    },
    async waitingChats(now, limit) {
      const found = await sql<{ chatId: ChatId }[]>`
        select chat_id from outbox where status = 'pending' and (not_before is null or not_before <= ${now})
        group by chat_id order by min(priority), min(id) limit ${limit}`
      return found.map(({ chatId }) => chatId)
    },
    async detachPost(postId) {
      await sql`update post set message_id = null, shown = null where id = ${postId}`
    },
    async post(postId) {
      const [found] = await sql<PostRow[]>`select ${postColumns(sql)} from post where id = ${postId}`
      return found ?? null
    },
    async shown(postId) {
      const [found] = await sql<{ shown: string | null }[]>`select shown from post where id = ${postId}`
      return found?.shown ?? null
    },
    async counts() {
      const counts = { pending: 0, sending: 0, sent: 0, failed: 0, unknown: 0, cancelled: 0 }
      const found = await sql<{ status: OutboxStatus; count: number }[]>`
        select status, count(*) as count from outbox group by status`
      for (const { status, count } of found) counts[status] = count
      return counts
    },
    async unheard() {
      const [found] = await sql<{ count: number }[]>`select count(*) as count from (${unheardRoots(sql)}) as roots`
      return found?.count ?? 0
    },
    async nextAt() {
      const [found] = await sql<{ at: Instant | null }[]>`
        select min(not_before) as at from outbox where status = 'pending' and not_before is not null`
      return found?.at ?? null
    },
  }
}

function toOutboxRow(record: OutboxRecord): OutboxRow {
  const { id, communityId, chatId, ticketId, purpose, notBefore, attempts, createdAt, resend } = record
  return { id, communityId, chatId, ticketId, op: toOp(record), purpose, notBefore, attempts, createdAt, resend }
}

function toOp({ id, op, postId, targetMessageId }: OutboxRecord): OutboxRow['op'] {
  if (op === 'leave') return { kind: op }
  if (op === 'delete-message' && targetMessageId !== null) return { kind: op, messageId: targetMessageId }
  if ((op === 'show' || op === 'delete' || op === 'pin' || op === 'unpin') && postId !== null)
    return { kind: op, postId }
  throw new Error(`outbox row ${id} says ${op} of nothing`)
}
