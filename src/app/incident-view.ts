import { buildingsOf, households } from '../domain/incident/incident.ts'
import type { IncidentView } from '../domain/post/view.ts'
import { isActive } from '../domain/ticket/ticket.ts'
import type { PostRow, Tx } from './ports.ts'
import { burstOf, reportsOf } from './propose-incident.ts'

/** What a post about an incident shows, read at the moment of sending; null for any other post. */
export async function incidentView(tx: Tx, { body, communityId }: PostRow): Promise<IncidentView | null> {
  if (body.kind !== 'incident' || communityId === null) return null
  const of = await tx.incidents.get(communityId, body.incident)
  if (!of) return null
  const { withinMs } = await burstOf(tx, communityId)
  const reports = await reportsOf(tx, of, withinMs)
  const parent = of.parentTicketId === null ? null : await tx.tickets.get(of.parentTicketId)
  return {
    of,
    households: households(reports),
    numbers: [...new Set(reports.flatMap(({ number }) => (number === null ? [] : [number])))],
    asked: reports.filter(({ questionId }) => questionId !== null).length,
    withinMs,
    buildings: buildingsOf(reports),
    parent: parent && { number: parent.number, active: isActive(parent), spot: parent.place.spot },
  }
}
