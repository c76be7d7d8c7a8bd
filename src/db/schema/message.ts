import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Attachment } from '../../domain/ticket/attachment.ts'
import { id, instant } from './columns.ts'
import { community } from './community.ts'

/** Residents' messages that became, or belong to, tickets: one row per message, whatever is replayed. */
export const message = pgTable(
  'message',
  {
    chatId: id().notNull(),
    messageId: id().notNull(),
    communityId: integer()
      .notNull()
      .references(() => community.id),
    ticketIds: jsonb().$type<readonly number[]>().notNull(),
    mediaGroupId: text(),
    attachments: jsonb().$type<readonly Attachment[]>().notNull(),
    authorId: id(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.chatId, t.messageId] }),
    index('message_album').on(t.chatId, t.mediaGroupId).where(sql`media_group_id is not null`),
  ],
)
