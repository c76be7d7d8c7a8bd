import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Category, Urgency } from '../../domain/category.ts'
import type { IncidentStatus } from '../../domain/incident/incident.ts'
import { id, instant } from './columns.ts'
import { community } from './community.ts'
import { ticket } from './ticket.ts'

/** Many like reports within minutes, proposed as one matter: at most one at a time for a kind of matter and an area. */
export const incident = pgTable(
  'incident',
  {
    id: id().primaryKey().generatedAlwaysAsIdentity(),
    communityId: integer()
      .notNull()
      .references(() => community.id),
    status: text().$type<IncidentStatus>().notNull(),
    category: text().$type<Category>().notNull(),
    urgency: text().$type<Urgency>().notNull(),
    building: text(),
    proposedAt: instant().notNull(),
    parentTicketId: id(),
  },
  (t) => [
    uniqueIndex('incident_proposed')
      .on(t.communityId, t.category, sql`coalesce(building, '')`)
      .where(sql`status = 'proposed'`),
    uniqueIndex('incident_parent').on(t.parentTicketId).where(sql`parent_ticket_id is not null`),
    foreignKey({
      name: 'incident_parent_ticket',
      columns: [t.parentTicketId, t.communityId],
      foreignColumns: [ticket.id, ticket.communityId],
    }),
    check('incident_status', sql`${t.status} in ('proposed', 'joined', 'dismissed', 'split')`),
    check('incident_joined', sql`(${t.status} in ('joined', 'split')) = (${t.parentTicketId} is not null)`),
  ],
)
