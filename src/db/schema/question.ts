import { sql } from 'drizzle-orm'
import { bigserial, check, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Person } from '../../domain/ticket/actor.ts'
import type { ReportCommand } from '../../domain/ticket/command.ts'
import { id, instant } from './columns.ts'
import { community } from './community.ts'

/** Reports the bot asks about before registering them. */
export const question = pgTable(
  'question',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    communityId: integer()
      .notNull()
      .references(() => community.id),
    chatId: id().notNull(),
    kind: text().$type<'maybe' | 'same'>().notNull(),
    askedOf: jsonb().$type<Person>(),
    report: jsonb().$type<ReportCommand>().notNull(),
    /** Further matters of the same message, registered with the first. */
    more: jsonb().$type<readonly ReportCommand[]>().notNull().default([]),
    mediaGroupId: text(),
    likeTicketId: id(),
    postId: id(),
    status: text().$type<'asked' | 'registered' | 'joined' | 'dismissed' | 'expired'>().notNull(),
    askedAt: instant().notNull(),
  },
  (t) => [check('question_status', sql`${t.status} in ('asked', 'registered', 'joined', 'dismissed', 'expired')`)],
)
