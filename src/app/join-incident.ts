import { nowhere } from '../domain/category.ts'
import type { Instant, Language } from '../domain/ids.ts'
import { buildingsOf, type Incident, type LikeReport } from '../domain/incident/incident.ts'
import type { Actor } from '../domain/ticket/actor.ts'
import type { ReportCommand } from '../domain/ticket/command.ts'
import { open } from '../domain/ticket/open.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { actOnTicket, setClocks } from './act-on-ticket.ts'
import type { AppDeps } from './app.ts'
import { cardPurpose } from './card-purpose.ts'
import { mergeSupporters } from './merge-supporters.ts'
import type { Tx } from './ports.ts'
import { post } from './post.ts'
import { burstOf, reportsOf, showAgain } from './propose-incident.ts'
import { joinAsked } from './question.ts'
import { putUpStaffCards } from './register-report.ts'

/**
 * Makes one matter of the reports of an incident: a parent ticket with the clocks of the first report, the reports merged into it with
 * their histories as they are, and those who wait for an answer joined to it. One card for all in each residents' chat. Who may is
 * decided by the merge of each ticket. Answers the parent's number.
 */
export async function joinIncident(
  tx: Tx,
  deps: AppDeps,
  of: Incident,
  actor: Actor,
  now: Instant,
): Promise<Outcome<number>> {
  const { withinMs } = await burstOf(tx, of.communityId)
  const reports = await reportsOf(tx, of, withinMs)
  const children: Ticket[] = []
  for (const { ticketId } of inOrder(reports)) {
    const child = ticketId === null ? null : await tx.tickets.lock(ticketId)
    if (child) children.push(child)
  }
  const [first] = children
  if (!first) return refuse({ code: 'button-expired' })
  const parent = await openParent(tx, of, first, buildingsOf(reports), now)
  if (!parent) return refuse({ code: 'button-expired' })
  for (const child of children) {
    const merged = await actOnTicket(tx, deps, child, { type: 'merge', into: parent.number }, actor, now)
    if (!merged.ok) return merged
    await mergeSupporters(tx, deps, child, parent, now)
  }
  for (const { questionId } of reports) if (questionId !== null) await joinAsked(tx, deps, questionId, parent.id, now)
  const chats = new Map(children.map(({ origin }) => [origin.chatId, origin.threadId]))
  for (const [chatId, threadId] of chats) await putUpCard(tx, deps, parent, { chatId, threadId }, now)
  await putUpStaffCards(tx, deps, parent)
  await tx.incidents.settle(of.id, 'joined', parent.id)
  await showAgain(tx, of, now)
  return accept(parent.number)
}

/** Everybody locks in the same order. */
function inOrder(reports: readonly LikeReport[]): readonly LikeReport[] {
  return reports.toSorted((a, b) => (a.ticketId ?? 0) - (b.ticketId ?? 0))
}

async function openParent(
  tx: Tx,
  { communityId, building }: Incident,
  first: Ticket,
  buildings: readonly string[],
  now: Instant,
): Promise<Ticket | null> {
  const community = await tx.communities.get(communityId)
  if (!community) return null
  const { category, class: kind, urgency, text, origin, reporter, reporterName } = first
  const report: ReportCommand = {
    ...{ type: 'report', category, class: kind, urgency, text, origin },
    place: { ...nowhere, building, spot: building === null ? several(buildings, community.language) : null },
    ...{ needsPlace: false, private: false, since: first.since, attachments: [], reportedAt: first.openedAt },
  }
  const identity = await tx.tickets.nextIdentity(communityId)
  const by = { userId: reporter?.id ?? null, name: reporterName, roles: [], system: false }
  const { policyVersion } = community
  const { ticket, event } = open(report, { ...identity, communityId, policyVersion }, by)
  await tx.tickets.insert(ticket, [{ seq: 1, at: now, actorId: by.userId, actorName: by.name, event }])
  await setClocks(tx, ticket, await tx.communities.policy(communityId, policyVersion))
  return ticket
}

/** As a resident would name several buildings at once: what the ticket keeps as its spot. */
function several(buildings: readonly string[], language: Language): string | null {
  if (buildings.length === 0) return null
  return language === 'zh-CN' ? `${buildings.join('、')}号楼` : `Buildings ${buildings.join(', ')}`
}

async function putUpCard(
  tx: Tx,
  deps: AppDeps,
  parent: Ticket,
  to: { readonly chatId: number; readonly threadId: number | null },
  now: Instant,
): Promise<void> {
  const { communityId, id: ticketId } = parent
  const body = { kind: 'card', audience: 'residents' } as const
  const key = `card/${ticketId}/${to.chatId}/residents`
  await post(tx, deps, { communityId, ticketId, to, body, purpose: cardPurpose(parent), key }, now)
}
