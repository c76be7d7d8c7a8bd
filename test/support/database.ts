import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { connectDatabase, type Database } from '../../src/db/connect.ts'
import { openSession, type Sql } from '../../src/db/session.ts'
import { createStore, type DatabaseStore } from '../../src/db/store.ts'
import { type ChinaDays, publishedDays } from '../../src/domain/time/china-days.ts'
import { withDatabase } from './with-database.ts'

export interface TestDatabase {
  readonly url: string
  readonly database: Database
  /** A look at the tables, past the store. */
  readonly sql: Sql
  readonly store: DatabaseStore
  /** Closes the connections and drops the database. */
  drop(): Promise<void>
}

/**
 * A database of its own for one test file: empty, with every table, cloned from a template. Drop it in afterAll. `through`
 * may lead everybody but `sql` to it by another address.
 */
export async function createTestDatabase(
  chinaDays: ChinaDays = publishedDays,
  { through = async (url: string) => url } = {},
): Promise<TestDatabase> {
  const { url: server, template, prefix } = inject('databaseServer')
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template ${template}`)
  const direct = withDatabase(server, name)
  const url = await through(direct)
  const database = connectDatabase(url, { max: 6 })
  const sql = openSession(direct, { max: 2, name: 'test' })
  return {
    url,
    database,
    sql,
    store: createStore(database, chinaDays),
    drop: async () => {
      await Promise.all([database.close(), sql.end({ timeout: 1 })])
      await onServer(server, `drop database if exists ${name} with (force)`)
    },
  }
}

/** Runs one statement outside every transaction. */
export async function onServer(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
