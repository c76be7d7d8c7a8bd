import type { PostRow, PostRows } from '../app/ports.ts'
import type { post } from './schema/index.ts'
import { rows, type Sql } from './session.ts'

/** The columns of a PostRow. */
export const postColumns = (sql: Sql) =>
  sql`id, community_id, chat_id, thread_id, ticket_id, question_id, body, token, message_id, reply_to, status`

export function postRows(sql: Sql): PostRows {
  const columns = postColumns(sql)
  return {
    async add(row) {
      const record: typeof post.$inferInsert = { ...row, kind: row.body.kind }
      const [made] = await sql<{ id: number }[]>`
        insert into post ${rows(sql, record)} on conflict (key) do nothing returning id`
      if (made) return { id: made.id, created: true }
      const [known] = await sql<{ id: number }[]>`select id from post where key = ${row.key}`
      if (!known) throw new Error(`no post has the key ${row.key}`)
      return { id: known.id, created: false }
    },
    async get(id) {
      const [found] = await sql<PostRow[]>`select ${columns} from post where id = ${id}`
      return found ?? null
    },
    async byToken(token) {
      const [found] = await sql<PostRow[]>`select ${columns} from post where token = ${token}`
      return found ?? null
    },
    async byKey(key) {
      const [found] = await sql<PostRow[]>`select ${columns} from post where key = ${key}`
      return found ?? null
    },
    async byMessage(chatId, messageId) {
      const [found] = await sql<PostRow[]>`
        select ${columns} from post where chat_id = ${chatId} and message_id = ${messageId} order by id desc limit 1`
      return found ?? null
    },
    async standing(ticketId) {
      return await sql<PostRow[]>`
        select ${columns} from post
        where ticket_id = ${ticketId} and status = 'live' and kind in ('card', 'callback') order by id`
    },
    async prompts(ticketId) {
      return await sql<PostRow[]>`
        select ${columns} from post where ticket_id = ${ticketId} and status = 'live' and kind = 'prompt' order by id`
    },
    async ofInterruption(id) {
      return await sql<PostRow[]>`
        select ${columns} from post
        where (body ->> 'interruption')::bigint = ${id} and status = 'live' and kind = 'interruption' order by id`
    },
    async setBody(id, body) {
      await sql`update post set ${rows(sql, { body, kind: body.kind })} where id = ${id}`
    },
  }
}
