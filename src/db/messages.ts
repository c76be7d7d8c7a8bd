import type { MessageRow, MessageRows } from '../app/ports.ts'
import type { message } from './schema/index.ts'
import { rows, type Sql } from './session.ts'

export function messageRows(sql: Sql): MessageRows {
  const columns = sql`chat_id, message_id, community_id, ticket_ids, media_group_id, attachments, author_id`
  return {
    async get(chatId, messageId) {
      const [found] = await sql<MessageRow[]>`
        select ${columns} from message where chat_id = ${chatId} and message_id = ${messageId}`
      return found ?? null
    },
    async album(chatId, mediaGroupId) {
      return await sql<MessageRow[]>`
        select ${columns} from message where chat_id = ${chatId} and media_group_id = ${mediaGroupId}
        order by message_id`
    },
    /** What the row already knows stays: tickets are joined, attachments replaced only by others. */
    async put({ chatId, messageId, communityId, ticketIds, mediaGroupId, attachments, authorId }, at) {
      const record: typeof message.$inferInsert = {
        ...{ chatId, messageId, communityId, ticketIds, mediaGroupId, attachments, authorId },
        at,
      }
      await sql`
        insert into message ${rows(sql, record)}
        on conflict (chat_id, message_id) do update set
          ticket_ids = message.ticket_ids || (
            select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(excluded.ticket_ids) as one
            where not message.ticket_ids @> one),
          media_group_id = coalesce(message.media_group_id, excluded.media_group_id),
          attachments = case when excluded.attachments = '[]' then message.attachments else excluded.attachments end,
          author_id = coalesce(message.author_id, excluded.author_id)
        where message.community_id = excluded.community_id`
    },
    async lockAlbum(chatId, mediaGroupId) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`huying/album/${chatId}/${mediaGroupId}`}, 0))`
    },
  }
}
