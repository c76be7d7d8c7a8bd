import type { Purpose } from '../domain/post/purpose.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'

/** The purpose of a ticket's ordinary messages. */
export function cardPurpose(ticket: Pick<Ticket, 'urgency'>): Purpose {
  return ticket.urgency === 'emergency' ? 'emergency' : 'card'
}
