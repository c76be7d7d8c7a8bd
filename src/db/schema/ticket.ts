import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Category, TicketClass, Urgency } from '../../domain/category.ts'
import type { Person } from '../../domain/ticket/actor.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { id, instant } from './columns.ts'
import { policy } from './community.ts'

/** The state of a ticket: what queries filter on has a column, the rest is kept as the domain shapes it. */
export const ticket = pgTable(
  'ticket',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    communityId: integer().notNull(),
    number: id().notNull(),
    status: text().$type<Ticket['status']>().notNull(),
    cycle: integer().notNull(),
    policyVersion: integer().notNull(),
    class: text().$type<TicketClass>().notNull(),
    category: text().$type<Category>().notNull(),
    urgency: text().$type<Urgency>().notNull(),
    text: text().notNull(),
    building: text(),
    unit: text(),
    floor: text(),
    room: text(),
    spot: text(),
    needsPlace: boolean().notNull(),
    private: boolean().notNull(),
    reporterId: id(),
    reporterName: text().notNull(),
    originChatId: id().notNull(),
    originMessageId: id().notNull(),
    originThreadId: id(),
    originDirect: boolean().notNull(),
    openedAt: instant().notNull(),
    since: instant(),
    clockStart: instant().notNull(),
    acknowledged: jsonb().$type<NonNullable<Ticket['acknowledged']>>(),
    onSiteAt: instant(),
    assignee: jsonb().$type<Person>(),
    promise: jsonb().$type<NonNullable<Ticket['promise']>>(),
    hold: jsonb().$type<NonNullable<Ticket['hold']>>(),
    pauses: jsonb().$type<Ticket['pauses']>().notNull(),
    supervision: jsonb().$type<NonNullable<Ticket['supervision']>>(),
    sentBack: jsonb().$type<NonNullable<Ticket['sentBack']>>(),
    dueOverride: instant(),
    dueFrom: instant(),
    ladderFrom: instant(),
    resolution: jsonb().$type<NonNullable<Ticket['resolution']>>(),
    closedAt: instant(),
    endReason: text(),
    mergedInto: id(),
    rating: text().$type<NonNullable<Ticket['rating']>>(),
    supporters: integer().notNull(),
    urges: integer().notNull(),
    urgedAt: instant(),
    reopens: integer().notNull(),
    lastNote: jsonb().$type<NonNullable<Ticket['lastNote']>>(),
    photos: integer().notNull(),
    decidedSteps: jsonb().$type<readonly string[]>().notNull(),
    level: integer().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    uniqueIndex('ticket_number').on(t.communityId, t.number),
    // What belongs to a ticket refers to it by this pair, so that it can never sit in another community.
    unique('ticket_tenant').on(t.id, t.communityId),
    foreignKey({
      name: 'ticket_policy',
      columns: [t.communityId, t.policyVersion],
      foreignColumns: [policy.communityId, policy.version],
    }),
    index('ticket_active').on(t.communityId, t.openedAt).where(sql`status in ('open', 'acknowledged', 'held')`),
    index('ticket_alike')
      .on(t.communityId, t.category, t.building)
      .where(sql`status in ('open', 'acknowledged', 'held') and not private`),
    index('ticket_reporter').on(t.communityId, t.reporterId, t.openedAt),
    index('ticket_opened').on(t.communityId, t.openedAt),
    index('ticket_closed').on(t.communityId, t.closedAt),
    check(
      'ticket_status',
      sql`${t.status} in ('open', 'acknowledged', 'held', 'resolved', 'closed', 'rejected', 'withdrawn', 'merged')`,
    ),
    check('ticket_hold', sql`(${t.status} = 'held') = (${t.hold} is not null)`),
  ],
)
