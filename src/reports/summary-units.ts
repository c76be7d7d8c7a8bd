import type { RateRow } from '../domain/rates/rate-row.ts'
import type { Summary } from '../domain/summary/summary.ts'
import type { SummaryLabels } from '../messages/summary-labels.ts'
import { percent } from '../messages/summary-text.ts'
import type { Weight } from './fonts.ts'
import { palette } from './palette.ts'
import type { Pen } from './pen.ts'
import { card, type Frame, type Section } from './section.ts'
import { nothing } from './table.ts'

const mostUnits = 4
const rowHeight = 46
/** What the name takes of the width; the figures share the rest. */
const nameShare = 0.28

/** Per responsible party what it was given, what it finished on time and late, what lies there and is late: for the committee. */
export function units({ rows, committee }: Summary, label: SummaryLabels): Section | null {
  const found = rows.filter(({ dimension, given }) => dimension === 'party' && given > 0)
  if (committee === null || found.length === 0) return null
  const overdue = new Map(committee.overdueByParty.map((party) => [party.party, party.overdue]))
  // The line that names the rest takes the place of one.
  const shown = found.length > mostUnits ? found.slice(0, mostUnits - 1) : found
  const rest = found.length - shown.length
  const height = (shown.length + 1) * rowHeight + (rest > 0 ? rowHeight - 4 : 0) - 10
  return card(null, height, (pen, frame) => {
    const headers = [label.given, label.onTime, label.late, label.open, label.overdue, label.finished]
    drawRow(pen, frame, label.units, headers, palette.muted)
    for (const [index, row] of shown.entries()) {
      const top = frame.top + (index + 1) * rowHeight
      pen.box(frame.left, top - 4, frame.width, 2, palette.line)
      const late = overdue.get(row.key) ?? 0
      drawRow(pen, { ...frame, top }, label.parties[row.key] ?? row.name, figures(row, late), palette.ink)
      if (late > 0) drawFigure(pen, { ...frame, top }, 4, String(late), palette.late, 700)
    }
    if (rest === 0) return
    const y = frame.top + (shown.length + 1) * rowHeight + 30
    pen.text(label.more(rest), frame.left, y, { size: 26, color: palette.muted, maxWidth: frame.width })
  })
}

/** Late ones are drawn apart, in their colour. */
function figures({ given, onTime, late, open, finished }: RateRow, overdue: number): string[] {
  const share = finished.value === null ? nothing : percent(finished.value)
  return [given, onTime, late, open].map(String).concat(overdue === 0 ? '0' : '', share)
}

function drawRow(pen: Pen, frame: Frame, name: string, cells: readonly string[], color: string): void {
  const maxWidth = frame.width * nameShare - 16
  pen.text(name, frame.left, frame.top + 32, { size: 27, color, maxWidth, cut: 'middle' })
  for (const [index, cell] of cells.entries()) drawFigure(pen, frame, index, cell, color)
}

const figureCount = 6

function drawFigure(
  pen: Pen,
  { left, top, width }: Frame,
  at: number,
  text: string,
  color: string,
  weight: Weight = 400,
) {
  const first = width * nameShare
  const step = (width - first) / figureCount
  const style = { size: 27, color, weight, align: 'right', maxWidth: step - 12 } as const
  pen.text(text, left + first + (at + 1) * step, top + 32, style)
}
