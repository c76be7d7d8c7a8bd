import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { SecretRow } from '../../app/ports.ts'
import type { ChatRole } from '../../domain/community/role.ts'
import { id, instant } from './columns.ts'
import { community } from './community.ts'

/** Codes that people carry, kept only as their hash. All but the duty calendar's are used once. */
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
  (t) => [
    check('secret_kind', sql`${t.kind} in ('claim', 'bind', 'link', 'duty')`),
    // A new address takes the place of the old one, which is worth nothing from then on.
    uniqueIndex('secret_one_duty_calendar').on(t.communityId).where(sql`${t.kind} = 'duty'`),
  ],
)
