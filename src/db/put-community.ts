import type { CommunitySetup } from '../app/ports.ts'
import type { Appointment, Building, Community } from '../domain/community/community.ts'
import type { ImportedDays, Policy } from '../domain/policy/policy.ts'
import { bindChat } from './chats.ts'
import { putShifts } from './duty.ts'
import type { building, person } from './schema/index.ts'
import { rows, type Sql } from './session.ts'

/**
 * Makes or updates a community by its name. Says what changed, in the words of the community file.
 * The file is the whole truth about buildings and about the people it once named; chats bound and people appointed
 * in chat stay, and so does what Telegram reported of a chat: one that is suspended stays so.
 * Throws ChatBoundElsewhere when a chat belongs to another community.
 */
export async function putCommunity(
  sql: Sql,
  setup: CommunitySetup,
): Promise<{ community: Community; created: boolean; changed: readonly string[] }> {
  // Two imports of one name at once: the second waits here and then finds the community there.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`huying/community/${setup.name}`}, 0))`
  const [known] = await sql<Community[]>`
    select id, name, timezone, language, households, policy_version from community where name = ${setup.name}`
  const id = known ? known.id : await create(sql, setup)
  const changed: string[] = []
  if (!known) changed.push('community')
  else if (await update(sql, id, setup)) changed.push('community')
  if (await putPolicy(sql, id, setup)) changed.push('policy')
  if (await putBuildings(sql, id, setup.buildings)) changed.push('buildings')
  let chats = false
  for (const chat of setup.chats) chats = (await bindChat(sql, { ...chat, communityId: id }, 'by-file')) || chats
  if (chats) changed.push('chats')
  if (await putPeople(sql, id, setup.people)) changed.push('people')
  if (await putShifts(sql, id, setup.duty ?? [])) changed.push('duty')
  const [community] = await sql<Community[]>`
    select id, name, timezone, language, households, policy_version from community where id = ${id}`
  if (!community) throw new Error(`community ${id} vanished while it was written`)
  return { community, created: !known, changed }
}

async function create(sql: Sql, { name, timezone, language, households }: CommunitySetup): Promise<number> {
  const [made] = await sql<{ id: number }[]>`
    insert into community ${rows(sql, { name, timezone, language, households, policyVersion: 0 })} returning id`
  if (!made) throw new Error('no id for the new community')
  await sql`insert into ticket_counter (community_id) values (${made.id})`
  return made.id
}

async function update(sql: Sql, id: number, { timezone, language, households }: CommunitySetup): Promise<boolean> {
  const { count } = await sql`
    update community set ${rows(sql, { timezone, language, households })}
    where id = ${id} and (timezone, language, households) is distinct from (${timezone}, ${language}, ${households}::int)`
  return count > 0
}

/** Puts the dates of a calendar file into the policy in force; true when that made a new version. */
export async function setImportedDays(sql: Sql, id: number, imported: ImportedDays): Promise<boolean> {
  // As in an import: the second of two waits here.
  await sql`
    select pg_advisory_xact_lock(hashtextextended('huying/community/' || name, 0)) from community where id = ${id}`
  const stored = await storedPolicy(sql, id)
  if (!stored) throw new Error(`community ${id} has no policy`)
  return writePolicy(sql, id, { ...stored, imported })
}

/** A file that says nothing of imported days leaves those there are. */
async function putPolicy(sql: Sql, id: number, { policy }: CommunitySetup): Promise<boolean> {
  const imported = policy.imported === undefined ? (await storedPolicy(sql, id))?.imported : policy.imported
  return writePolicy(sql, id, imported === undefined ? policy : { ...policy, imported })
}

/** As it was written: without the statutory days of now. */
async function storedPolicy(sql: Sql, id: number): Promise<Policy | null> {
  const [found] = await sql<{ body: Policy }[]>`
    select p.body from community c join policy p on p.community_id = c.id and p.version = c.policy_version
    where c.id = ${id}`
  return found?.body ?? null
}

/** jsonb compares by value, whatever the order of the keys. */
async function writePolicy(sql: Sql, id: number, policy: Policy): Promise<boolean> {
  const { count } = await sql`
    with next as (
      update community c set policy_version = policy_version + 1
      where c.id = ${id} and not exists (
        select from policy p
        where p.community_id = c.id and p.version = c.policy_version and p.body = ${sql.json(policy as never)})
      returning c.policy_version)
    insert into policy (community_id, version, body)
    select ${id}::int, policy_version, ${sql.json(policy as never)} from next`
  return count > 0
}

async function putBuildings(sql: Sql, communityId: number, buildings: readonly Building[]): Promise<boolean> {
  const before = await sql<Building[]>`
    select name, units, floors, households, handover, design_life, grid from building
    where community_id = ${communityId} order by position`
  const wanted = buildings.map(({ name, units, floors, households, handover, designLife = null, grid }) => {
    return { name, units, floors, households, handover, designLife, grid }
  })
  if (JSON.stringify(before) === JSON.stringify(wanted)) return false
  await sql`delete from building where community_id = ${communityId}`
  const records = wanted.map((one, position): typeof building.$inferInsert => ({ ...one, communityId, position }))
  if (records.length > 0) await sql`insert into building ${rows(sql, records)}`
  return true
}

async function putPeople(sql: Sql, communityId: number, people: readonly Appointment[]): Promise<boolean> {
  const named = JSON.stringify(people.map(({ userId, role }) => ({ userId, role })))
  const gone = await sql`
    delete from person where community_id = ${communityId} and from_file
      and (user_id, role) not in (
        select "userId", role from jsonb_to_recordset(${named}::text::jsonb) as named("userId" bigint, role text))`
  let changed = gone.count > 0
  for (const appointment of people) changed = (await putPerson(sql, communityId, appointment, true)) || changed
  return changed
}

/** Appoints, or brings the appointment up to date. True when that changed anything. */
export async function putPerson(
  sql: Sql,
  communityId: number,
  { userId, role, name, trades, title }: Appointment,
  fromFile: boolean,
): Promise<boolean> {
  const record: typeof person.$inferInsert = { communityId, userId, role, name, trades, title, fromFile }
  const { count } = await sql`
    insert into person ${rows(sql, record)}
    on conflict (community_id, user_id, role) do update
      set name = excluded.name, trades = excluded.trades, title = excluded.title,
        from_file = person.from_file or excluded.from_file
      where (person.name, person.trades, person.title) is distinct from (excluded.name, excluded.trades, excluded.title)
        or excluded.from_file and not person.from_file`
  return count > 0
}
