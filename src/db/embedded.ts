import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { findBinaries } from './embedded/binaries.ts'
import { type Cluster, ensureCluster, startServer, stopServer } from './embedded/cluster.ts'
import { EmbeddedPostgresError, fileFault } from './embedded/embedded-postgres-error.ts'
import { clearStalePid, livingPostmaster } from './embedded/postmaster.ts'
import { serverUser } from './embedded/server-user.ts'
import { type Share, takeShare } from './embedded/share.ts'
import { openSession } from './session.ts'

export { EmbeddedPostgresError }

export interface Embedded {
  readonly url: string
  /** True when the server was already running: started by another process, or left over by one that was killed. */
  readonly adopted: boolean
  /** Leaves the server; stops it when no other process uses it. Call it last, after everything that talks to it. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly onLog?: (line: string) => void
  /** Server settings on top of ours, e.g. `fsync: 'off'` where the data may be lost. */
  readonly settings?: Readonly<Record<string, string>>
}

const ours: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '64MB',
  max_connections: '60',
  // The log is for faults. Statements and the values in them are people's words and stay out of it.
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  timezone: 'UTC',
}

const ANSWERS_WITHIN_MS = 60_000

/**
 * Starts a real PostgreSQL of our own in `<dataDir>/postgres`, or joins the one that runs there already. Its data
 * outlives restarts and kill -9; so does the server itself, and the next start adopts it.
 * Throws EmbeddedPostgresError, in words for the operator, when it cannot.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const { onLog = () => {}, settings = {} } = options
  const home = resolve(dataDir)
  const cluster = await prepare(home)
  const password = await keptPassword(home, cluster)
  const until = Date.now() + ANSWERS_WITHIN_MS
  let startedHere = false
  while (Date.now() < until) {
    const running = await livingPostmaster(cluster.directory)
    if (!running) {
      await clearStalePid(cluster.directory)
      await ensureCluster(cluster, password)
      onLog(`starting PostgreSQL in ${cluster.directory}`)
      startedHere = await startServer(cluster, { ...ours, ...settings })
    } else if (running.port > 0) {
      const admin = `postgres://huying:${password}@127.0.0.1:${running.port}/postgres`
      const share = await takeShare(admin, ANSWERS_WITHIN_MS)
      // Null: it was being stopped as we came, so it has to be started again.
      if (share) return await joined(cluster, admin, share, !startedHere, onLog)
    }
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL in ${cluster.directory} does not answer: see ${cluster.logFile}, or set DATABASE_URL`,
  )
}

async function prepare(home: string): Promise<Cluster> {
  const binaries = await findBinaries()
  try {
    await mkdir(home, { recursive: true })
    // Asks the disk, not the permission bits: a full or read-only one says so here.
    const probe = join(home, `.probe-${randomUUID()}`)
    await writeFile(probe, 'x')
    await rm(probe)
    const runAs = await serverUser(home, binaries.postgres)
    return { directory: join(home, 'postgres'), logFile: join(home, 'postgres.log'), binaries, runAs }
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? error : fileFault(home, error)
  }
}

/** Made once, readable by us alone. */
async function keptPassword(home: string, { directory }: Cluster): Promise<string> {
  const file = join(home, 'postgres.password')
  const read = () => readFile(file, 'utf8').then((text) => text.trim())
  const there = await read().catch(() => '')
  if (there !== '') return there
  if (await stat(directory).catch(() => null)) {
    throw new EmbeddedPostgresError(
      `${file} is missing, and without it nobody gets into ${directory}: put it back, or set DATA_DIR to a new directory`,
    )
  }
  try {
    // Written whole and then linked to its name: of two processes that start at once the first one's counts for both.
    const draft = `${file}.${process.pid}`
    await writeFile(draft, randomBytes(24).toString('hex'), { mode: 0o600 })
    await link(draft, file).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    })
    await rm(draft)
    return await read()
  } catch (error) {
    throw fileFault(file, error)
  }
}

async function joined(
  cluster: Cluster,
  admin: string,
  share: Share,
  adopted: boolean,
  onLog: (line: string) => void,
): Promise<Embedded> {
  try {
    await ensureDatabase(admin)
  } catch (error) {
    await share.leave(() => stopServer(cluster))
    throw error
  }
  onLog(adopted ? `joined the PostgreSQL that runs in ${cluster.directory}` : 'PostgreSQL is ready')
  let leaving: Promise<void> | null = null
  return {
    url: admin.replace(/postgres$/, 'huying'),
    adopted,
    stop: () => {
      leaving ??= share.leave(async () => {
        await stopServer(cluster)
        onLog('PostgreSQL has stopped')
      })
      return leaving
    },
  }
}

async function ensureDatabase(admin: string): Promise<void> {
  const sql = openSession(admin, { max: 1, name: 'huying setup' })
  try {
    const found = await sql`select from pg_database where datname = 'huying'`
    if (found.length > 0) return
    await sql`create database huying`.catch((error: unknown) => {
      // 42P04: another process was quicker; 23505: at the very same moment.
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (code !== '42P04' && code !== '23505') throw error
    })
  } finally {
    await sql.end({ timeout: 1 })
  }
}
