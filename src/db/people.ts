import type { PeopleRows } from '../app/ports.ts'
import type { Appointment } from '../domain/community/community.ts'
import { putPerson } from './put-community.ts'
import type { Sql } from './session.ts'

/** A person is seen at most this often: one write per message would be most of the work of reading a chat. */
const SEEN_EVERY_MS = 3_600_000

export function peopleRows(sql: Sql): PeopleRows {
  const columns = sql`user_id, name, role, trades, title`
  return {
    async rolesOf(communityId, userId) {
      return await sql<Appointment[]>`
        select ${columns} from person where community_id = ${communityId} and user_id = ${userId} order by role`
    },
    async list(communityId, role) {
      return await sql<Appointment[]>`
        select ${columns} from person
        where community_id = ${communityId} ${role === undefined ? sql`` : sql`and role = ${role}`}
        order by role, name, user_id`
    },
    async appoint(communityId, appointment) {
      await putPerson(sql, communityId, appointment, false)
    },
    async dismiss(communityId, userId, role) {
      const { count } = await sql`
        delete from person where community_id = ${communityId} and user_id = ${userId} and role = ${role}`
      return count > 0
    },
    async remember(communityId, { id, name }, at) {
      await sql`
        insert into member as m (community_id, user_id, name, seen_at)
        values (${communityId}, ${id}, ${name}, ${at})
        on conflict (community_id, user_id) do update set name = excluded.name, seen_at = excluded.seen_at
          where m.name <> excluded.name or m.seen_at <= ${at - SEEN_EVERY_MS}`
    },
    async nameOf(communityId, userId) {
      const [found] = await sql<{ name: string }[]>`
        select name from member where community_id = ${communityId} and user_id = ${userId}`
      return found?.name ?? null
    },
    async names(communityId) {
      const found = await sql<{ name: string }[]>`
        select name from person where community_id = ${communityId}
        union
        select name from member where community_id = ${communityId}`
      return found.map(({ name }) => name)
    },
    async communitiesOf(userId) {
      const found = await sql<{ communityId: number }[]>`
        select community_id from (
          select community_id, seen_at from member where user_id = ${userId}
          union all
          select community_id, null from person where user_id = ${userId}) as seen
        group by community_id order by max(seen_at) desc nulls last, community_id`
      return found.map(({ communityId }) => communityId)
    },
    async owners() {
      const found = await sql<{ userId: number }[]>`select user_id from installation_owner order by added_at, user_id`
      return found.map(({ userId }) => userId)
    },
    async addOwner(userId, at) {
      await sql`
        insert into installation_owner (user_id, added_at) values (${userId}, ${at}) on conflict do nothing`
    },
  }
}
