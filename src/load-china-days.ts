import { readFile } from 'node:fs/promises'
import { readChinaDaysFile } from './cli/china-days-file.ts'
import { type ChinaDays, publishedDays, withYears } from './domain/time/china-days.ts'

/** The file of China's days cannot be used; its lines say why and how to mend it. */
export class ChinaDaysUnusable extends Error {
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

const shipped = new URL('../seeds/china-days.yaml', import.meta.url)

/**
 * China's statutory days as this installation knows them: the library's, and over them the years in a file.
 * @param file null: the one that comes with the program. @throws ChinaDaysUnusable
 */
export async function loadChinaDays(file: string | null): Promise<ChinaDays> {
  const name = file ?? 'seeds/china-days.yaml'
  const text = await readFile(file ?? shipped, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ChinaDaysUnusable([`${name} cannot be read (${error.code ?? error.message}); correct CHINA_DAYS_FILE`])
  })
  const read = readChinaDaysFile(text)
  if (!read.ok) throw new ChinaDaysUnusable(read.problems.map((problem) => `${name}: ${problem}`))
  return withYears(publishedDays, read.years)
}
