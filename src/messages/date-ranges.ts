import { parseDate } from '../domain/time/civil-date.ts'

/** Local dates as short ranges, in order: 10/1–10/3, 10/6. */
export function dateRanges(dates: readonly string[]): readonly string[] {
  const ranges: { first: string; last: string }[] = []
  for (const date of dates) {
    const open = ranges.at(-1)
    if (open && (parseDate(date) ?? 0) - (parseDate(open.last) ?? 0) === 1) open.last = date
    else ranges.push({ first: date, last: date })
  }
  return ranges.map(({ first, last }) => (first === last ? short(first) : `${short(first)}–${short(last)}`))
}

function short(date: string): string {
  return `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}`
}
