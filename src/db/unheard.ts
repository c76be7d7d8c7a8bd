import type { OutboxRows, UnheardRow } from '../app/ports.ts'
import type { ChatId } from '../domain/ids.ts'
import type { Sql } from './session.ts'

/**
 * The first rows (`root`) of what failed wherever it was to be heard, of tickets on which work is owed; what was said of
 * the ticket afterwards and arrived makes up for it. A residents' chat need not hear. Costs follow what failed.
 */
export const unheardRoots = (sql: Sql) => sql`
  select failed.root, max(failed.id) as id
  from (
    select coalesce(o.stands_in_for, o.id) as root, o.id, o.ticket_id
    from outbox o join ticket t on t.id = o.ticket_id
    where o.status = 'failed' and o.op = 'show' and o.purpose in ('emergency', 'escalation')
      and t.status in ('open', 'acknowledged', 'held')) as failed
  join outbox first on first.id = failed.root
  left join chat c on c.id = first.chat_id
  where c.role is distinct from 'residents'
    and not exists (
      select from outbox x where (x.id = failed.root or x.stands_in_for = failed.root)
        and x.status in ('pending', 'sending', 'sent', 'unknown'))
    and not exists (
      select from outbox later where later.ticket_id = failed.ticket_id and later.created_at >= first.created_at
        and later.purpose in ('emergency', 'escalation') and later.op = 'show' and later.status = 'sent')
  group by failed.root`

export function unheardRows(
  sql: Sql,
): Pick<OutboxRows, 'mustBeHeard' | 'unheard' | 'chatOf' | 'alsoSaidIn' | 'giveUp'> {
  const columns = sql`o.id, o.community_id, o.chat_id, o.ticket_id, o.purpose, p.body`
  return {
    async mustBeHeard(chatId) {
      return await sql<UnheardRow[]>`
        select ${columns}, coalesce(o.stands_in_for, o.id) as root
        from outbox o join post p on p.id = o.post_id
        where o.chat_id = ${chatId} and o.status in ('pending', 'sending') and o.op = 'show'
          and o.purpose in ('emergency', 'escalation') and p.message_id is null
        order by o.id for update of o`
    },
    async unheard(limit) {
      return await sql<UnheardRow[]>`
        select ${columns}, roots.root from (${unheardRoots(sql)}) as roots
        join outbox o on o.id = roots.id join post p on p.id = o.post_id
        order by roots.root limit ${limit}`
    },
    async chatOf(id) {
      const [found] = await sql<{ chatId: ChatId }[]>`select chat_id from outbox where id = ${id}`
      return found?.chatId ?? null
    },
    async alsoSaidIn(id) {
      const found = await sql<{ chatId: ChatId }[]>`
        select other.chat_id from outbox o join outbox other
          on other.ticket_id = o.ticket_id and other.created_at = o.created_at and other.purpose = o.purpose
        where o.id = ${id} and other.op = 'show' and other.status in ('pending', 'sending', 'sent')
          and other.chat_id <> o.chat_id`
      return found.map(({ chatId }) => chatId)
    },
    async giveUp(ids, at, error) {
      if (ids.length === 0) return
      await sql`
        update outbox set status = 'failed', finished_at = ${at}, error = ${error}
        where id = any(${sql.types.bigints(ids)}) and status = 'pending'`
    },
  }
}
