import { createCanvas } from '@napi-rs/canvas'
import type { Language } from '../domain/ids.ts'
import type { Summary } from '../domain/summary/summary.ts'
import { type SummaryLabels, summaryLabels, tenth } from '../messages/summary-labels.ts'
import { palette, sheet } from './palette.ts'
import { Pen } from './pen.ts'
import { pair, type Section, wholeWidth } from './section.ts'
import { buildings, categories, longestOpen } from './summary-charts.ts'
import { bigNumbers, header, threeRatesCard, tiles } from './summary-figures.ts'
import { units } from './summary-units.ts'

/**
 * The picture of a period as a PNG, 1080 px wide and at most half as tall again: what matters first, the rest is in text and tables. Fonts come from the package, nothing from the
 * network or the system, so the same summary gives the same picture. Throws only if the fonts cannot be read.
 */
export async function drawSummary(summary: Summary, options: { readonly language: Language }): Promise<Buffer> {
  const { language } = options
  const label = summaryLabels(language, summary.period.kind)
  const sections = [
    header(summary, label),
    bigNumbers(summary, label),
    threeRatesCard(summary, label),
    tiles(summary, label),
    units(summary, label),
    pair(categories(summary, label, language), buildings(summary, label)),
    longestOpen(summary, label, language),
    footer(summary, label),
  ].filter((section) => section !== null)
  const height = sections.reduce((sum, section) => sum + section.height + sheet.gap, 0)
  const canvas = createCanvas(sheet.width, height)
  const pen = new Pen(canvas.getContext('2d'))
  pen.box(0, 0, sheet.width, height, palette.ground)
  let top = 0
  for (const section of sections) {
    section.draw(pen, wholeWidth(top), section.height)
    top += section.height + sheet.gap
  }
  return canvas.encode('png')
}

const noteHeight = 36

/** Thanks, and what is counted but not shown. */
function footer({ openedPrivate, volunteers }: Summary, label: SummaryLabels): Section | null {
  const notes: string[] = []
  if (volunteers !== null) notes.push(label.thanks(volunteers.people, tenth(volunteers.hours)))
  if (openedPrivate > 0) notes.push(label.privateNote(openedPrivate))
  if (notes.length === 0) return null
  return {
    height: noteHeight,
    draw: (pen, { left, top, width }) => {
      const style = { size: 26, color: palette.muted, maxWidth: width - sheet.padding * 2 }
      pen.text(notes.join(' · '), left + sheet.padding, top + 24, style)
    },
  }
}
