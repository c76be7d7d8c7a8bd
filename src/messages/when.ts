import type { Instant, Language } from '../domain/ids.ts'
import { parseDate } from '../domain/time/civil-date.ts'
import { type LocalParts, localParts } from '../domain/time/zone.ts'

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const nearDays: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  'zh-CN': { [-1]: '昨天', 0: '今天', 1: '明天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
}

/**
 * An instant as people say it: 今天 18:00, 明天 09:30, 昨天 17:30, 周五 18:00 (the coming six days), 11/28 09:00, and
 * with its year where that differs from now's. English says "today 18:00", "Fri 18:00", "28 Nov 09:00".
 */
export function when(at: Instant, now: Instant, timezone: string, language: Language): string {
  const then = localParts(timezone, at)
  const today = localParts(timezone, now)
  const distance = dayOf(then) - dayOf(today)
  const near = nearDays[language][distance]
  if (near !== undefined) return `${near} ${then.time}`
  if (distance > 1 && distance < 7) return `${weekdays[language][then.weekday - 1] ?? ''} ${then.time}`
  return `${date(then, then.year !== today.year, language)} ${then.time}`
}

/** As `when`, but only the time on the same day: 14:03. */
export function shortWhen(at: Instant, now: Instant, timezone: string, language: Language): string {
  const then = localParts(timezone, at)
  return then.date === localParts(timezone, now).date ? then.time : when(at, now, timezone, language)
}

/** The local day of an instant with its weekday: 周五 11/20, Fri 20 Nov. */
export function dayText(at: Instant, timezone: string, language: Language): string {
  const parts = localParts(timezone, at)
  return `${weekdays[language][parts.weekday - 1] ?? ''} ${date(parts, false, language)}`
}

/** An instant with its day, so that it is true however long the message stands: 周五 11/20 18:00. */
export function momentText(at: Instant, timezone: string, language: Language): string {
  return `${dayText(at, timezone, language)} ${localParts(timezone, at).time}`
}

/** From when to when: 周五 11/20 09:00–15:00; over midnight both days, and without an end 起. */
export function spanText(from: Instant, to: Instant | null, timezone: string, language: Language): string {
  const start = momentText(from, timezone, language)
  if (to === null) return language === 'zh-CN' ? `${start} 起` : `from ${start}`
  const [a, b] = [localParts(timezone, from), localParts(timezone, to)]
  return a.date === b.date ? `${start}–${b.time}` : `${start} – ${momentText(to, timezone, language)}`
}

function dayOf({ date }: LocalParts): number {
  return parseDate(date) ?? 0
}

function date({ year, month, day }: LocalParts, withYear: boolean, language: Language): string {
  if (language === 'zh-CN') return withYear ? `${year}/${month}/${day}` : `${month}/${day}`
  const short = `${day} ${months[month - 1] ?? ''}`
  return withYear ? `${short} ${year}` : short
}
