import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Tx } from './ports.ts'

/**
 * Who is asked whether a resolved ticket is done: the reporter and the supporters, never whoever did it. What was told in
 * private is asked about there, so of its supporters nobody is.
 */
export async function askedOf(
  tx: Tx,
  ticket: Ticket,
): Promise<{ readonly reporter: boolean; readonly others: number }> {
  const solver = ticket.resolution?.by.id ?? null
  const reporter = ticket.reporter !== null && ticket.reporter.id !== solver
  if (ticket.origin.direct) return { reporter, others: 0 }
  const own = solver !== null && ticket.supporters > 0 && (await tx.tickets.isSupporter(ticket.id, solver))
  return { reporter, others: ticket.supporters - (own ? 1 : 0) }
}
