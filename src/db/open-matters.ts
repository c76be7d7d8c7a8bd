import type { Place } from '../domain/category.ts'
import { partyShown } from '../domain/rates/round.ts'
import type { OpenMatter } from '../domain/summary/period-facts.ts'
import { openAt, type Span } from './open-at.ts'
import type { Sql } from './session.ts'

type Row = Omit<OpenMatter, 'place'> & Place

/**
 * What was open at the span's end, as it stood then: who had it, whom it waited for, since when its resolution clock had
 * run out. The committee's own date says so, or the ladder, in the cycle of that instant; where it had not spoken yet (at
 * night, in an outage), the step that is still to come, or the reminder before it, unless the clock was moved in between. Oldest first.
 */
export async function openMatters(sql: Sql, span: Span): Promise<readonly OpenMatter[]> {
  const { end } = span
  const found = await sql<Row[]>`
    select t.id as ticket_id, t.number, t.private, t.category, t.building, t.unit, t.floor, t.room, t.spot, b.grid,
      b.name is not null as known_building, t.opened_at, was.assignee,
      case when was.wait ->> 'type' = 'held'
        then jsonb_build_object('party', was.wait -> 'party', 'until', was.wait -> 'until') end as hold,
      late.since as late_since
    from ticket t
    left join building b on b.community_id = t.community_id and b.name = t.building
    cross join lateral (
      select
        (array_agg(e.event -> 'to' order by e.seq desc) filter (where e.type = 'assigned' and e.at < ${end}))[1] as assignee,
        (array_agg(e.event order by e.seq desc)
          filter (where e.type in ('held', 'returned', 'reopened') and e.at < ${end}))[1] as wait,
        (array_agg(coalesce(e.event ->> 'due', e.event ->> 'until')::bigint order by e.seq desc)
          filter (where e.type in ('reopened', 'supervised', 'extended', 'sentBack') and e.at < ${end}))[1] as granted,
        coalesce(max(e.seq) filter (where e.type in ('reopened', 'supervised', 'extended', 'sentBack') and e.at < ${end}), -1) as cycle,
        coalesce(min(e.seq) filter (where e.type in ('reopened', 'supervised', 'extended', 'sentBack') and e.at >= ${end}),
          2147483647) as next_cycle
      from ticket_event e
      where e.ticket_id = t.id and e.type in ('assigned', 'held', 'returned', 'reopened', 'supervised', 'extended',
        'sentBack')) as was
    cross join lateral (
      select least(
        -- A time that the committee named stands, whatever happens in its cycle.
        case when was.granted < ${end}::bigint then was.granted end,
        (select min((e.event ->> 'due')::bigint) from ticket_event e
          where e.ticket_id = t.id and e.type in ('escalated', 'warned') and e.event ->> 'clock' = 'resolve'
            and e.seq > was.cycle and e.seq < was.next_cycle and (e.event ->> 'due')::bigint < ${end}::bigint
            and (e.type = 'escalated' or not exists (
              select from ticket_event moved
              where moved.ticket_id = t.id and moved.type in ('held', 'returned', 'recategorised') and moved.seq > e.seq
                and moved.at < to_timestamp((e.event ->> 'due')::bigint / 1000.0)))),
        -- Of a cycle that is over the rows to come are gone.
        (select min((extract(epoch from d.clock_due) * 1000)::bigint) from due d
          where d.ticket_id = t.id and d.decided_at is null and d.clock = 'resolve' and d.clock_due < ${end}
            and was.next_cycle = 2147483647)) as since) as late
    where ${openAt(sql, span)}
    order by t.opened_at, t.id`
  return found.map(({ building, unit, floor, room, spot, hold, ...rest }) => ({
    ...rest,
    hold: hold === null ? null : { ...hold, party: partyShown(hold.party, rest.private) },
    place: { building, unit, floor, room, spot },
  }))
}

/** How many were open at the span's end. */
export async function openCount(sql: Sql, span: Span): Promise<number> {
  const [found] = await sql<{ count: number }[]>`select count(*) as count from ticket t where ${openAt(sql, span)}`
  return found?.count ?? 0
}
