import type { AuditRows, Missed } from '../app/ports.ts'
import type { Sql } from './session.ts'
import { unheardRoots } from './unheard.ts'

const MINUTE = 60_000
/** The sweep runs every 20 s: what is older than this was passed over. */
const UNDONE_AFTER_MS = 5 * MINUTE
/** Telegram's limits may hold a call up for a while, everything else for longer. */
const CALL_AFTER_MS = 15 * MINUTE
const REST_AFTER_MS = 6 * 60 * MINUTE

/** Counts what was missed. Each part reads an index over what is still undone, so history costs nothing. */
export function auditRows(sql: Sql): AuditRows {
  return {
    async missed(since, now) {
      const [found] = await sql<Missed[]>`
        select
          (select count(*) from inbox where status = 'pending' and received_at < ${now - CALL_AFTER_MS}
            and attempts = 0) as unread,
          (select count(*) from due where decided_at is null and at < ${now - UNDONE_AFTER_MS}) as undecided,
          (select count(*) from outbox where status = 'pending' and created_at < ${now - REST_AFTER_MS})
          + (select count(*) from outbox where status = 'pending' and purpose in ('emergency', 'escalation')
              and created_at between ${now - REST_AFTER_MS} and ${now - CALL_AFTER_MS})
          + (select count(*) from outbox where status = 'sending' and sending_at < ${now - CALL_AFTER_MS})
            as undelivered,
          (select count(*) from community c join ticket_event e
            on e.community_id = c.id and e.type = 'escalated' and e.at >= ${since} and e.at < ${now}
            where not exists (
              select from outbox o where o.ticket_id = e.ticket_id and o.op = 'show'
                and o.purpose in ('emergency', 'escalation') and o.created_at >= e.at)) as untold,
          (select count(*) from (${unheardRoots(sql)}) as roots) as unheard`
      if (!found) throw new Error('no answer')
      return found
    },
    async withoutSteps(after, limit) {
      const found = await sql<{ id: number }[]>`
        select t.id from ticket t
        where t.id > ${after} and t.status in ('open', 'acknowledged', 'held', 'resolved')
          and not exists (select from due d where d.ticket_id = t.id and d.decided_at is null)
        order by t.id limit ${limit}`
      return found.map(({ id }) => id)
    },
  }
}
