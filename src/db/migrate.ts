import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { lockName } from './advisory-lock.ts'

const migrationsFolder = fileURLToPath(new URL('../../drizzle', import.meta.url))

interface Journal {
  readonly entries: readonly { readonly when: number; readonly tag: string }[]
}

/** The newest migration of this version, as the journal dates it. */
export async function newestMigration(): Promise<number> {
  return (await journal()).entries.at(-1)?.when ?? 0
}

/**
 * Brings the database up to the tables of this version, or of an earlier one (`upTo`: that one's newest migration); a
 * no-op when it is there already.
 * Processes that start at once go one after another: the lock and the migrations share one connection of their own,
 * which also keeps drizzle's changes to its client away from everybody else.
 */
export async function migrateDatabase(url: string, { upTo }: { readonly upTo?: number } = {}): Promise<void> {
  const folder = upTo === undefined ? migrationsFolder : await earlierMigrations(upTo)
  const sql = postgres(url, {
    max: 1,
    onnotice: () => {},
    // As in openSession: nobody would hear it fail.
    fetch_types: false,
    connection: { application_name: 'huying migrate' },
  })
  try {
    await sql`select pg_advisory_lock(hashtextextended(${lockName('migrate')}, 0))`
    await migrate(drizzle(sql), { migrationsFolder: folder })
  } finally {
    // Ending the session gives the lock back.
    await sql.end({ timeout: 5 })
    if (folder !== migrationsFolder) await rm(folder, { recursive: true })
  }
}

async function journal(): Promise<Journal> {
  return JSON.parse(await readFile(join(migrationsFolder, 'meta', '_journal.json'), 'utf8'))
}

/** A copy of the folder whose journal ends early: the library knows no other way to stop before the end. */
async function earlierMigrations(upTo: number): Promise<string> {
  const { entries, ...rest } = await journal()
  const folder = await mkdtemp(join(tmpdir(), 'huying-migrations-'))
  await cp(migrationsFolder, folder, { recursive: true })
  const earlier = { ...rest, entries: entries.filter(({ when }) => when <= upTo) }
  await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify(earlier))
  return folder
}
