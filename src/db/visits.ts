import type { VisitRows } from '../app/ports.ts'
import type { Visit } from '../domain/grid/grid.ts'
import type { visit } from './schema/index.ts'
import { rows, type Sql } from './session.ts'

export function visitRows(sql: Sql): VisitRows {
  return {
    async keep(row) {
      const record: typeof visit.$inferInsert = row
      const { count } = await sql`insert into visit ${rows(sql, record)} on conflict (chat_id, message_id) do nothing`
      return count > 0
    },
    async latest(communityId, userId, limit) {
      return await sql<Visit[]>`
        select v.building, v.unit, v.room, t.number as ticket_number, v.text, v.at
        from visit v left join ticket t on t.id = v.ticket_id
        where v.community_id = ${communityId} and v.user_id = ${userId} order by v.at desc, v.id desc limit ${limit}`
    },
  }
}
