import type { SummaryRows } from '../app/ports.ts'
import type { Sql } from './session.ts'
import { weeklyFacts } from './weekly-facts.ts'

export function summaryRows(sql: Sql): SummaryRows {
  return {
    async decide(chatId, week, communityId, at) {
      const { count } = await sql`
        insert into summary_run (chat_id, week, community_id, decided_at)
        values (${chatId}, ${week}, ${communityId}, ${at}) on conflict do nothing`
      return count > 0
    },
    facts: (communityId, week, start, end, now) => weeklyFacts(sql, { communityId, week, start, end, now }),
  }
}
