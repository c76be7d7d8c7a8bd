import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { BoundChat } from '../../domain/community/community.ts'
import type { ChatRole } from '../../domain/community/role.ts'
import { id } from './columns.ts'
import { community } from './community.ts'

/** A chat belongs to one community at a time: its id is the key. */
export const chat = pgTable(
  'chat',
  {
    id: id().primaryKey(),
    communityId: integer()
      .notNull()
      .references(() => community.id),
    role: text().$type<ChatRole>().notNull(),
    title: text().notNull(),
    buildings: jsonb().$type<readonly string[]>().notNull(),
    threadId: id(),
    status: text().$type<BoundChat['status']>().notNull().default('active'),
    canDelete: boolean().notNull().default(false),
  },
  (t) => [
    index('chat_community').on(t.communityId, t.role),
    check('chat_role', sql`${t.role} in ('residents', 'staff', 'committee')`),
    check('chat_status', sql`${t.status} in ('active', 'suspended')`),
  ],
)

/** What a group was called before Telegram made it a supergroup; late updates still carry the old id. */
export const chatAlias = pgTable('chat_alias', {
  formerId: id().primaryKey(),
  chatId: id()
    .notNull()
    .references(() => chat.id, { onUpdate: 'cascade', onDelete: 'cascade' }),
})
