import type { Instant } from '../domain/ids.ts'
import type { OpenMatter, WeeklyFacts } from '../domain/summary/weekly-facts.ts'
import { isoWeek } from '../domain/time/iso-week.ts'
import { callbackCounts } from './callback-counts.ts'
import { openAt, periodCounts, type Span } from './period-counts.ts'
import type { Sql } from './session.ts'
import { acknowledgeSpread, finishSpread } from './weekly-spreads.ts'

interface Asked extends Span {
  readonly week: string
  readonly now: Instant
}

/** The facts of one week, each by one grouped query; no list is longer than what it shows. */
export async function weeklyFacts(sql: Sql, { communityId, week, start, end, now }: Asked): Promise<WeeklyFacts> {
  const [community] = await sql<{ name: string; timezone: string; households: number | null }[]>`
    select name, timezone, households from community where id = ${communityId}`
  if (!community) throw new Error(`there is no community ${communityId}`)
  const span: Span = { communityId, start, end: Math.max(start, Math.min(end, now)) }
  const before: Span = { communityId, start: isoWeek(community.timezone, start - 1).start, end: start }
  const [hadTickets] = await sql`
    select from ticket where community_id = ${communityId} and opened_at < ${start} limit 1`
  const counts = async (of: Span, asOf: Instant) => ({
    ...(await periodCounts(sql, of)),
    callbacks: await callbackCounts(sql, of, asOf),
  })
  return {
    community: { name: community.name, households: community.households },
    week,
    start,
    end,
    asOf: now,
    current: await counts(span, now),
    previous: hadTickets ? await counts(before, start) : null,
    acknowledgeMs: await acknowledgeSpread(sql, span),
    finishMs: await finishSpread(sql, span),
    byCategory: await byCategory(sql, span),
    byBuilding: await byBuilding(sql, span),
    longestOpen: await longestOpen(sql, span),
    dueNextWeek: await dueBetween(sql, communityId, end, isoWeek(community.timezone, end).end),
    // Nobody books hours yet.
    volunteers: { people: 0, hours: 0 },
    overdueByParty: await overdueByParty(sql, span),
  }
}

async function byCategory(sql: Sql, { communityId, start, end }: Span): Promise<WeeklyFacts['byCategory']> {
  return await sql<WeeklyFacts['byCategory'][number][]>`
    select category, count(*) as opened from ticket
    where community_id = ${communityId} and opened_at >= ${start} and opened_at < ${end}
      and status not in ('rejected', 'merged')
    group by category`
}

async function byBuilding(sql: Sql, { communityId, start, end }: Span): Promise<WeeklyFacts['byBuilding']> {
  return await sql<WeeklyFacts['byBuilding'][number][]>`
    select b.name as building, b.households, count(*) as opened
    from ticket t join building b on b.community_id = t.community_id and b.name = t.building
    where t.community_id = ${communityId} and opened_at >= ${start} and opened_at < ${end}
      and status not in ('rejected', 'merged')
    group by b.name, b.households`
}

async function longestOpen(sql: Sql, span: Span): Promise<readonly OpenMatter[]> {
  const found = await sql<(Omit<OpenMatter, 'place'> & OpenMatter['place'])[]>`
    select t.number, t.category, t.building, t.unit, t.floor, t.room, t.spot, t.opened_at,
      case when t.hold is not null
        then jsonb_build_object('party', t.hold -> 'party', 'until', t.hold -> 'until') end as hold
    from ticket t where ${openAt(sql, span)} and not t.private
    order by t.opened_at, t.id limit 5`
  return found.map(({ building, unit, floor, room, spot, ...rest }) => ({
    ...rest,
    place: { building, unit, floor, room, spot },
  }))
}

/** A running clock always has a step to come until its ladder is used up, and the step says when the clock runs out. */
async function dueBetween(sql: Sql, communityId: number, from: Instant, to: Instant): Promise<number> {
  const [found] = await sql<{ count: number }[]>`
    select count(distinct t.id) as count
    from ticket t join due d on d.ticket_id = t.id and d.decided_at is null and d.clock = 'resolve'
    where t.community_id = ${communityId} and t.status in ('open', 'acknowledged', 'held')
      and d.clock_due >= ${from} and d.clock_due < ${to}`
  return found?.count ?? 0
}

/**
 * Who it waits for while it is held, else the property: it handles what nobody else has taken. Of a ticket's steps the
 * one still to come knows its clock best, then the last one decided in the same cycle.
 */
async function overdueByParty(sql: Sql, span: Span): Promise<WeeklyFacts['overdueByParty']> {
  return await sql<WeeklyFacts['overdueByParty'][number][]>`
    select party, count(*) as overdue,
      (extract(epoch from max(${span.end}::timestamptz - ran_out)) * 1000)::bigint as worst_ms
    from (
      select coalesce(t.hold ->> 'party', 'property') as party, clock.ran_out
      from ticket t cross join lateral (
        select d.clock_due as ran_out from due d
        where d.ticket_id = t.id and d.clock = 'resolve' and starts_with(d.key, t.cycle || '/')
        order by d.decided_at is null desc, d.at desc limit 1) as clock
      where ${openAt(sql, span)} and clock.ran_out < ${span.end}) as late
    group by party`
}
