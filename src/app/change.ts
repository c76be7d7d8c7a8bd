import type { Instant } from '../domain/ids.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { Actor } from '../domain/ticket/actor.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'

/** What has just happened to a ticket. */
export interface Change {
  readonly before: Ticket
  readonly after: Ticket
  readonly events: readonly TicketEvent[]
  readonly actor: Actor
  readonly at: Instant
  readonly policy: Policy
}
