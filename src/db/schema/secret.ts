import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { SecretRow } from '../../app/ports.ts'
import type { ChatRole } from '../../domain/community/role.ts'
import { id, instant } from './columns.ts'
import { community } from './community.ts'

/** One-time codes that people carry, kept only as their hash. */
export const secret = pgTable(
  'secret',
  {
    hash: text().primaryKey(),
    kind: text().$type<SecretRow['kind']>().notNull(),
    communityId: integer().references(() => community.id),
    chatRole: text().$type<ChatRole>(),
    ticketId: id(),
    createdBy: id(),
    createdAt: instant().notNull(),
    expiresAt: instant(),
    usedBy: id(),
    usedAt: instant(),
  },
  (t) => [check('secret_kind', sql`${t.kind} in ('claim', 'bind', 'link')`)],
)
