import type { InterruptionRows, ReportAnswered } from '../app/ports.ts'
import type { Interruption } from '../domain/interruption/interruption.ts'
import type { interruption, interruptionReport } from './schema/index.ts'
import { rows, type Sql } from './session.ts'

export function interruptionRows(sql: Sql): InterruptionRows {
  const columns = sql`
    id, community_id, status, utility, areas, starts_at, ends_at, emergency, by, chat_id, thread_id, published_at, before, ended_at,
    version`
  const reportColumns = sql`
    id, community_id, interruption_id, chat_id, message_id, reporter, report, media_group_id, status`
  return {
    async insert(row) {
      const record: typeof interruption.$inferInsert = row
      const [made] = await sql<{ id: number }[]>`insert into interruption ${rows(sql, record)} returning id`
      if (!made) throw new Error('no id for the new notice')
      return made.id
    },
    async get(communityId, id) {
      const [found] = await sql<Interruption[]>`
        select ${columns} from interruption where id = ${id} and community_id = ${communityId}`
      return found ?? null
    },
    async lock(communityId, id) {
      const [found] = await sql<Interruption[]>`
        select ${columns} from interruption where id = ${id} and community_id = ${communityId} for no key update`
      return found ?? null
    },
    async save({ id, communityId, ...state }) {
      await sql`update interruption set ${rows(sql, state)} where id = ${id} and community_id = ${communityId}`
    },
    async published(communityId) {
      return await sql<Interruption[]>`
        select ${columns} from interruption where community_id = ${communityId} and status = 'published'
        order by starts_at, id`
    },
    async answer(report, answeredAt) {
      const record: typeof interruptionReport.$inferInsert = { ...report, status: 'answered', answeredAt }
      const [made] = await sql<{ id: number }[]>`
        insert into interruption_report ${rows(sql, record)} on conflict (chat_id, message_id) do nothing returning id`
      return made?.id ?? null
    },
    async lockReport(communityId, id) {
      const [found] = await sql<ReportAnswered[]>`
        select ${reportColumns} from interruption_report where id = ${id} and community_id = ${communityId}
        for no key update`
      return found ?? null
    },
    async settleReport(id, status) {
      await sql`update interruption_report set status = ${status} where id = ${id}`
    },
    async reports(interruptionId) {
      return await sql<ReportAnswered[]>`
        select ${reportColumns} from interruption_report where interruption_id = ${interruptionId} order by id`
    },
  }
}
