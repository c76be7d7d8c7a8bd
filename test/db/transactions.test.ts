import { connect, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectDatabase } from '../../src/db/connect.ts'
import { isConnectionLost, isRetryable } from '../../src/db/is-retryable.ts'
import { createStore } from '../../src/db/store.ts'
import { CommitUnknown } from '../../src/db/transact.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { anOutbox, at, hour } from './builders.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await createTestDatabase()
  await test.sql`create table note (text text primary key)`
})
beforeEach(async () => {
  await test.sql`delete from note`
})
afterAll(() => test.drop())

const notes = async () => (await test.sql<{ text: string }[]>`select text from note order by text`).map((r) => r.text)

describe('a transaction', () => {
  it('happens as a whole or not at all', async () => {
    const { transactions } = test.database
    await transactions.transaction((sql) => sql`insert into note values ('kept')`)
    const failed = transactions.transaction(async (sql) => {
      await sql`insert into note values ('lost')`
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await notes()).toEqual(['kept'])
  })

  it('fails when a statement in it failed, even if nobody minded', async () => {
    const failed = test.database.transactions.transaction(async (sql) => {
      await sql`insert into note values ('lost')`
      await sql`select * from nowhere`.catch(() => {})
    })
    await expect(failed).rejects.toThrow('was rolled back')
    expect(await notes()).toEqual([])
  })

  it('refuses to be used after its end', async () => {
    const { transactions } = test.database
    const leaked = await transactions.transaction(async (sql) => ({ sql }))
    await expect(async () => leaked.sql`insert into note values ('late')`).rejects.toThrow('transaction is over')
    expect(await notes()).toEqual([])
  })

  it('waits for a free connection, in order', async () => {
    const order: number[] = []
    const many = Array.from({ length: 20 }, (_, index) =>
      test.database.transactions.transaction(async (sql) => {
        await sql`select 1`
        order.push(index)
      }),
    )
    await Promise.all(many)
    expect(order).toHaveLength(20)
  })
})

describe('is run again from its start', () => {
  it('after a deadlock', async () => {
    await test.sql`insert into note values ('a'), ('b')`
    let runs = 0
    let meet = 0
    // Each takes one row, waits for the other to have taken its own, then wants that one too.
    const cross = (first: string, second: string) =>
      test.store.transaction(async (tx) => {
        runs += 1
        await tx.messages.lockAlbum(1, first)
        meet += 1
        while (meet < 2) await new Promise((resolve) => setTimeout(resolve, 5))
        await tx.messages.lockAlbum(1, second)
      })
    await Promise.all([cross('a', 'b'), cross('b', 'a')])
    expect(runs).toBe(3)
  })

  it('when its connection is lost between two statements, and the process lives', async () => {
    let runs = 0
    await test.database.transactions
      .transaction(async (sql) => {
        runs += 1
        const [own] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
        await sql`insert into note values ('half')`
        await test.sql`select pg_terminate_backend(${own?.pid ?? 0})`
        await new Promise((resolve) => setTimeout(resolve, 50))
        await sql`insert into note values ('other half')`
      })
      .then(
        () => expect.unreachable(),
        (error: unknown) => expect(isRetryable(error)).toBe(true),
      )
    expect(runs).toBe(1)
    expect(await notes()).toEqual([])
    await test.database.transactions.transaction((sql) => sql`insert into note values ('next')`)
    expect(await notes()).toEqual(['next'])
  })

  it('F20 when the server is told to end it in the middle of a statement', async () => {
    let runs = 0
    const value = await test.store.transaction(async (tx) => {
      runs += 1
      if (runs === 1) await terminateOthers()
      return tx.people.owners()
    })
    expect(value).toEqual([])
    expect(runs).toBe(2)
  })

  it('but not after a mistake of its own', async () => {
    let runs = 0
    await expect(
      test.store.transaction(async () => {
        runs += 1
        throw new Error('mistake')
      }),
    ).rejects.toThrow('mistake')
    expect(runs).toBe(1)
  })

  it('but not when the connection is lost while it commits: then it may have happened', async () => {
    const proxy = await startProxy(test.url, 'commit\0')
    const database = connectDatabase(proxy.url)
    const store = createStore(database)
    let runs = 0
    const commit = store.transaction(async (tx) => {
      runs += 1
      await tx.people.addOwner(7, at)
    })
    await expect(commit).rejects.toBeInstanceOf(CommitUnknown)
    expect(runs).toBe(1)
    await database.close()
    await proxy.close()
  })

  it('gives up in the end when the database stays away', async () => {
    const database = connectDatabase('postgres://nobody@127.0.0.1:1/none')
    const failed = createStore(database).transaction((tx) => tx.people.owners())
    await expect(failed).rejects.toSatisfy(isConnectionLost)
    await database.close()
  })
})

describe('statements outside a transaction', () => {
  it('fail or succeed when their connections are lost, and never wait for ever', async () => {
    const statement = async (): Promise<string> => {
      for (let attempt = 1; attempt <= 20; attempt += 1) {
        try {
          await test.store.inbox.counts()
          return 'answered'
        } catch (error) {
          // At once, without a pause: the worst moment to ask again.
          if (!isConnectionLost(error)) throw error
        }
      }
      return 'gave up'
    }
    for (let round = 0; round < 10; round += 1) {
      const asked = Array.from({ length: 20 }, statement)
      await terminateOthers('huying')
      expect(await Promise.all(asked)).not.toContain('gave up')
    }
    await test.store.ping()
  })
})

describe('whoever waits for work', () => {
  it('is told once after a commit that added some', async () => {
    let told = 0
    const store = createStore(test.database)
    store.onCommit(() => {
      told += 1
    })
    await store.transaction((tx) => tx.people.owners())
    expect(told).toBe(0)
    await store.transaction(async (tx) => {
      await tx.outbox.add(anOutbox(), at)
      await tx.outbox.add(anOutbox(), at)
      await tx.due.addForStranger(-5, at + hour)
    })
    await Promise.resolve()
    expect(told).toBe(1)
    await store
      .transaction(async (tx) => {
        await tx.outbox.add(anOutbox(), at)
        throw new Error('rolled back')
      })
      .catch(() => {})
    // A repeated decision adds nothing.
    await store.transaction((tx) => tx.due.addForStranger(-5, at + hour))
    await Promise.resolve()
    expect(told).toBe(1)
  })
})

async function terminateOthers(name = 'huying transaction'): Promise<void> {
  await test.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = ${name}`
}

/** Passes everything to the server until the client says `word`; that is passed on too, and then the line is cut. */
async function startProxy(url: string, word: string): Promise<{ url: string; close(): Promise<void> }> {
  const target = new URL(url)
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    upstream.on('error', () => client.destroy())
    client.on('error', () => upstream.destroy())
    upstream.pipe(client)
    client.on('data', (data) => {
      upstream.write(data)
      if (data.includes(word)) client.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const through = new URL(url)
  through.port = String(typeof address === 'object' ? address?.port : 0)
  through.hostname = '127.0.0.1'
  return { url: through.href, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
