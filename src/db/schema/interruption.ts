import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import type { ReportAnswered } from '../../app/ports.ts'
import type { Area, Interruption, InterruptionStatus } from '../../domain/interruption/interruption.ts'
import type { Utility } from '../../domain/interruption/utility.ts'
import type { Person } from '../../domain/ticket/actor.ts'
import type { ReportCommand } from '../../domain/ticket/command.ts'
import { id, instant } from './columns.ts'
import { community } from './community.ts'

/** Notices of interruptions: what is cut off, where, from when to when, and how it came out. */
export const interruption = pgTable(
  'interruption',
  {
    id: id().primaryKey().generatedAlwaysAsIdentity(),
    communityId: integer()
      .notNull()
      .references(() => community.id),
    status: text().$type<InterruptionStatus>().notNull(),
    utility: text().$type<Utility>().notNull(),
    areas: jsonb().$type<readonly Area[]>().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant(),
    emergency: boolean().notNull(),
    by: jsonb().$type<Person>().notNull(),
    chatId: id().notNull(),
    threadId: id(),
    publishedAt: instant(),
    before: jsonb().$type<NonNullable<Interruption['before']>>(),
    endedAt: instant(),
    version: integer().notNull(),
  },
  (t) => [
    unique('interruption_tenant').on(t.id, t.communityId),
    index('interruption_published').on(t.communityId).where(sql`status = 'published'`),
    check('interruption_status', sql`${t.status} in ('draft', 'published', 'ended', 'cancelled', 'dropped')`),
    check('interruption_window', sql`${t.endsAt} is null or ${t.endsAt} > ${t.startsAt}`),
  ],
)

/** Reports that a notice answered in place of a ticket; kept whole, so that each can still become one. */
export const interruptionReport = pgTable(
  'interruption_report',
  {
    id: id().primaryKey().generatedAlwaysAsIdentity(),
    communityId: integer().notNull(),
    interruptionId: id().notNull(),
    chatId: id().notNull(),
    messageId: id().notNull(),
    reporter: jsonb().$type<Person>(),
    report: jsonb().$type<ReportCommand>().notNull(),
    mediaGroupId: text(),
    status: text().$type<ReportAnswered['status']>().notNull(),
    answeredAt: instant().notNull(),
  },
  (t) => [
    unique('interruption_report_message').on(t.chatId, t.messageId),
    index('interruption_report_of').on(t.interruptionId, t.id),
    foreignKey({
      name: 'interruption_report_notice',
      columns: [t.interruptionId, t.communityId],
      foreignColumns: [interruption.id, interruption.communityId],
    }),
    check('interruption_report_status', sql`${t.status} in ('answered', 'separate', 'told', 'still-out')`),
  ],
)
