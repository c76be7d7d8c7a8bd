import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { loadConfig } from '../../config.ts'
import { backUp, NothingThere } from '../../db/backup/back-up.ts'
import { BackupUnusable } from '../../db/backup/backup-file.ts'
import { NotEmpty, restore } from '../../db/backup/restore.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { UsageError } from '../usage-error.ts'

/** `huying backup FILE`: everything the bot knows, as it is at this moment, in one file; the bot may be running. */
export async function backupCommand(args: readonly string[]): Promise<void> {
  const file = fileIn(args, 'backup')
  if (await stat(file).catch(() => null)) throw new UsageError(`"${file}" is there already; name a new file`)
  await withDatabase(async (url) => {
    const done = await backUp(url, file, tell).catch((error: unknown) => {
      if (error instanceof NothingThere)
        throw new UsageError('there is no installation here to back up; look at DATA_DIR or DATABASE_URL')
      throw fileFault(error, `cannot write "${file}"`)
    })
    process.stdout.write(`${file}: ${tickets(done.tickets)}, as of ${new Date(done.takenAt).toISOString()}\n`)
  })
}

/** `huying restore FILE`: fills an empty installation from a backup. Stop the bot before, start it afterwards. */
export async function restoreCommand(args: readonly string[]): Promise<void> {
  const file = fileIn(args, 'restore')
  if (!(await stat(file).catch(() => null))) throw new UsageError(`there is no file "${file}"`)
  await withDatabase(async (url) => {
    const done = await restore(url, file, tell).catch((error: unknown) => {
      if (error instanceof NotEmpty) {
        throw new UsageError(
          'there is an installation here already, and a restore replaces nothing; set DATA_DIR to a new directory, or DATABASE_URL to an empty database',
        )
      }
      if (error instanceof BackupUnusable) throw new UsageError(`"${file}" cannot be used: ${error.message}`)
      throw fileFault(error, `cannot read "${file}"`)
    })
    process.stdout.write(
      `${tickets(done.tickets)} ${done.tickets === 1 ? 'is' : 'are'} back, as of ${new Date(done.takenAt).toISOString()}; what came later is lost\n`,
    )
  })
}

function fileIn(args: readonly string[], command: string): string {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError(`name one file: huying ${command} FILE`)
  return file
}

/** The installation's database as the environment names it, as it is: a restore has to make the tables itself. */
async function withDatabase(use: (url: string) => Promise<void>): Promise<void> {
  const loaded = loadConfig(process.env)
  if (!loaded.ok)
    throw new UsageError(loaded.problems.map(({ variable, message }) => `${variable} ${message}`).join('\n'))
  const { databaseUrl, dataDir } = loaded.config
  if (databaseUrl !== null) return use(databaseUrl)
  const embedded = await startEmbedded(dataDir)
  try {
    await use(embedded.url)
  } finally {
    await embedded.stop()
  }
}

const tickets = (count: number): string => `${count} ${count === 1 ? 'ticket' : 'tickets'}`

function tell(table: string): void {
  process.stderr.write(`  ${table}\n`)
}

function fileFault(error: unknown, what: string): unknown {
  const code = error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null
  return code === null ? error : new UsageError(`${what} (${code})`)
}
