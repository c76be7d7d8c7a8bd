import { TZDate } from '@date-fns/tz'
import { parse as parseEnglish } from 'chrono-node/en'
import { civilOf, DAY, dayStart, HOUR, toInstant, type Wall, WEEK, wallOf } from './civil.ts'
import type { Lean } from './fields.ts'
import type { Placed } from './place-phrase.ts'

export interface EnglishSpan extends Placed {
  readonly from: number
  readonly to: number
}

/** A look before the leap: the library is not asked about lines without one of these words. */
const hint =
  /\b(?:today|tonight|tomorrow|yesterday|noon|midnight|morning|afternoon|evening|night|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|january|february|march|april|august|september|october|november|december|ago|last week|last month|next week|next month|in \d+|\d+ ?(?:am|pm)|(?:hours?|days?|weeks?|months?|minutes?|mins?))\b/i

const latin = /[a-z]{2}/i

const counts: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, ten: 10 }

const none = { bound: null, vague: false, named: null, end: null } as const

/** The last or the first month around `ref` that has such a day: the 31st. */
function nearestDay(day: number, ref: Wall, lean: Lean): Wall | undefined {
  const { year, month } = civilOf(ref)
  return [0, 1, 2]
    .map((months) => wallOf(year, month + (lean === 'past' ? -months : months), day))
    .find((wall) => civilOf(wall).day === day && (lean === 'past' ? wall <= ref : wall >= dayStart(ref)))
}

/** "since around 5", "on the 8th": what the library leaves out. */
function extras(text: string, ref: Wall, lean: Lean): EnglishSpan[] {
  const spans: EnglishSpan[] = []
  const hour =
    /\b(since|from|by|until|till|before) (?:about |around )?(\d{1,2})(?::(\d\d))?(?![\d:]| ?(?:am|pm|days?|hours?|weeks?|min|floor|\/|-|st\b|nd\b|rd\b|th\b))/i.exec(
      text,
    )
  if (hour !== null && Number(hour[2]) + Number(hour[3] ?? 0) / 60 <= 24 && Number(hour[3] ?? 0) < 60) {
    const base = dayStart(ref) + Number(hour[2]) * HOUR + Number(hour[3] ?? 0) * 60_000
    const past = /since|from/i.test(hour[1] ?? '') || lean === 'past'
    // The latest that has passed, or the first to come, on either half of the day.
    const tries = [base - DAY, base - 12 * HOUR, base, base + 12 * HOUR, base + DAY]
    const start = past ? (tries.filter((t) => t <= ref).at(-1) ?? base) : (tries.find((t) => t > ref) ?? base)
    spans.push({
      ...none,
      start,
      grain: 'hour',
      kind: 'point',
      bound: past ? 'since' : 'before',
      from: hour.index,
      to: hour.index + hour[0].length,
    })
  }
  const lasting =
    /\bfor (?:the (?:past|last) |over |about |almost |nearly |at least )?(\d{1,2}|a|an|one|two|three|four|five|six|seven|ten) (hour|day|week|month)s?\b/i.exec(
      text,
    )
  if (lasting !== null) {
    const count = Number(lasting[1]) || counts[(lasting[1] ?? '').toLowerCase()] || 1
    const unit = (lasting[2] ?? 'day').toLowerCase() as 'hour' | 'day' | 'week' | 'month'
    const start = ref - count * { hour: HOUR, day: DAY, week: WEEK, month: 30 * DAY }[unit]
    spans.push({
      ...none,
      start,
      end: ref,
      grain: unit,
      kind: 'interval',
      bound: 'lasting',
      vague: unit === 'month',
      from: lasting.index,
      to: lasting.index + lasting[0].length,
    })
  }
  const day = /\b(since |from |on |by |until )?the (\d{1,2})(?:st|nd|rd|th)\b(?! floor)/i.exec(text)
  const start = day === null ? undefined : nearestDay(Number(day[2]), ref, lean)
  if (day !== null && start !== undefined) {
    spans.push({
      ...none,
      start,
      grain: 'day',
      kind: 'point',
      from: day.index,
      to: day.index + day[0].length,
    })
  }
  return spans
}

/** Time expressions in English words, on the wall clock of `ref`. */
export function englishSpans(text: string, ref: Wall, timezone: string, lean: Lean): readonly EnglishSpan[] {
  if (!latin.test(text)) return []
  if (!hint.test(text)) return extras(text, ref, lean)
  const instant = toInstant(ref, timezone)
  // The library reckons in offsets; ours is read off the wall, so its answer is a wall reading as well.
  const found = parseEnglish(text, { instant: new TZDate(ref, 'UTC'), timezone: 0 }, { forwardDate: lean === 'future' })
  const spans = found.map((result): EnglishSpan => {
    const part = (c: typeof result.start): Wall =>
      wallOf(
        c.get('year') ?? 1970,
        c.get('month') ?? 1,
        c.get('day') ?? 1,
        c.get('hour') ?? 0,
        c.get('minute') ?? 0,
        c.get('second') ?? 0,
      ) -
      (zoned.test(result.text) && c.isCertain('timezoneOffset')
        ? (c.get('timezoneOffset') ?? 0) * 60_000 - (ref - instant)
        : 0)
    const clock = result.start.isCertain('hour') || /\b(?:hours?|hrs?|min(?:ute)?s?|now)\b/i.test(result.text)
    const spoken = part(result.start)
    // "at 10 last night" is 22:00; the library hears the morning.
    const evening = /night|evening/i.test(result.text) && !result.start.isCertain('meridiem')
    const raw = evening && clock && civilOf(spoken).hour < 12 && civilOf(spoken).hour > 4 ? spoken + 12 * HOUR : spoken
    const start = clock ? raw : lastNight(result.text) ? dayStart(ref) - DAY : dayStart(raw)
    const bareWeekday =
      result.start.isCertain('weekday') && !result.start.isCertain('day') && !/next|this|last/i.test(result.text)
    const leant = bareWeekday && lean === 'past' && start > ref ? start - WEEK : start
    const before = text.slice(Math.max(0, result.index - 8), result.index).toLowerCase()
    const bound = /\b(?:since|from)\s*$/.test(before)
      ? 'since'
      : /\b(?:by|until|till|before)\s*$/.test(before)
        ? 'before'
        : /\bago$/.test(result.text)
          ? 'ago'
          : null
    const grain = clock
      ? result.start.isCertain('minute') && result.start.get('minute') !== 0
        ? 'minute'
        : 'hour'
      : 'day'
    const end = result.end ? part(result.end) : null
    return {
      ...none,
      start: leant,
      end,
      grain,
      kind: end === null ? 'point' : 'interval',
      bound,
      from: result.index,
      to: result.index + result.text.length,
    }
  })
  const apart = (a: EnglishSpan, b: EnglishSpan) => a.to <= b.from || a.from >= b.to
  const own = extras(text, ref, lean)
  // "for 3 days" tells how long it has lasted; the library takes it for three days from now.
  const lasting = own.filter((e) => e.bound === 'lasting')
  const kept = spans.filter((s) => lasting.every((e) => apart(e, s)))
  return [...kept, ...own.filter((e) => kept.every((s) => apart(e, s)))]
}

/** The library also calls the offset certain of "an hour ago". */
const zoned = /\b(?:[A-Z]{2,4}T|UTC|GMT|Z)(?:[+-]\d{1,2})?$/

const lastNight = (text: string): boolean => /last night|last evening/i.test(text)
