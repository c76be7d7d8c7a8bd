import type { Category, Urgency } from '../category.ts'
import type { Appointment, Building } from '../community/community.ts'
import type { Role } from '../community/role.ts'
import type { Instant } from '../ids.ts'
import type { Person } from '../ticket/actor.ts'

/** Kinds of matter that reach the grid worker of the building first: care, disputes and safety. */
export const gridKinds: readonly Category[] = ['care', 'dispute', 'fire', 'gas', 'security']

export function reachesGrid({
  category,
  urgency,
}: {
  readonly category: Category
  readonly urgency: Urgency
}): boolean {
  return urgency === 'emergency' || gridKinds.includes(category)
}

/** The grid worker of a building, where the one it names holds that role; nobody else is told in her place. */
export function gridWorkerOf(
  building: string | null,
  buildings: readonly Pick<Building, 'name' | 'grid'>[],
  workers: readonly Appointment[],
): Person | null {
  const name = buildings.find((one) => one.name === building)?.grid ?? null
  const found = name === null ? undefined : workers.find((one) => one.role === 'grid' && one.name === name)
  return found ? { id: found.userId, name: found.name } : null
}

/** Who may keep visits (走访). */
export const visitors = ['grid', 'committee', 'staff', 'manager'] as const satisfies readonly Role[]

export function mayVisit(roles: readonly Role[]): boolean {
  return roles.some((role) => (visitors as readonly Role[]).includes(role))
}

/** A call at somebody's door, kept for whoever made it; others only ever hear how many there were. */
export interface Visit {
  readonly building: string | null
  readonly unit: string | null
  readonly room: string | null
  readonly ticketNumber: number | null
  readonly text: string
  readonly at: Instant
}
