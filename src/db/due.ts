import type { DueRow, DueRows } from '../app/ports.ts'
import type { DueQueue } from '../app/ports-of-delivery.ts'
import type { Step } from '../domain/escalation/step.ts'
import type { ChatId, Instant } from '../domain/ids.ts'
import type { due } from './schema/index.ts'
import { rows, type Sql } from './session.ts'

type DueRecord = typeof due.$inferInsert

/** @param added called when rows were added or moved, so that their commit wakes whoever waits for the next one. */
export function dueRows(sql: Sql, added: () => void): DueRows {
  async function add(record: DueRecord): Promise<void> {
    const { count } = await sql`insert into due ${rows(sql, record)} on conflict do nothing`
    if (count > 0) added()
  }

  return {
    async sync(ticketId, communityId, steps) {
      const keys = JSON.stringify(steps.map(({ key }) => key))
      await sql`
        delete from due where ticket_id = ${ticketId} and decided_at is null
          and not ${keys}::text::jsonb ? key`
      if (steps.length === 0) return
      const records = steps.map((step): DueRecord => ({ ticketId, communityId, ...toColumns(step) }))
      const { count } = await sql`
        insert into due ${rows(sql, records)}
        on conflict (ticket_id, key) do update
          set at = excluded.at, clock = excluded.clock, clock_due = excluded.clock_due
          where due.decided_at is null and (due.at, due.clock_due) is distinct from (excluded.at, excluded.clock_due)`
      if (count > 0) added()
    },
    addForQuestion: (questionId, communityId, at) => add({ questionId, communityId, key: 'question', at }),
    addForCommunity: (communityId, key, at) => add({ communityId, key, at }),
    async openForCommunity(communityId, prefix) {
      const found = await sql<{ key: string }[]>`
        select key from due
        where community_id = ${communityId} and decided_at is null and starts_with(key, ${prefix}) order by at, id`
      return found.map(({ key }) => key)
    },
    async decideForCommunity(communityId, key, at, outcome) {
      await sql`
        update due set decided_at = ${at}, outcome = ${outcome}
        where community_id = ${communityId} and key = ${key} and decided_at is null`
    },
    async postpone(dueId, at) {
      const { count } = await sql`update due set at = ${at} where id = ${dueId} and decided_at is null`
      if (count > 0) added()
    },
    addForStranger: (strangerChatId, at) => add({ strangerChatId, key: 'stranger', at }),

    async claim(dueId, now) {
      // The ticket first, as every command does: taken the other way round, the two would wait for each other.
      await sql`
        select from ticket where id = (select ticket_id from due where id = ${dueId}) for no key update`
      const [found] = await sql<Subjects[]>`
        select id, ticket_id, question_id, stranger_chat_id, community_id, key, at from due
        where id = ${dueId} and decided_at is null and at <= ${now} for update`
      return found ? toDueRow(found) : null
    },
    async decide(dueId, at, outcome) {
      await sql`
        update due set decided_at = ${at}, outcome = ${outcome}
        where id = ${dueId} and (decided_at is null or decided_at = ${at})`
    },
    async decideWith(ticketId, keys, at, outcome) {
      await sql`
        update due set decided_at = ${at}, outcome = ${outcome}
        where ticket_id = ${ticketId} and decided_at is null
          and ${JSON.stringify(keys)}::text::jsonb ? key`
    },
  }
}

/** What the sweep and the timers ask. */
export function dueQueue(sql: Sql): DueQueue {
  return {
    async upTo(until, limit) {
      return await sql<{ id: number; at: Instant }[]>`
        select id, at from due where decided_at is null and at <= ${until} order by at, id limit ${limit}`
    },
    nextAt: () => earliest(sql),
    async lag(now) {
      const at = await earliest(sql)
      return at === null ? 0 : Math.max(0, now - at)
    },
  }
}

async function earliest(sql: Sql): Promise<Instant | null> {
  const [found] = await sql<{ at: Instant }[]>`
    select at from due where decided_at is null order by at, id limit 1`
  return found?.at ?? null
}

function toColumns({ key, at, action }: Step): Pick<DueRecord, 'key' | 'at' | 'clock' | 'clockDue'> {
  return 'clock' in action
    ? { key, at, clock: action.clock, clockDue: action.due }
    : { key, at, clock: null, clockDue: null }
}

interface Subjects {
  readonly id: number
  readonly ticketId: number | null
  readonly questionId: number | null
  readonly strangerChatId: ChatId | null
  readonly communityId: number | null
  readonly key: string
  readonly at: Instant
}

function toDueRow({ id, ticketId, questionId, strangerChatId, communityId, key, at }: Subjects): DueRow {
  if (ticketId !== null) return { id, subject: { ticketId }, key, at }
  if (questionId !== null) return { id, subject: { questionId }, key, at }
  if (strangerChatId !== null) return { id, subject: { strangerChatId }, key, at }
  if (communityId !== null) return { id, subject: { communityId }, key, at }
  throw new Error(`due row ${id} is about nothing`)
}
