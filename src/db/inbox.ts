import type { InboxRows } from '../app/ports.ts'
import type { Inbox, InboxRow } from '../app/ports-of-delivery.ts'
import type { Instant } from '../domain/ids.ts'
import type { Sql } from './session.ts'

/** How many pending rows one look considers, as a multiple of those it hands out: enough to be fair between chats. */
const LOOK = 20

/** Within the transaction that does the update's work. */
export function inboxRows(sql: Sql): InboxRows {
  return {
    async complete(inboxId, at) {
      const { count } = await sql`
        update inbox set status = 'done', done_at = ${at}, payload = null where id = ${inboxId} and status <> 'done'`
      return count > 0
    },
  }
}

export function inboxQueue(sql: Sql): Inbox {
  return {
    async accept(botId, updates, at) {
      if (updates.length === 0) return 0
      const { count } = await sql`
        insert into inbox (bot_id, update_id, chat_id, payload, received_at)
        select ${botId}::bigint, "updateId", "chatId", payload, ${at}
        from jsonb_to_recordset(${updates as never}::jsonb) as one("updateId" bigint, "chatId" bigint, payload jsonb)
        on conflict (bot_id, update_id) do nothing`
      return count
    },

    /**
     * Every chat's oldest row comes before any chat's second, so that a flood in one chat does not keep the others
     * waiting; within a chat the order is that of arrival. A row that waits for its next attempt is passed over: an
     * emergency must not stand in line behind a message that cannot be handled.
     */
    async pending(botId, now, limit) {
      return await sql<InboxRow[]>`
        select id, update_id, chat_id, payload, attempts, received_at from (
          select *, row_number() over (partition by coalesce(chat_id, -id) order by id) as turn from (
            select * from inbox
            where bot_id = ${botId} and status = 'pending' and (next_attempt_at is null or next_attempt_at <= ${now})
            order by id limit ${limit * LOOK}) as oldest) as turns
        order by turn, id limit ${limit}`
    },

    async fail(id, error, nextAt) {
      await sql`
        update inbox set attempts = attempts + 1, error = ${error}, next_attempt_at = ${nextAt},
          status = ${nextAt === null ? 'parked' : 'pending'}
        where id = ${id} and status = 'pending'`
    },

    async discard(ids, at) {
      if (ids.length === 0) return
      await sql`
        update inbox set status = 'done', done_at = ${at}, payload = null
        where id = any(${sql.types.bigints(ids)}) and status <> 'done'`
    },

    async counts() {
      const [found] = await sql<{ pending: number; parked: number }[]>`
        select (select count(*) from inbox where status = 'pending') as pending,
          (select count(*) from inbox where status = 'parked') as parked`
      return found ?? { pending: 0, parked: 0 }
    },

    async nextAt() {
      const [found] = await sql<{ at: Instant | null }[]>`
        select min(coalesce(next_attempt_at, received_at)) as at from inbox where status = 'pending'`
      return found?.at ?? null
    },
  }
}
