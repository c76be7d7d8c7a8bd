import type { Person } from '../domain/ticket/actor.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Tx } from './ports.ts'

const titles: Readonly<Record<string, readonly string[]>> = {
  secretary: ['secretary', '书记'],
  street: ['street', '街道'],
}

/** Secretary and street contact by their title; a role by all who hold it; anything else by name. */
export async function namedPeople(tx: Tx, ticket: Ticket, parts: readonly string[]): Promise<readonly Person[]> {
  const everybody = await tx.people.list(ticket.communityId)
  const found = new Map<number, Person>()
  for (const part of parts) {
    const wanted = titles[part]
    const matches = everybody.filter(({ name, role, title }) =>
      wanted
        ? wanted.some((word) => title?.includes(word) || (role === 'committee' && name.includes(word)))
        : role === part || name === part,
    )
    // A committee without a titled secretary is called by the names it has.
    const people =
      matches.length > 0 ? matches : part === 'secretary' ? everybody.filter(({ role }) => role === 'committee') : []
    for (const { userId, name } of people) found.set(userId, { id: userId, name })
  }
  return [...found.values()]
}
