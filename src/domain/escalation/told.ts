import { isAboveStaff } from '../policy/policy.ts'
import type { RecordedEvent } from '../ticket/event.ts'

/** Whom the ladder has reached: the manager by name, else the staff, else only those above them; null: nobody. */
export type Told = 'manager' | 'staff' | 'above' | null

/** Whom the ladder has told, by its messages, since the matter was reported or opened again. */
export function toldSoFar(history: readonly RecordedEvent[]): Told {
  const start = history.findLastIndex(({ event }) => event.type === 'reopened') + 1
  const parts = history.slice(start).flatMap(({ event }) => (event.type === 'escalated' ? event.notify : []))
  if (parts.includes('manager')) return 'manager'
  if (parts.some((part) => !isAboveStaff(part))) return 'staff'
  return parts.length > 0 ? 'above' : null
}
