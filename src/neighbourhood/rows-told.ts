import type { DueSeen, OutboxSeen } from '../app/ports-of-inspection.ts'
import type { JobCounts } from '../jobs/queues-port.ts'
import type { Speech } from '../messages/speech.ts'
import type { CurtainSection } from '../sandbox/page-extras.ts'
import type { CurtainWords } from './curtain-words.ts'

/** The rows of the due table, as they stand. */
export function dueSection(rows: readonly DueSeen[], { due, nothing }: CurtainWords, say: Speech): CurtainSection {
  return {
    id: 'due',
    title: due.title,
    note: rows.length === 0 ? nothing : due.note,
    timeline: rows.map(({ key, at, decidedAt, outcome }) => ({
      when: say.when(at),
      what: key,
      more: decidedAt === null ? due.waits : due.decided(outcome ?? ''),
    })),
  }
}

/** The newest rows of the outbox. */
export function outboxSection(
  rows: readonly OutboxSeen[],
  titleOf: (chatId: number) => string,
  { outbox }: CurtainWords,
  say: Speech,
): CurtainSection {
  return {
    id: 'outbox',
    title: outbox.title,
    note: outbox.note,
    table: {
      head: outbox.head,
      rows: rows.map(({ chatId, op, purpose, status, createdAt }) => [
        titleOf(chatId),
        op,
        purpose,
        status,
        say.at(createdAt),
      ]),
    },
  }
}

/** How many jobs there are. */
export function jobsSection(counts: readonly JobCounts[], { jobs }: CurtainWords): CurtainSection {
  const rows = counts.map(({ name, waiting, delayed, failed }) => [name, ...[waiting, delayed, failed].map(String)])
  return { id: 'jobs', title: jobs.title, note: jobs.note, table: { head: jobs.head, rows } }
}
