import type { TrailAsked, TrailStep } from '../app/ports.ts'
import type { Attachment } from '../domain/ticket/attachment.ts'
import type { RecordedEvent, TicketEvent } from '../domain/ticket/event.ts'
import type { attachment, supporter, ticketEvent } from './schema/index.ts'
import { rows, type Sql } from './session.ts'

interface Subject {
  readonly id: number
  readonly communityId: number
}

/** Appends events, and with them the supporters and attachments they speak of, and the stretches of work they end. */
export async function appendEvents(sql: Sql, of: Subject, events: readonly RecordedEvent[]): Promise<void> {
  if (events.length === 0) return
  const records = events.map(({ event, ...rest }): typeof ticketEvent.$inferInsert => ({
    ticketId: of.id,
    communityId: of.communityId,
    ...rest,
    type: event.type,
    event,
  }))
  await sql`insert into ticket_event ${rows(sql, records)}`
  for (const { event, at, seq } of events) {
    if (endsWork(event.type)) await addStretch(sql, of, seq, at)
    if (event.type === 'supported') await addSupporter(sql, of, event, at)
    if (event.type === 'reported') await addAttachments(sql, of, event.attachments, false)
    if (event.type === 'attached') await addAttachments(sql, of, event.attachments, event.proof)
  }
}

function endsWork(type: TicketEvent['type']): boolean {
  return type === 'resolved' || type === 'withdrawn' || type === 'rejected' || type === 'merged'
}

/** From the report, or the last reopening, to the event that ended it. */
async function addStretch(sql: Sql, of: Subject, seq: number, at: number): Promise<void> {
  await sql`
    insert into active_stretch (ticket_id, seq, community_id, began, ended)
    select id, ${seq}, community_id, coalesce((
      select max(at) from ticket_event where ticket_id = ${of.id} and type = 'reopened' and seq < ${seq}), opened_at), ${at}
    from ticket where id = ${of.id}`
}

async function addSupporter(
  sql: Sql,
  of: Subject,
  { by }: TicketEvent & { type: 'supported' },
  at: number,
): Promise<void> {
  const record: typeof supporter.$inferInsert = {
    ticketId: of.id,
    communityId: of.communityId,
    userId: by.id,
    name: by.name,
    at,
  }
  await sql`insert into supporter ${rows(sql, record)} on conflict do nothing`
}

async function addAttachments(
  sql: Sql,
  of: Subject,
  attachments: readonly Attachment[],
  proof: boolean,
): Promise<void> {
  if (attachments.length === 0) return
  const records = attachments.map((body): typeof attachment.$inferInsert => ({
    ticketId: of.id,
    communityId: of.communityId,
    proof,
    body,
  }))
  await sql`insert into attachment ${rows(sql, records)}`
}

/** Oldest first. */
export async function ticketHistory(sql: Sql, ticketId: number): Promise<readonly RecordedEvent[]> {
  return await sql<RecordedEvent[]>`
    select seq, at, actor_id, actor_name, event from ticket_event where ticket_id = ${ticketId} order by seq`
}

/** A page of the steps of a community, or of one ticket or person of it; in order. */
export async function ticketTrail(
  sql: Sql,
  { communityId, from, to, ticketNumber, actorName }: TrailAsked,
  after: TrailStep | null,
  limit: number,
): Promise<readonly TrailStep[]> {
  return await sql<TrailStep[]>`
    select e.ticket_id, t.number as ticket_number, e.seq, e.at, e.actor_id, e.actor_name, e.event
    from ticket_event e join ticket t on t.id = e.ticket_id
    where e.community_id = ${communityId} and e.at >= ${from} and e.at < ${to}
      ${ticketNumber === null ? sql`` : sql`and t.community_id = ${communityId} and t.number = ${ticketNumber}`}
      ${actorName === null ? sql`` : sql`and e.actor_name = ${actorName}`}
      ${after === null ? sql`` : sql`and (e.at, e.ticket_id, e.seq) > (${after.at}, ${after.ticketId}, ${after.seq})`}
    order by e.at, e.ticket_id, e.seq limit ${limit}`
}

/** In the order they came. */
export async function ticketAttachments(
  sql: Sql,
  ticketId: number,
): Promise<readonly (Attachment & { readonly proof: boolean })[]> {
  const found = await sql<{ body: Attachment; proof: boolean }[]>`
    select body, proof from attachment where ticket_id = ${ticketId} order by id`
  return found.map(({ body, proof }) => ({ ...body, proof }))
}
