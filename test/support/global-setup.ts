import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/db/embedded.ts'
import { migrateDatabase } from '../../src/db/migrate.ts'
import { withDatabase } from './with-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: {
      /** A database of the server from which others may be made. */
      readonly url: string
      /** An empty database with every table. */
      readonly template: string
      /** What the names of this run's databases begin with. */
      readonly prefix: string
    }
  }
}

/** One server for the whole run (DATABASE_URL, else an embedded one that lives as long as the run) and its template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const prefix = `huying_test_${randomBytes(4).toString('hex')}`
  const template = `${prefix}_template`
  const sql = postgres(server.url, { max: 1, onnotice: () => {} })
  await sql.unsafe(`create database ${template}`)
  await migrateDatabase(withDatabase(server.url, template))
  project.provide('databaseServer', { url: server.url, template, prefix })
  return async () => {
    // Files that failed half-way leave theirs behind.
    const left = await sql<{ datname: string }[]>`select datname from pg_database where starts_with(datname, ${prefix})`
    for (const { datname } of left) await sql.unsafe(`drop database if exists ${datname} with (force)`)
    await sql.end({ timeout: 5 })
    await server.stop()
  }
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const directory = await mkdtemp(join(tmpdir(), 'huying-test-'))
  // Nothing here has to survive a power cut.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '100' }
  const { url, stop } = await startEmbedded(directory, { settings })
  return {
    url,
    stop: async () => {
      await stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
