import type { Instant } from '../ids.ts'
import type { RecordedEvent, TicketEvent } from './event.ts'
import type { Ticket } from './ticket.ts'

/** The key under which a broken promise is remembered: it is counted once, whatever happens to the ticket later. */
export function brokenStep(cycle: number, until: Instant): string {
  return `${cycle}/promise/${until}/broken`
}

/**
 * What a ticket's promise came to at `at`, where that has not been counted yet: kept when the matter is done in time,
 * broken once its time has passed. One whose matter ends otherwise before its time, or while it stands still, is neither.
 */
export function promiseOutcome(ticket: Ticket, at: Instant, done: boolean): readonly TicketEvent[] {
  if (!ticket.promise) return []
  const { until } = ticket.promise
  if (isCounted(ticket)) return []
  if (at > until) return isPromisePaused(ticket) ? [] : [{ type: 'promiseBroken', until }]
  return done ? [{ type: 'promiseKept', until }] : []
}

/** True while a named party is waited for and the promise was still ahead when the wait began: nobody can keep it meanwhile. */
export function isPromisePaused({ promise, hold }: Pick<Ticket, 'promise' | 'hold'>): boolean {
  return promise !== null && hold !== null && promise.until > hold.since
}

/** At the end of a wait a promise that stood still has as long left as it had when the wait began. */
export function movedByHold(ticket: Ticket, at: Instant): readonly TicketEvent[] {
  const { promise, hold } = ticket
  if (!promise || !hold || !isPromisePaused(ticket) || at <= hold.since) return []
  const { party, reason } = hold
  return [{ type: 'promiseMoved', until: promise.until, to: promise.until + at - hold.since, hold: { party, reason } }]
}

/** A promise put off before its time, by whoever made it anew; one brought forward is no broken word and not counted. */
export function movedByHand(ticket: Ticket, at: Instant, to: Instant): readonly TicketEvent[] {
  const until = ticket.promise?.until ?? null
  return until === null || at > until || to <= until ? [] : [{ type: 'promiseMoved', until, to, hold: null }]
}

/** A promise that waits for others have put off: what was said at first, and who was waited for, in order. */
export interface PutOffPromise {
  readonly said: Instant
  readonly parties: readonly string[]
}

/** How the promise that a ticket has now was put off by waits, from its history, oldest first; null where it was not. */
export function putOffByHolds(history: readonly RecordedEvent[]): PutOffPromise | null {
  const made = history.findLastIndex(({ event }) => event.type === 'promised')
  const moves = history
    .slice(made + 1)
    .flatMap(({ event }) => (event.type === 'promiseMoved' && event.hold ? [{ ...event, ...event.hold }] : []))
  const [first] = moves
  return first ? { said: first.until, parties: [...new Set(moves.map(({ party }) => party))] } : null
}

/** Whether a step's key is about the promise that a ticket has now. */
export function isOfPromise({ cycle, promise }: Pick<Ticket, 'cycle' | 'promise'>, key: string): boolean {
  return promise !== null && key.startsWith(`${cycle}/promise/${promise.until}/`)
}

/** A ladder step about the promise counts it, too. */
function isCounted(ticket: Ticket): boolean {
  return ticket.decidedSteps.some((step) => isOfPromise(ticket, step) && !step.endsWith('/warn'))
}
