import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectDatabase } from '../../src/db/connect.ts'
import { openSession } from '../../src/db/session.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
const unheard: unknown[] = []
const hear = (reason: unknown): void => void unheard.push(reason)
beforeAll(async () => {
  database = await createTestDatabase()
  process.on('unhandledRejection', hear)
})
afterAll(async () => {
  process.off('unhandledRejection', hear)
  await database.drop()
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

it('a connection that is cut off at any moment of its making rejects what was asked, and nothing else', async () => {
  for (let moment = 0; moment < 40; moment += 1) {
    const sql = openSession(database.url, { max: 1, name: 'cut off' })
    const asked = sql`select 1`.then(
      () => 'answered',
      ({ code }: { code?: string }) => code,
    )
    await pause(moment / 2)
    await sql.end({ timeout: 0 })
    expect(['answered', 'CONNECTION_DESTROYED', 'CONNECTION_ENDED']).toContain(await asked)
  }
  await pause(50)
  expect(unheard).toEqual([])
})

it('lanes that are closed at any moment first let what runs come to its end', async () => {
  for (let moment = 0; moment < 20; moment += 1) {
    const { transactions, close } = connectDatabase(database.url, { max: 4 })
    const asked = transactions.transaction((sql) => sql`select pg_sleep(0.005)`.then(() => 'done'))
    await pause(moment)
    await close()
    expect(await asked).toBe('done')
  }
  expect(unheard).toEqual([])
})
