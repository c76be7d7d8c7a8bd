import type { Spread } from '../domain/summary/weekly-facts.ts'
import type { Span } from './period-counts.ts'
import type { Sql } from './session.ts'

const empty: Spread = { count: 0, median: null, p90: null }

/** From the report to the first acknowledgement, over tickets first acknowledged in the span. */
export async function acknowledgeSpread(sql: Sql, { communityId, start, end }: Span): Promise<Spread> {
  const [found] = await sql<Spread[]>`
    select count(*) as count, percentile_cont(0.5) within group (order by ms) as median,
      percentile_cont(0.9) within group (order by ms) as p90
    from (
      select extract(epoch from min(e.at) - t.opened_at)::float8 * 1000 as ms
      from ticket_event e join ticket t on t.id = e.ticket_id
      where e.community_id = ${communityId} and e.type = 'acknowledged' and e.at >= ${start} and e.at < ${end}
        and t.status not in ('rejected', 'merged')
        and not exists (
          select from ticket_event earlier
          where earlier.ticket_id = t.id and earlier.type = 'acknowledged' and earlier.at < ${start})
      group by t.id, t.opened_at) as spans`
  return found ?? empty
}

/** From the report to the last resolve, over tickets resolved in the span and not reopened since. */
export async function finishSpread(sql: Sql, { communityId, start, end }: Span): Promise<Spread> {
  const [found] = await sql<Spread[]>`
    select count(*) as count, percentile_cont(0.5) within group (order by ms) as median,
      percentile_cont(0.9) within group (order by ms) as p90
    from (
      select extract(epoch from max(e.at) - t.opened_at)::float8 * 1000 as ms
      from ticket_event e join ticket t on t.id = e.ticket_id
      where e.community_id = ${communityId} and e.type = 'resolved' and e.at >= ${start} and e.at < ${end}
        and t.status not in ('rejected', 'merged')
        and not exists (
          select from ticket_event later
          where later.ticket_id = t.id and later.type = 'reopened' and later.seq > e.seq)
      group by t.id, t.opened_at) as spans`
  return found ?? empty
}
