import type { Instant } from '../../domain/ids.ts'
import { addMonths, DAY, dayStart, toInstant, toWall } from '../time/civil.ts'
import { type WallSpan, wallSpans } from '../time/time-spans.ts'

const decoy = /修好|修过|刚修|修的|上次|通知|说好|公示|生产|装修了|换了个|交了|买的|入住|年检/
const nightly = /^(?:大?半夜|后半夜|深夜|夜里|大?晚上|夜间|凌晨)$/
const begun = /^.{0,6}(?:开始|起|就|到现在|至今|以来)|^ ?(?:till now|until now)/
/** A line without one of these names no time: most lines, and the reading of times is the dearest part. */
const timely =
  /[天日周月年点时刻昨今前早晚夜午晨刚节季半]|礼拜|小时|分钟|\d[:/.]\d|\d-\d{1,2}(?![-\d])|\d号(?!楼|院|门)|[a-z]{3}/i
const fineGrain = new Set(['hour', 'minute', 'second'])

const clauseAround = (text: string, span: WallSpan): string => {
  const before =
    text
      .slice(0, span.from)
      .split(/[,，。.!！?？;；\s]/)
      .at(-1) ?? ''
  const after = text.slice(span.to).split(/[,，。.!！?？;；\s]/)[0] ?? ''
  return before + text.slice(span.from, span.to) + after
}

/** How surely a span tells when the trouble began; 0 = not at all. */
function weigh(text: string, span: WallSpan, ref: number): number {
  if (span.vague || span.kind === 'recurring' || span.start > ref) return 0
  if (span.bound === 'lasting') return /^(?:week|month|quarter|year)$/.test(span.grain) ? 1 : 3
  // 坏了三天, 停水两天: how long it has lasted stands after the trouble.
  if (
    span.kind === 'duration' &&
    /(?:了|停水|停电|没水|没电|漏水)$/.test(text.slice(0, span.from).trimEnd()) &&
    /^(?:day|hour)$/.test(span.grain)
  )
    return 3
  // Every night, 半夜吵: a habit, not a beginning.
  if (/\b(?:every|each|all|past|at|per)\s*$/i.test(text.slice(0, span.from))) return 0
  if (nightly.test(text.slice(span.from, span.to)) && !begun.test(text.slice(span.to, span.to + 12))) return 0
  if (span.kind === 'duration' || span.bound === 'before' || span.bound === 'within') return 0
  if (span.grain === 'year' || span.grain === 'second') return 0
  const after = text.slice(span.to, span.to + 12)
  const words = text.slice(span.from, span.to)
  if (span.bound === 'since' || begun.test(after) || /\bsince .{0,40}$/i.test(text.slice(0, span.from))) return 4
  // 十一点十分了啊 tells what the clock says, not when it began; a window (9点到17点) is a habit or a notice.
  if (/^了/.test(after) || (span.kind === 'interval' && fineGrain.has(span.grain) && /到|至|-/.test(words))) return 0
  if (decoy.test(clauseAround(text, span))) return 0
  if (span.grain === 'month' || span.grain === 'quarter') return 0
  if (fineGrain.has(span.grain) && ref - span.start < 5 * 60_000) return 0
  return ref - span.start < 60 * DAY ? 2 : 1
}

/** 9月30日 said in March was last year's; a day within the coming month is still to come. */
const leaned = (span: WallSpan, ref: number): WallSpan =>
  span.grain === 'day' && span.start > ref + 30 * DAY ? { ...span, start: addMonths(span.start, -12) } : span

/**
 * Since when the trouble lasts, or null. A day or a part of one counts from that day's midnight in the community's zone;
 * "三天了" is three days before, "一个多月" too vague to count.
 */
export function sinceOf(text: string, at: Instant, timezone: string): Instant | null {
  if (!timely.test(text)) return null
  const ref = toWall(at, timezone)
  let best: { weight: number; span: WallSpan } | null = null
  for (const found of wallSpans(text, ref, timezone, 'past')) {
    const span = leaned(found, ref)
    const weight = weigh(text, span, ref)
    if (weight > (best?.weight ?? 0)) best = { weight, span }
  }
  if (best === null) return null
  const { span } = best
  if (span.kind === 'duration') return lastedSince(span, ref, timezone)
  const named = span.bound === 'since' && span.named !== null ? span.named : span
  const wholeDay =
    !fineGrain.has(named.grain) ||
    (named.end !== null && named.end - named.start >= 3_600_000 * 2 && span.bound !== 'lasting')
  return toInstant(wholeDay ? dayStart(span.start) : span.start, timezone)
}

/** A length that runs up to now, turned back: whole days from midnight. */
function lastedSince(span: WallSpan, ref: number, timezone: string): Instant {
  const start = ref - ((span.end ?? ref) - span.start)
  return toInstant(span.grain === 'day' ? dayStart(start) : start, timezone)
}
