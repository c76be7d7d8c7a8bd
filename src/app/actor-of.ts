import type { Role } from '../domain/community/role.ts'
import type { Actor, Person } from '../domain/ticket/actor.ts'
import type { Refusal } from '../domain/ticket/refusal.ts'
import type { Author } from './incoming.ts'
import type { Tx } from './ports.ts'

/** Who somebody is in a community at this moment, read from the database: roles are never taken from a message. */
export async function actorOf(tx: Tx, communityId: number, author: Author): Promise<Actor> {
  // An anonymous admin or a channel could be anybody, so it holds no role.
  if (author.userId === null) return { userId: null, name: author.name, roles: [], system: false }
  const appointments = await tx.people.rolesOf(communityId, author.userId)
  return {
    userId: author.userId,
    name: appointments[0]?.name ?? author.name,
    roles: appointments.map(({ role }) => role),
    system: false,
  }
}

/** People of a role, as the cards and mentions name them. */
export async function peopleOf(tx: Tx, communityId: number, role: Role): Promise<readonly Person[]> {
  const appointments = await tx.people.list(communityId, role)
  return appointments.map(({ userId, name }) => ({ id: userId, name }))
}

/**
 * The person to turn to where a role is missing: one of those who may, the manager before others, and never the asker
 * himself. Other refusals say themselves what to do.
 */
export async function helpWith(
  tx: Tx,
  communityId: number,
  refusal: Refusal,
  asker: Pick<Actor, 'userId'>,
): Promise<Person | null> {
  const forManager =
    refusal.code === 'manager-only' || refusal.code === 'urgency-kept' || refusal.code === 'announcers-only'
  if (refusal.code !== 'not-allowed' && !forManager) return null
  const role =
    refusal.code !== 'not-allowed'
      ? 'manager'
      : (['manager', 'committee'] as const).find(
          (one) => refusal.who.includes(one) || (one === 'manager' && refusal.who.includes('staff')),
        )
  if (!role) return null
  return (await peopleOf(tx, communityId, role)).find(({ id }) => id !== asker.userId) ?? null
}
