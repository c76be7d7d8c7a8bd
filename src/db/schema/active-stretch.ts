import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, primaryKey, smallint } from 'drizzle-orm/pg-core'
import { id, instant } from './columns.ts'
import { ticket } from './ticket.ts'

/**
 * A finished stretch in which work was owed on a ticket: from its report or reopening to the event that ended it. Written
 * once, with that event; the stretch that still runs is the ticket itself. Answers "what was open then" without history.
 */
export const activeStretch = pgTable(
  'active_stretch',
  {
    ticketId: id().notNull(),
    /** Of the event that ended it. */
    seq: integer().notNull(),
    communityId: integer().notNull(),
    began: instant().notNull(),
    ended: instant().notNull(),
    /** It lasted at most 2^n days: whoever looks for an instant need look no further back than that in its class. */
    lengthClass: smallint()
      .notNull()
      .generatedAlwaysAs(sql`ceil(log(2.0, greatest(1, extract(epoch from ended - began) / 86400)))::smallint`),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.seq] }),
    foreignKey({
      name: 'active_stretch_ticket',
      columns: [t.ticketId, t.communityId],
      foreignColumns: [ticket.id, ticket.communityId],
    }),
    index('active_stretch_class').on(t.communityId, t.lengthClass, t.began),
  ],
)
