import type { Instant } from '../ids.ts'
import type { TicketEvent } from './event.ts'
import type { Ticket } from './ticket.ts'

/** The key under which a broken promise is remembered: it is counted once, whatever happens to the ticket later. */
export function brokenStep(cycle: number, until: Instant): string {
  return `${cycle}/promise/${until}/broken`
}

/**
 * What a ticket's promise came to at `at`, where that has not been counted yet: kept when the matter is done in time,
 * broken once its time has passed. A promise moved before its time is the same promise, and one whose matter ends
 * otherwise before its time is neither.
 */
export function promiseOutcome(ticket: Ticket, at: Instant, done: boolean): readonly TicketEvent[] {
  if (!ticket.promise) return []
  const { until } = ticket.promise
  if (isCounted(ticket, until)) return []
  if (at > until) return [{ type: 'promiseBroken', until }]
  return done ? [{ type: 'promiseKept', until }] : []
}

/** A ladder step about the promise counted it, too, before it had a step of its own. */
function isCounted({ cycle, decidedSteps }: Ticket, until: Instant): boolean {
  const path = `${cycle}/promise/${until}/`
  return decidedSteps.some((step) => step.startsWith(path) && !step.endsWith('/warn'))
}
