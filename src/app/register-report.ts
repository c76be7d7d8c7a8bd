import { inSeason } from '../domain/policy/season.ts'
import type { Actor } from '../domain/ticket/actor.ts'
import type { ReportCommand } from '../domain/ticket/command.ts'
import { open } from '../domain/ticket/open.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { setClocks } from './act-on-ticket.ts'
import type { AppDeps } from './app.ts'
import { cardPurpose } from './card-purpose.ts'
import { chatsFor } from './chats-for.ts'
import type { Tx } from './ports.ts'
import { post } from './post.ts'
import { proposeIncident } from './propose-incident.ts'
import { tellGrid } from './tell-grid.ts'

/**
 * Opens one ticket for each report of a message: state, first event, clocks and cards, in the caller's transaction.
 * The message is tied to its tickets, so the same message can never open them twice.
 */
export async function registerReports(
  tx: Tx,
  deps: AppDeps,
  communityId: number,
  reports: readonly ReportCommand[],
  actor: Actor,
  mediaGroupId: string | null,
): Promise<readonly Ticket[]> {
  const community = await tx.communities.get(communityId)
  if (!community) return []
  const policy = await tx.communities.policy(communityId, community.policyVersion)
  const tickets: Ticket[] = []
  for (const said of await withAlbum(tx, reports, mediaGroupId)) {
    const report = inSeason(said, policy)
    const identity = await tx.tickets.nextIdentity(communityId)
    const { ticket, event } = open(report, { ...identity, communityId, policyVersion: community.policyVersion }, actor)
    const at = report.reportedAt
    await tx.tickets.insert(ticket, [{ seq: 1, at, actorId: actor.userId, actorName: actor.name, event }])
    await setClocks(tx, ticket, policy)
    await putUpCards(tx, deps, ticket)
    tickets.push(ticket)
  }
  // A report is how a neighbour becomes known, so that the private chat knows where he lives.
  if (actor.userId !== null)
    await tx.people.remember(communityId, { id: actor.userId, name: actor.name }, deps.clock.now())
  for (const { category, urgency, place, private: hidden } of tickets)
    await proposeIncident(tx, deps, communityId, { category, urgency, place, private: hidden })
  const first = reports[0]
  if (first) await tieMessage(tx, communityId, first, tickets, actor, mediaGroupId)
  return tickets
}

/** The first part with words makes the ticket; the parts that came before it are its pictures too. */
async function withAlbum(
  tx: Tx,
  reports: readonly ReportCommand[],
  mediaGroupId: string | null,
): Promise<readonly ReportCommand[]> {
  const [first, ...others] = reports
  if (mediaGroupId === null || !first) return reports
  const parts = await tx.messages.album(first.origin.chatId, mediaGroupId)
  const earlier = parts
    .filter(({ messageId }) => messageId !== first.origin.messageId)
    .flatMap(({ attachments }) => attachments)
  return [{ ...first, attachments: [...earlier, ...first.attachments] }, ...others]
}

async function putUpCards(tx: Tx, deps: AppDeps, ticket: Ticket): Promise<void> {
  const at = deps.clock.now()
  await tellGrid(tx, deps, ticket, at)
  const common = { communityId: ticket.communityId, ticketId: ticket.id, purpose: cardPurpose(ticket) }
  await post(
    tx,
    deps,
    {
      ...common,
      to: { chatId: ticket.origin.chatId, threadId: ticket.origin.threadId },
      body: { kind: 'card', audience: ticket.origin.direct ? 'reporter' : 'residents' },
      replyTo: ticket.origin.messageId,
      key: `card/${ticket.id}/origin`,
    },
    at,
  )
  await putUpStaffCards(tx, deps, ticket)
}

/** A card in each staff chat that looks after the place; a chat that has one already keeps it. */
export async function putUpStaffCards(tx: Tx, deps: AppDeps, ticket: Ticket): Promise<void> {
  for (const to of await chatsFor(tx, ticket, 'staff')) {
    const key = `card/${ticket.id}/${to.chatId}/staff`
    const { communityId, id: ticketId } = ticket
    const body = { kind: 'card', audience: 'staff' } as const
    await post(tx, deps, { communityId, ticketId, to, body, purpose: cardPurpose(ticket), key }, deps.clock.now())
  }
}

async function tieMessage(
  tx: Tx,
  communityId: number,
  report: ReportCommand,
  tickets: readonly Ticket[],
  actor: Actor,
  mediaGroupId: string | null,
): Promise<void> {
  await tx.messages.put(
    {
      chatId: report.origin.chatId,
      messageId: report.origin.messageId,
      communityId,
      ticketIds: tickets.map(({ id }) => id),
      mediaGroupId,
      attachments: report.attachments,
      authorId: actor.userId,
    },
    report.reportedAt,
  )
}
