import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

/** Statutory days of mainland China as far as they are known; local dates 'YYYY-MM-DD', sorted. */
export interface ChinaDays {
  readonly holidays: readonly string[]
  /** Weekend days worked in exchange. */
  readonly makeUpDays: readonly string[]
  /** The years whose notice is known, sorted. A year that is not here has ordinary weeks, for all we know. */
  readonly years: readonly number[]
}

/** One year's notice, whole. */
export interface ChinaYear {
  readonly year: number
  readonly holidays: readonly string[]
  readonly makeUpDays: readonly string[]
}

/** Older days concern no ticket that is still open. */
const firstYear = 2024

/** Source: the State Council's yearly notices as collected by chinese-days. */
export const publishedDays: ChinaDays = knownDays(Object.keys(published.holidays), Object.keys(published.workdays))

/** Days with some years replaced: by a notice that the library does not have yet, or has got wrong. */
export function withYears(days: ChinaDays, years: readonly ChinaYear[]): ChinaDays {
  const replaced = new Set(years.map(({ year }) => year))
  const kept = (date: string): boolean => !replaced.has(yearOf(date))
  return knownDays(
    [...days.holidays.filter(kept), ...years.flatMap(({ holidays }) => holidays)],
    [...days.makeUpDays.filter(kept), ...years.flatMap(({ makeUpDays }) => makeUpDays)],
  )
}

/** One short line that differs whenever the days do. */
export function daysDigest({ holidays, makeUpDays }: ChinaDays): string {
  let sum = 0
  for (const date of [...holidays, '/', ...makeUpDays]) {
    for (const char of date) sum = (Math.imul(sum, 31) + char.charCodeAt(0)) >>> 0
  }
  return `${holidays.length}+${makeUpDays.length}-${sum.toString(16)}`
}

function knownDays(holidays: readonly string[], makeUpDays: readonly string[]): ChinaDays {
  const recent = (date: string): boolean => yearOf(date) >= firstYear
  const closed = [...new Set(holidays)].filter(recent).sort()
  return {
    holidays: closed,
    makeUpDays: [...new Set(makeUpDays)].filter(recent).sort(),
    years: [...new Set(closed.map(yearOf))],
  }
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}
