import { partyShown, type Round } from '../domain/rates/round.ts'
import { counted, type Span } from './open-at.ts'
import type { Sql } from './session.ts'

/**
 * The resolves of a span, each with what led to it and what was said of it: one statement, one look at each ticket's own
 * events. As with `reporterMayAnswer`, who did the work himself is not asked. The answers to a resolve are those after it, up to and with the reopening that follows it.
 */
export async function roundsIn(sql: Sql, { communityId, start, end }: Span): Promise<readonly Round[]> {
  const found = await sql<(Round & { private: boolean })[]>`
    select t.id as ticket_id, t.private, t.class, t.category, b.name as building, b.grid, t.policy_version, t.opened_at,
      coalesce(turn.began, t.opened_at) as began, told.acknowledged_at, r.at as resolved_at, r.event -> 'by' as solver,
      coalesce((r.event ->> 'late')::boolean, told.ran_out > coalesce(told.renewed, -1), false) as late,
      coalesce(turn.undone, false) as undone, turn.reopened_at,
      coalesce(t.reporter_id <> (r.event -> 'by' ->> 'id')::bigint, false) or t.supporters > 0 as asked, t.reporter_id,
      coalesce(told.holds, '[]') as holds, coalesce(told.replies, '[]') as replies
    from ticket_event r
    join ticket t on t.id = r.ticket_id
    left join building b on b.community_id = t.community_id and b.name = t.building
    cross join lateral (
      select coalesce(max(o.seq) filter (where o.seq < r.seq), -1) as prior,
        max(o.at) filter (where o.seq < r.seq) as began,
        coalesce(min(o.seq) filter (where o.seq > r.seq), 2147483647) as next,
        bool_or(o.seq > r.seq and o.at < ${end}) as undone,
        min(o.at) filter (where o.seq > r.seq) as reopened_at
      from ticket_event o
      -- Few tickets are ever reopened: the others' events need not be looked at for it.
      where t.reopens > 0 and o.ticket_id = r.ticket_id and o.type = 'reopened') as turn
    cross join lateral (
      select
        min(e.at) filter (where e.type = 'acknowledged' and e.seq < r.seq and e.seq > turn.prior) as acknowledged_at,
        max(e.seq) filter (where e.type in ('supervised', 'extended', 'sentBack') and e.seq < r.seq) as renewed,
        max(e.seq) filter (where e.type = 'escalated' and e.event ->> 'clock' = 'resolve'
          and e.seq < r.seq and e.seq > turn.prior) as ran_out,
        jsonb_agg(jsonb_build_object(
          'at', (extract(epoch from e.at) * 1000)::bigint, 'party', e.event ->> 'party') order by e.seq)
          filter (where e.type in ('held', 'returned') and e.seq < r.seq) as holds,
        jsonb_agg(jsonb_build_object(
          'by', (e.event -> 'by' ->> 'id')::bigint, 'at', (extract(epoch from e.at) * 1000)::bigint,
          'solved', e.event -> 'solved', 'rating', e.event -> 'rating') order by e.seq)
          filter (where e.type in ('answered', 'rated') and e.seq > r.seq and e.seq < turn.next) as replies
      from ticket_event e
      where e.ticket_id = r.ticket_id and e.type in
        ('acknowledged', 'supervised', 'extended', 'sentBack', 'escalated', 'held', 'returned', 'answered', 'rated')) as told
    where r.community_id = ${communityId} and r.type = 'resolved' and r.at >= ${start} and r.at < ${end}
      and ${counted(sql, end)}
    order by r.at, r.ticket_id`
  return found.map(({ private: hidden, ...round }) => ({
    ...round,
    holds: round.holds.map(({ at, party }) => ({ at, party: party === null ? null : partyShown(party, hidden) })),
  }))
}
