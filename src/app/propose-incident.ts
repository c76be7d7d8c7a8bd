import type { Place } from '../domain/category.ts'
import type { Instant } from '../domain/ids.ts'
import { areaOfBurst, coversPlace, type Incident, type LikeReport } from '../domain/incident/incident.ts'
import { msOf } from '../domain/interruption/interruption-plan.ts'
import type { ReportCommand } from '../domain/ticket/command.ts'
import { isActive, type Ticket } from '../domain/ticket/ticket.ts'
import type { AppDeps } from './app.ts'
import { chatsLookingAfter } from './chats-for.ts'
import { interruptionPolicy } from './keep-interruption.ts'
import type { Tx } from './ports.ts'
import { post, show } from './post.ts'

/** What decides whether a report is one of many. */
type Said = Pick<ReportCommand, 'category' | 'urgency' | 'private'> & { readonly place: Pick<Place, 'building'> }

/**
 * After each report: enough like ones in one area within minutes are shown to staff as one matter, once; later ones are added to what
 * is shown. What staff have put aside is not proposed again while those minutes last.
 */
export async function proposeIncident(tx: Tx, deps: AppDeps, communityId: number, said: Said): Promise<void> {
  if (said.private || said.category === 'other') return
  const now = deps.clock.now()
  const { reports: enough, withinMs } = await burstOf(tx, communityId)
  const { category, urgency } = said
  const { building } = said.place
  const lately = await tx.incidents.latest(communityId, category, now - withinMs)
  const proposed = lately.find((one) => one.status === 'proposed' && coversPlace(one, building))
  if (proposed) return showAgain(tx, proposed, now)
  if (lately.some((one) => coversPlace(one, building))) return
  const area = areaOfBurst(await tx.incidents.like(communityId, category, urgency, now - withinMs), building, enough)
  if (!area) return
  const id = await tx.incidents.propose({ communityId, category, urgency, building: area.building, proposedAt: now })
  if (id === null) return
  for (const to of await chatsLookingAfter(tx, communityId, area.building, 'staff')) {
    const body = { kind: 'incident', incident: id } as const
    await post(tx, deps, { communityId, to, body, purpose: 'reply', key: incidentKey(id, to.chatId) }, now)
  }
}

export function incidentKey(id: number, chatId: number): string {
  return `incident/${id}/${chatId}`
}

/** The posts of an incident are shown anew wherever they stand. */
export async function showAgain(tx: Tx, { id, communityId }: Incident, now: Instant): Promise<void> {
  for (const chat of await tx.chats.list(communityId, 'staff')) {
    const row = await tx.posts.byKey(incidentKey(id, chat.id))
    if (row) await show(tx, { communityId, chatId: row.chatId, postId: row.id, purpose: 'card' }, now)
  }
}

export async function burstOf(tx: Tx, communityId: number) {
  const community = await tx.communities.get(communityId)
  const policy = community && (await tx.communities.policy(communityId, community.policyVersion))
  if (!policy) return { reports: Number.POSITIVE_INFINITY, withinMs: 0 }
  const { reports, within } = interruptionPolicy(policy).burst
  return { reports, withinMs: msOf(within) }
}

/** The reports of an incident's area: those of the minutes before it was proposed, and all since. */
export async function reportsOf(tx: Tx, of: Incident, withinMs: number): Promise<readonly LikeReport[]> {
  const like = await tx.incidents.like(of.communityId, of.category, of.urgency, of.proposedAt - withinMs)
  return like.filter(({ building }) => coversPlace(of, building))
}

/** The open ticket that like reports of this place were joined to; null where there is none. */
export async function incidentAt(tx: Tx, communityId: number, report: Said, now: Instant): Promise<Ticket | null> {
  for (const one of await tx.incidents.latest(communityId, report.category, now)) {
    if (one.parentTicketId === null || !coversPlace(one, report.place.building)) continue
    const parent = await tx.tickets.get(one.parentTicketId)
    if (parent && isActive(parent)) return parent
  }
  return null
}
