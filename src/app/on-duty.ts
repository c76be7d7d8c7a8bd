import type { Category } from '../domain/category.ts'
import type { Community } from '../domain/community/community.ts'
import { onDuty, type Roster } from '../domain/duty/roster.ts'
import type { Instant } from '../domain/ids.ts'
import type { Person } from '../domain/ticket/actor.ts'
import type { Tx } from './ports.ts'

/** The community's roster. */
export async function rosterOf(tx: Tx, { id, timezone }: Pick<Community, 'id' | 'timezone'>): Promise<Roster> {
  return { timezone, shifts: await tx.duty.shifts(id), swaps: await tx.duty.swaps(id) }
}

/** Who may stand on a roster, by id: whoever lost the office is on duty no more. */
export async function crewById(tx: Tx, communityId: number): Promise<ReadonlyMap<number, Person>> {
  const crew = (await tx.people.list(communityId)).filter(({ role }) => role === 'staff' || role === 'manager')
  return new Map(crew.map(({ userId, name }) => [userId, { id: userId, name }]))
}

/** Who is on duty for a kind of matter; null in a gap of the roster, and where there is none. */
export async function personOnDuty(
  tx: Tx,
  communityId: number,
  category: Category,
  at: Instant,
): Promise<Person | null> {
  const community = await tx.communities.get(communityId)
  if (!community) return null
  const roster = await rosterOf(tx, community)
  const found = roster.shifts.length === 0 ? null : onDuty(roster, category, at)
  return found && ((await crewById(tx, communityId)).get(found.userId) ?? null)
}
