import type { QuestionRow, QuestionRows } from '../app/ports.ts'
import type { question } from './schema/index.ts'
import { rows, type Sql } from './session.ts'

export function questionRows(sql: Sql): QuestionRows {
  return {
    async insert(row, askedAt) {
      const record: typeof question.$inferInsert = { ...row, askedAt }
      const [made] = await sql<{ id: number }[]>`insert into question ${rows(sql, record)} returning id`
      if (!made) throw new Error('no id for the new question')
      return made.id
    },
    async lock(id) {
      const [found] = await sql<QuestionRow[]>`
        select id, community_id, chat_id, kind, asked_of, report, more, media_group_id, like_ticket_id, post_id, status
        from question where id = ${id} for no key update`
      return found ?? null
    },
    async settle(id, status) {
      await sql`update question set status = ${status} where id = ${id}`
    },
    async likenTo(id, ticketId) {
      await sql`update question set like_ticket_id = ${ticketId} where id = ${id}`
    },
    async setPost(id, postId) {
      await sql`update question set post_id = ${postId} where id = ${id}`
    },
  }
}
