import type { SecretRow, SecretRows } from '../app/ports.ts'
import type { secret } from './schema/index.ts'
import { rows, type Sql } from './session.ts'

export function secretRows(sql: Sql): SecretRows {
  const columns = sql`kind, community_id, chat_role, ticket_id, expires_at`
  return {
    async add(hash, row, createdBy, createdAt) {
      const record: typeof secret.$inferInsert = { hash, ...row, createdBy, createdAt }
      await sql`insert into secret ${rows(sql, record)} on conflict (hash) do nothing`
    },
    async renewDutyCalendar(hash, communityId, createdBy, createdAt) {
      const record: typeof secret.$inferInsert = { hash, kind: 'duty', communityId, createdBy, createdAt }
      await sql`
        insert into secret ${rows(sql, record)}
        on conflict (community_id) where kind = 'duty'
        do update set hash = excluded.hash, created_by = excluded.created_by, created_at = excluded.created_at`
    },
    async redeem(hash, kind, by, at) {
      // Of two who redeem at once the second waits for the first one's row and then finds it used.
      const [found] = await sql<SecretRow[]>`
        update secret set used_at = ${at}, used_by = ${by}
        where hash = ${hash} and kind = ${kind} and used_at is null and (expires_at is null or expires_at > ${at})
        returning ${columns}`
      return found ?? null
    },
    async peek(hash, kind, at) {
      const [found] = await sql<SecretRow[]>`
        select ${columns} from secret
        where hash = ${hash} and kind = ${kind} and used_at is null and (expires_at is null or expires_at > ${at})`
      return found ?? null
    },
  }
}
