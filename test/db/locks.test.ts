import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdLock } from '../../src/db/advisory-lock.ts'
import { connectDatabase, type Database } from '../../src/db/connect.ts'
import { createStore, type DatabaseStore } from '../../src/db/store.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let test: TestDatabase
let second: Database
let other: DatabaseStore

beforeAll(async () => {
  test = await createTestDatabase()
  second = connectDatabase(test.url, { max: 3 })
  other = createStore(second)
})
afterAll(async () => {
  await second.close()
  await test.drop()
})

const withChat = <T>(store: DatabaseStore, chatId: number, work: () => Promise<T>) =>
  store.deliveries.withChat(chatId, work)
const terminate = (name: string) => test.sql`
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name = ${name}`
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a chat', () => {
  it('is served by one process at a time, and one worker within it', async () => {
    const answer = await withChat(test.store, -1, async () => {
      expect(await withChat(other, -1, async () => 'second process')).toBeNull()
      expect(await withChat(test.store, -1, async () => 'second worker')).toBeNull()
      expect(await withChat(other, -2, async () => 'another chat')).toBe('another chat')
      return 'first'
    })
    expect(answer).toBe('first')
    expect(await withChat(other, -1, async () => 'afterwards')).toBe('afterwards')
  })

  it('is free again after work that failed', async () => {
    await expect(withChat(test.store, -1, () => Promise.reject(new Error('boom')))).rejects.toThrow('boom')
    expect(await withChat(other, -1, async () => 'free')).toBe('free')
  })

  it('is never served twice, however many try', async () => {
    let inside = 0
    let most = 0
    let served = 0
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await sleep(2)
      inside -= 1
      served += 1
    }
    await Promise.all(Array.from({ length: 200 }, (_, index) => withChat(index % 2 ? test.store : other, -3, work)))
    expect(most).toBe(1)
    expect(served).toBeGreaterThan(0)
  })

  it('costs no connection of the pool: hundreds are served at once, each doing its work', async () => {
    const served = await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        withChat(other, -1000 - index, () => other.transaction((tx) => tx.people.owners())),
      ),
    )
    expect(served.filter((owners) => owners !== null)).toHaveLength(300)
    const [count] = await test.sql<{ count: number }[]>`
      select count(*) as count from pg_stat_activity where datname = current_database()`
    expect(count?.count).toBeLessThan(20)
  })

  it('is free when the process that served it is gone', async () => {
    const dying = connectDatabase(test.url)
    let stop = (): void => {}
    const serving = createStore(dying).deliveries.withChat(
      -4,
      () =>
        new Promise<void>((resolve) => {
          stop = resolve
        }),
    )
    await sleep(50)
    expect(await withChat(other, -4, async () => 'taken')).toBeNull()
    await terminate('huying chat locks')
    await sleep(50)
    expect(await withChat(other, -4, async () => 'taken')).toBe('taken')
    stop()
    await serving
    await dying.close()
  })
})

describe('a named lock', () => {
  it('F28 has one holder; the next one waits for it', async () => {
    const first = await holdLock(test.url, 'poller/1')
    let got = false
    const next = holdLock(test.url, 'poller/1').then((lock) => {
      got = true
      return lock
    })
    const unrelated = await holdLock(test.url, 'poller/2')
    await sleep(100)
    expect(got).toBe(false)
    await first.release()
    const second = await next
    expect(first.signal.aborted).toBe(false)
    await Promise.all([second.release(), unrelated.release()])
    expect(second.signal.aborted).toBe(false)
  })

  it('tells its holder when it is lost, and passes to the one that waits', async () => {
    const first = await holdLock(test.url, 'poller/3')
    const next = holdLock(test.url, 'poller/3')
    const lost = new Promise((resolve) => first.signal.addEventListener('abort', resolve))
    await test.sql`
      select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and application_name = 'huying lock poller/3'`
    await lost
    expect(first.signal.reason).toMatchObject({ message: expect.stringContaining('lost') })
    await (await next).release()
    await first.release()
  })

  it('is waited for on over a lost connection', async () => {
    const first = await holdLock(test.url, 'poller/4')
    const next = holdLock(test.url, 'poller/4')
    await sleep(50)
    await test.sql`
      select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and not granted and application_name = 'huying lock poller/4'`
    await sleep(50)
    await first.release()
    await (await next).release()
  })

  it('is waited for no longer when the wait is called off', async () => {
    const first = await holdLock(test.url, 'poller/5')
    const cancel = new AbortController()
    const next = holdLock(test.url, 'poller/5', cancel.signal)
    await sleep(50)
    cancel.abort(new Error('stopping'))
    await expect(next).rejects.toThrow('stopping')
    await first.release()
    await (await holdLock(test.url, 'poller/5')).release()
  })
})
