import type { RateRow } from '../domain/rates/rate-row.ts'
import type { Summary } from '../domain/summary/summary.ts'
import type { SummaryLabels } from '../messages/summary-labels.ts'
import { percent } from '../messages/summary-text.ts'
import { palette } from './palette.ts'
import type { Pen } from './pen.ts'
import { card, type Frame, type Section } from './section.ts'
import { nothing } from './table.ts'

const mostUnits = 6
const rowHeight = 52
/** What the name takes of the width; the figures share the rest. */
const nameShare = 0.28

/** Per responsible party what it was given, what it finished on time and late, and what lies there: for the committee. */
export function units({ rows, committee }: Summary, label: SummaryLabels): Section | null {
  const found = rows.filter(({ dimension }) => dimension === 'party')
  if (committee === null || found.length === 0) return null
  const shown = found.slice(0, mostUnits)
  const rest = found.length - shown.length
  const height = (shown.length + 1) * rowHeight + (rest > 0 ? rowHeight : 0) - 16
  return card(null, height, (pen, frame) => {
    const headers = [label.given, label.onTime, label.late, label.open, label.finished, label.unsatisfied]
    drawRow(pen, frame, label.units, headers, palette.muted)
    for (const [index, row] of shown.entries()) {
      const top = frame.top + (index + 1) * rowHeight
      pen.box(frame.left, top - 4, frame.width, 2, palette.line)
      drawRow(pen, { ...frame, top }, label.parties[row.key] ?? row.name, figures(row), palette.ink)
    }
    if (rest === 0) return
    const y = frame.top + (shown.length + 1) * rowHeight + 32
    pen.text(label.more(rest), frame.left, y, { size: 25, color: palette.muted, maxWidth: frame.width })
  })
}

function figures({ given, onTime, late, open, finished, callbacks }: RateRow): string[] {
  const share = finished.value === null ? nothing : percent(finished.value)
  return [given, onTime, late, open].map(String).concat(share, String(callbacks.unsatisfied))
}

function drawRow(pen: Pen, { left, top, width }: Frame, name: string, cells: readonly string[], color: string): void {
  const first = width * nameShare
  const step = (width - first) / cells.length
  pen.text(name, left, top + 34, { size: 27, color, maxWidth: first - 16, cut: 'middle' })
  for (const [index, cell] of cells.entries()) {
    const right = left + first + (index + 1) * step
    pen.text(cell, right, top + 34, { size: 27, color, align: 'right', maxWidth: step - 12 })
  }
}
