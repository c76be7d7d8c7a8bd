import { stringify } from 'csv-stringify/sync'
import { plainText } from './plain-text.ts'
import { type Cell, nothing, type Table } from './table.ts'

/**
 * The tables one below the other, each under its name and parted by an empty line. With a byte order mark and CRLF, so that
 * Excel reads the Chinese right. A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function writeCsv(tables: readonly Table[]): Buffer {
  const lines = tables.flatMap(({ name, columns, rows }, index) => [
    ...(index === 0 ? [] : [[]]),
    [name],
    columns.map(({ header }) => header),
    ...rows,
  ])
  const text = stringify(
    lines.map((line) => line.map(shown)),
    { record_delimiter: '\r\n', bom: true },
  )
  return Buffer.from(text, 'utf8')
}

/** What some spreadsheet begins a formula with, in full width too, behind any white space. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u

function shown(cell: Cell): string {
  if (cell === null) return nothing
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'string') {
    // Cleaned first: what hides in front of an equals sign is gone by then.
    const text = plainText(cell)
    return formula.test(text) ? `'${text}` : text
  }
  if ('percent' in cell) return `${Math.round(cell.percent * 1000) / 10}%`
  return 'date' in cell ? cell.date : String(Math.round(cell.tenths * 10) / 10)
}
