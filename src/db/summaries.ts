import type { SummaryRows } from '../app/ports.ts'
import { type PolicyReader, periodFacts } from './period-facts.ts'
import type { Sql } from './session.ts'

export function summaryRows(sql: Sql, readPolicy: PolicyReader): SummaryRows {
  return {
    async decide(chatId, period, communityId, at) {
      const { count } = await sql`
        insert into summary_run (chat_id, period, community_id, decided_at)
        values (${chatId}, ${period}, ${communityId}, ${at}) on conflict do nothing`
      return count > 0
    },
    facts: (communityId, period, asOf) => periodFacts(sql, { communityId, period, asOf }, readPolicy),
  }
}
