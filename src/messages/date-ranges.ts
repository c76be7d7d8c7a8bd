import type { Language } from '../domain/ids.ts'
import { parseDate } from '../domain/time/civil-date.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Local dates as short ranges, in order: 10/1–10/3, 10/6; in English 1–3 Oct, 6 Oct, 30 Sep – 2 Oct. */
export function dateRanges(dates: readonly string[], language: Language): readonly string[] {
  const ranges: { first: string; last: string }[] = []
  for (const date of dates) {
    const open = ranges.at(-1)
    if (open && (parseDate(date) ?? 0) - (parseDate(open.last) ?? 0) === 1) open.last = date
    else ranges.push({ first: date, last: date })
  }
  const range = language === 'en' ? englishRange : chineseRange
  return ranges.map(({ first, last }) => range(first, last))
}

const monthOf = (date: string): number => Number(date.slice(5, 7))
const dayOf = (date: string): number => Number(date.slice(8, 10))

function chineseRange(first: string, last: string): string {
  const short = (date: string): string => `${monthOf(date)}/${dayOf(date)}`
  return first === last ? short(first) : `${short(first)}–${short(last)}`
}

function englishRange(first: string, last: string): string {
  const short = (date: string): string => `${dayOf(date)} ${months[monthOf(date) - 1] ?? ''}`
  if (first === last) return short(first)
  return monthOf(first) === monthOf(last) ? `${dayOf(first)}–${short(last)}` : `${short(first)} – ${short(last)}`
}
