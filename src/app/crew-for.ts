import type { Person } from '../domain/ticket/actor.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Tx } from './ports.ts'

/** At most this many names are offered as buttons. */
const offered = 12

/** Staff whose trade a ticket is: named on a new card as the ones on call. Nobody, where no trade is listed. */
export async function onCallFor(tx: Tx, ticket: Ticket): Promise<readonly Person[]> {
  const staff = await tx.people.list(ticket.communityId, 'staff')
  return staff
    .filter(({ trades }) => trades.includes(ticket.category))
    .map(({ userId, name }) => ({ id: userId, name }))
}

/** Staff for a ticket: those whose trade it is first, then those without a listed trade, then the others. */
export async function crewFor(tx: Tx, ticket: Ticket): Promise<readonly Person[]> {
  const staff = await tx.people.list(ticket.communityId, 'staff')
  const rank = (trades: readonly string[]): number =>
    trades.includes(ticket.category) ? 0 : trades.length === 0 ? 1 : 2
  return staff
    .toSorted((a, b) => rank(a.trades) - rank(b.trades))
    .slice(0, offered)
    .map(({ userId, name }) => ({ id: userId, name }))
}
