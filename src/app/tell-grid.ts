import { gridWorkerOf, reachesGrid } from '../domain/grid/grid.ts'
import type { Instant } from '../domain/ids.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { AppDeps } from './app.ts'
import { cardPurpose } from './card-purpose.ts'
import type { Tx } from './ports.ts'
import { post } from './post.ts'

/**
 * Care, disputes and safety reach the grid worker of the building in private, with a card that follows the matter; once for each
 * ticket, also when its place or its kind becomes known later.
 */
export async function tellGrid(tx: Tx, deps: AppDeps, ticket: Ticket, at: Instant): Promise<void> {
  if (!reachesGrid(ticket) || ticket.place.building === null) return
  const { communityId, id: ticketId } = ticket
  const buildings = await tx.communities.buildings(communityId)
  const worker = gridWorkerOf(ticket.place.building, buildings, await tx.people.list(communityId, 'grid'))
  // She reported it herself, in private: her own card is there.
  if (!worker || (ticket.origin.direct && ticket.reporter?.id === worker.id)) return
  const to = { chatId: worker.id, threadId: null }
  const body = { kind: 'card', audience: 'grid' } as const
  const key = `card/${ticketId}/grid/${worker.id}`
  await post(tx, deps, { communityId, ticketId, to, body, purpose: cardPurpose(ticket), key }, at)
}
