import type { Sql } from '../src/db/session.ts'
import type { Instant } from '../src/domain/ids.ts'

const dayMs = 86_400_000

/** How long ago the oldest ticket of the history was reported. */
const historyDays = 3 * 365

/**
 * Fills a community with `tickets` finished and unfinished tickets over the three years before `until`, each with its
 * events and due rows: of the last three months one in twenty is still in work, one in forty was reopened once, two in three were answered.
 * Written by the database itself, past the triggers: a million of them in a few minutes.
 */
export async function fillHistory(sql: Sql, communityId: number, tickets: number, until: Instant): Promise<void> {
  const from = until - historyDays * dayMs
  await sql.unsafe(`
    set session_replication_role = replica;
    set work_mem = '256MB'; set maintenance_work_mem = '512MB';
    create unlogged table made as
      select n, ${from}::bigint + (n::numeric * ${historyDays * dayMs} / ${tickets + 1})::bigint as opened,
        (n * 7919 % 100003) as chance,
        (15 + n * 104729 % 400) * 60000::bigint as took,
        (2 + n * 15485863 % 150) * 3600000::bigint as worked
      from generate_series(1::bigint, ${tickets}) as n;
    alter table made add column done bigint, add column active boolean, add column reopened boolean, add column answered boolean;
    update made set done = opened + took + worked,
      active = opened + took + worked > ${until} or (n % 20 = 0 and opened > ${until - 90 * dayMs}), reopened = chance % 40 = 1, answered = chance % 3 > 0;`)
  const kinds = `(array['elevator','water','leak','power','sanitation','noise','parking','security'])[(1 + n % 8)::int]`
  const person = `jsonb_build_object('id', 101 + n % 7, 'name', '王师傅' || n % 7)`
  const resident = `jsonb_build_object('id', 500 + n % 3000, 'name', '住户' || n % 3000)`
  const when = (ms: string) => `to_timestamp((${ms})::float8 / 1000)`
  await sql.unsafe(`
    insert into ticket (id, community_id, number, status, cycle, policy_version, class, category, urgency, text, building, unit, floor,
      room, needs_place, private, reporter_id, reporter_name, origin_chat_id, origin_message_id, origin_direct, opened_at,
      clock_start, acknowledged, assignee, pauses, resolution, closed_at, rating, supporters, urges, reopens, photos, decided_steps, level, version)
    select 100000000 + n, ${communityId}, 100000000 + n, case when active then 'acknowledged' else 'closed' end, 0, 1, 'repair', ${kinds}, 'normal',
      '第' || n || '件', (1 + n % 30)::text, '1', '5', '502', false, n % 50 = 0, 500 + n % 3000, '住户' || n % 3000, -1001, n, false, ${when('opened')},
      ${when('opened')}, jsonb_build_object('at', opened + took, 'by', ${person}), ${person}, '[]',
      case when active then null else jsonb_build_object('text', null, 'by', ${person}, 'at', done) end,
      case when active then null else ${when(`done + case when answered then 3600000 else ${3 * dayMs} end`)} end,
      case when answered and not active then 'satisfied' end, 0, 0, case when reopened then 1 else 0 end, 0, '[]', 0, 8
    from made;
    update ticket_counter set last_number = 200000000 where community_id = ${communityId};`)
  const event = (seq: number, at: string, type: string, body: string, which: string) => `
    insert into ticket_event (ticket_id, seq, community_id, at, actor_id, actor_name, type, event)
    select 100000000 + n, ${seq}, ${communityId}, ${when(at)}, 101, '王师傅', '${type}', jsonb_build_object('type', '${type}') || ${body}
    from made where ${which} order by n`
  await sql.unsafe(
    [
      event(0, 'opened', 'reported', `jsonb_build_object('text', '第' || n || '件', 'category', ${kinds})`, 'true'),
      event(1, 'opened + took', 'acknowledged', `jsonb_build_object('by', ${person})`, 'true'),
      event(2, 'opened + took', 'assigned', `jsonb_build_object('to', ${person}, 'from', null)`, 'true'),
      event(
        3,
        'opened + took + worked / 2',
        'resolved',
        `jsonb_build_object('by', ${person}, 'text', null)`,
        'reopened',
      ),
      event(4, 'opened + took + worked * 3 / 4', 'reopened', `jsonb_build_object('reason', null)`, 'reopened'),
      event(5, 'done', 'resolved', `jsonb_build_object('by', ${person}, 'text', null)`, 'not active'),
      event(
        6,
        'done + 3600000',
        'answered',
        `jsonb_build_object('by', ${resident}, 'solved', true)`,
        'not active and answered',
      ),
      event(
        7,
        'done + 3600000',
        'rated',
        `jsonb_build_object('by', ${resident}, 'rating', 'satisfied')`,
        'not active and answered',
      ),
      event(8, 'done + 3600000', 'confirmed', `jsonb_build_object('by', ${resident})`, 'not active and answered'),
      event(8, `done + ${3 * dayMs}`, 'expired', `'{}'::jsonb`, 'not active and not answered'),
    ].join(';'),
  )
  const due = (key: string, at: string, clock: string, which: string, decided: boolean) => `
    insert into due (community_id, ticket_id, key, at, clock, clock_due, decided_at, outcome)
    select ${communityId}, 100000000 + n, '${key}', ${when(at)}, ${clock}, ${clock === 'null' ? 'null' : when(at)},
      ${decided ? `${when(at)}, 'done'` : 'null, null'} from made where ${which} order by n`
  await sql.unsafe(
    [
      due('0/resolve/warn', 'opened + took', `'resolve'`, 'true', true),
      due('0/close', `done + ${3 * dayMs}`, 'null', 'not active', true),
      due('0/resolve/level/3/4', `${until + 400 * dayMs} + n`, `'resolve'`, 'active', false),
    ].join(';'),
  )
  await sql.unsafe(`
    insert into active_stretch (ticket_id, seq, community_id, began, ended)
    select 100000000 + n, 3, ${communityId}, ${when('opened')}, ${when('opened + took + worked / 2')} from made where reopened
    union all
    select 100000000 + n, 5, ${communityId}, ${when('case when reopened then opened + took + worked * 3 / 4 else opened end')},
      ${when('done')} from made where not active`)
  await sql.unsafe('drop table made; set session_replication_role = origin')
  await sql.unsafe('vacuum analyze')
}
