import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
} from 'drizzle-orm/pg-core'
import type { Language } from '../../domain/ids.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { instant } from './columns.ts'

/** The tenant. */
export const community = pgTable(
  'community',
  {
    id: serial().primaryKey(),
    name: text().notNull().unique(),
    timezone: text().notNull(),
    language: text().$type<Language>().notNull(),
    households: integer(),
    policyVersion: integer().notNull(),
    nextSummaryAt: instant(),
    /** Digest of the statutory days that its tickets' due times were last reckoned with. */
    statutoryDays: text(),
  },
  (t) => [
    index('community_next_summary').on(t.nextSummaryAt),
    check('community_language', sql`${t.language} in ('zh-CN', 'en')`),
  ],
)

/** Apart from the community, so that taking a number never waits for whoever reads or changes the community itself. */
export const ticketCounter = pgTable('ticket_counter', {
  communityId: integer()
    .primaryKey()
    .references(() => community.id),
  lastNumber: bigint({ mode: 'number' }).notNull().default(0),
})

/** One row per version, never changed: a ticket keeps the version it was opened under. */
export const policy = pgTable(
  'policy',
  {
    communityId: integer()
      .notNull()
      .references(() => community.id),
    version: integer().notNull(),
    body: jsonb().$type<Policy>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.version] })],
)

export const building = pgTable(
  'building',
  {
    communityId: integer().notNull(),
    name: text().notNull(),
    /** Order in the community file: the order of the buttons. */
    position: integer().notNull(),
    units: integer(),
    floors: integer(),
    households: integer(),
    /** YYYY-MM-DD; a civil date has no zone, so it is kept as text. */
    handover: text(),
    designLife: integer(),
    grid: text(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.name] }),
    foreignKey({ columns: [t.communityId], foreignColumns: [community.id] }),
  ],
)
