import type { TicketRows } from '../app/ports.ts'
import type { Category, Place } from '../domain/category.ts'
import type { UserId } from '../domain/ids.ts'
import type { Person } from '../domain/ticket/actor.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { rows, type Sql } from './session.ts'
import { appendEvents, ticketAttachments, ticketHistory, ticketTrail } from './ticket-events.ts'
import { type TicketRecord, toTicket, toTicketRecord } from './ticket-record.ts'

/** Tickets within one transaction. */
export function ticketRows(sql: Sql): TicketRows {
  const one = (found: readonly TicketRecord[]): Ticket | null => (found[0] ? toTicket(found[0]) : null)
  // Written out in every query, so that the planner sees the partial indexes' condition.
  const isActive = sql`status in ('open', 'acknowledged', 'held')`

  return {
    async nextIdentity(communityId) {
      const [taken] = await sql<{ id: number; number: number }[]>`
        update ticket_counter set last_number = last_number + 1 where community_id = ${communityId}
        returning last_number as number, nextval('ticket_id_seq') as id`
      if (!taken) throw new Error(`community ${communityId} has no ticket counter`)
      return { id: taken.id, number: taken.number }
    },

    async insert(ticket, events) {
      await sql`insert into ticket ${rows(sql, toTicketRecord(ticket))}`
      await appendEvents(sql, ticket, events)
    },

    async lockByNumber(communityId, number) {
      return one(
        await sql<TicketRecord[]>`
          select * from ticket where community_id = ${communityId} and number = ${number} for no key update`,
      )
    },

    async lock(id) {
      return one(await sql<TicketRecord[]>`select * from ticket where id = ${id} for no key update`)
    },

    async get(id) {
      return one(await sql<TicketRecord[]>`select * from ticket where id = ${id}`)
    },

    async save(ticket, events) {
      const { id, communityId, number: _, ...state } = toTicketRecord(ticket)
      // The row lock makes this certain; the version says so if somebody forgot to take it.
      const { count } = await sql`
        update ticket set ${rows(sql, state)}
        where id = ${id} and community_id = ${communityId} and version = ${ticket.version - events.length}`
      if (count === 0) throw new Error(`ticket ${id} was saved over another change (version ${ticket.version})`)
      await appendEvents(sql, ticket, events)
    },

    history: (id) => ticketHistory(sql, id),
    trail: (asked, after, limit) => ticketTrail(sql, asked, after, limit),
    attachments: (id) => ticketAttachments(sql, id),

    async isSupporter(id, userId) {
      const found = await sql`select from supporter where ticket_id = ${id} and user_id = ${userId}`
      return found.length > 0
    },

    async supporters(id) {
      return await sql<Person[]>`select user_id as id, name from supporter where ticket_id = ${id} order by at, user_id`
    },

    alike: (communityId, category, place) => alike(sql, communityId, category, place),
    mine: (communityId, userId, limit) => mine(sql, communityId, userId, limit),

    /** Emergencies first, then the longest open. */
    async activeIds(communityId, after, limit) {
      const found = await sql<{ id: number }[]>`
        select id from ticket where community_id = ${communityId} and id > ${after} and ${isActive}
        order by id limit ${limit}`
      return found.map(({ id }) => id)
    },

    async active(communityId, limit) {
      const [tickets, [counted]] = await Promise.all([
        sql<TicketRecord[]>`
          select * from ticket where community_id = ${communityId} and ${isActive}
          order by urgency = 'emergency' desc, opened_at, id limit ${limit}`,
        sql<
          { total: number }[]
        >`select count(*) as total from ticket where community_id = ${communityId} and ${isActive}`,
      ])
      return { tickets: tickets.map(toTicket), total: counted?.total ?? 0 }
    },

    async latestOf(communityId, userId) {
      return one(
        await sql<TicketRecord[]>`
          select * from ticket where community_id = ${communityId} and reporter_id = ${userId} and ${isActive}
          order by opened_at desc, id desc limit 1`,
      )
    },
  }
}

/**
 * Without a building two matters are at the same place only when both name the same spot ("东门"): two unplaced
 * "灯坏了" are probably two lamps.
 */
async function alike(sql: Sql, communityId: number, category: Category, place: Place): Promise<readonly Ticket[]> {
  const { building, unit, spot } = place
  if (building === null && spot === null) return []
  const here =
    building === null
      ? sql`building is null and spot = ${spot}`
      : sql`building = ${building} and (unit is null or ${unit}::text is null or unit = ${unit})`
  const found = await sql<TicketRecord[]>`
    select * from ticket
    where community_id = ${communityId} and category = ${category} and ${here}
      and status in ('open', 'acknowledged', 'held') and not private
    order by opened_at desc, id desc limit 20`
  return found.map(toTicket)
}

async function mine(sql: Sql, communityId: number, userId: UserId, limit: number): Promise<readonly Ticket[]> {
  const found = await sql<TicketRecord[]>`
    select * from ticket
    where id in (
      select id from ticket where community_id = ${communityId} and reporter_id = ${userId}
      union
      select ticket_id from supporter where community_id = ${communityId} and user_id = ${userId})
    order by status in ('open', 'acknowledged', 'held') desc, opened_at desc, id desc limit ${limit}`
  return found.map(toTicket)
}
