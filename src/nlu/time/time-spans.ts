import type { Instant } from '../../domain/ids.ts'
import { normalise } from '../text/normalise.ts'
import { toInstant, toWall } from './civil.ts'
import { englishSpans } from './english.ts'
import { englishNoDates } from './english-no-date.ts'
import type { Grain, Lean } from './fields.ts'
import { phrase } from './moment-grammar.ts'
import { isNoPhraseTime, type Placed, placePhrase } from './place-phrase.ts'
import { tokenise } from './tokens.ts'
import type { Kind } from './words.ts'

/** One time expression found in a text. */
export interface TimeSpan {
  readonly text: string
  readonly start: Instant
  /** First instant after it; null for a point, where `grain` tells how wide it is. */
  readonly end: Instant | null
  readonly grain: Grain
  readonly kind: 'point' | 'interval' | 'duration' | 'recurring'
}

export interface TimeContext {
  /** When the words were said. */
  readonly ref: Instant
  /** IANA zone, or an offset such as +08:00. */
  readonly timezone: string
  /** Which way a bare weekday, date or hour leans; future unless told. */
  readonly prefer?: Lean
}

/** A span with its place in the text and in wall time, for the readers of since and until. */
export interface WallSpan extends Placed {
  readonly from: number
  readonly to: number
}

/** Pieces that only ever follow others. */
const followers: ReadonlySet<Kind> = new Set<Kind>([
  'ge',
  'de',
  'to',
  'within',
  'lasting',
  'exact',
  'meridiem',
  'comma',
  'minute',
  'second',
  'hour',
  'point',
  'hao',
  'day',
  'sunday',
  'until-now',
  'edge',
  'chu',
  'start',
  'season',
  'quarter-hour',
  'workday',
])
const startsNothing = (kinds: readonly Kind[]): boolean => kinds.every((kind) => followers.has(kind))

const timeSign = /[\d年月日号天周拜点时分秒刻今昨明前后早晚夜晨午凌傍现此刚儿家日旬季初末底节夕旦期钟啱清立至暑寒分]/

/** A stretch of the text. */
export interface Words {
  readonly from: number
  readonly to: number
}

/** What a text says of time: what there is on the calendar, and the words for days and hours that do not exist (11月31日, 25:00). */
export interface TimesRead {
  readonly spans: readonly WallSpan[]
  readonly missing: readonly Words[]
}

/** All time expressions of a normalised text, in wall time, left to right. */
export const wallSpans = (text: string, ref: number, timezone: string, lean: Lean): readonly WallSpan[] =>
  readTimes(text, ref, timezone, lean).spans

/** The same, with the words for what does not exist. Nothing said together with those is left standing: 明天25:00 is not 明天. */
export function readTimes(text: string, ref: number, timezone: string, lean: Lean): TimesRead {
  const { spans, missing } = readChinese(text, ref, lean)
  const none = [...missing, ...(/[a-z]{3}/i.test(text) ? englishNoDates(text, ref) : [])]
  const found = joined(spans, englishSpans(text, ref, timezone, lean))
  if (none.length === 0) return { spans: found, missing: none }
  return { spans: found.filter((span) => none.every((words) => !belongTogether(text, span, words))), missing: none }
}

const belongTogether = (text: string, a: Words, b: Words): boolean =>
  (a.from < b.to && b.from < a.to) ||
  /^ ?(?:at|的|,)? ?$/.test(text.slice(Math.min(a.to, b.to), Math.max(a.from, b.from)))

function readChinese(text: string, ref: number, lean: Lean): TimesRead {
  const spans: WallSpan[] = []
  const missing: Words[] = []
  if (timeSign.test(text)) {
    const tokens = tokenise(text)
    for (let at = 0; at < tokens.length; ) {
      const token = tokens[at]
      const read = token === undefined || startsNothing(token.kinds) ? null : phrase(tokens, at)
      const place = read === null ? null : placePhrase(read[0], ref, lean)
      const last = read === null ? undefined : tokens[read[1] - 1]
      if (token && read && last && place === null && isNoPhraseTime(read[0], ref, lean)) {
        missing.push({ from: token.start, to: last.end })
        at = read[1]
        continue
      }
      if (token === undefined || read === null || place === null || last === undefined) {
        at++
        continue
      }
      spans.push({ ...place, from: token.start, to: last.end })
      at = read[1]
    }
  }
  return { spans, missing }
}

function joined(spans: readonly WallSpan[], english: readonly WallSpan[]): readonly WallSpan[] {
  if (english.length === 0) return spans
  // Where both read the same words the longer reading knows more: "by Friday 9am" against its 9am.
  const apart = (a: WallSpan, b: WallSpan) => a.to <= b.from || a.from >= b.to
  const kept = english.filter((e) => spans.every((s) => apart(e, s) || e.to - e.from > s.to - s.from))
  return [...spans.filter((s) => kept.every((e) => apart(e, s))), ...kept].sort((a, b) => a.from - b.from)
}

/**
 * Time expressions of a Chinese or English text as instants in the given zone.
 * A working day here is Monday to Friday; an unknown zone reads as UTC.
 */
export function timeSpans(text: string, context: TimeContext): readonly TimeSpan[] {
  const normal = normalise(text)
  const { ref, timezone } = context
  const spans = wallSpans(normal.text, toWall(ref, timezone), timezone, context.prefer ?? 'future')
  return spans.map((span) => ({
    text: normal.original.slice(span.from, span.to),
    start: toInstant(span.start, timezone),
    end: span.end === null || (span.kind === 'point' && span.grain === 'day') ? null : toInstant(span.end, timezone),
    grain: span.grain,
    kind: span.kind,
  }))
}
