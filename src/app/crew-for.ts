import type { Appointment } from '../domain/community/community.ts'
import type { Instant } from '../domain/ids.ts'
import type { Person } from '../domain/ticket/actor.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { personOnDuty } from './on-duty.ts'
import type { Tx } from './ports.ts'

/** At most this many names are offered as buttons. */
const offered = 12

/**
 * Named on a new card as the ones on call: who is on duty now; in a gap of the roster, and without one, all staff whose trade
 * it is. Nobody, where no trade is listed.
 */
export async function onCallFor(tx: Tx, ticket: Ticket, now: Instant): Promise<readonly Person[]> {
  const serving = await personOnDuty(tx, ticket.communityId, ticket.category, now)
  if (serving) return [serving]
  const staff = await tx.people.list(ticket.communityId, 'staff')
  return staff
    .filter(({ trades }) => trades.includes(ticket.category))
    .map(({ userId, name }) => ({ id: userId, name }))
}

/** Staff for a ticket: who is on duty first, then those whose trade it is, then those without a listed trade, then the others. */
export async function crewFor(tx: Tx, ticket: Ticket, now: Instant): Promise<readonly Person[]> {
  const staff = await tx.people.list(ticket.communityId, 'staff')
  const serving = await personOnDuty(tx, ticket.communityId, ticket.category, now)
  const rank = ({ userId, trades }: Appointment): number => {
    if (userId === serving?.id) return -1
    return trades.includes(ticket.category) ? 0 : trades.length === 0 ? 1 : 2
  }
  return staff
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, offered)
    .map(({ userId, name }) => ({ id: userId, name }))
}
