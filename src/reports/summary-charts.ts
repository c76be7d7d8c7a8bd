import type { Language } from '../domain/ids.ts'
import type { LongOpen, Summary } from '../domain/summary/summary.ts'
import { categoryNames } from '../messages/category-names.ts'
import { type SummaryLabels, tenth } from '../messages/summary-labels.ts'
import { matterText } from '../messages/summary-text.ts'
import { palette } from './palette.ts'
import type { Pen } from './pen.ts'
import { card, type Frame, type Section } from './section.ts'

interface Bar {
  readonly name: string
  readonly value: number
  readonly shown: string
  readonly color: string
}

const rowHeight = 46

/** Horizontal bars: the name on the left, the figure at the end of its bar. */
function bars(title: string, rows: readonly Bar[]): Section {
  return card(title, rows.length * rowHeight - 10, (pen, frame) => drawBars(pen, frame, rows))
}

function drawBars(pen: Pen, { left, top, width }: Frame, rows: readonly Bar[]): void {
  // "The rest" is many kinds together and no rival of any of them: it has its number and no bar.
  const single = rows.filter(({ color }) => color !== palette.accentSoft)
  const most = Math.max(1, ...single.map(({ value }) => value))
  const names = Math.min(width * 0.46, Math.max(...rows.map(({ name }) => pen.width(name, 27)))) + 20
  const tails = Math.min(width * 0.36, Math.max(...rows.map(({ shown }) => pen.width(shown, 27, 700)))) + 14
  for (const [index, { name, value, shown, color }] of rows.entries()) {
    const y = top + index * rowHeight
    const isRest = color === palette.accentSoft
    const length = isRest ? 0 : Math.max(8, ((width - names - tails) * value) / most)
    pen.text(name, left, y + 29, { size: 27, maxWidth: names - 20, cut: 'middle' })
    if (!isRest) pen.box(left + names, y + 4, length, 32, color, 7)
    pen.text(shown, left + names + (isRest ? 0 : length + 14), y + 30, { size: 27, weight: 700, maxWidth: tails - 14 })
  }
}

const mostCategories = 5

/** What was reported: the commonest kinds, and the rest in one. */
export function categories({ byCategory }: Summary, label: SummaryLabels, language: Language): Section {
  if (byCategory.length === 0) {
    return card(label.byCategory, 34, (pen, { left, top, width }) => {
      pen.text(label.quiet, left, top + 26, { size: 27, color: palette.muted, maxWidth: width })
    })
  }
  const head = byCategory.length > mostCategories ? byCategory.slice(0, mostCategories - 1) : byCategory
  const rest = byCategory.slice(head.length)
  const rows = head.map(({ category, opened }): Bar => {
    return { name: categoryNames[category].name[language], value: opened, shown: String(opened), color: palette.accent }
  })
  if (rest.length > 0) {
    const value = rest.reduce((sum, { opened }) => sum + opened, 0)
    rows.push({ name: label.others(rest.length), value, shown: String(value), color: palette.accentSoft })
  }
  return bars(label.byCategory, rows)
}

const chartHeight = mostCategories * rowHeight - 10
const mostBuildings = 8

/**
 * Buildings as columns in the order of their numbers, so that everybody finds their own, or as bars where names are too
 * long to stand under a column. Per 100 households when the size of every building is known, else plain counts; of many
 * buildings the busiest.
 */
export function buildings({ byBuilding }: Summary, label: SummaryLabels): Section | null {
  if (byBuilding.length === 0) return null
  const byRate = byBuilding.every(({ per100 }) => per100 !== null)
  const heightOf = (row: (typeof byBuilding)[number]) => (byRate ? (row.per100 ?? 0) : row.opened)
  const busiest = (count: number): Bar[] =>
    [...byBuilding]
      .sort((a, b) => heightOf(b) - heightOf(a))
      .slice(0, count)
      .sort((a, b) => a.building.localeCompare(b.building, 'zh-CN', { numeric: true }))
      .map((row): Bar => {
        const value = heightOf(row)
        return { name: row.building, value, shown: byRate ? tenth(value) : String(value), color: palette.accent }
      })
  return card(byRate ? label.byBuildingRate : label.byBuildingCount, chartHeight, (pen, frame) => {
    const columns = busiest(mostBuildings)
    const room = columnStep(frame, columns) - 6
    if (columns.every(({ name }) => pen.width(name, nameSize) <= room)) drawColumns(pen, frame, columns)
    else drawBars(pen, frame, busiest(mostCategories))
  })
}

const nameSize = 26

function columnStep({ width }: Frame, columns: readonly Bar[]): number {
  return width / Math.max(columns.length, 4)
}

/** The figure stands on its column, the name under it; the highest in the stronger colour. */
function drawColumns(pen: Pen, frame: Frame, columns: readonly Bar[]): void {
  const { left, top, width } = frame
  const most = Math.max(...columns.map(({ value }) => value))
  const step = columnStep(frame, columns)
  const column = Math.min(64, step * 0.66)
  const foot = top + chartHeight - 40
  for (const [index, { name, value, shown }] of columns.entries()) {
    const middle = left + step * (index + 0.5)
    const height = Math.max(6, ((chartHeight - 84) * value) / most)
    const color = value === most ? palette.accent : palette.accentSoft
    pen.box(middle - column / 2, foot - height, column, height, color, 7)
    pen.box(middle - column / 2, foot - Math.min(height, 7), column, Math.min(height, 7), color)
    pen.text(shown, middle, foot - height - 12, { size: 26, weight: 700, align: 'center', maxWidth: step })
    pen.text(name, middle, foot + 36, { size: nameSize, color: palette.muted, align: 'center' })
  }
  pen.box(left, foot, width, 2, palette.line)
}

const mostMatters = 2
const matterHeight = 48

/** What has waited longest, with its age and whom it waits for. The committee's text and tables say it; its picture has no room. */
export function longestOpen(
  { longestOpen: all, audience }: Summary,
  label: SummaryLabels,
  language: Language,
): Section | null {
  if (all.length === 0 || audience === 'committee') return null
  const matters = all.slice(0, mostMatters)
  return card(label.longestOpen, matters.length * matterHeight - 12, (pen, { left, top, width }) => {
    for (const [index, matter] of matters.entries()) {
      drawMatter(pen, matter, { left, top: top + index * matterHeight, width }, label, language)
    }
  })
}

/** Two weeks of waiting are said in the colour of lateness. */
const longDays = 14
/** Less room than this says nothing of whom it waits for. */
const leastHold = 200

function drawMatter(pen: Pen, matter: LongOpen, place: Frame, label: SummaryLabels, language: Language): void {
  const { left, top, width } = place
  const age = label.age(matter.ageDays)
  const color = matter.ageDays >= longDays ? palette.late : palette.ink
  const room = width - pen.width(age, 29, 700) - 28
  const used = pen.text(matterText(matter, language), left, top + 29, { size: 29, maxWidth: room }) + 24
  pen.text(age, left + width, top + 29, { size: 29, weight: 700, align: 'right', color })
  if (matter.hold === null || room - used < leastHold) return
  const hold = label.waiting(matter.hold.party, label.date(matter.hold.until))
  pen.text(hold, left + used, top + 29, { size: 26, color: palette.muted, maxWidth: room - used })
}
