import type { Instant } from '../domain/ids.ts'
import type { Sql } from './session.ts'

/** A stretch of one community's time: from `start` up to, but not including, `end`. */
export interface Span {
  readonly communityId: number
  readonly start: Instant
  readonly end: Instant
}

/** Stretches of 2^16 days are 179 years: nothing is open longer. */
const longestClass = 16

/**
 * A subquery of the ids of tickets on which work was owed at an instant. What is open now is found by its status, what was
 * open then among the finished stretches: in the class of up to 2^n days only those that began within 2^n days before.
 */
function owedAt(sql: Sql, communityId: number, at: Instant) {
  return sql`
    select t.id from ticket t
    where t.community_id = ${communityId} and t.status in ('open', 'acknowledged', 'held') and t.opened_at < ${at}
      and (t.reopens = 0 or ${at} > (
        select max(e.at) from ticket_event e where e.ticket_id = t.id and e.type = 'reopened'))
    union all
    select s.ticket_id from generate_series(0, ${longestClass}::int) as class cross join lateral (
      select ticket_id from active_stretch
      where community_id = ${communityId} and length_class = class and began < ${at} and ended >= ${at}
        -- A second more, for the class was reckoned with a logarithm.
        and began >= ${at}::timestamptz - make_interval(secs => 86400 * (2.0 ^ class) + 1)
      -- Keeps it one search of the index for each class; joined together they would be one walk through the table.
      offset 0) as s`
}

/** Reports that were turned down or merged before `end` never counted; later is too late to change the figures. */
export function counted(sql: Sql, end: Instant) {
  return sql`(t.status not in ('rejected', 'merged') or t.closed_at >= ${end})`
}

/** The condition that `ticket t` was reported before the span's end and neither resolved nor closed at it. */
export function openAt(sql: Sql, { communityId, end }: Pick<Span, 'communityId' | 'end'>) {
  return sql`t.community_id = ${communityId} and ${counted(sql, end)} and t.id in (${owedAt(sql, communityId, end)})`
}
