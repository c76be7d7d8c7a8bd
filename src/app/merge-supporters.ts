import type { Instant } from '../domain/ids.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { actOnTicket } from './act-on-ticket.ts'
import type { AppDeps } from './app.ts'
import type { Tx } from './ports.ts'

/** Who reported or supported the merged ticket supports the one it went into, and is asked there when it is done. */
export async function mergeSupporters(tx: Tx, deps: AppDeps, from: Ticket, into: Ticket, now: Instant): Promise<void> {
  const people = [...(from.reporter ? [from.reporter] : []), ...(await tx.tickets.supporters(from.id))]
  for (const { id, name } of people) {
    // Locked afresh each time: every support writes a new version of the ticket.
    const target = await tx.tickets.lock(into.id)
    if (!target) return
    // A refusal only says that he is part of it already.
    await actOnTicket(tx, deps, target, { type: 'support' }, { userId: id, name, roles: [], system: false }, now)
  }
}
