import type { IncidentRows } from '../app/ports.ts'
import type { Incident, LikeReport } from '../domain/incident/incident.ts'
import type { incident } from './schema/index.ts'
import { rows, type Sql } from './session.ts'

export function incidentRows(sql: Sql): IncidentRows {
  const columns = sql`id, community_id, status, category, urgency, building, proposed_at, parent_ticket_id`
  return {
    async propose(row) {
      const record: typeof incident.$inferInsert = { ...row, status: 'proposed', parentTicketId: null }
      const [made] = await sql<{ id: number }[]>`
        insert into incident ${rows(sql, record)} on conflict do nothing returning id`
      return made?.id ?? null
    },
    async get(communityId, id) {
      const [found] = await sql<Incident[]>`
        select ${columns} from incident where id = ${id} and community_id = ${communityId}`
      return found ?? null
    },
    async lock(communityId, id) {
      const [found] = await sql<Incident[]>`
        select ${columns} from incident where id = ${id} and community_id = ${communityId} for no key update`
      return found ?? null
    },
    async ofParent(communityId, ticketId) {
      const [found] = await sql<Incident[]>`
        select ${columns} from incident where community_id = ${communityId} and parent_ticket_id = ${ticketId}`
      return found ?? null
    },
    async latest(communityId, category, since) {
      return await sql<Incident[]>`
        select ${columns} from incident
        where community_id = ${communityId} and category = ${category}
          and ((status = 'joined' and exists (
            select from ticket t where t.id = parent_ticket_id and t.status in ('open', 'acknowledged', 'held')))
            or (status in ('proposed', 'dismissed') and proposed_at >= ${since}))
        order by id desc limit 50`
    },
    async settle(id, status, parentTicketId) {
      await sql`update incident set status = ${status}, parent_ticket_id = ${parentTicketId} where id = ${id}`
    },
    async like(communityId, category, urgency, since) {
      return await sql<LikeReport[]>`
        select id as ticket_id, null::bigint as question_id, number, building, reporter_id, opened_at as at
        from ticket
        where community_id = ${communityId} and category = ${category} and urgency = ${urgency} and not private
          and status in ('open', 'acknowledged', 'held') and opened_at >= ${since}
          and not exists (select from incident i where i.parent_ticket_id = ticket.id)
        union all
        select null, q.id, t.number, q.report -> 'place' ->> 'building', (q.asked_of ->> 'id')::bigint, q.asked_at
        from question q left join ticket t on t.id = q.like_ticket_id
        where q.community_id = ${communityId} and q.kind = 'same' and q.status in ('asked', 'joined')
          and q.asked_at >= ${since} and q.report ->> 'category' = ${category} and q.report ->> 'urgency' = ${urgency}
          and not exists (select from incident i where i.parent_ticket_id = q.like_ticket_id)
        order by at, ticket_id, question_id`
    },
    async children(communityId, number) {
      const found = await sql<{ id: number }[]>`
        select id from ticket where community_id = ${communityId} and merged_into = ${number} and status = 'merged'
        order by id`
      return found.map(({ id }) => id)
    },
    async joinedQuestions(parentTicketId) {
      const found = await sql<{ id: number }[]>`
        select id from question where like_ticket_id = ${parentTicketId} and kind = 'same' and status = 'joined' order by id`
      return found.map(({ id }) => id)
    },
  }
}
