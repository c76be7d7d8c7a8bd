import type { Changed } from '../post/notice.ts'
import type { RecordedEvent } from './event.ts'

/** The latest 改类 of a history, with who did it and when; null where there was none. */
export function latestChange(history: readonly RecordedEvent[]): Changed | null {
  for (const { at, actorName: by, event } of history.toReversed())
    if (event.type === 'recategorised') {
      const { category, urgency, before } = event
      return { by, at, category, before, ...(urgency && { urgency }) }
    }
  return null
}
