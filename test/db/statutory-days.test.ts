import { afterAll, beforeAll, expect, it } from 'vitest'
import { setClocks } from '../../src/app/act-on-ticket.ts'
import type { AppDeps } from '../../src/app/app.ts'
import { putCommunity } from '../../src/app/import-community.ts'
import { followStatutoryDays } from '../../src/app/statutory-days.ts'
import { createStore, type DatabaseStore } from '../../src/db/store.ts'
import { publishedDays, withYears } from '../../src/domain/time/china-days.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { aSetup, at, openTicket } from './builders.ts'

const before = withYears(publishedDays, [{ year: 2027, holidays: ['2027-01-01'], makeUpDays: [] }])
/** New Year's bridge: Monday 4 January off, too. */
const after = withYears(publishedDays, [{ year: 2027, holidays: ['2027-01-01', '2027-01-04'], makeUpDays: [] }])

let test: TestDatabase

beforeAll(async () => {
  test = await createTestDatabase(before)
})
afterAll(() => test.drop())

const depsOf = (store: DatabaseStore): AppDeps => ({
  store,
  clock: { now: () => at },
  ids: { token: () => 'token', code: () => 'code', hash: (secret) => secret },
  bot: () => ({ id: 1, username: 'huying_bot', canReadAll: true }),
  chatMember: async () => 'none',
})

const dues = async () =>
  (await test.sql<{ key: string; due: number }[]>`select key, clock_due as due from due where clock = 'resolve'`).map(
    ({ key, due }) => `${key} ${new Date(due + 8 * 3_600_000).toISOString().slice(0, 16)}`,
  )

it('days that become known move running tickets at the next start, without a new policy version', async () => {
  const { community } = await test.store.transaction((tx) => putCommunity(tx, aSetup(), at))
  const ticket = await openTicket(test.store, community, { reportedAt: Date.parse('2026-12-31T10:00+08:00') }) // Thu
  await test.store.transaction(async (tx) => setClocks(tx, ticket, await tx.communities.policy(community.id, 1)))
  expect(await dues()).toEqual(['1/resolve/warn 2027-01-06T10:00']) // Thu, Mon, Tue → Wed; Fri 1 is off

  await followStatutoryDays(depsOf(test.store))
  expect(await dues()).toEqual(['1/resolve/warn 2027-01-06T10:00'])

  const updated = createStore(test.database, after)
  await followStatutoryDays(depsOf(updated))
  expect(await dues()).toEqual(['1/resolve/warn 2027-01-07T10:00'])

  const same = await updated.transaction((tx) => putCommunity(tx, aSetup(), at))
  expect([same.changed, same.community.policyVersion]).toEqual([[], 1])
  const { calendar } = await updated.transaction((tx) => tx.communities.policy(community.id, 1))
  expect(calendar.holidays).toContain('2027-01-04')
})

it('a community that follows nobody’s days is not warned', async () => {
  const { statutory: _, ...policy } = aSetup().policy
  const { community } = await test.store.transaction((tx) => putCommunity(tx, aSetup({ name: '自定', policy }), at))
  await followStatutoryDays(depsOf(test.store))
  expect(await test.sql`select from due where community_id = ${community.id}`).toHaveLength(0)
})
