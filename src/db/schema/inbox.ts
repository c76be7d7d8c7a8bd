import { sql } from 'drizzle-orm'
import { bigserial, check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant } from './columns.ts'

/** Raw updates, on disk before Telegram is told that they arrived. The row outlives its payload: it is the idempotency key. */
export const inbox = pgTable(
  'inbox',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    botId: id().notNull(),
    updateId: id().notNull(),
    chatId: id(),
    payload: jsonb().$type<unknown>(),
    status: text().$type<'pending' | 'done' | 'parked'>().notNull().default('pending'),
    attempts: integer().notNull().default(0),
    /** Null until the first failure: a row never tried is due whatever the clocks say. */
    nextAttemptAt: instant(),
    receivedAt: instant().notNull(),
    doneAt: instant(),
    error: text(),
  },
  (t) => [
    uniqueIndex('inbox_update').on(t.botId, t.updateId),
    index('inbox_pending').on(t.botId, t.id).where(sql`status = 'pending'`),
    index('inbox_pending_chat').on(t.chatId).where(sql`status = 'pending'`),
    index('inbox_parked').on(t.id).where(sql`status = 'parked'`),
    check('inbox_status', sql`${t.status} in ('pending', 'done', 'parked')`),
  ],
)
