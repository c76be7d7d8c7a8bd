import type { Rate } from '../domain/rates/three-rates.ts'
import type { Figure, Summary } from '../domain/summary/summary.ts'
import type { SummaryLabels } from '../messages/summary-labels.ts'
import { noComparison, percent } from '../messages/summary-text.ts'
import { palette, sheet } from './palette.ts'
import type { Pen } from './pen.ts'
import { card, columns, type Frame, type Section } from './section.ts'
import { nothing } from './table.ts'

const headerHeight = 116

/** Whose figures, of which period; drawn from edge to edge. */
export function header(summary: Summary, label: SummaryLabels): Section {
  const { period } = summary
  return {
    height: headerHeight,
    draw: (pen, { left, top, width }) => {
      const inside = { left: left + sheet.padding, right: left + width - sheet.padding }
      const whole = inside.right - inside.left
      pen.box(0, top, sheet.width, headerHeight, palette.header)
      pen.text(label.product, inside.right, top + 56, {
        size: 32,
        weight: 700,
        color: palette.onHeaderMuted,
        align: 'right',
      })
      const room = whole - pen.width(label.product, 32, 700) - 40
      pen.text(summary.communityName, inside.left, top + 58, {
        size: 46,
        weight: 700,
        color: palette.onHeader,
        maxWidth: room,
      })
      const dates = label.period(period)
      const text = period.running ? `${dates} · ${label.running}` : dates
      pen.text(text, inside.left, top + 98, { size: 30, color: palette.onHeaderMuted, maxWidth: whole })
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
  return card(null, 160, (pen, inside) => {
    for (const [index, { left, top, width }] of columns(inside, cells.length).entries()) {
      const cell = cells[index]
      if (cell === undefined) continue
      if (index > 0) pen.box(left - 15, top + 2, 2, 156, palette.line)
      pen.text(cell.name, left, top + 26, { size: 30, color: palette.muted, maxWidth: width })
      pen.text(String(cell.figure.now), left - 4, top + 112, { size: 92, weight: 700, maxWidth: width })
      change(pen, cell.figure, cell.good, label, { left, top: top + 156, width })
    }
    if (summary.opened.before !== null) return
    const first = noComparison(summary.opened, label)
    pen.text(first, inside.left, inside.top + 156, { size: 28, color: palette.muted, maxWidth: inside.width })
  })
}

function change(pen: Pen, { now, before }: Figure, good: number, label: SummaryLabels, place: Frame): void {
  const { left, top: baseline, width } = place
  if (before === null) return
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
  const { rates, ratesBefore, ratings, weights } = summary
  const cells = [
    { name: label.response, rate: rates.response, before: ratesBefore?.response, none: label.noAnswers },
    { name: label.resolution, rate: rates.resolution, before: ratesBefore?.resolution, none: label.noAnswers },
    { name: label.satisfaction, rate: rates.satisfaction, before: ratesBefore?.satisfaction, none: label.noRatings },
  ]
  const notes = [label.answeredOnly]
  if (ratings.basically > 0) notes.push(label.basicallyNote(ratings.basically, weights.basically))
  return card(null, 196, (pen, inside) => {
    for (const [index, place] of columns(inside, cells.length).entries()) {
      const cell = cells[index]
      if (cell !== undefined) rateCell(pen, place, cell, label)
    }
    const style = { size: 26, color: palette.muted, maxWidth: inside.width }
    pen.text(notes.join(' · '), inside.left, inside.top + 192, style)
  })
}

interface RateCell {
  readonly name: string
  readonly rate: Rate
  readonly before: Rate | undefined
  readonly none: string
}

function rateCell(pen: Pen, { left, top, width }: Frame, { name, rate, before, none }: RateCell, label: SummaryLabels) {
  const muted = { size: 27, color: palette.muted, maxWidth: width }
  pen.text(name, left, top + 26, { ...muted, size: 29 })
  if (rate.value === null) {
    const used = pen.text(nothing, left - 2, top + 92, { size: 62, weight: 700, color: palette.muted })
    pen.text(none, left + used + 14, top + 90, { ...muted, maxWidth: width - used - 14 })
  } else {
    const used = pen.text(percent(rate.value), left - 2, top + 92, { size: 62, weight: 700 })
    const counts = { ...muted, size: 30, maxWidth: width - used - 14 }
    pen.text(`${rate.count}/${rate.base}`, left + used + 14, top + 90, counts)
  }
  pen.meter(left, top + 108, width, 10, rate.value ?? 0, palette.accent)
  if (before?.value == null) return
  pen.text(label.last(`${percent(before.value)} (${before.count}/${before.base})`), left, top + 150, muted)
}

interface Tile {
  readonly name: string
  readonly value: string
  readonly note: string
}

/** Times taken, promises and what comes next week; for the committee also work that came back. */
export function tiles(summary: Summary, label: SummaryLabels): Section | null {
  const { period, acknowledgeMs, finishMs, promises, dueNext, committee } = summary
  const found: Tile[] = []
  const spreads = [
    { name: label.acknowledgeTime, spread: acknowledgeMs },
    { name: label.finishTime, spread: finishMs },
  ]
  for (const { name, spread } of spreads) {
    if (spread.median === null) continue
    const note = spread.p90 === null ? '' : label.p90(label.span(spread.p90))
    found.push({ name, value: label.span(spread.median), note })
  }
  const promised = promises.kept + promises.broken
  if (promised > 0) {
    found.push({ name: label.promises, value: `${promises.kept}/${promised}`, note: percent(promises.kept / promised) })
  }
  if (dueNext !== null) found.push({ name: label.dueNext(period), value: String(dueNext), note: '' })
  if (committee !== null) {
    found.push(
      rateTile(label.reopen, committee.reopen, label.noneFinished(committee.reopened)),
      rateTile(label.bounce, committee.bounce, label.noneHandled),
    )
  }
  const timed = acknowledgeMs.median !== null || finishMs.median !== null
  return tileCard(found, timed ? label.timesNote : null)
}

function rateTile(name: string, rate: Rate, none: string): Tile {
  if (rate.value === null) return { name, value: nothing, note: none }
  return { name, value: percent(rate.value), note: `${rate.count}/${rate.base}` }
}

const tileHeight = 110
const tileGap = 22
const tileNote = 40

function tileCard(found: readonly Tile[], below: string | null): Section | null {
  if (found.length === 0) return null
  const across = found.length > 4 ? 3 : found.length
  const rows = Math.ceil(found.length / across)
  const height = rows * tileHeight + (rows - 1) * tileGap
  return card(null, height + (below === null ? 0 : tileNote), (pen, inside) => {
    const places = columns(inside, across)
    for (const [index, { name, value, note }] of found.entries()) {
      const { left, width } = places[index % across] ?? inside
      const top = inside.top + Math.floor(index / across) * (tileHeight + tileGap)
      pen.text(name, left, top + 26, { size: 27, color: palette.muted, maxWidth: width })
      pen.text(value, left, top + 72, { size: 42, weight: 700, maxWidth: width })
      pen.text(note, left, top + 106, { size: 26, color: palette.muted, maxWidth: width })
    }
    if (below === null) return
    pen.text(below, inside.left, inside.top + height + tileNote - 4, {
      size: 26,
      color: palette.muted,
      maxWidth: inside.width,
    })
  })
}
