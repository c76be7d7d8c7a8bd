import type { Calendar, Slot } from '../time/calendar.ts'
import type { ChinaDays } from '../time/china-days.ts'
import { type DayName, statutoryDayName } from '../time/day-names.ts'
import type { ImportedDays, Policy } from './policy.ts'

/**
 * A policy as it holds on this installation: the statutory days known here filled into its calendar. A stored policy says
 * only whose days it follows, so that days published later count as soon as they are known, for running tickets too.
 */
export function inForce(policy: Policy, days: ChinaDays): Policy {
  const { calendar: own, imported } = policy
  const general = policy.statutory === 'cn' ? withStatutoryDays(own, days) : own
  return { ...policy, calendar: imported ? withImportedDays(general, own, imported) : general }
}

/**
 * A calendar with the dates of a calendar file. They beat statutory days; the community's own holidays and special hours
 * beat them. A date that is both closed and worked in the file is worked: that was said of it in particular.
 */
function withImportedDays(general: Calendar, own: Calendar, imported: ImportedDays): Calendar {
  const monday = own.hours === 'always' ? undefined : own.hours.mon
  const opened = { ...(monday && Object.fromEntries(imported.worked.map((date) => [date, monday]))), ...imported.hours }
  const ownClosed = new Set(own.holidays)
  const closed = [...general.holidays, ...imported.closed.filter((date) => !(date in own.specialHours))]
  const breaks = { ...own.breaks }
  for (const [date, slots] of Object.entries(imported.breaks)) breaks[date] = [...(breaks[date] ?? []), ...slots]
  return {
    ...general,
    holidays: [...new Set(closed.filter((date) => ownClosed.has(date) || !(date in opened)))].sort(),
    specialHours: { ...general.specialHours, ...opened, ...own.specialHours },
    breaks,
  }
}

/**
 * A calendar with statutory days off closed and make-up workdays worked at Monday's hours. The local word beats the
 * general one: a date with special hours of its own is open even on a day off, one of its own holidays stays closed.
 */
export function withStatutoryDays(calendar: Calendar, { holidays, makeUpDays }: ChinaDays): Calendar {
  const own = calendar.specialHours
  const monday = calendar.hours === 'always' ? [] : (calendar.hours.mon ?? [])
  const makeUp = monday.length === 0 ? {} : Object.fromEntries(makeUpDays.map((date) => [date, monday] as const))
  return {
    ...calendar,
    holidays: [...new Set([...calendar.holidays, ...holidays.filter((date) => !(date in own))])].sort(),
    specialHours: { ...makeUp, ...own },
  }
}

/** What a date off, or a break on it, is called: by the calendar file it came from, else as a statutory day; null without a name. */
export function dayNameIn({ imported, statutory }: Policy, date: string, slot?: Slot): DayName | null {
  const named = imported?.names?.[date]
  const isImported = slot
    ? imported?.breaks[date]?.some(([from, to]) => from === slot[0] && to === slot[1])
    : imported?.closed.includes(date)
  if (named !== undefined && isImported) return { 'zh-CN': named, en: named }
  return slot === undefined && statutory === 'cn' ? statutoryDayName(date) : null
}

/**
 * The first year among some dates' years whose statutory days are not known yet; null when all are, or when the policy
 * does not follow any. Until they are, its days count as ordinary ones.
 */
export function firstUnknownYear(policy: Policy, days: ChinaDays, years: readonly number[]): number | null {
  if (policy.statutory !== 'cn') return null
  const unknown = years.filter((year) => !days.years.includes(year))
  return unknown.length === 0 ? null : Math.min(...unknown)
}
