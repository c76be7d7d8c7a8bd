import type { Instant } from '../../domain/ids.ts'
import { type Period, type PeriodKind, periodAt, periodBefore, periodOf } from '../../domain/summary/period.ts'
import type { Clock } from './arguments.ts'

const chineseDigits = '一二三四五六七八九'

/** 十一 → 11, 第四 → 4; digits stay. Numbers up to 59, as weeks, months and quarters need. */
function digits(text: string): string {
  return text.replace(/([一二三四五])?十([一二三四五六七八九])?|[一二三四五六七八九]/g, (all, tens, ones) => {
    if (!all.includes('十')) return String(chineseDigits.indexOf(all) + 1)
    return String((tens ? chineseDigits.indexOf(tens) + 1 : 1) * 10 + (ones ? chineseDigits.indexOf(ones) + 1 : 0))
  })
}

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** "47" after a word for a report means the number of such a period. */
const numbered: Readonly<Record<PeriodKind, RegExp>> = {
  quarter: /^(?:(\d{4})[年\s-]*)?(?:q|第)?([1-4])(?:季度?|季)?$/,
  month: /^(?:(\d{4})[年\s/.-]*)?0?(1[0-2]|[1-9])(?:月份?)?$/,
  week: /^(?:(\d{4})[年\s-]*)?(?:w|week\s*|第)?0?([1-9]|[1-4]\d|5[0-3])(?:周|星期)?$/,
}

const marks: Readonly<Record<PeriodKind, RegExp>> = {
  quarter: /季|quarter|q\s*\d/,
  month: /月|month/,
  week: /周|星期|礼拜|week/,
}

/**
 * The period meant by what follows /summary, 周报, 月报 or 季报: '2026-W47', '2026-11', 2026年第四季度, 11月, 上月, last
 * quarter, Q4; nothing means the one that runs. Without a year the last one that has begun. Null when nothing is understood.
 */
export function periodIn(text: string, { at, timezone }: Clock): Period | null {
  const said = digits(text.normalize('NFKC').toLowerCase()).trim().replace(/^\//, '')
  const exact = said.replace(/\s+/g, '').toUpperCase()
  const labelled = periodOf(timezone, exact.replace(/-(\d)$/, '-0$1').replace(/-W(\d)$/, '-W0$1'))
  if (labelled !== null) return labelled
  const kind = kindIn(said)
  const rest = withoutEnglishMonth(
    said.replace(/(?:周|月|季)?报(?:告|表)?|summary|report|weekly|monthly|quarterly|of|for|the/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim()
  return relative(rest, kind, at, timezone) ?? byNumber(rest, kind, at, timezone)
}

function kindIn(said: string): PeriodKind {
  if (marks.quarter.test(said)) return 'quarter'
  if (marks.week.test(said)) return 'week'
  return marks.month.test(said) || englishMonths.some((name) => said.includes(name)) ? 'month' : 'week'
}

function relative(rest: string, kind: PeriodKind, at: Instant, timezone: string): Period | null {
  const now = periodAt(timezone, kind, at)
  if (/^(?:(?:本|这|this|current)?\s*(?:个|一)?\s*(?:周|星期|礼拜|月|季度?|week|month|quarter)?)$/.test(rest))
    return now
  const match = /^(上+|last|previous)\s*(?:个|1)?\s*(?:周|星期|礼拜|月|季度?|week|month|quarter)?$/.exec(rest)
  if (match === null) return null
  const steps = match[1]?.startsWith('上') ? match[1].length : 1
  return Array.from({ length: steps }).reduce<Period>((period) => periodBefore(timezone, period), now)
}

function byNumber(rest: string, kind: PeriodKind, at: Instant, timezone: string): Period | null {
  const match = numbered[kind].exec(rest.replace(/\s+/g, ''))
  if (match === null) return null
  const label = (year: number) => {
    const number = match[2] ?? ''
    const two = number.padStart(2, '0')
    return { week: `${year}-W${two}`, month: `${year}-${two}`, quarter: `${year}-Q${number}` }[kind]
  }
  if (match[1] !== undefined) return periodOf(timezone, label(Number(match[1])))
  const year = Number(periodAt(timezone, kind, at).label.slice(0, 4))
  const [same, before] = [year, year - 1].map((one) => periodOf(timezone, label(one)))
  return same && same.start <= at ? same : (before ?? same ?? null)
}

/** "nov 2026", "november" → "2026 11", "11". */
function withoutEnglishMonth(text: string): string {
  const index = englishMonths.findIndex((name) => new RegExp(`\\b${name}[a-z]*\\b`).test(text))
  if (index < 0) return text
  const year = /\d{4}/.exec(text)?.[0] ?? ''
  return `${year} ${index + 1}`
}
