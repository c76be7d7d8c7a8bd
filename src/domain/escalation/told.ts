import { isAboveStaff } from '../policy/policy.ts'
import type { RecordedEvent, TicketEventType } from '../ticket/event.ts'

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

/** How often a level has been said since the clocks last started afresh, by all clocks together; what one message said of two clocks is once. */
export function callsOf(level: number, history: readonly RecordedEvent[]): number {
  const start = history.findLastIndex(({ event }) => afresh.includes(event.type)) + 1
  return history
    .slice(start)
    .filter(({ event }) => event.type === 'escalated' && event.level === level && event.saidWith === undefined).length
}

const afresh: readonly TicketEventType[] = ['reopened', 'supervised', 'extended', 'sentBack']
