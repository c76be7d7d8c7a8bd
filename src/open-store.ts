import type { Log } from './app/log.ts'
import { connectDatabase } from './db/connect.ts'
import { startEmbedded } from './db/embedded.ts'
import { migrateDatabase } from './db/migrate.ts'
import { createStore, type DatabaseStore } from './db/store.ts'
import type { ChinaDays } from './domain/time/china-days.ts'

export interface OpenStore {
  readonly store: DatabaseStore
  /** For what opens connections of its own: locks and the queues. */
  readonly databaseUrl: string
  close(): Promise<void>
}

/**
 * The database, ready to use: the one given, or PostgreSQL of our own in `dataDir`; brought up to date under a lock.
 * @throws EmbeddedPostgresError, whose message says in one line what to do, where no server can run here.
 */
export async function openStore(options: {
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly chinaDays: ChinaDays
  readonly log: Log
}): Promise<OpenStore> {
  const { dataDir, log } = options
  const embedded =
    options.databaseUrl === null
      ? await startEmbedded(dataDir, { onLog: (line) => log.info({ line }, 'postgresql') })
      : null
  const databaseUrl = options.databaseUrl ?? embedded?.url ?? ''
  try {
    await migrateDatabase(databaseUrl)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
  const database = connectDatabase(databaseUrl)
  return {
    store: createStore(database, options.chinaDays),
    databaseUrl,
    async close() {
      await database.close()
      // Last of all: everything else may still have something to write.
      await embedded?.stop()
    },
  }
}
