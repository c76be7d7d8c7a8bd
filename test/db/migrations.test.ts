import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { afterAll, expect, inject, it } from 'vitest'
import { migrateDatabase } from '../../src/db/migrate.ts'
import * as schema from '../../src/db/schema/index.ts'
import { openSession } from '../../src/db/session.ts'
import { onServer } from '../support/database.ts'
import { withDatabase } from '../support/with-database.ts'

const { url: server, prefix } = inject('databaseServer')
const name = `${prefix}_${randomBytes(6).toString('hex')}`
const url = withDatabase(server, name)

afterAll(() => onServer(server, `drop database if exists ${name} with (force)`))

it('applies the migrations once, however many processes start together', async () => {
  await onServer(server, `create database ${name}`)
  await Promise.all([migrateDatabase(url), migrateDatabase(url), migrateDatabase(url)])
  const sql = openSession(url, { max: 1, name: 'test' })
  const journal: { entries: unknown[] } = JSON.parse(
    await readFile(new URL('../../drizzle/meta/_journal.json', import.meta.url), 'utf8'),
  )
  const applied = async () => (await sql`select from drizzle.__drizzle_migrations`).length
  expect(await applied()).toBe(journal.entries.length)
  await migrateDatabase(url)
  expect(await applied()).toBe(journal.entries.length)
  expect(await sql`select from ticket`).toHaveLength(0)
  await sql.end()
})

it('has migrations for everything the schema says', async () => {
  const { entries }: { entries: { idx: number }[] } = JSON.parse(
    await readFile(new URL('../../drizzle/meta/_journal.json', import.meta.url), 'utf8'),
  )
  const last = String(entries.at(-1)?.idx).padStart(4, '0')
  const migrated = JSON.parse(
    await readFile(new URL(`../../drizzle/meta/${last}_snapshot.json`, import.meta.url), 'utf8'),
  )
  const described = generateDrizzleJson({ ...schema }, migrated.id, undefined, 'snake_case')
  expect(await generateMigration(migrated, described)).toEqual([])
})
