import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { id, instant } from './columns.ts'
import { community } from './community.ts'

/** That a chat gets a period's summary is decided by the row itself: once, whatever crashes. */
export const summaryRun = pgTable(
  'summary_run',
  {
    chatId: id().notNull(),
    /** '2026-W47', '2026-11' or '2026-Q4'. */
    period: text().notNull(),
    communityId: integer()
      .notNull()
      .references(() => community.id),
    decidedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.chatId, t.period] })],
)
