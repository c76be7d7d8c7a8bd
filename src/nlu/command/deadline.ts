import type { Instant } from '../../domain/ids.ts'
import { DAY, dayStart, HOUR, toInstant, toWall, type Wall } from '../time/civil.ts'
import { readTimes, type WallSpan, type Words, wallSpans } from '../time/time-spans.ts'

const fine = new Set(['hour', 'minute', 'second'])

const exact = (span: WallSpan): boolean =>
  fine.has((span.named ?? span).grain) || (span.bound === 'within' && fine.has(span.grain))

/** The moment a span gives as a limit: its hour, or 18:00 of its last day when it names no hour and that is to come. Null when it is no limit. */
function limitOf(span: WallSpan, ref: Wall): Wall | null {
  if (span.kind === 'recurring' || (span.kind === 'duration' && span.bound !== 'within')) return null
  if (span.bound === 'since' || span.bound === 'lasting' || span.bound === 'ago') return null
  const named = span.named ?? span
  const last = span.end ?? named.end ?? (fine.has(named.grain) ? span.start : dayStart(span.start) + DAY)
  const closing = dayStart(last - 1) + 18 * HOUR
  if (exact(span)) return last
  // Today's 18:00 is gone, today is not.
  return closing > ref || last <= ref ? closing : last
}

export interface Deadline {
  readonly until: Instant
  /** The text without the time and the word that led to it. */
  readonly rest: string
}

const lead = /(?:直到|等到|延期到|延到|到|至|在|于|截止|until|till|by|to|before)\s*$/i
const tail = /^\s*(?:之前|以前|前|为止|止|左右)/

function meantAsLimit(text: string, span: WallSpan): boolean {
  const said = text.slice(span.from, span.to)
  return (
    span.bound === 'before' ||
    said.endsWith('前') ||
    standsAsLimit(text, span) ||
    (text.slice(0, span.from).trim() === '' && exact(span))
  )
}

function standsAsLimit(text: string, span: Words): boolean {
  const before = text.slice(0, span.from)
  const after = text.slice(span.to)
  return lead.test(before) || tail.test(after) || after.trim() === ''
}

/** The words of a limit that no calendar has (到 11月31日, 明天25:00), where the text names no other; null when there are none. */
export function noSuchTimeIn(text: string, at: Instant, timezone: string): string | null {
  if (deadlineIn(text, at, timezone) !== null) return null
  const { missing } = readTimes(text, toWall(at, timezone), timezone, 'future')
  const words = [...missing].reverse().find((one) => standsAsLimit(text, one) || text.slice(0, one.from).trim() === '')
  return words === undefined ? null : text.slice(words.from, words.to).replace(/(?:之前|以前|前)$/, '')
}

/**
 * The last limit a text names ("等配件厂家 到 周五下班前"), in the community's zone; null when it names none. One still to come
 * goes first. A past one counts when it is plainly meant as the limit, so that it can be refused as past: led by 到, followed
 * by 前, at the end, or an hour at the head. "昨天问过厂家" is only told.
 */
export function deadlineIn(text: string, at: Instant, timezone: string): Deadline | null {
  const ref = toWall(at, timezone)
  const spans = [...wallSpans(text, ref, timezone, 'future')].reverse()
  const found = spans.flatMap((span) => {
    const limit = limitOf(span, ref)
    return limit === null ? [] : [{ span, limit }]
  })
  const chosen = found.find(({ limit }) => limit > ref) ?? found.find(({ span }) => meantAsLimit(text, span))
  if (chosen === undefined) return null
  const { span, limit } = chosen
  const before = text.slice(0, span.from).replace(lead, '')
  const after = text.slice(span.to).replace(tail, '')
  const rest = `${before.trim()} ${after.trim()}`.replace(/^[\s,，:：;；]+|[\s,，:：;；]+$/g, '')
  return { until: toInstant(limit, timezone), rest }
}
