import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { NewOutbox } from '../../app/ports.ts'
import type { OutboxStatus } from '../../app/ports-of-delivery.ts'
import type { DigestKind } from '../../domain/post/body.ts'
import type { Purpose } from '../../domain/post/purpose.ts'
import { id, instant } from './columns.ts'
import { post } from './post.ts'

/** What has been decided to be said, in the transaction that decided it. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    communityId: integer(),
    chatId: id().notNull(),
    ticketId: id(),
    op: text().$type<NewOutbox['op']['kind']>().notNull(),
    postId: id(),
    targetMessageId: id(),
    purpose: text().$type<Purpose>().notNull(),
    priority: smallint().notNull(),
    status: text().$type<OutboxStatus>().notNull().default('pending'),
    notBefore: instant(),
    /** Held back after an outage, and what it is gathered into; null once it is let go. */
    gather: text().$type<DigestKind>(),
    /** The first row that was to say the same, where that one's chat is gone. */
    standsInFor: id(),
    dedupeKey: text(),
    attempts: integer().notNull().default(0),
    resend: boolean().notNull().default(false),
    createdAt: instant().notNull(),
    queuedAt: instant(),
    sendingAt: instant(),
    finishedAt: instant(),
    error: text(),
  },
  (t) => [
    uniqueIndex('outbox_dedupe_key').on(t.dedupeKey),
    uniqueIndex('outbox_one_pending_show').on(t.postId).where(sql`op = 'show' and status = 'pending'`),
    index('outbox_head').on(t.chatId, t.priority, t.id).where(sql`status = 'pending'`),
    index('outbox_unqueued').on(t.id).where(sql`status = 'pending' and queued_at is null`),
    index('outbox_sending').on(t.sendingAt).where(sql`status = 'sending'`),
    index('outbox_not_before').on(t.notBefore).where(sql`status = 'pending' and not_before is not null`),
    index('outbox_ticket_pending').on(t.ticketId).where(sql`status = 'pending'`),
    index('outbox_gathered').on(t.id).where(sql`status = 'pending' and gather is not null`),
    index('outbox_calls').on(t.ticketId).where(sql`op = 'show' and purpose in ('emergency', 'escalation')`),
    index('outbox_stands_in_for').on(t.standsInFor).where(sql`stands_in_for is not null`),
    index('outbox_failed_calls')
      .on(t.ticketId)
      .where(sql`status = 'failed' and op = 'show' and purpose in ('emergency', 'escalation')`),
    index('outbox_status_count').on(t.status),
    foreignKey({ name: 'outbox_post', columns: [t.postId], foreignColumns: [post.id] }),
    check('outbox_status', sql`${t.status} in ('pending', 'sending', 'sent', 'failed', 'unknown', 'cancelled')`),
    check(
      'outbox_op',
      sql`case ${t.op}
        when 'show' then ${t.postId} is not null
        when 'delete' then ${t.postId} is not null
        when 'delete-message' then ${t.targetMessageId} is not null
        when 'pin' then ${t.postId} is not null
        when 'unpin' then ${t.postId} is not null
        when 'leave' then true
        else false end`,
    ),
  ],
)
