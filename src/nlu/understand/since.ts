import type { Instant } from '../../domain/ids.ts'
import { addMonths, DAY, dayStart, MINUTE, toInstant, toWall } from '../time/civil.ts'
import { type WallSpan, wallSpans } from '../time/time-spans.ts'

/** A line without one of these names no time: most lines, and the reading of times is the dearest part. */
const timely =
  /[昨寻琴噚刚啱]|头先|[今当][早晚天日晨年]|[前后][天日晚年几两]|大前|[上这本下]个?(?:周|星期|礼拜|月|年|次)|[一二三四五六七八九十两俩几半多整\d] ?个?多?(?:小时|钟|分|天|日|号(?![楼院栋线门梯车库井机])|周|星期|礼拜|月|年|夜|晚|点|时|刻|宿|季)|周[一二三四五六日末天]|星期|礼拜|拜[一二三四五六日天]|凌晨|早上|晚上|夜里|半夜|中午|[上下]午|傍晚|一早|清[早晨明]|朝早|月[初底中]|年[初底]|[节旦]|端午|中秋|国庆|五一|十一|开始|以来|至今|[一二三四五六七八九十]月|立[春夏秋冬]|[夏冬]至|\d[:/.]\d|\d-\d{1,2}(?![-\d])|\b(?:since|from|for|ago|just|the \d|last|past|this|today|tonight|now|yesterday|noon|midnight|morning|afternoon|evening|night|after|by|till|until|before|at \d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d ?(?:am|pm|h|min|day|week|month)|(?:one|two|three|four|five|six|seven|eight|nine|ten|few) (?:hour|day|week|month|min|night)/i

/** The time of a repair, a notice, a purchase or a promise is not that of the trouble. */
const decoy =
  /修好|修过|刚修|修的|才修|上次|通知|说好|公示|生产|装修了|换了个|交了|买的|入住|年检|检修完|会来|要来|来修|答应|承诺/
const nightly = /^(?:大?半夜|后半夜|深夜|夜里|大?晚上|夜间|凌晨)$/
/** What follows the time of a beginning; another time word in between breaks the tie. */
const begun = /^[^今昨前周天]{0,6}(?:开始|起|就|到现在|至今|以来)|^ ?(?:till now|until now)/
const habit = /\b(?:every|each|all|past|at|per)\s*$/i
const some = /^前[两俩几些]|几/
/** 坏了|三天, 停水|两天: how long it has lasted stands after the trouble and ends the clause, or names what is out. */
const troubled = /(?:了|咗|停水|停电|没水|没电|断网|漏水)$/
const ended = /^(?:$|[\s,，。.!！?？;；]|了|还|都|也|没|冇|电(?![话脑视])|水(?!电)|气|暖|网|到现在|仍)/
/** It has just happened: 刚停的水, but not 刚修好 or 刚搬来. */
const justNow =
  /刚[刚才]|啱啱|头先|刚(?![修换装买搬到回交铺刷建来下出好需入收洗拖扫做生开直强])|\bjust (?:now|got|went|started|fell|broke|bit|burst|stopped|collapsed|came|happened|blew|tripped|saw|heard|threw|dropped|(?!fix|mov|repair|install|ask|paint|open|want)\w+ed)\b/i

const fineGrain = new Set(['hour', 'minute', 'second'])
const coarse = new Set(['week', 'month', 'quarter', 'year'])

const border = /[,，。.!！?？;；\s]/

function clauseAround(text: string, span: WallSpan): string {
  const before = text.slice(0, span.from).split(border).at(-1) ?? ''
  const after = text.slice(span.to).split(border)[0] ?? ''
  return before + text.slice(span.from, span.to) + after
}

/** Hours may be about so many; days and weeks have to be counted. */
const counted = (span: WallSpan, words: string): boolean =>
  !some.test(words) && (!span.vague || fineGrain.has(span.grain))

/** 月初, 下旬: ten days are no beginning. */
function tooWide(span: WallSpan): boolean {
  const { grain, start, end } = span.named ?? span
  return (
    grain === 'day' && span.kind !== 'duration' && span.bound !== 'lasting' && end !== null && end - start > 2 * DAY
  )
}

/** How surely a span tells when the trouble began; 0 = not at all. */
function weigh(text: string, span: WallSpan, ref: number): number {
  const before = text.slice(0, span.from)
  const words = text.slice(span.from, span.to)
  const after = text.slice(span.to, span.to + 12)
  if (span.kind === 'recurring' || span.start > ref || tooWide(span) || !counted(span, words)) return 0
  if (span.bound === 'lasting') return coarse.has(span.grain) ? 1 : 3
  if (span.kind === 'duration')
    return troubled.test(before.trimEnd()) && ended.test(after) && span.grain !== 'year' && span.grain !== 'month'
      ? 3
      : 0
  // Every night, 半夜吵: a habit, not a beginning.
  if (habit.test(before) || (nightly.test(words) && !begun.test(after))) return 0
  if (span.bound === 'before' || span.bound === 'within' || span.grain === 'year' || span.grain === 'second') return 0
  if (decoy.test(clauseAround(text, span)) && span.bound !== 'since') return 0
  if (span.bound === 'since' || begun.test(after) || /\bsince .{0,40}$/i.test(before)) return 4
  // 十一点十分了啊 tells what the clock says, not when it began; a window (9点到17点) is a habit or a notice.
  if (/^了/.test(after) || (span.kind === 'interval' && fineGrain.has(span.grain) && /到|至|-/.test(words))) return 0
  if (span.grain === 'month' || span.grain === 'quarter') return 0
  if (fineGrain.has(span.grain) && ref - span.start < 5 * MINUTE) return 0
  return ref - span.start < 60 * DAY ? 2 : 1
}

/** 9月30日 said in March was last year's; a day within the coming month is still to come. */
const leaned = (span: WallSpan, ref: number): WallSpan =>
  span.grain === 'day' && span.start > ref + 30 * DAY ? { ...span, start: addMonths(span.start, -12) } : span

/**
 * Since when the trouble lasts, or null. A day or a part of one counts from that day's midnight in the community's zone;
 * "三天了" is three days before, "刚刚" is now, "一个多月" too vague to count.
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
  if (best === null) return justNow.test(text) ? at : null
  const { span } = best
  if (span.kind === 'duration') return lastedSince(span, ref, timezone)
  const named = span.bound === 'since' && span.named !== null ? span.named : span
  const wholeDay =
    !fineGrain.has(named.grain) ||
    (named.end !== null && named.end - named.start >= 2 * 60 * MINUTE && span.bound !== 'lasting')
  return toInstant(wholeDay ? dayStart(span.start) : span.start, timezone)
}

/** A length that runs up to now, turned back: whole days from midnight. */
function lastedSince(span: WallSpan, ref: number, timezone: string): Instant {
  const start = ref - ((span.end ?? ref) - span.start)
  return toInstant(fineGrain.has(span.grain) ? start : dayStart(start), timezone)
}
