import type { Person } from '../domain/ticket/actor.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import type { Tx } from './ports.ts'

/** The member of staff a line names: the whole name, else a beginning or an end that only one of them has. */
export async function findPerson(tx: Tx, communityId: number, name: string): Promise<Outcome<Person>> {
  const crew = (await tx.people.list(communityId)).filter(
    ({ role }) => role === 'staff' || role === 'manager' || role === 'grid',
  )
  const people = [...new Map(crew.map(({ userId, name: called }) => [userId, { id: userId, name: called }])).values()]
  const wanted = name.trim().replace(/^@/, '')
  const exact = people.filter((person) => person.name === wanted)
  const found = exact.length > 0 ? exact : people.filter((person) => wanted !== '' && person.name.includes(wanted))
  const [only, second] = found
  if (only && !second) return accept(only)
  if (only) return refuse({ code: 'ambiguous-person', name: wanted, candidates: found.map((person) => person.name) })
  return refuse({ code: 'unknown-person', name: wanted })
}
