import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../app/log.ts'
import { UsageError } from '../cli/usage-error.ts'
import { startEmbedded } from '../db/embedded.ts'
import { openSession } from '../db/session.ts'
import { publishedDays } from '../domain/time/china-days.ts'
import { type OpenStore, openStore } from '../open-store.ts'

/**
 * An empty database that lives as long as the demo: a new one on the server given, dropped on close, or a PostgreSQL of
 * our own in a temporary directory. @throws UsageError when the server given takes no new database.
 */
export async function openTemporaryDatabase(databaseUrl: string | null, log: Log): Promise<OpenStore> {
  return databaseUrl === null ? ownServer(log) : onServer(databaseUrl, log)
}

async function ownServer(log: Log): Promise<OpenStore> {
  const directory = await mkdtemp(join(tmpdir(), 'huying-demo-'))
  const removeDirectory = () => rm(directory, { recursive: true, force: true })
  try {
    // Nothing here has to survive a power cut.
    const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
    const server = await startEmbedded(directory, { settings })
    return await opened(server.url, log, async () => {
      await server.stop()
      await removeDirectory()
    })
  } catch (error) {
    await removeDirectory()
    throw error
  }
}

async function onServer(url: string, log: Log): Promise<OpenStore> {
  const name = nameBeside(url)
  await run(url, `create database ${name}`).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `DATABASE_URL takes no new database (${reason}); unset it, and the demo brings a PostgreSQL of its own`,
    )
  })
  const temporary = new URL(url)
  temporary.pathname = `/${name}`
  return opened(temporary.href, log, () => run(url, `drop database if exists ${name} with (force)`))
}

/** Named after the database it stands beside, so that everybody sees whose demo one is. */
function nameBeside(url: string): string {
  const given = new URL(url).pathname.replace(/\W/g, '').toLowerCase()
  return `${(given || 'huying').slice(0, 40)}_demo_${randomBytes(6).toString('hex')}`
}

/** Runs one statement outside every transaction. */
async function run(url: string, statement: string): Promise<void> {
  const sql = openSession(url, { max: 1, name: 'huying demo' })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function opened(databaseUrl: string, log: Log, remove: () => Promise<void>): Promise<OpenStore> {
  try {
    const store = await openStore({ databaseUrl, dataDir: '', chinaDays: publishedDays, log })
    return {
      ...store,
      async close() {
        await store.close()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}
