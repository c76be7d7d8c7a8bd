import { pipeline } from 'node:stream/promises'
import { migrateDatabase, newestMigration } from '../migrate.ts'
import { openSession, type Sql } from '../session.ts'
import { BackupUnusable, openBackupFile, type TableRows } from './backup-file.ts'
import { tablesInOrder } from './tables.ts'

/** There is something where the backup was to go: rows, or tables of a later release than the backup's. */
export class NotEmpty extends Error {}

export interface Restored {
  /** Epoch ms of what the backup shows; what came later is not in it. */
  readonly takenAt: number
  readonly tickets: number
}

/**
 * Fills an empty database from a backup, all or nothing, and brings it up to the tables of this version. The tables are
 * first made as they were when the backup was taken, so a backup of an earlier release fits.
 * @throws NotEmpty; BackupUnusable, for a broken file or one of a newer release.
 */
export async function restore(url: string, path: string, onTable: (table: string) => void): Promise<Restored> {
  const { head, tables } = await openBackupFile(path)
  if (head.schema > (await newestMigration())) {
    throw new BackupUnusable('the backup was made by a newer release; install that one first')
  }
  const session = openSession(url, { max: 1, name: 'huying restore' })
  try {
    await refuseUnlessEmpty(session, head.schema)
    await migrateDatabase(url, { upTo: head.schema })
    const tickets = await session.begin(async (tx) => {
      const sql = tx as unknown as Sql
      const known = new Set((await tablesInOrder(sql)).map(({ table }) => table))
      for await (const part of tables) {
        if (!known.has(part.table)) throw new BackupUnusable(`there is no table "${part.table}"`)
        onTable(part.table)
        await fill(sql, part)
      }
      await moveCountersOn(sql)
      const [counted] = await sql<{ count: number }[]>`select count(*) from ticket`
      return counted?.count ?? 0
    })
    await migrateDatabase(url)
    return { takenAt: head.takenAt, tickets }
  } finally {
    await session.end({ timeout: 5 })
  }
}

/** Refuses where something was written already. Empty tables, as a first start makes them, are no hindrance. */
async function refuseUnlessEmpty(sql: Sql, schema: number): Promise<void> {
  const [made] = await sql<{ there: boolean }[]>`select to_regclass('public.community') is not null as there`
  if (!made?.there) return
  const [found] = await sql<{ used: boolean; applied: number }[]>`
    select exists (select from community) or exists (select from inbox) or exists (select from outbox) as used,
      (select max(created_at) from drizzle.__drizzle_migrations) as applied`
  // Later migrations would have had something to change in these rows.
  if (found?.used || found?.applied !== schema) throw new NotEmpty()
}

async function fill(sql: Sql, { table, columns, rows }: TableRows): Promise<void> {
  const into = await sql`copy ${sql(table)} (${sql(columns)}) from stdin`.writable()
  await pipeline(async function* () {
    for await (const row of rows) yield `${row}\n`
  }, into)
}

/** Numbers that PostgreSQL hands out by itself go on after the greatest that is there. */
async function moveCountersOn(sql: Sql): Promise<void> {
  const counters = await sql<{ table: string; column: string; sequence: string }[]>`
    select c.table_name as table, c.column_name as column,
      pg_get_serial_sequence(quote_ident(c.table_name), c.column_name) as sequence
    from information_schema.columns c
    where c.table_schema = 'public'
      and pg_get_serial_sequence(quote_ident(c.table_name), c.column_name) is not null`
  for (const { table, column, sequence } of counters) {
    await sql`select setval(${sequence}::regclass, coalesce((select max(${sql(column)}) from ${sql(table)}), 0) + 1, false)`
  }
}
