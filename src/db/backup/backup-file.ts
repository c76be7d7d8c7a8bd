import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { splitLines } from './split-lines.ts'

/**
 * A backup is gzipped text: one JSON line for the head; for each table a JSON line with its columns, its rows as COPY
 * writes them and a line `\.`; at the end a JSON line that counts the rows, without which the file is not whole.
 */
export interface BackupHead {
  readonly huying: 'backup'
  readonly format: 1
  /** When the moment was that it shows; epoch ms. */
  readonly takenAt: number
  /** The newest migration of its tables, as the migrations' journal dates it. */
  readonly schema: number
}

export interface BackupTable {
  readonly table: string
  readonly columns: readonly string[]
}

interface BackupEnd {
  readonly end: true
  readonly rows: number
}

type Fields = Readonly<Record<string, unknown>>

const isHead = (said: Fields): boolean =>
  said.huying === 'backup' && said.format === 1 && typeof said.takenAt === 'number' && typeof said.schema === 'number'
const isTable = ({ table, columns }: Fields): boolean =>
  typeof table === 'string' && Array.isArray(columns) && columns.length > 0
const isEnd = ({ end, rows }: Fields): boolean => end === true && typeof rows === 'number'

/** Why a file cannot be used as a backup, in words for the operator. */
export class BackupUnusable extends Error {}

const END_OF_ROWS = '\\.'

/** One table: its columns, then its rows, a line each in the format of COPY (text). */
export interface TableRows extends BackupTable {
  readonly rows: AsyncIterable<string>
}

/** Writes a whole backup or none: the name is taken only when all of it is on disk. Readable by its owner alone. */
export async function writeBackupFile(
  path: string,
  about: Omit<BackupHead, 'huying' | 'format'>,
  tables: AsyncIterable<TableRows>,
): Promise<void> {
  const draft = `${path}.part`
  try {
    const lines = Readable.from(linesOf(about, tables), { objectMode: true })
    await pipeline(lines, createGzip(), createWriteStream(draft, { mode: 0o600, flush: true }))
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function* linesOf(
  about: Omit<BackupHead, 'huying' | 'format'>,
  tables: AsyncIterable<TableRows>,
): AsyncGenerator<string> {
  yield line({ huying: 'backup', format: 1, ...about })
  let count = 0
  for await (const { table: name, columns, rows } of tables) {
    yield line({ table: name, columns })
    for await (const row of rows) {
      count += 1
      yield `${row}\n`
    }
    yield `${END_OF_ROWS}\n`
  }
  yield line({ end: true, rows: count })
}

const line = (value: object): string => `${JSON.stringify(value)}\n`

export interface OpenBackup {
  readonly head: BackupHead
  /** Must be read in order, each table's rows to their end. Throws BackupUnusable where the file stops too early. */
  readonly tables: AsyncIterable<TableRows>
}

/** Reads a backup from its beginning. @throws BackupUnusable, for what is no backup or a broken one. */
export async function openBackupFile(path: string): Promise<OpenBackup> {
  const lines = readLines(path)
  const first = await lines.next()
  return { head: parsed(isHead, first.done ? '' : first.value, 'this is no backup of Huying'), tables: tablesIn(lines) }
}

async function* tablesIn(lines: AsyncGenerator<string>): AsyncGenerator<TableRows> {
  let count = 0
  async function* rows(): AsyncGenerator<string> {
    for (;;) {
      const next = await lines.next()
      if (next.done) throw new BackupUnusable('the file ends in the middle of a table')
      if (next.value === END_OF_ROWS) return
      count += 1
      yield next.value
    }
  }
  for (;;) {
    const next = await lines.next()
    if (next.done) throw new BackupUnusable('the file ends before its last line')
    const said = parsed<BackupTable | BackupEnd>(
      (fields) => isTable(fields) || isEnd(fields),
      next.value,
      'a line is not what belongs there',
    )
    if ('end' in said) {
      if (said.rows !== count) throw new BackupUnusable(`the file says ${said.rows} rows and has ${count}`)
      return
    }
    yield { ...said, rows: rows() }
  }
}

async function* readLines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const text = createGunzip()
  file.on('error', (error) => text.destroy(error))
  try {
    // COPY escapes line ends inside values, so a newline byte is the end of a line and nothing else is.
    yield* splitLines(file.pipe(text))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    // zlib's own codes: not gzip, or cut off, or a bit that changed.
    if (code.startsWith('Z_')) throw new BackupUnusable(`the file is not whole (${code})`)
    throw error
  } finally {
    file.destroy()
  }
}

/** The JSON of a line, if it is what belongs there. */
function parsed<T>(belongs: (said: Fields) => boolean, text: string, otherwise: string): T {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    throw new BackupUnusable(otherwise)
  }
  if (typeof said !== 'object' || said === null || !belongs(said as Fields)) throw new BackupUnusable(otherwise)
  return said as T
}
