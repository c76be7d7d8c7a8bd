import type { Language } from '../domain/ids.ts'
import type { Summary } from '../domain/summary/summary.ts'
import { plainText } from './plain-text.ts'
import { summaryTables } from './summary-tables.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

export interface SummaryFile {
  readonly name: string
  readonly bytes: Buffer
}

/** A summary's tables as a workbook and as plain data. */
export async function summaryFiles(
  summary: Summary,
  options: { readonly language: Language },
): Promise<readonly SummaryFile[]> {
  const tables = summaryTables(summary, options.language)
  const name = `${fileName(summary.communityName)} ${summary.period.label}`
  return [
    { name: `${name}.xlsx`, bytes: await writeXlsx(tables) },
    { name: `${name}.csv`, bytes: writeCsv(tables) },
  ]
}

/** Letters, digits and what is harmless between them in a file's name and in a header that names it. */
function fileName(text: string): string {
  const safe = plainText(text)
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
  return [...safe].slice(0, 40).join('') || 'huying'
}
