import type { Instant } from '../domain/ids.ts'
import type { PeriodCounts } from '../domain/summary/weekly-facts.ts'
import type { Sql } from './session.ts'

/** A stretch of one community's time: from `start` up to, but not including, `end`. */
export interface Span {
  readonly communityId: number
  readonly start: Instant
  readonly end: Instant
}

/**
 * The condition that `ticket t` was reported before the span's end and neither resolved nor closed at it. Only what is
 * open now, or was resolved, closed or reopened since then, can have been: history before that is not looked at.
 */
export function openAt(sql: Sql, { communityId, end }: Span) {
  return sql`t.community_id = ${communityId} and t.opened_at < ${end} and t.status not in ('rejected', 'merged')
    and t.id in (
      select id from ticket
      where community_id = ${communityId} and status in ('open', 'acknowledged', 'held')
      union
      select ticket_id from ticket_event
      where community_id = ${communityId} and at >= ${end}
        and type in ('resolved', 'confirmed', 'expired', 'withdrawn', 'reopened'))
    and (
      select e.type from ticket_event e
      where e.ticket_id = t.id and e.at < ${end}
        and e.type in ('reported', 'resolved', 'confirmed', 'expired', 'withdrawn', 'reopened')
      order by e.seq desc limit 1) in ('reported', 'reopened')`
}

/** What was counted in the span, without the callbacks. */
export async function periodCounts(sql: Sql, span: Span): Promise<Omit<PeriodCounts, 'callbacks'>> {
  const { communityId, start, end } = span
  const [opened] = await sql<{ opened: number; openedPrivate: number }[]>`
    select count(*) as opened, count(*) filter (where private) as opened_private from ticket
    where community_id = ${communityId} and opened_at >= ${start} and opened_at < ${end}
      and status not in ('rejected', 'merged')`
  const [happened] = await sql<Pick<PeriodCounts, 'resolved' | 'closed' | 'reopened' | 'bounced'>[]>`
    select
      count(distinct e.ticket_id) filter (where e.type = 'resolved') as resolved,
      count(distinct e.ticket_id) filter (where e.type in ('confirmed', 'expired')) as closed,
      count(distinct e.ticket_id) filter (where e.type = 'reopened') as reopened,
      count(distinct e.ticket_id) filter (where e.type = 'assigned' and e.event -> 'from' <> 'null') as bounced
    from ticket_event e join ticket t on t.id = e.ticket_id
    where e.community_id = ${communityId} and e.at >= ${start} and e.at < ${end}
      and e.type in ('resolved', 'confirmed', 'expired', 'reopened', 'assigned')
      and t.status not in ('rejected', 'merged')`
  const [promised] = await sql<Pick<PeriodCounts, 'promisesKept' | 'promisesBroken'>[]>`
    select count(*) filter (where e.type = 'promiseKept') as promises_kept,
      count(*) filter (where e.type = 'promiseBroken') as promises_broken
    from ticket_event e join ticket t on t.id = e.ticket_id
    where e.community_id = ${communityId} and e.type in ('promiseKept', 'promiseBroken')
      and (e.event ->> 'until')::bigint >= ${start}::bigint and (e.event ->> 'until')::bigint < ${end}::bigint
      and t.status not in ('rejected', 'merged')`
  const [carried] = await sql<{ carriedOver: number }[]>`
    select count(*) as carried_over from ticket t where ${openAt(sql, span)}`
  return {
    ...{ opened: 0, openedPrivate: 0, ...opened },
    ...{ resolved: 0, closed: 0, reopened: 0, bounced: 0, ...happened },
    ...{ promisesKept: 0, promisesBroken: 0, ...promised },
    ...{ carriedOver: 0, ...carried },
  }
}
