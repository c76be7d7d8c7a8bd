import { foreignKey, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { id, instant } from './columns.ts'
import { community } from './community.ts'
import { ticket } from './ticket.ts'

/** Calls at people's doors (走访), one for each message that tells of one. Private: only their number is ever shown to others. */
export const visit = pgTable(
  'visit',
  {
    id: id().primaryKey().generatedAlwaysAsIdentity(),
    communityId: integer()
      .notNull()
      .references(() => community.id),
    ticketId: id(),
    userId: id().notNull(),
    building: text(),
    unit: text(),
    room: text(),
    text: text().notNull(),
    at: instant().notNull(),
    chatId: id().notNull(),
    messageId: id().notNull(),
  },
  (t) => [
    unique('visit_message').on(t.chatId, t.messageId),
    index('visit_of_community').on(t.communityId, t.at),
    foreignKey({
      name: 'visit_ticket',
      columns: [t.ticketId, t.communityId],
      foreignColumns: [ticket.id, ticket.communityId],
    }),
  ],
)
