import { sql } from 'drizzle-orm'
import { bigserial, check, foreignKey, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { ClockName } from '../../domain/ticket/ticket.ts'
import { id, instant } from './columns.ts'
import { question } from './question.ts'
import { ticket } from './ticket.ts'

/** The truth about what time still has to do. A row is decided once and then stays for ever. */
export const due = pgTable(
  'due',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    /** Null for a chat that belongs to nobody yet. */
    communityId: integer(),
    ticketId: id(),
    questionId: id(),
    strangerChatId: id(),
    key: text().notNull(),
    at: instant().notNull(),
    /** Which clock the step belongs to and when that clock runs out: what the weekly summary counts. */
    clock: text().$type<ClockName>(),
    clockDue: instant(),
    decidedAt: instant(),
    outcome: text(),
  },
  (t) => [
    uniqueIndex('due_ticket_key').on(t.ticketId, t.key),
    uniqueIndex('due_question').on(t.questionId).where(sql`question_id is not null`),
    uniqueIndex('due_stranger').on(t.strangerChatId).where(sql`stranger_chat_id is not null and decided_at is null`),
    // The sweep reads only what is undecided, so its cost does not grow with history.
    index('due_undecided').on(t.at, t.id).where(sql`decided_at is null`),
    index('due_ticket_undecided').on(t.ticketId).where(sql`decided_at is null`),
    foreignKey({
      name: 'due_ticket',
      columns: [t.ticketId, t.communityId],
      foreignColumns: [ticket.id, ticket.communityId],
    }),
    foreignKey({ name: 'due_question_row', columns: [t.questionId], foreignColumns: [question.id] }),
    // What concerns the community itself has none of the three, and a key of its own.
    uniqueIndex('due_community_key')
      .on(t.communityId, t.key)
      .where(sql`num_nonnulls(ticket_id, question_id, stranger_chat_id) = 0`),
    check(
      'due_one_subject',
      sql`num_nonnulls(${t.ticketId}, ${t.questionId}, ${t.strangerChatId}) = case when ${t.key} like 'community/%' then 0 else 1 end`,
    ),
    check('due_tenant', sql`${t.key} not like 'community/%' or ${t.communityId} is not null`),
    check('due_outcome', sql`(${t.decidedAt} is null) = (${t.outcome} is null)`),
  ],
)
