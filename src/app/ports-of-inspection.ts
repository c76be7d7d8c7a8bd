import type { ChatId, Instant } from '../domain/ids.ts'
import type { Purpose } from '../domain/post/purpose.ts'
import type { NewOutbox } from './ports.ts'
import type { OutboxStatus } from './ports-of-delivery.ts'

/** Looks at rows as they are, for whoever wants to see how it works. Reads only; nothing that decides may ask here. Types only. */
export interface Inspection {
  /** Ids of a community's tickets, the one that something happened to last first. */
  latestTickets(communityId: number, limit: number): Promise<readonly number[]>
  /** What time has done and still has to do to a ticket, in the order of its hours. */
  dueOf(ticketId: number): Promise<readonly DueSeen[]>
  /** What was ordered to be said about a ticket, newest first. */
  outboxOf(ticketId: number, limit: number): Promise<readonly OutboxSeen[]>
}

export interface DueSeen {
  readonly key: string
  readonly at: Instant
  readonly decidedAt: Instant | null
  readonly outcome: string | null
}

export interface OutboxSeen {
  readonly id: number
  readonly chatId: ChatId
  readonly op: NewOutbox['op']['kind']
  readonly purpose: Purpose
  readonly status: OutboxStatus
  readonly createdAt: Instant
  readonly notBefore: Instant | null
  readonly attempts: number
}
