import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import { backUp } from '../../src/db/backup/back-up.ts'
import { BackupUnusable } from '../../src/db/backup/backup-file.ts'
import { restore } from '../../src/db/backup/restore.ts'
import { tablesInOrder } from '../../src/db/backup/tables.ts'
import { migrateDatabase, newestMigration } from '../../src/db/migrate.ts'
import { openSession, type Sql } from '../../src/db/session.ts'
import { onServer } from '../support/database.ts'
import { withDatabase } from '../support/with-database.ts'
import { startWorld } from '../support/world.ts'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 })

const run = promisify(execFile)
const { url: server, prefix } = inject('databaseServer')
const made: string[] = []
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huying-backup-'))
})
afterAll(async () => {
  for (const name of made) await onServer(server, `drop database if exists ${name} with (force)`)
  await rm(folder, { recursive: true, force: true })
})

async function emptyDatabase(): Promise<string> {
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  made.push(name)
  await onServer(server, `create database ${name}`)
  return withDatabase(server, name)
}

const huying = (url: string, ...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'src/cli/huying.ts', ...args], {
    env: { ...process.env, DATABASE_URL: url },
  })

async function refused(url: string, ...args: string[]): Promise<readonly [number, string]> {
  const { code, stderr } = (await huying(url, ...args).catch((error: unknown) => error)) as {
    code: number
    stderr: string
  }
  return [code, stderr.split('\n').at(-2) ?? '']
}

async function looking<T>(url: string, look: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = openSession(url, { max: 1, name: 'test' })
  try {
    return await look(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Every row of every table, as text. */
const everything = (url: string) =>
  looking(url, async (sql) => {
    const rows = new Map<string, readonly string[]>()
    for (const { table } of await tablesInOrder(sql)) {
      const found = await sql<{ row: string }[]>`select t::text as row from ${sql(table)} t order by 1`
      rows.set(
        table,
        found.map(({ row }) => row),
      )
    }
    return rows
  })

it('brings every row back, and numbers go on', async () => {
  const world = await startWorld()
  // A backslash, a tab and a line of its own: what the file's own format uses.
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了\\.\n\\N\t老人下不来')
  await world.say('张女士', '业主群', '5号楼楼道灯不亮了')
  await world.say('王师傅', '物业工单群', '接单 2')
  const url = (await world.sql<{ name: string }[]>`select current_database() as name`)[0]?.name
  const source = withDatabase(server, url ?? '')
  const file = join(folder, 'whole.huying.gz')
  const { stdout } = await huying(source, 'backup', file)
  expect(stdout).toMatch(/whole\.huying\.gz: 2 tickets, as of 20\d\d-.*Z\n$/)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await refused(source, 'backup', file)).toEqual([
    2,
    `huying backup: "${file}" is there already; name a new file`,
  ])

  const target = await emptyDatabase()
  expect((await huying(target, 'restore', file)).stdout).toMatch(
    /^2 tickets are back, as of .*; what came later is lost\n$/,
  )
  const [there, back] = [await everything(source), await everything(target)]
  expect(back).toEqual(there)
  for (const table of ['ticket', 'ticket_event', 'due', 'outbox', 'inbox', 'post'])
    expect(back.get(table)).not.toEqual([])
  const next = await looking(
    target,
    (sql) => sql<{ last: number }[]>`select last_value > (select max(id) from outbox) as last from outbox_id_seq`,
  )
  expect(next[0]?.last).toBe(true)
  expect(await refused(target, 'restore', file)).toEqual([
    2,
    'huying restore: there is an installation here already, and a restore replaces nothing; set DATA_DIR to a new directory, or DATABASE_URL to an empty database',
  ])
})

it('takes a backup of an earlier release and brings it up to this one', async () => {
  const old = await emptyDatabase()
  const { entries }: { entries: { when: number }[] } = JSON.parse(await readFile('drizzle/meta/_journal.json', 'utf8'))
  await migrateDatabase(old, { upTo: entries[0]?.when ?? 0 })
  await looking(
    old,
    (sql) => sql`
    insert into community (name, timezone, language, policy_version)
    values ('老小区', 'Asia/Shanghai', 'zh-CN', 1)`,
  )
  const file = join(folder, 'old.gz')
  await backUp(old, file, () => {})
  const target = await emptyDatabase()
  await huying(target, 'restore', file)
  const [applied, communities] = await looking(target, async (sql) => [
    (await sql`select max(created_at) as newest from drizzle.__drizzle_migrations`)[0]?.newest,
    await sql<{ name: string }[]>`select name from community`,
  ])
  expect(applied).toBe(await newestMigration())
  expect(communities).toEqual([{ name: '老小区' }])
  // Tables of this release have been through what the old rows still have before them.
  const ready = await emptyDatabase()
  await migrateDatabase(ready)
  expect((await refused(ready, 'restore', file))[0]).toBe(2)
})

it('refuses what is no backup or not whole, and leaves nothing behind', async () => {
  const source = await emptyDatabase()
  await migrateDatabase(source)
  const good = join(folder, 'good.gz')
  await backUp(source, good, () => {})
  const text = gunzipSync(await readFile(good)).toString()
  const lines = text.split('\n')
  const file = join(folder, 'bad.gz')
  const target = await emptyDatabase()
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['no gzip', Buffer.from('hello\n'), 'the file is not whole (Z_DATA_ERROR)'],
    ['cut off', (await readFile(good)).subarray(0, 60), 'the file is not whole (Z_BUF_ERROR)'],
    ['something else', gzipSync('{"a":1}\n'), 'this is no backup of Huying'],
    ['empty', gzipSync(''), 'this is no backup of Huying'],
    ['no last line', gzipSync(lines.slice(0, -2).join('\n')), 'the file ends before its last line'],
    ['half a table', gzipSync(lines.slice(0, 2).join('\n')), 'the file ends in the middle of a table'],
    ['rows missing', gzipSync(text.replace(/"rows":\d+/, '"rows":99')), 'the file says 99 rows and has 0'],
    [
      'a newer release',
      gzipSync(text.replace(/"schema":\d+/, '"schema":9999999999999')),
      'the backup was made by a newer release; install that one first',
    ],
    ['a strange table', gzipSync(text.replace('"table":"', '"table":"x')), 'there is no table "x'],
  ]
  for (const [what, bytes, why] of cases) {
    await writeFile(file, bytes)
    const refusal = await restore(target, file, () => {}).catch((error: unknown) => error)
    expect(refusal, what).toBeInstanceOf(BackupUnusable)
    expect(String(refusal), what).toContain(why)
  }
  expect(await refused(target, 'restore', file)).toEqual([
    2,
    `huying restore: "${file}" cannot be used: there is no table "xcommunity"`,
  ])
  // Tables were made and rows rolled back: a good file still goes in.
  expect((await huying(target, 'restore', good)).stdout).toMatch(/^0 tickets are back/)
})

it('says what is missing', async () => {
  const url = await emptyDatabase()
  expect(await refused(url, 'backup')).toEqual([2, 'huying backup: name one file: huying backup FILE'])
  expect(await refused(url, 'restore', '/nowhere/x')).toEqual([2, 'huying restore: there is no file "/nowhere/x"'])
  expect(await refused(url, 'backup', join(folder, 'nothing.gz'))).toEqual([
    2,
    'huying backup: there is no installation here to back up; look at DATA_DIR or DATABASE_URL',
  ])
  await migrateDatabase(url)
  expect(await refused(url, 'backup', '/nowhere/x')).toEqual([2, 'huying backup: cannot write "/nowhere/x" (ENOENT)'])
})
