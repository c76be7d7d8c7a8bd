import { runningClocks } from '../domain/escalation/clocks.ts'
import type { RenderContext, TicketView } from '../domain/post/view.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { peopleOf } from './actor-of.ts'
import type { AppDeps } from './app.ts'
import { onCallFor } from './crew-for.ts'
import type { PostRow, Tx } from './ports.ts'

/** Reads, in one transaction, everything a post shows: what it says is true at the moment of sending. */
export async function renderContext(deps: AppDeps, row: PostRow, resend: boolean): Promise<RenderContext> {
  return deps.store.transaction(async (tx) => {
    const community = row.communityId === null ? null : await tx.communities.get(row.communityId)
    const chat = await tx.chats.get(row.chatId)
    const ticket = row.ticketId === null ? null : await tx.tickets.get(row.ticketId)
    const buildings = community ? await tx.communities.buildings(community.id) : []
    return {
      language: community?.language ?? 'zh-CN',
      timezone: community?.timezone ?? 'Asia/Shanghai',
      now: deps.clock.now(),
      community: community?.name ?? '',
      bot: deps.bot().username,
      buildings: buildings.map(({ name }) => name),
      view:
        ticket &&
        (await viewOf(tx, row, ticket, buildings.find(({ name }) => name === ticket.place.building)?.grid ?? null)),
      resend,
      deepLink: ticket ? row.token : null,
      canDelete: chat?.canDelete ?? false,
    }
  })
}

async function viewOf(tx: Tx, row: PostRow, ticket: Ticket, grid: string | null): Promise<TicketView> {
  const policy = await tx.communities.policy(ticket.communityId, ticket.policyVersion)
  return {
    ticket,
    clocks: runningClocks(ticket, policy),
    managers: await peopleOf(tx, ticket.communityId, 'manager'),
    grid,
    onCall: await onCallFor(tx, ticket),
    // The committee's card names the reason staff gave, if any; the others show no past.
    history: row.body.kind === 'card' && row.body.audience === 'committee' ? await tx.tickets.history(ticket.id) : [],
  }
}
