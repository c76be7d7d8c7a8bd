import type { Instant } from '../ids.ts'
import { civilOf, type DayNumber, dayNumberOf, formatDate, twoDigits } from '../time/civil-date.ts'
import { isoWeek, isoWeekRange } from '../time/iso-week.ts'
import { instantOf, localDay } from '../time/zone.ts'

export const periodKinds = ['week', 'month', 'quarter'] as const

export type PeriodKind = (typeof periodKinds)[number]

/** A stretch that is summed up: local midnight up to, but not including, local midnight. */
export interface Period {
  readonly kind: PeriodKind
  /** '2026-W47', '2026-11' or '2026-Q4': the period's name wherever it is stored or typed. */
  readonly label: string
  readonly start: Instant
  readonly end: Instant
  /** Local dates 'YYYY-MM-DD', both inside. */
  readonly first: string
  readonly last: string
}

/** The week, month or quarter that an instant falls in, by local dates of the zone. */
export function periodAt(timezone: string, kind: PeriodKind, at: Instant): Period {
  if (kind === 'week') return week(timezone, isoWeek(timezone, at).label)
  const { year, month } = civilOf(localDay(timezone, at))
  return kind === 'month' ? months(timezone, 'month', year, month) : quarter(timezone, year, Math.ceil(month / 3))
}

/** The period of a label; null when there is none, as of '2025-W53' or '2026-Q5'. */
export function periodOf(timezone: string, label: string): Period | null {
  const match = /^(\d{4})-(W|Q)?(\d{1,2})$/.exec(label)
  const year = Number(match?.[1])
  const number = Number(match?.[3])
  // Years before 1000 make no sense here, and the civil arithmetic of zones is not meant for them.
  if (match === null || year < 1000) return null
  if (match[2] === 'W') return isoWeekRange(timezone, label) === null ? null : week(timezone, label)
  const found =
    match[2] === 'Q'
      ? number >= 1 && number <= 4 && quarter(timezone, year, number)
      : number >= 1 && number <= 12 && months(timezone, 'month', year, number)
  return found && found.label === label ? found : null
}

/** The period of the same kind that ends where this one starts. */
export function periodBefore(timezone: string, { kind, start }: Period): Period {
  return periodAt(timezone, kind, start - 1)
}

/** The period of the same kind that starts where this one ends. */
export function periodAfter(timezone: string, { kind, end }: Period): Period {
  return periodAt(timezone, kind, end)
}

/** Its number within the year: ISO week, month or quarter. */
export function numberOf({ label }: Pick<Period, 'label'>): number {
  return Number(/\d+$/.exec(label)?.[0])
}

function week(timezone: string, label: string): Period {
  const range = isoWeekRange(timezone, label)
  if (range === null) throw new RangeError(`no week ${label}`)
  const { start, end } = range
  return {
    kind: 'week',
    label,
    start,
    end,
    first: formatDate(localDay(timezone, start)),
    last: formatDate(localDay(timezone, end) - 1),
  }
}

function quarter(timezone: string, year: number, number: number): Period {
  return { ...months(timezone, 'quarter', year, number * 3 - 2), label: `${year}-Q${number}` }
}

function months(timezone: string, kind: 'month' | 'quarter', year: number, month: number): Period {
  const first: DayNumber = dayNumberOf(year, month, 1)
  const beyond = month + (kind === 'month' ? 1 : 3)
  const next: DayNumber = beyond > 12 ? dayNumberOf(year + 1, beyond - 12, 1) : dayNumberOf(year, beyond, 1)
  return {
    kind,
    label: `${year}-${twoDigits(month)}`,
    start: instantOf(timezone, first, 0),
    end: instantOf(timezone, next, 0),
    first: formatDate(first),
    last: formatDate(next - 1),
  }
}
