import writeExcelFile, { type Cell as ExcelCell } from 'write-excel-file/node'
import { plainText } from './plain-text.ts'
import { type Cell, nothing, type Table } from './table.ts'
import { withoutTimes } from './without-times.ts'

/**
 * A workbook with a sheet for each table: header frozen, widths set, numbers as numbers, dates as dates. Texts are typed as
 * text, so none is ever a formula. The same tables give the same bytes.
 */
export async function writeXlsx(tables: readonly Table[]): Promise<Buffer> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ header }) => ({
        ...text(header),
        fontWeight: 'bold' as const,
        backgroundColor: '#DCEAE6',
        wrap: true,
      })),
      ...rows.map((row) => row.map(excelCell)),
    ],
  }))
  return withoutTimes(await writeExcelFile(sheets).toBuffer())
}

const text = (value: string) => ({ type: String, value: plainText(value), format: '@' }) as const

function excelCell(cell: Cell): ExcelCell {
  if (cell === null) return { ...text(nothing), align: 'right' }
  if (typeof cell === 'string') return text(cell)
  if (typeof cell === 'number') return { type: Number, value: cell }
  if ('percent' in cell) return { type: Number, value: cell.percent, format: '0.0%' }
  if ('tenths' in cell) return { type: Number, value: cell.tenths, format: '0.0' }
  // The library writes a date's UTC parts, which are here the local ones.
  return { type: Date, value: new Date(`${cell.date}T00:00:00Z`), format: 'yyyy-mm-dd' }
}
