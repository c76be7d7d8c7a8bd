import type { RecordedEvent } from '../domain/ticket/event.ts'
import { withoutPrivateDetail } from '../domain/without-private-detail.ts'
import type { HistoryTexts } from './catalogue.ts'
import { cleanText } from './clean-text.ts'
import { type Html, html } from './html.ts'
import { personName } from './mention.ts'
import type { Speech } from './speech.ts'

/**
 * A ticket's history as lines "time what", oldest first, the latest `most` of them.
 * `words` repeats what staff wrote, without rooms and telephone numbers; what residents wrote is never repeated.
 */
export function historyLines(
  texts: HistoryTexts,
  events: readonly RecordedEvent[],
  { words, most }: { readonly words: boolean; readonly most: number },
  say: Speech,
): readonly Html[] {
  if (most === 0) return []
  const crew = crewOf(events)
  const told = events.flatMap((recorded) => {
    const tell = texts[recorded.event.type] as (
      event: RecordedEvent['event'],
      of: { actor: Html; words: boolean; recorded: RecordedEvent },
      say: Speech,
    ) => Html | null
    const repeats = words && (recorded.event.type !== 'noted' || crew.has(recorded.actorId))
    const line = tell(
      discreet(recorded.event),
      { actor: personName(recorded.actorName), words: repeats, recorded },
      say,
    )
    return line ? [html`${say.at(recorded.at)} ${line}`] : []
  })
  return told.slice(-most)
}

/** The latest reason staff gave: a note of theirs or what a hold waits for; null when they gave none. */
export function reasonGiven(events: readonly RecordedEvent[]): string | null {
  const crew = crewOf(events)
  for (const { event, actorId } of events.toReversed()) {
    if (event.type === 'noted' && crew.has(actorId)) return cleanText(withoutPrivateDetail(event.text))
    if (event.type === 'held') return cleanText(withoutPrivateDetail(event.reason ?? event.party))
  }
  return null
}

/** Ids of those who took, held or finished the ticket: only staff can. */
function crewOf(events: readonly RecordedEvent[]): ReadonlySet<number | null> {
  const ids = new Set<number | null>()
  for (const { event, actorId } of events) {
    if (event.type === 'acknowledged' || event.type === 'promised' || event.type === 'resolved') ids.add(event.by.id)
    if (event.type === 'assigned') ids.add(event.to.id)
    if (event.type === 'held') ids.add(actorId)
  }
  ids.delete(null)
  return ids
}

function discreet(event: RecordedEvent['event']): RecordedEvent['event'] {
  switch (event.type) {
    case 'noted':
      return { ...event, text: withoutPrivateDetail(event.text) }
    case 'held':
      return {
        ...event,
        party: withoutPrivateDetail(event.party),
        reason: event.reason === null ? null : withoutPrivateDetail(event.reason),
      }
    case 'promiseMoved':
      return event.hold === null
        ? event
        : { ...event, hold: { ...event.hold, party: withoutPrivateDetail(event.hold.party) } }
    case 'resolved':
      return { ...event, text: event.text === null ? null : withoutPrivateDetail(event.text) }
    case 'rejected':
    case 'extended':
      return { ...event, reason: withoutPrivateDetail(event.reason) }
    default:
      return event
  }
}
