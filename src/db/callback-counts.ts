import type { TicketClass } from '../domain/category.ts'
import type { Instant } from '../domain/ids.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { CallbackCounts } from '../domain/rates/three-rates.ts'
import type { Rating } from '../domain/ticket/ticket.ts'
import { addDuration } from '../domain/time/duration.ts'
import type { Span } from './period-counts.ts'
import type { Sql } from './session.ts'

/** One callback that was answered: a resolve, and what the reporter, else the first supporter, said of it. */
interface Answered {
  readonly class: TicketClass
  readonly policyVersion: number
  /** When the clocks of that round started: the report, or the reopening. */
  readonly roundStart: Instant
  readonly acknowledgedAt: Instant | null
  readonly solved: boolean
  readonly rating: Rating | null
}

/**
 * Callbacks of the tickets resolved in the span, as answered up to `asOf`. Nobody is asked about a ticket that has
 * neither a reporter nor supporters. Whether the answered ones were acknowledged in time is reckoned here, because the
 * business calendar is not SQL's to know; they are as many as people answered in a week.
 */
export async function callbackCounts(sql: Sql, span: Span, asOf: Instant): Promise<CallbackCounts> {
  const { communityId, start, end } = span
  const [asked] = await sql<{ asked: number }[]>`
    select count(*) as asked from ticket_event r join ticket t on t.id = r.ticket_id
    where r.community_id = ${communityId} and r.type = 'resolved' and r.at >= ${start} and r.at < ${end}
      and (t.reporter_id is not null or t.supporters > 0) and t.status not in ('rejected', 'merged')`
  const answered = await answeredIn(sql, span, asOf)
  const policies = await policiesOf(sql, communityId, answered)
  const rated = (rating: Rating): number => answered.filter((one) => one.rating === rating).length
  return {
    asked: asked?.asked ?? 0,
    answered: answered.length,
    solved: answered.filter(({ solved }) => solved).length,
    respondedInTime: answered.filter((one) => inTime(one, policies.get(one.policyVersion))).length,
    satisfied: rated('satisfied'),
    basicallySatisfied: rated('basically'),
    unsatisfied: rated('unsatisfied'),
  }
}

/** The answers to a resolve are those after it, up to and with the reopening that follows it. */
async function answeredIn(sql: Sql, { communityId, start, end }: Span, asOf: Instant): Promise<readonly Answered[]> {
  const reply = (type: 'answered' | 'rated') => sql`
    select a.event from ticket_event a
    where a.ticket_id = r.ticket_id and a.type = ${type} and a.seq > r.seq and a.at <= ${asOf}
      and a.seq < coalesce(round.next, 2147483647)
    -- The reporter's last word, else what the first of the others said.
    order by (a.event -> 'by' ->> 'id')::bigint is not distinct from t.reporter_id desc,
      case when (a.event -> 'by' ->> 'id')::bigint = t.reporter_id then -a.seq else a.seq end
    limit 1`
  return await sql<Answered[]>`
    select t.class, t.policy_version,
      coalesce(round.began, t.opened_at) as round_start,
      (select min(k.at) from ticket_event k
        where k.ticket_id = t.id and k.type = 'acknowledged' and k.seq < r.seq and k.seq > round.prior) as acknowledged_at,
      (answer.event ->> 'solved')::boolean as solved,
      rating.event ->> 'rating' as rating
    from ticket_event r
    join ticket t on t.id = r.ticket_id
    cross join lateral (
      select min(o.seq) filter (where o.seq > r.seq) as next,
        coalesce(max(o.seq) filter (where o.seq < r.seq), -1) as prior,
        max(o.at) filter (where o.seq < r.seq) as began
      from ticket_event o where o.ticket_id = r.ticket_id and o.type = 'reopened') as round
    cross join lateral (${reply('answered')}) as answer
    left join lateral (${reply('rated')}) as rating on true
    where r.community_id = ${communityId} and r.type = 'resolved' and r.at >= ${start} and r.at < ${end}
      and t.status not in ('rejected', 'merged')
      -- Most are never answered, and an answer comes after what it answers.
      and r.ticket_id in (
        select ticket_id from ticket_event
        where community_id = ${communityId} and type = 'answered' and at >= ${start} and at <= ${asOf})`
}

async function policiesOf(
  sql: Sql,
  communityId: number,
  answered: readonly Answered[],
): Promise<ReadonlyMap<number, Policy>> {
  const versions = [...new Set(answered.map(({ policyVersion }) => policyVersion))]
  const found = await sql<{ version: number; body: Policy }[]>`
    select version, body from policy where community_id = ${communityId} and version = any(${sql.array(versions, 23)})`
  return new Map(found.map(({ version, body }) => [version, body]))
}

function inTime(answered: Answered, policy: Policy | undefined): boolean {
  const { acknowledgedAt, roundStart } = answered
  if (!policy || acknowledgedAt === null) return false
  const { acknowledge, clock } = policy.classes[answered.class]
  return acknowledge === null || acknowledgedAt <= addDuration(policy.calendar, roundStart, acknowledge, clock)
}
