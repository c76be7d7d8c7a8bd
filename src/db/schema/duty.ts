import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Category } from '../../domain/category.ts'
import { id, instant } from './columns.ts'
import { community } from './community.ts'

/** The duty roster, row by row in the order of the community file: a later row wins over those before it. */
export const dutyShift = pgTable(
  'duty_shift',
  {
    communityId: integer()
      .notNull()
      .references(() => community.id),
    position: integer().notNull(),
    userId: id().notNull(),
    /** 1 Monday to 7 Sunday, or a date. */
    day: jsonb().$type<number | string>().notNull(),
    startsAt: text().notNull(),
    endsAt: text().notNull(),
    trades: jsonb().$type<readonly Category[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.position] })],
)

/** Shifts that somebody is asked to take over, or has taken over; what was settled later wins. */
export const dutySwap = pgTable(
  'duty_swap',
  {
    id: id().primaryKey().generatedAlwaysAsIdentity(),
    communityId: integer()
      .notNull()
      .references(() => community.id),
    fromUser: id().notNull(),
    toUser: id().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    askedAt: instant().notNull(),
    decidedAt: instant(),
    /** Null until somebody has answered. */
    agreed: boolean(),
  },
  (t) => [
    index('duty_swap_of_community').on(t.communityId, t.decidedAt),
    check('duty_swap_decided', sql`(${t.decidedAt} is null) = (${t.agreed} is null)`),
  ],
)
