import type { Instant } from '../domain/ids.ts'
import type { Round } from '../domain/rates/round.ts'
import { counted, type Span } from './open-at.ts'
import type { Sql } from './session.ts'

/** A ticket taken for the first time, with what is needed to say how long that took. */
export interface FirstAcknowledged extends Pick<Round, 'class' | 'policyVersion' | 'openedAt'> {
  readonly at: Instant
}

/** Tickets that were acknowledged for the first time in the span. */
export async function firstAcknowledged(
  sql: Sql,
  { communityId, start, end }: Span,
): Promise<readonly FirstAcknowledged[]> {
  return await sql<FirstAcknowledged[]>`
    select t.class, t.policy_version, t.opened_at, min(e.at) as at
    from ticket_event e join ticket t on t.id = e.ticket_id
    where e.community_id = ${communityId} and e.type = 'acknowledged' and e.at >= ${start} and e.at < ${end}
      and ${counted(sql, end)}
      and not exists (
        select from ticket_event earlier
        where earlier.ticket_id = t.id and earlier.type = 'acknowledged' and earlier.at < ${start})
    group by t.id, t.class, t.policy_version, t.opened_at`
}
