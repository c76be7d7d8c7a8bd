import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { lockName } from './advisory-lock.ts'

const migrationsFolder = fileURLToPath(new URL('../../drizzle', import.meta.url))

/**
 * Brings the database up to the tables of this version; a no-op when it is there already.
 * Processes that start at once go one after another: the lock and the migrations share one connection of their own,
 * which also keeps drizzle's changes to its client away from everybody else.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'huying migrate' } })
  try {
    await sql`select pg_advisory_lock(hashtextextended(${lockName('migrate')}, 0))`
    await migrate(drizzle(sql), { migrationsFolder })
  } finally {
    // Ending the session gives the lock back.
    await sql.end({ timeout: 5 })
  }
}
