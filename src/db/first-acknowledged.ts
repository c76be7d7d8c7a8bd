import type { Instant } from '../domain/ids.ts'
import { counted, type Span } from './open-at.ts'
import type { Sql } from './session.ts'

/** A ticket taken for the first time. */
export interface FirstAcknowledged {
  readonly openedAt: Instant
  readonly at: Instant
}

/** Tickets that were acknowledged for the first time in the span. */
export async function firstAcknowledged(
  sql: Sql,
  { communityId, start, end }: Span,
): Promise<readonly FirstAcknowledged[]> {
  return await sql<FirstAcknowledged[]>`
    select t.opened_at, min(e.at) as at
    from ticket_event e join ticket t on t.id = e.ticket_id
    where e.community_id = ${communityId} and e.type = 'acknowledged' and e.at >= ${start} and e.at < ${end}
      and ${counted(sql, end)}
      and not exists (
        select from ticket_event earlier
        where earlier.ticket_id = t.id and earlier.type = 'acknowledged' and earlier.at < ${start})
    group by t.id, t.opened_at`
}
