import type { Category, Urgency } from '../category.ts'
import type { Instant, UserId } from '../ids.ts'

export const incidentStatuses = ['proposed', 'joined', 'dismissed', 'split'] as const

export type IncidentStatus = (typeof incidentStatuses)[number]

/** Many like reports of one area within minutes, proposed to staff as one matter. */
export interface Incident {
  readonly id: number
  readonly communityId: number
  readonly status: IncidentStatus
  readonly category: Category
  readonly urgency: Urgency
  /** Null: the whole community. */
  readonly building: string | null
  readonly proposedAt: Instant
  /** The ticket that the reports were joined to; null before that. */
  readonly parentTicketId: number | null
}

/** One report of a possible incident: a ticket, or a question whether it is the same matter as one. */
export interface LikeReport {
  readonly ticketId: number | null
  readonly questionId: number | null
  /** Of the ticket, or of the one the question is about. */
  readonly number: number | null
  readonly building: string | null
  /** Null when an anonymous admin or a channel wrote it. */
  readonly reporterId: UserId | null
  readonly at: Instant
}

/**
 * The area in which so many households report the like; null where there is none. One person writing often is one household. The
 * whole community when they live apart, else the building of the latest report.
 */
export function areaOfBurst(
  reports: readonly LikeReport[],
  building: string | null,
  enough: number,
): { readonly building: string | null } | null {
  const apart = new Set(reports.flatMap((report) => (report.building === null ? [] : [report.building])))
  if (building !== null && households(reports.filter((one) => one.building === building)) >= enough) return { building }
  return households(reports) >= enough ? { building: apart.size === 1 ? ([...apart][0] ?? null) : null } : null
}

/** Distinct reporters; those nobody knows count each. */
export function households(reports: readonly LikeReport[]): number {
  const known = new Set(reports.flatMap(({ reporterId }) => (reporterId === null ? [] : [reporterId])))
  return known.size + reports.filter(({ reporterId }) => reporterId === null).length
}

/** The buildings that are named, each once, in the order of their numbers. */
export function buildingsOf(reports: readonly LikeReport[]): readonly string[] {
  const named = new Set(reports.flatMap(({ building }) => (building === null ? [] : [building])))
  return [...named].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

/** Whether a report made while the incident lasts is one of its area. */
export function coversPlace(incident: Pick<Incident, 'building'>, building: string | null): boolean {
  return incident.building === null || incident.building === building
}
