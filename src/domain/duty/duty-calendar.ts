import type { Category } from '../category.ts'
import type { Instant, Language, UserId } from '../ids.ts'
import { dayMs } from '../time/civil-date.ts'
import { instantOf, localDay } from '../time/zone.ts'
import { type DutyStretch, type Roster, stretchesOf, tradesOf } from './roster.ts'

/** One person on duty without a break, for the same kinds of matter. */
export interface DutyEntry {
  readonly from: Instant
  readonly to: Instant
  readonly who: string
  /** Null: all kinds that no row names. Empty: everything. */
  readonly trades: readonly (Category | null)[]
}

/** A roster as a calendar shows it. Names and hours only: no ids, chats or tickets. */
export interface DutyCalendar {
  readonly communityId: number
  readonly community: string
  readonly language: Language
  /** The midnight it was reckoned from: within a day the calendar of an unchanged roster is the same. */
  readonly asOf: Instant
  readonly entries: readonly DutyEntry[]
}

const weeksBack = 4
const weeksAhead = 13

/**
 * Who is on duty from four weeks ago to thirteen weeks ahead. Stretches of more than a day are cut at midnight, so that what
 * an entry is does not depend on the day it is looked at. Nobody's hours, and those of people who are not in `names`, are left out.
 */
export function dutyEntries(
  roster: Roster,
  names: ReadonlyMap<UserId, { readonly name: string }>,
  now: Instant,
): { readonly asOf: Instant; readonly entries: readonly DutyEntry[] } {
  const { timezone } = roster
  const today = localDay(timezone, now)
  const midnight = (days: number): Instant => instantOf(timezone, today + days, 0)
  const [first, last] = [midnight(-weeksBack * 7), midnight(weeksAhead * 7)]
  const trades = tradesOf(roster)
  const found = new Map<string, DutyEntry>()
  for (const trade of trades) {
    // Two days more on either side: what is cut off at the edges is longer than a day wherever it is seen.
    for (const stretch of stretchesOf(roster, trade, midnight(-weeksBack * 7 - 2), midnight(weeksAhead * 7 + 2))) {
      const who = stretch.userId === null ? undefined : names.get(stretch.userId)?.name
      if (who === undefined) continue
      for (const { from, to } of byDay(timezone, stretch)) {
        if (to <= first || from >= last) continue
        const key = `${from}/${to}/${stretch.userId}`
        found.set(key, { from, to, who, trades: [...(found.get(key)?.trades ?? []), trade] })
      }
    }
  }
  const entries = [...found.values()].map((entry) =>
    entry.trades.includes(null) && entry.trades.length === trades.length ? { ...entry, trades: [] } : entry,
  )
  return { asOf: midnight(0), entries: entries.sort((a, b) => a.from - b.from) }
}

function byDay(
  timezone: string,
  { from, to }: DutyStretch,
): readonly { readonly from: Instant; readonly to: Instant }[] {
  if (to - from <= dayMs) return [{ from, to }]
  const parts: { from: Instant; to: Instant }[] = []
  for (let start = from, day = localDay(timezone, from) + 1; start < to; day += 1) {
    const end = Math.min(to, instantOf(timezone, day, 0))
    parts.push({ from: start, to: end })
    start = end
  }
  return parts
}
