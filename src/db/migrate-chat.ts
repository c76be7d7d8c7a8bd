import type { ChatId } from '../domain/ids.ts'
import type { Sql } from './session.ts'

/**
 * Moves everything from the id a group had to the one it has as a supergroup. Safe to repeat, and when the new id was
 * bound by hand meanwhile: that binding stays. If it belongs to another community nothing crosses over; the old chat
 * is suspended instead. True when a binding was moved.
 *
 * Telegram numbers the messages of a supergroup from 1 again. An old number under the new id would soon be somebody
 * else's message, so posts forget theirs (they are sent afresh when next shown), and the rows that mark residents'
 * messages as handled stay under the old id, which late copies of old updates carry as well.
 */
export async function migrateChat(sql: Sql, from: ChatId, to: ChatId): Promise<boolean> {
  if (from === to) return false
  const bound = await sql<{ id: ChatId; communityId: number }[]>`
    select id, community_id from chat where id in (${from}, ${to}) order by id for update`
  const old = bound.find(({ id }) => id === from)
  const there = bound.find(({ id }) => id === to)
  if (old && there && old.communityId !== there.communityId) {
    await sql`update chat set status = 'suspended' where id = ${from}`
    return false
  }
  if (old && !there) {
    await sql`update chat set id = ${to} where id = ${from}`
  } else if (old) {
    await sql`update chat_alias set chat_id = ${to} where chat_id = ${from}`
    await sql`delete from chat where id = ${from}`
  }
  if (old || there) {
    await sql`
      insert into chat_alias (former_id, chat_id) values (${from}, ${to})
      on conflict (former_id) do update set chat_id = excluded.chat_id`
    // A bound chat is no stranger, under either id.
    await sql`delete from due where stranger_chat_id in (${from}, ${to}) and decided_at is null`
  }
  await moveRows(sql, from, to)
  return old !== undefined
}

async function moveRows(sql: Sql, from: ChatId, to: ChatId): Promise<void> {
  await sql`update post set chat_id = ${to}, message_id = null, reply_to = null where chat_id = ${from}`
  await sql`update outbox set chat_id = ${to} where chat_id = ${from}`
  await sql`update ticket set origin_chat_id = ${to} where origin_chat_id = ${from}`
  await sql`
    update question set chat_id = ${to},
      report = jsonb_set(report, '{origin,chatId}', to_jsonb(${to}::bigint)),
      more = (
        select coalesce(jsonb_agg(jsonb_set(one, '{origin,chatId}', to_jsonb(${to}::bigint)) order by at), '[]')
        from jsonb_array_elements(more) with ordinality as each(one, at))
    where chat_id = ${from}`
  await sql`update interruption set chat_id = ${to}, thread_id = null where chat_id = ${from}`
  // The message's own number marks it as answered and stays; what comes of it is said in the chat as it is now.
  await sql`
    update interruption_report set report = jsonb_set(report, '{origin,chatId}', to_jsonb(${to}::bigint))
    where chat_id = ${from}`
  await sql`update inbox set chat_id = ${to} where chat_id = ${from} and status = 'pending'`
  await sql`
    insert into summary_run (chat_id, period, community_id, decided_at)
    select ${to}::bigint, period, community_id, decided_at from summary_run where chat_id = ${from}
    on conflict do nothing`
  await sql`delete from summary_run where chat_id = ${from}`
  await sql`
    update due set stranger_chat_id = ${to} where stranger_chat_id = ${from} and decided_at is null
      and not exists (select from due where stranger_chat_id = ${to} and decided_at is null)`
}
