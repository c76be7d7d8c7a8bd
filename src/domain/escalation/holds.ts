import type { Instant } from '../ids.ts'
import type { RecordedEvent } from '../ticket/event.ts'

/** A stretch in which a named party was waited for; `to` is null while it still is. */
export interface HoldSpan {
  readonly party: string
  readonly from: Instant
  readonly to: Instant | null
}

const ending: readonly string[] = ['returned', 'resolved', 'withdrawn', 'rejected', 'merged']

/**
 * Who was waited for, how often and how long, from a ticket's history, oldest first. Another party named while it is held
 * ends one wait and begins the next; another date for the same party does not.
 */
export function holdsOf(history: readonly RecordedEvent[]): readonly HoldSpan[] {
  const spans: HoldSpan[] = []
  for (const { at, event } of history) {
    const open = spans.at(-1)
    const waiting = open !== undefined && open.to === null
    if (event.type === 'held' && waiting && open.party === event.party) continue
    if (waiting && (event.type === 'held' || ending.includes(event.type))) spans[spans.length - 1] = { ...open, to: at }
    if (event.type === 'held') spans.push({ party: event.party, from: at, to: null })
  }
  return spans
}
