import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { EmbeddedPostgresError, fileFault } from './embedded-postgres-error.ts'
import { type RunAs, run } from './run.ts'

export interface Cluster {
  readonly directory: string
  readonly logFile: string
  readonly binaries: Binaries
  readonly runAs: RunAs
}

/** The directory of the cluster, made if it is not there. Throws when another PostgreSQL version made it. */
export async function ensureCluster(cluster: Cluster, password: string): Promise<void> {
  const version = await readFile(join(cluster.directory, 'PG_VERSION'), 'utf8').catch(() => null)
  if (version === null) return await makeCluster(cluster, password)
  const ours = /\d+/.exec((await run(cluster.binaries.postgres, ['--version'], cluster.runAs)).output)?.[0]
  if (version.trim() !== ours) {
    throw new EmbeddedPostgresError(
      `${cluster.directory} was made by PostgreSQL ${version.trim()} and this is ${ours}: move the data over with pg_dump, or set DATA_DIR to a new directory`,
    )
  }
}

/** Made beside its place and moved there whole, so that a crash on the way leaves nothing that looks finished. */
async function makeCluster({ directory, binaries, runAs }: Cluster, password: string): Promise<void> {
  const fresh = `${directory}.new-${process.pid}`
  const passwordFile = `${fresh}.password`
  try {
    await mkdir(fresh, { recursive: true, mode: 0o700 })
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    await give(fresh, runAs)
    await give(passwordFile, runAs)
    const options = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--username=huying']
    const made = await run(binaries.initdb, [`--pgdata=${fresh}`, `--pwfile=${passwordFile}`, ...options], runAs)
    if (made.code !== 0) throw explain(made.output, 'PostgreSQL could not set up its data directory')
    await rename(fresh, directory).catch(async (error: unknown) => {
      // Another process was quicker: its cluster is as good.
      if (await readFile(join(directory, 'PG_VERSION')).catch(() => null)) return
      throw error
    })
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? error : fileFault(directory, error)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(fresh, { recursive: true, force: true })
  }
}

/**
 * Starts the server and waits until it is ready. It is a process of its own session: neither Ctrl-C nor our end
 * reaches it. Answers whether it started; false when another process was starting it at the same time.
 */
export async function startServer(
  { directory, logFile, binaries, runAs }: Cluster,
  settings: Readonly<Record<string, string>>,
): Promise<boolean> {
  const options = Object.entries({ ...settings, port: String(await freePort()) }).map(
    ([key, value]) => `-c ${key}='${value}'`,
  )
  await writeFile(logFile, '', { mode: 0o600 })
  await give(logFile, runAs)
  const args = ['start', '--wait', '--timeout=60', `--pgdata=${directory}`, `--log=${logFile}`]
  const started = await run(binaries.pg_ctl, [...args, `--options=${options.join(' ')}`], runAs)
  if (started.code === 0) return true
  const log = await readFile(logFile, 'utf8').catch(() => '')
  if (/lock file "postmaster.pid" already exists|Address already in use/.test(log)) return false
  throw explain(`${log}\n${started.output}`, 'PostgreSQL did not start')
}

/** Stops the server at once but cleanly (a "fast" shutdown): open transactions are rolled back. */
export async function stopServer({ directory, binaries, runAs }: Cluster): Promise<void> {
  const stopped = await run(
    binaries.pg_ctl,
    ['stop', '--mode=fast', '--wait', '--timeout=60', `--pgdata=${directory}`],
    runAs,
  )
  if (stopped.code !== 0 && !/PID file .* does not exist/.test(stopped.output)) {
    throw new EmbeddedPostgresError(`PostgreSQL did not stop: ${lastLine(stopped.output)}`)
  }
}

/** The server's files belong to the user it runs as. */
async function give(path: string, { user }: RunAs): Promise<void> {
  if (user) await chown(path, user.uid, user.gid)
}

function explain(output: string, what: string): EmbeddedPostgresError {
  if (/No space left on device/.test(output)) {
    return new EmbeddedPostgresError(`${what}: no space left on the disk; free some and start again`)
  }
  if (/Permission denied/.test(output)) {
    return new EmbeddedPostgresError(
      `${what}: permission denied; set DATA_DIR to a directory of this user, or set DATABASE_URL (${lastLine(output, /denied/)})`,
    )
  }
  const line = lastLine(output, /FATAL|PANIC|[Ee]rror/)
  return new EmbeddedPostgresError(`${what}: ${line}; set DATABASE_URL to use another server`)
}

function lastLine(output: string, like = /./): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  return (lines.findLast((line) => like.test(line)) ?? lines.at(-1) ?? 'it said nothing').trim()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
