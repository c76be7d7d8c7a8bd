import type { Instant } from '../../domain/ids.ts'
import { DAY, dayStart, HOUR, toInstant, toWall, type Wall } from '../time/civil.ts'
import { type WallSpan, wallSpans } from '../time/time-spans.ts'

const fine = new Set(['hour', 'minute', 'second'])

/** The moment a span gives as a limit: its hour, or 18:00 of its last day when it names no hour. Null when that is past. */
function limitOf(span: WallSpan, ref: Wall): Wall | null {
  if (span.kind === 'recurring' || (span.kind === 'duration' && span.bound !== 'within')) return null
  if (span.bound === 'since' || span.bound === 'lasting' || span.bound === 'ago') return null
  const named = span.named ?? span
  const last = span.end ?? named.end ?? (fine.has(named.grain) ? span.start : dayStart(span.start) + DAY)
  const exact = fine.has(named.grain) || (span.bound === 'within' && fine.has(span.grain))
  const closing = dayStart(last - 1) + 18 * HOUR
  const limit = exact ? last : closing > ref ? closing : last
  return limit > ref ? limit : null
}

export interface Deadline {
  readonly until: Instant
  /** The text without the time and the word that led to it. */
  readonly rest: string
}

const lead = /(?:直到|等到|延期到|延到|到|至|在|于|截止|until|till|by|to|before)\s*$/i
const tail = /^\s*(?:之前|以前|前|为止|止|左右)/

/** The last limit a text names ("等配件厂家 到 周五下班前"), in the community's zone; null when it names none that is still to come. */
export function deadlineIn(text: string, at: Instant, timezone: string): Deadline | null {
  const ref = toWall(at, timezone)
  for (const span of [...wallSpans(text, ref, timezone, 'future')].reverse()) {
    const limit = limitOf(span, ref)
    if (limit === null) continue
    const before = text.slice(0, span.from).replace(lead, '')
    const after = text.slice(span.to).replace(tail, '')
    const rest = `${before.trim()} ${after.trim()}`.replace(/^[\s,，:：;；]+|[\s,，:：;；]+$/g, '')
    return { until: toInstant(limit, timezone), rest }
  }
  return null
}
