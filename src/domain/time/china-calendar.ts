import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

/** Statutory days off and the weekend days worked in exchange, as local dates 'YYYY-MM-DD', sorted. */
export interface ChinaCalendarDays {
  readonly holidays: readonly string[]
  readonly makeUpDays: readonly string[]
}

/**
 * Days off and make-up workdays of mainland China for whole years, both ends included.
 * Source: the State Council's yearly notices as collected by chinese-days. A year whose notice is not out yet has none:
 * see `lastPublishedYear`.
 */
export function chinaCalendarDays(fromYear: number, toYear: number): ChinaCalendarDays {
  const within = (date: string) => Number(date.slice(0, 4)) >= fromYear && Number(date.slice(0, 4)) <= toYear
  return {
    holidays: Object.keys(published.holidays).filter(within).sort(),
    makeUpDays: Object.keys(published.workdays).filter(within).sort(),
  }
}

/** The last year whose notice is included. */
export const lastPublishedYear = Object.keys(published.holidays).reduce(
  (last, date) => Math.max(last, Number(date.slice(0, 4))),
  0,
)
