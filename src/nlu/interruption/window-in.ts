import type { Instant } from '../../domain/ids.ts'
import { instantOf, localDay, localParts } from '../../domain/time/zone.ts'
import { type TimeSpan, timeSpans } from '../time/time-spans.ts'

export interface Said {
  readonly at: Instant
  /** IANA zone. */
  readonly timezone: string
}

/** From when to when; null where the words do not say. */
export interface WindowRead {
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
}

const hourMs = 3_600_000
const fine = new Set(['hour', 'minute', 'second'])
const atOnce = /现在|目前|马上|立即|立刻|即刻|正在|此刻|right now|immediately|at once|\bnow\b/i
const length = /^(?:大概|大约|约|预计|需要?|为期|持续|for\b)/i

/** The window a text names: 明天9点到15点; 今晚10点起,大概两小时; 现在停水,18点恢复. */
export function windowIn(text: string, said: Said): WindowRead {
  const spans = timeSpans(dateBesideHours(text, said), { ref: said.at, timezone: said.timezone })
  const lengths = spans.filter(isLength)
  const times = spans.filter((span) => !isLength(span) && span.kind !== 'recurring' && isHour(span))
  const window = times.find(({ kind, end }) => kind === 'interval' && end !== null)
  if (window) return daytimeOnly(window, said.timezone)
  const now = atOnce.test(text)
  const points = times.filter(({ start }) => !(now && Math.abs(start - said.at) < 60_000))
  const startsAt = now ? said.at : (points[0]?.start ?? null)
  const end = now ? points[0] : points[1]
  if (end !== undefined) return { startsAt, endsAt: end.start }
  const [lasting] = lengths
  return { startsAt, endsAt: startsAt !== null && lasting ? startsAt + lengthOf(lasting) : null }
}

/** How long a text says: 两小时, half an hour; null where it does not. */
export function lengthIn(text: string, { at, timezone }: Said): number | null {
  const span = timeSpans(text, { ref: at, timezone }).find(isLength)
  return span ? lengthOf(span) : null
}

/** The hours a text names, in order. */
export function hoursIn(text: string, { at, timezone }: Said): readonly TimeSpan[] {
  return timeSpans(text, { ref: at, timezone }).filter((span) => isHour(span) && !isLength(span))
}

/** Whether the words name a day, or only hours: those belong to the day that is spoken of. */
export function namesDay(text: string): boolean {
  return /[今明后昨]天|[今明]晚|今夜|今早|明早|周[一二三四五六日天]|星期|礼拜|\d\s*[月日号](?!楼)|\d\/\d|\d-\d+-\d|today|tonight|tomorrow|\b(?:mon|tue|wed|thu|fri|sat|sun)/i.test(
    text,
  )
}

const isLength = ({ kind, text }: TimeSpan): boolean => kind === 'duration' || length.test(text)
const isHour = ({ grain, kind, end }: TimeSpan): boolean =>
  fine.has(grain) && (kind === 'point' || end === null || end > 0)

function lengthOf({ start, end }: TimeSpan): number {
  return end === null ? 0 : Math.abs(end - start)
}

/** 上午 begins when people are up, unless an hour is said. */
function daytimeOnly({ text, start, end }: TimeSpan, timezone: string): WindowRead {
  if (/\d|[一二两三四五六七八九十]点/.test(text) || localParts(timezone, start).time >= '08:00')
    return { startsAt: start, endsAt: end }
  return { startsAt: instantOf(timezone, localDay(timezone, start), 8 * 60), endsAt: end }
}

/** 11月25日(周三)上午8:30至17:00: what stands between a day and its hours only repeats the day. */
function dateBesideHours(text: string, { at, timezone }: Said): string {
  const spans = timeSpans(text, { ref: at, timezone })
  const [first, ...others] = spans
  const hours = others.find(isHour)
  if (first?.grain !== 'day' || first.kind !== 'point' || !hours || isLength(hours)) return text
  if (namesDay(hours.text) || !text.includes(hours.text) || !text.includes(first.text)) return text
  const from = text.indexOf(first.text) + first.text.length
  const to = text.indexOf(hours.text, from)
  const between = to < from ? null : text.slice(from, to)
  if (between === null || between.length > 12) return text
  return `${text.slice(0, from)}${text.slice(to)}`
}

/** The local day of an instant as a moment to speak from. */
export function dayOf(at: Instant, timezone: string): Instant {
  return instantOf(timezone, localDay(timezone, at), 0)
}

/** At most this long: a longer one was read wrong. */
export const longestMs = 14 * 24 * hourMs
