import { openSession, type Sql } from '../session.ts'
import { type TableRows, writeBackupFile } from './backup-file.ts'
import { splitLines } from './split-lines.ts'
import { tablesInOrder } from './tables.ts'

/** The database has no tables of ours. */
export class NothingThere extends Error {}

export interface BackedUp {
  /** Epoch ms. */
  readonly takenAt: number
  readonly tickets: number
}

/**
 * Writes all tables of ours as they were at one moment to a file, while the bot goes on working. Queues are left out:
 * they are rebuilt from the tables. `onTable` hears each table's name as its turn comes. @throws NothingThere
 */
export async function backUp(url: string, path: string, onTable: (table: string) => void): Promise<BackedUp> {
  const session = openSession(url, { max: 1, name: 'huying backup' })
  try {
    return await session.begin('isolation level repeatable read read only', async (tx) => {
      const sql = tx as unknown as Sql
      const [there] = await sql<{ made: boolean }[]>`select to_regclass('public.community') is not null as made`
      if (!there?.made) throw new NothingThere()
      const [found] = await sql<{ takenAt: number; schema: number; tickets: number }[]>`
        select now() as taken_at, (select count(*) from ticket) as tickets,
          (select max(created_at) from drizzle.__drizzle_migrations) as schema`
      if (!found) throw new Error('no answer')
      const { takenAt, schema, tickets } = found
      await writeBackupFile(path, { takenAt, schema }, tables(sql, onTable))
      return { takenAt, tickets }
    })
  } finally {
    await session.end({ timeout: 5 })
  }
}

async function* tables(sql: Sql, onTable: (table: string) => void): AsyncGenerator<TableRows> {
  for (const { table, columns } of await tablesInOrder(sql)) {
    onTable(table)
    yield {
      table,
      columns: [...columns],
      rows: splitLines(await sql`copy ${sql(table)} (${sql(columns)}) to stdout`.readable()),
    }
  }
}
