import type { Rate } from '../domain/rates/three-rates.ts'
import type { Figure, Summary } from '../domain/summary/summary.ts'
import type { SummaryLabels } from '../messages/summary-labels.ts'
import { percent } from '../messages/summary-text.ts'
import { palette, sheet } from './palette.ts'
import type { Pen } from './pen.ts'
import { card, columns, type Frame, type Section } from './section.ts'

const headerHeight = 156

/** Whose figures, of which period; drawn from edge to edge. */
export function header(summary: Summary, label: SummaryLabels): Section {
  const { period } = summary
  return {
    height: headerHeight,
    draw: (pen, { left, top, width }) => {
      const inside = { left: left + sheet.padding, right: left + width - sheet.padding }
      const whole = inside.right - inside.left
      pen.box(0, top, sheet.width, headerHeight, palette.header)
      pen.text(label.product, inside.right, top + 74, {
        size: 32,
        weight: 700,
        color: palette.onHeaderMuted,
        align: 'right',
      })
      const room = whole - pen.width(label.product, 32, 700) - 40
      pen.text(summary.communityName, inside.left, top + 78, {
        size: 50,
        weight: 700,
        color: palette.onHeader,
        maxWidth: room,
      })
      const dates = label.period(period)
      const text = period.running ? `${dates} · ${label.running}` : dates
      pen.text(text, inside.left, top + 128, { size: 32, color: palette.onHeaderMuted, maxWidth: whole })
    },
  }
}

/** Reported, done, still open, with last week's. */
export function bigNumbers(summary: Summary, label: SummaryLabels): Section {
  // More done is good and more left open is not; how much is reported says nothing by itself.
  const cells = [
    { name: label.opened, figure: summary.opened, good: 0 },
    { name: label.resolved, figure: summary.resolved, good: 1 },
    { name: label.carriedOver, figure: summary.carriedOver, good: -1 },
  ]
  return card(null, 188, (pen, inside) => {
    for (const [index, { left, top, width }] of columns(inside, cells.length).entries()) {
      const cell = cells[index]
      if (cell === undefined) continue
      if (index > 0) pen.box(left - 15, top + 2, 2, 184, palette.line)
      pen.text(cell.name, left, top + 26, { size: 30, color: palette.muted, maxWidth: width })
      pen.text(String(cell.figure.now), left - 4, top + 134, { size: 112, weight: 700, maxWidth: width })
      change(pen, cell.figure, cell.good, label, { left, top: top + 182, width })
    }
  })
}

function change(pen: Pen, { now, before }: Figure, good: number, label: SummaryLabels, place: Frame): void {
  const { left, top: baseline, width } = place
  if (before === null) {
    pen.text(label.noLast, left, baseline, { size: 28, color: palette.muted, maxWidth: width })
    return
  }
  const delta = now - before
  let used = 0
  if (delta !== 0) {
    const color = good === 0 ? palette.muted : delta * good > 0 ? palette.accent : palette.late
    pen.arrow(left, baseline - 2, 18, delta > 0, color)
    used = 26 + pen.text(String(Math.abs(delta)), left + 26, baseline, { size: 30, weight: 700, color }) + 14
  }
  pen.text(label.last(String(before)), left + used, baseline, {
    size: 28,
    color: palette.muted,
    maxWidth: width - used,
  })
}

/** Response, resolution, satisfaction: the value, what it counts, last week's. */
export function threeRatesCard(summary: Summary, label: SummaryLabels): Section {
  const { rates, ratesBefore, ratings } = summary
  const cells: { name: string; rate: Rate; before: Rate | undefined }[] = [
    { name: label.response, rate: rates.response, before: ratesBefore?.response },
    { name: label.resolution, rate: rates.resolution, before: ratesBefore?.resolution },
    { name: label.satisfaction, rate: rates.satisfaction, before: ratesBefore?.satisfaction },
  ]
  const weighted = ratings.basically > 0 ? label.basicallyNote(ratings.satisfied, ratings.basically) : ''
  return card(null, weighted === '' ? 212 : 246, (pen, inside) => {
    for (const [index, place] of columns(inside, cells.length).entries()) {
      const cell = cells[index]
      if (cell !== undefined) rateCell(pen, place, cell.name, cell.rate, cell.before, label)
    }
    const style = { size: 25, color: palette.muted, maxWidth: inside.width }
    pen.text(label.answeredOnly, inside.left, inside.top + 208, style)
    pen.text(weighted, inside.left, inside.top + 242, style)
  })
}

function rateCell(
  pen: Pen,
  place: Frame,
  name: string,
  rate: Rate,
  before: Rate | undefined,
  label: SummaryLabels,
): void {
  const { left, top, width } = place
  const known = rate.value !== null
  pen.text(name, left, top + 26, { size: 30, color: palette.muted, maxWidth: width })
  const value = rate.value === null ? '–' : percent(rate.value)
  pen.text(value, left - 2, top + 100, { size: 68, weight: 700, color: known ? palette.ink : palette.muted })
  pen.meter(left, top + 118, width, 12, rate.value ?? 0, palette.accent)
  const last = before?.value == null ? '' : ` · ${label.last(percent(before.value))}`
  const counts = known ? `(${rate.count}/${rate.base})${last}` : label.noAnswers
  pen.text(counts, left, top + 164, { size: 27, color: palette.muted, maxWidth: width })
}

interface Tile {
  readonly name: string
  readonly value: string
  readonly note: string
}

/** Times taken, promises and what comes next week; for the committee also work that came back. */
export function tiles(summary: Summary, label: SummaryLabels): Section {
  const { acknowledgeMs, finishMs, promises, dueNext, committee } = summary
  const found: Tile[] = []
  const spreads = [
    { name: label.acknowledgeTime, spread: acknowledgeMs },
    { name: label.finishTime, spread: finishMs },
  ]
  for (const { name, spread } of spreads) {
    if (spread.median === null) continue
    const note = spread.p90 === null ? '' : label.p90(label.clock(spread.p90))
    found.push({ name, value: label.clock(spread.median), note })
  }
  const promised = promises.kept + promises.broken
  if (promised > 0) {
    found.push({ name: label.promises, value: `${promises.kept}/${promised}`, note: percent(promises.kept / promised) })
  }
  if (dueNext !== null) found.push({ name: label.dueNext, value: String(dueNext), note: '' })
  if (committee !== null) {
    found.push(rateTile(label.reopen, committee.reopen), rateTile(label.bounce, committee.bounce))
  }
  return tileCard(found)
}

function rateTile(name: string, rate: Rate): Tile {
  return { name, value: rate.value === null ? '–' : percent(rate.value), note: `(${rate.count}/${rate.base})` }
}

const tileHeight = 124
const tileGap = 36

function tileCard(found: readonly Tile[]): Section {
  const across = found.length > 4 ? 3 : found.length
  const rows = Math.ceil(found.length / across)
  return card(null, rows * tileHeight + (rows - 1) * tileGap, (pen, inside) => {
    const places = columns(inside, across)
    for (const [index, { name, value, note }] of found.entries()) {
      const { left, width } = places[index % across] ?? inside
      const top = inside.top + Math.floor(index / across) * (tileHeight + tileGap)
      pen.text(name, left, top + 26, { size: 27, color: palette.muted, maxWidth: width })
      pen.text(value, left, top + 80, { size: 44, weight: 700, maxWidth: width })
      pen.text(note, left, top + 120, { size: 25, color: palette.muted, maxWidth: width })
    }
  })
}
