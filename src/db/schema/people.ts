import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Role } from '../../domain/community/role.ts'
import { id, instant } from './columns.ts'
import { community } from './community.ts'

/** Appointments: a person with two roles is two rows. */
export const person = pgTable(
  'person',
  {
    communityId: integer()
      .notNull()
      .references(() => community.id),
    userId: id().notNull(),
    role: text().$type<Role>().notNull(),
    name: text().notNull(),
    trades: jsonb().$type<readonly string[]>().notNull(),
    title: text(),
    /** Named in the community file: taken out of the file, the role goes too. */
    fromFile: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.userId, t.role] }), index('person_user').on(t.userId)],
)

/** People seen writing in a community's chats: residents. */
export const member = pgTable(
  'member',
  {
    communityId: integer()
      .notNull()
      .references(() => community.id),
    userId: id().notNull(),
    name: text().notNull(),
    seenAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.userId] }), index('member_user').on(t.userId, t.seenAt)],
)

/** Who may make and bind communities on this installation; belongs to no community. */
export const installationOwner = pgTable('installation_owner', {
  userId: id().primaryKey(),
  addedAt: instant().notNull(),
})
