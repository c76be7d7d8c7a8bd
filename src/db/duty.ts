import type { DutyRows } from '../app/ports.ts'
import type { DutyShift, DutySwap } from '../domain/duty/roster.ts'
import type { dutyShift, dutySwap } from './schema/index.ts'
import { rows, type Sql } from './session.ts'

export function dutyRows(sql: Sql): DutyRows {
  const columns = sql`from_user, to_user, starts_at, ends_at`
  return {
    shifts: (communityId) => shiftsOf(sql, communityId),
    async swaps(communityId) {
      const found = await sql<SwapRecord[]>`
        select ${columns} from duty_swap where community_id = ${communityId} and agreed order by decided_at, id`
      return found.map(toSwap)
    },
    async lock(communityId) {
      await sql`select from community where id = ${communityId} for no key update`
    },
    async askSwap(communityId, { from, to, startsAt, endsAt }, askedAt) {
      const record: typeof dutySwap.$inferInsert = {
        ...{ communityId, startsAt, endsAt, askedAt },
        fromUser: from,
        toUser: to,
      }
      const [made] = await sql<{ id: number }[]>`insert into duty_swap ${rows(sql, record)} returning id`
      return made?.id ?? 0
    },
    async askedSwap(communityId, id) {
      const [found] = await sql<SwapRecord[]>`
        select ${columns} from duty_swap where id = ${id} and community_id = ${communityId} and decided_at is null for update`
      return found ? toSwap(found) : null
    },
    async decideSwap(communityId, id, agreed, at) {
      await sql`
        update duty_swap set agreed = ${agreed}, decided_at = ${at}
        where id = ${id} and community_id = ${communityId} and decided_at is null`
    },
  }
}

type SwapRecord = Pick<typeof dutySwap.$inferSelect, 'fromUser' | 'toUser' | 'startsAt' | 'endsAt'>

const toSwap = ({ fromUser, toUser, startsAt, endsAt }: SwapRecord): DutySwap => ({
  ...{ from: fromUser, to: toUser, startsAt, endsAt },
})

async function shiftsOf(sql: Sql, communityId: number): Promise<readonly DutyShift[]> {
  const found = await sql<(typeof dutyShift.$inferSelect)[]>`
    select * from duty_shift where community_id = ${communityId} order by position`
  return found.map(({ userId, day, startsAt, endsAt, trades }) => ({ userId, day, from: startsAt, to: endsAt, trades }))
}

/** Makes the roster exactly these rows; true when that changed anything. */
export async function putShifts(sql: Sql, communityId: number, shifts: readonly DutyShift[]): Promise<boolean> {
  const wanted = shifts.map(({ userId, day, from, to, trades }): DutyShift => ({ userId, day, from, to, trades }))
  if (JSON.stringify(await shiftsOf(sql, communityId)) === JSON.stringify(wanted)) return false
  await sql`delete from duty_shift where community_id = ${communityId}`
  const records = wanted.map(({ userId, day, from, to, trades }, position): typeof dutyShift.$inferInsert => ({
    ...{ communityId, position, userId, trades },
    // A bare number or string is no JSON to the library: it would travel as text.
    day: sql.json(day) as never,
    startsAt: from,
    endsAt: to,
  }))
  if (records.length > 0) await sql`insert into duty_shift ${rows(sql, records)}`
  return true
}
