import { partyShown } from '../domain/rates/round.ts'
import type { PeriodCounts, PeriodFacts } from '../domain/summary/period-facts.ts'
import { counted, type Span } from './open-at.ts'
import type { Sql } from './session.ts'

type Happened = Omit<PeriodCounts, 'callbacks' | 'carriedOver' | 'cameBack' | 'weights'>

const none: Happened = {
  opened: 0,
  openedPrivate: 0,
  resolved: 0,
  closed: 0,
  reopened: 0,
  bounced: 0,
  visits: 0,
  promisesKept: 0,
  promisesBroken: 0,
  promisesMoved: 0,
}

/** What happened in the span. */
export async function periodCounts(sql: Sql, { communityId, start, end }: Span): Promise<Happened> {
  const [opened] = await sql<Pick<Happened, 'opened' | 'openedPrivate'>[]>`
    select count(*) as opened, count(*) filter (where private) as opened_private from ticket t
    where community_id = ${communityId} and opened_at >= ${start} and opened_at < ${end} and ${counted(sql, end)}`
  const [happened] = await sql<Pick<Happened, 'resolved' | 'closed' | 'reopened' | 'bounced'>[]>`
    select
      count(distinct e.ticket_id) filter (where e.type = 'resolved') as resolved,
      count(distinct e.ticket_id) filter (where e.type in ('confirmed', 'expired')) as closed,
      count(distinct e.ticket_id) filter (where e.type = 'reopened') as reopened,
      count(distinct e.ticket_id) filter (
        where e.type in ('sentBack', 'handedOver') or (e.type = 'assigned' and e.event -> 'from' <> 'null')) as bounced
    from ticket_event e join ticket t on t.id = e.ticket_id
    where e.community_id = ${communityId} and e.at >= ${start} and e.at < ${end}
      and e.type in ('resolved', 'confirmed', 'expired', 'reopened', 'assigned', 'handedOver', 'sentBack') and ${counted(sql, end)}`
  const [promised] = await sql<Pick<Happened, 'promisesKept' | 'promisesBroken'>[]>`
    select count(*) filter (where e.type = 'promiseKept') as promises_kept,
      count(*) filter (where e.type = 'promiseBroken') as promises_broken
    from ticket_event e join ticket t on t.id = e.ticket_id
    where e.community_id = ${communityId} and e.type in ('promiseKept', 'promiseBroken')
      and (e.event ->> 'until')::bigint >= ${start}::bigint and (e.event ->> 'until')::bigint < ${end}::bigint
      and ${counted(sql, end)}`
  const [moved] = await sql<Pick<Happened, 'promisesMoved'>[]>`
    select count(*) as promises_moved from ticket_event e join ticket t on t.id = e.ticket_id
    where e.community_id = ${communityId} and e.type = 'promiseMoved'
      and (e.event ->> 'until')::bigint >= ${start}::bigint and (e.event ->> 'until')::bigint < ${end}::bigint
      and ${counted(sql, end)}`
  const [visited] = await sql<Pick<Happened, 'visits'>[]>`
    select count(*) as visits from visit where community_id = ${communityId} and at >= ${start} and at < ${end}`
  return { ...none, ...visited, ...opened, ...happened, ...promised, ...moved }
}

/** Reopened in the span, neither reported in it nor open at its start: with those all that was worked on. */
export async function takenUpAgain(sql: Sql, { communityId, start, end }: Span): Promise<number> {
  const [found] = await sql<{ count: number }[]>`
    select count(distinct e.ticket_id) as count
    from ticket_event e join ticket t on t.id = e.ticket_id
    where e.community_id = ${communityId} and e.type = 'reopened' and e.at >= ${start} and e.at < ${end}
      and t.opened_at < ${start} and ${counted(sql, end)}
      and not exists (
        select from active_stretch s where s.ticket_id = t.id and s.began < ${start} and s.ended >= ${start})`
  return found?.count ?? 0
}

export async function openedByCategory(
  sql: Sql,
  { communityId, start, end }: Span,
): Promise<PeriodFacts['byCategory']> {
  return await sql<PeriodFacts['byCategory'][number][]>`
    select category, count(*) as opened from ticket t
    where community_id = ${communityId} and opened_at >= ${start} and opened_at < ${end} and ${counted(sql, end)}
    group by category order by category`
}

export async function openedByBuilding(
  sql: Sql,
  { communityId, start, end }: Span,
): Promise<PeriodFacts['byBuilding']> {
  return await sql<PeriodFacts['byBuilding'][number][]>`
    select b.name as building, b.households, count(*) as opened
    from ticket t join building b on b.community_id = t.community_id and b.name = t.building
    where t.community_id = ${communityId} and opened_at >= ${start} and opened_at < ${end} and ${counted(sql, end)}
    group by b.name, b.households, b.position order by b.position`
}

/** Tickets put on hold in the span, by party as it may be named; a ticket counts once for each. Most first. */
export async function holdsByParty(sql: Sql, { communityId, start, end }: Span): Promise<PeriodFacts['holdsByParty']> {
  const found = await sql<{ party: string; private: boolean; ticketId: number }[]>`
    select distinct e.event ->> 'party' as party, t.private, e.ticket_id
    from ticket_event e join ticket t on t.id = e.ticket_id
    where e.community_id = ${communityId} and e.type = 'held' and e.at >= ${start} and e.at < ${end}
      and ${counted(sql, end)}
    order by party, e.ticket_id`
  const tickets = new Map<string, Set<number>>()
  for (const row of found) {
    const party = partyShown(row.party, row.private)
    tickets.set(party, (tickets.get(party) ?? new Set()).add(row.ticketId))
  }
  return [...tickets].map(([party, held]) => ({ party, held: held.size })).sort((a, b) => b.held - a.held)
}

/** A running clock always has a step to come until its ladder is used up, and the step says when the clock runs out. */
export async function dueIn(sql: Sql, { communityId, start, end }: Span): Promise<number> {
  const [found] = await sql<{ count: number }[]>`
    select count(distinct t.id) as count
    from ticket t join due d on d.ticket_id = t.id and d.decided_at is null and d.clock = 'resolve'
    where t.community_id = ${communityId} and t.status in ('open', 'acknowledged', 'held')
      and d.clock_due >= ${start} and d.clock_due < ${end}`
  return found?.count ?? 0
}
