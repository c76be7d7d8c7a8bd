import type { Instant } from '../ids.ts'
import type { Policy } from '../policy/policy.ts'
import { dayMs, formatDate, parseDate, weekdayOf } from '../time/civil-date.ts'
import { openTimeBetween } from '../time/open-time.ts'
import { localDay, localToUtc } from '../time/zone.ts'
import { type PeriodKind, periodAfter, periodAt, periodBefore, periodKinds } from './period.ts'

const halfWeekMs = 3.5 * dayMs

/** What decides when summaries are posted. */
export type SummaryRules = Pick<Policy, 'summary' | 'calendar'>

/** A summary whose hour has come. */
export interface Posting {
  readonly kind: PeriodKind
  readonly at: Instant
  /** Label of the period it is about. */
  readonly period: string
}

/** The kinds that a community wants; what older rules do not mention is wanted. */
export function wantedKinds({ summary }: SummaryRules): readonly PeriodKind[] {
  return periodKinds.filter((kind) => kind === 'week' || summary[kind] !== false)
}

/** When the next summary of any wanted kind is posted, strictly after an instant. */
export function nextSummaryAt(timezone: string, rules: SummaryRules, after: Instant): Instant {
  return Math.min(...wantedKinds(rules).map((kind) => nextOf(timezone, kind, rules, after)))
}

/**
 * The first posting of a community that is new: none is about a period that was over before it came.
 */
export function firstSummaryAt(timezone: string, rules: SummaryRules, now: Instant): Instant {
  const first = wantedKinds(rules).map((kind) => {
    const at = nextOf(timezone, kind, rules, now)
    return summarizedPeriod(timezone, kind, at).end <= now ? nextOf(timezone, kind, rules, at) : at
  })
  return Math.min(...first)
}

/** What fell due from `first` up to and with `now`: of each kind only the last, so that after a long silence one is said. */
export function postingsDue(timezone: string, rules: SummaryRules, first: Instant, now: Instant): readonly Posting[] {
  const found: Posting[] = []
  for (const kind of wantedKinds(rules)) {
    let last: Instant | null = null
    for (let at = nextOf(timezone, kind, rules, first - 1); at <= now; at = nextOf(timezone, kind, rules, at)) last = at
    if (last !== null) found.push({ kind, at: last, period: summarizedPeriod(timezone, kind, last).label })
  }
  return found
}

/**
 * The period that a summary posted at this instant is about: the month or quarter just ended, and the ISO week in which
 * most of the past seven days lie, whatever its weekday.
 */
export function summarizedPeriod(timezone: string, kind: PeriodKind, at: Instant) {
  if (kind === 'week') return periodAt(timezone, 'week', at - halfWeekMs)
  return periodBefore(timezone, periodAt(timezone, kind, at))
}

function nextOf(timezone: string, kind: PeriodKind, rules: SummaryRules, after: Instant): Instant {
  return kind === 'week' ? nextWeekday(timezone, rules, after) : nextFirstWorkday(timezone, kind, rules, after)
}

/** A time skipped by DST moves forward. */
function nextWeekday(timezone: string, { summary: { day, time } }: SummaryRules, after: Instant): Instant {
  const today = localDay(timezone, after)
  for (let date = today; date <= today + 7; date++) {
    if (weekdayOf(date) !== day) continue
    const at = localToUtc(timezone, formatDate(date), time)
    if (at > after) return at
  }
  throw new RangeError(`no weekday ${day}`)
}

function nextFirstWorkday(timezone: string, kind: 'month' | 'quarter', rules: SummaryRules, after: Instant): Instant {
  for (let period = periodAt(timezone, kind, after); ; period = periodAfter(timezone, period)) {
    const at = localToUtc(timezone, firstWorkday(timezone, rules, period.first), rules.summary.time)
    if (at > after) return at
  }
}

/** The first date from a first of the month on with any working time; the first itself where that month has none. */
function firstWorkday(timezone: string, { calendar }: SummaryRules, first: string): string {
  const from = parseDate(first)
  if (from === null) throw new RangeError(`"${first}" is no date`)
  for (let day = from; day < from + 28; day += 1) {
    const [start, end] = [day, day + 1].map((one) => localToUtc(timezone, formatDate(one), '00:00'))
    if (start !== undefined && end !== undefined && openTimeBetween(calendar, start, end) > 0) return formatDate(day)
  }
  return first
}
