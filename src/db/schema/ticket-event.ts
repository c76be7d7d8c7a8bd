import { sql } from 'drizzle-orm'
import { bigserial, boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Attachment } from '../../domain/ticket/attachment.ts'
import type { TicketEvent, TicketEventType } from '../../domain/ticket/event.ts'
import { id, instant } from './columns.ts'
import { ticket } from './ticket.ts'

/** What happened to a ticket. Append-only: the database refuses changes and deletions (see drizzle/). */
export const ticketEvent = pgTable(
  'ticket_event',
  {
    ticketId: id().notNull(),
    seq: integer().notNull(),
    communityId: integer().notNull(),
    at: instant().notNull(),
    actorId: id(),
    actorName: text().notNull(),
    type: text().$type<TicketEventType>().notNull(),
    event: jsonb().$type<TicketEvent>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.seq] }),
    foreignKey({
      name: 'ticket_event_ticket',
      columns: [t.ticketId, t.communityId],
      foreignColumns: [ticket.id, ticket.communityId],
    }),
    // The weekly summary reads by kind and week; promises belong to the week their time falls into.
    index('ticket_event_week').on(t.communityId, t.type, t.at),
    index('ticket_event_promise')
      .on(t.communityId, sql`((event ->> 'until')::bigint)`)
      .where(sql`type in ('promiseKept', 'promiseBroken')`),
    index('ticket_event_promise_moved')
      .on(t.communityId, sql`((event ->> 'until')::bigint)`)
      .where(sql`type = 'promiseMoved'`),
  ],
)

/** Who pressed "+1 我家也是". */
export const supporter = pgTable(
  'supporter',
  {
    ticketId: id().notNull(),
    userId: id().notNull(),
    communityId: integer().notNull(),
    name: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.userId] }),
    foreignKey({
      name: 'supporter_ticket',
      columns: [t.ticketId, t.communityId],
      foreignColumns: [ticket.id, ticket.communityId],
    }),
    index('supporter_user').on(t.communityId, t.userId),
  ],
)

export const attachment = pgTable(
  'attachment',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    ticketId: id().notNull(),
    communityId: integer().notNull(),
    proof: boolean().notNull(),
    body: jsonb().$type<Attachment>().notNull(),
  },
  (t) => [
    foreignKey({
      name: 'attachment_ticket',
      columns: [t.ticketId, t.communityId],
      foreignColumns: [ticket.id, ticket.communityId],
    }),
    index('attachment_ticket_order').on(t.ticketId, t.id),
  ],
)
