import type { GatheredRow, NewOutbox, OutboxRows } from '../app/ports.ts'
import type { Instant } from '../domain/ids.ts'
import { purposes } from '../domain/post/purpose.ts'
import type { outbox } from './schema/index.ts'
import { rows, type Sql } from './session.ts'
import { unheardRows } from './unheard.ts'

type OutboxRecord = typeof outbox.$inferInsert

/** @param added called when there is something new to send. */
export function outboxRows(sql: Sql, added: () => void): OutboxRows {
  return {
    async add(row, at) {
      const record = toRecord(row, at)
      // Either key may be taken: the decision was recorded before, or a show of this post is still pending.
      for (;;) {
        const { count } = await sql`insert into outbox ${rows(sql, record)} on conflict do nothing`
        if (count > 0) return added()
        if (await isRecorded(sql, record)) return
        if (await fold(sql, record)) return added()
        // The pending show went out between the two statements: now there is room for this one.
      }
    },
    async cancel(ticketId, which) {
      const { count } = await sql`
        with cancelled as (
          update outbox set status = 'cancelled', error = 'no longer true'
          where ticket_id = ${ticketId} and status = 'pending'
            and ${JSON.stringify(which)}::text::jsonb ? purpose
          returning post_id
        ), unseen as (${takeBack(sql)})
        select from cancelled`
      return count
    },
    ...unheardRows(sql),
    async gathered() {
      return await sql<GatheredRow[]>`
        select o.id, o.community_id, o.chat_id, p.thread_id, o.ticket_id, o.gather as kind, p.body
        from outbox o join post p on p.id = o.post_id
        where o.status = 'pending' and o.gather is not null and o.ticket_id is not null
        order by o.id for update of o`
    },
    async release(ids) {
      await sql`
        update outbox set gather = null, not_before = null where id = any(${sql.types.bigints(ids)}) and status = 'pending'`
      if (ids.length > 0) added()
    },
    async replace(ids) {
      await sql`
        with cancelled as (
          update outbox set status = 'cancelled', gather = null, error = 'said in a digest'
          where id = any(${sql.types.bigints(ids)}) and status = 'pending'
          returning post_id
        ), unseen as (${takeBack(sql)})
        select from cancelled`
    },
  }
}

/** A post that nobody has seen goes with its message; left standing, the next change would send it after all. */
const takeBack = (sql: Sql) => sql`
  update post set status = 'deleted' from cancelled where post.id = cancelled.post_id and post.message_id is null`

function toRecord({ op, purpose, ...rest }: NewOutbox, createdAt: Instant): OutboxRecord {
  const { communityId, chatId, ticketId, notBefore, dedupeKey, gather = null, first = false, standsInFor = null } = rest
  return {
    ...{ communityId, chatId, ticketId, notBefore, dedupeKey, gather, purpose, createdAt, standsInFor },
    op: op.kind,
    postId: 'postId' in op ? op.postId : null,
    targetMessageId: 'messageId' in op ? op.messageId : null,
    priority: first ? 0 : purposes[purpose].priority,
  }
}

async function isRecorded(sql: Sql, { dedupeKey }: OutboxRecord): Promise<boolean> {
  if (dedupeKey === null) return false
  const found = await sql`select from outbox where dedupe_key = ${dedupeKey ?? null}`
  return found.length > 0
}

/**
 * A post shown twice before it went out is shown once, as the more urgent of the two and at the earlier time. A wait
 * for another attempt is kept (the chat said "not before"), and so is the hold after an outage.
 */
async function fold(sql: Sql, { postId, purpose, priority, notBefore, dedupeKey }: OutboxRecord): Promise<boolean> {
  const { count } = await sql`
    update outbox set
      purpose = case when ${priority} < priority then ${purpose} else purpose end,
      priority = least(priority, ${priority}),
      not_before = case
        when attempts > 0 or gather is not null then not_before
        when ${notBefore ?? null}::timestamptz is null then null
        else least(not_before, ${notBefore ?? null}::timestamptz) end,
      dedupe_key = coalesce(dedupe_key, ${dedupeKey ?? null})
    where post_id = ${postId ?? null} and op = 'show' and status = 'pending'`
  return count > 0
}
