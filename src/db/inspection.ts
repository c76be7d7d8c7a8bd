import type { DueSeen, Inspection, OutboxSeen } from '../app/ports-of-inspection.ts'
import type { Sql } from './session.ts'

/** Reads rows for whoever looks on. */
export function inspection(sql: Sql): Inspection {
  return {
    async latestTickets(communityId, limit) {
      const found = await sql<{ id: number }[]>`
        select ticket.id from ticket
        join lateral (select max(at) as at from ticket_event where ticket_id = ticket.id) latest on true
        where community_id = ${communityId}
        order by latest.at desc, ticket.id desc limit ${limit}`
      return found.map(({ id }) => id)
    },
    async dueOf(ticketId) {
      return await sql<DueSeen[]>`
        select key, at, decided_at, outcome from due where ticket_id = ${ticketId} order by at, id`
    },
    async outboxOf(ticketId, limit) {
      return await sql<OutboxSeen[]>`
        select id, chat_id, op, purpose, status, created_at, not_before, attempts from outbox
        where ticket_id = ${ticketId} order by id desc limit ${limit}`
    },
  }
}
