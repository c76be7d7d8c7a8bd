import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
  await test.sql`create table kept (id bigint, at timestamptz, data jsonb, words text)`
})
afterAll(() => test.drop())

// What a broken update would make of its fields; the compiler lets nothing of it into a query.
const unwritable = {
  'no instant': { at: Number.NaN as never },
  'an instant after the end of time': { at: 9e15 as never },
  'JSON that contains itself': { data: circular() as never },
  'text that says no word': { words: Object.create(null) as never },
  'a number that is a list': { id: [[1, 2]] as never },
}

function circular(): object {
  const loop: { self?: object } = {}
  loop.self = loop
  return loop
}

it.each(Object.entries(unwritable))(
  '%s fails its own statement and transaction, and no other statement',
  async (_what, value) => {
    const { sql } = test
    const { id, at, data, words } = { id: 1 as never, at: 0 as never, data: {} as never, words: '' as never, ...value }
    // Twice, for the library writes a statement that it has prepared already in another way; side by side, for it pipelines.
    for (let turn = 0; turn < 3; turn += 1) {
      const failed = sql.begin(async (tx) => {
        await tx`insert into kept values (${sql.typed.bigint(2)}, ${sql.typed.instant(5)}, ${sql.typed.json({})}, '')`
        const [first, bad] = await Promise.allSettled([
          tx`select ${sql.typed.instant(turn)} as at`,
          tx`insert into kept values (${sql.typed.bigint(id)}, ${sql.typed.instant(at)}, ${sql.typed.json(data)}, ${words})`,
        ])
        expect([first.status, bad.status]).toEqual(['fulfilled', 'rejected'])
      })
      await expect(failed).rejects.toThrow()
    }
    expect(await sql`select 1 as n from kept`).toEqual([])
    const open =
      await sql`select 1 from pg_stat_activity where datname = current_database() and state like 'idle in tr%'`
    expect(open).toHaveLength(0)
  },
)

it('a missing value is null', async () => {
  const { sql } = test
  expect(await sql`select ${undefined as never}::text as n`).toEqual([{ n: null }])
})
