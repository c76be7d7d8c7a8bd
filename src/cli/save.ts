import { writeFile } from 'node:fs/promises'
import { UsageError } from './usage-error.ts'

/** Writes a result to a file. @throws UsageError, where that cannot be done. */
export async function save(path: string, bytes: Buffer | string): Promise<void> {
  try {
    await writeFile(path, bytes)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    throw new UsageError(`cannot write "${path}" (${code})`)
  }
}
