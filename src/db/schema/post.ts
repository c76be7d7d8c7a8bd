import { sql } from 'drizzle-orm'
import { bigserial, check, foreignKey, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { PostBody } from '../../domain/post/body.ts'
import { id } from './columns.ts'
import { question } from './question.ts'
import { ticket } from './ticket.ts'

/** What of the bot's is, or will be, visible in a chat. */
export const post = pgTable(
  'post',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    communityId: integer(),
    chatId: id().notNull(),
    threadId: id(),
    ticketId: id(),
    questionId: id(),
    kind: text().$type<PostBody['kind']>().notNull(),
    body: jsonb().$type<PostBody>().notNull(),
    token: text().notNull().unique('post_token'),
    key: text().unique('post_key'),
    messageId: id(),
    replyTo: id(),
    status: text().$type<'live' | 'deleted'>().notNull().default('live'),
    /** The text last sent, to tell an edit that changes nothing. */
    shown: text(),
  },
  (t) => [
    index('post_message').on(t.chatId, t.messageId).where(sql`message_id is not null`),
    index('post_standing').on(t.ticketId).where(sql`status = 'live' and kind in ('card', 'callback')`),
    // A notice of an interruption is edited in every chat it stands in.
    index('post_interruption')
      .on(sql`((body ->> 'interruption')::bigint)`)
      .where(sql`status = 'live' and kind = 'interruption'`),
    index('post_prompts').on(t.ticketId).where(sql`status = 'live' and kind = 'prompt'`),
    foreignKey({
      name: 'post_ticket',
      columns: [t.ticketId, t.communityId],
      foreignColumns: [ticket.id, ticket.communityId],
    }),
    foreignKey({ name: 'post_question', columns: [t.questionId], foreignColumns: [question.id] }),
    check('post_status', sql`${t.status} in ('live', 'deleted')`),
    // A null community would switch the pair above off.
    check('post_tenant', sql`${t.ticketId} is null or ${t.communityId} is not null`),
  ],
)
