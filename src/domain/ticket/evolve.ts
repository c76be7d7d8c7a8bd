import type { Instant } from '../ids.ts'
import { viewable } from './attachment.ts'
import type { TicketEvent } from './event.ts'
import type { Promised, Ticket } from './ticket.ts'

/** Applies one event to a ticket. Pure: the stored row is exactly the fold of its events. `at` is when it happened. */
export function evolve(ticket: Ticket, event: TicketEvent, at: Instant): Ticket {
  return { ...ticket, ...change(ticket, event, at), version: ticket.version + 1 }
}

function change(ticket: Ticket, event: TicketEvent, at: Instant): Partial<Ticket> {
  switch (event.type) {
    case 'reported':
      return {}
    case 'acknowledged':
      return { status: 'acknowledged', acknowledged: { at, by: event.by } }
    case 'arrived':
      return { onSiteAt: at }
    case 'promised':
      return { promise: { until: event.until, by: event.by, at } }
    case 'promiseKept':
    case 'promiseBroken':
      return {}
    case 'held':
      return {
        status: 'held',
        hold: { party: event.party, until: event.until, reason: event.reason, since: ticket.hold?.since ?? at },
      }
    case 'returned':
      return returned(ticket, at)
    case 'assigned':
      return { assignee: event.to }
    case 'noted':
      return { lastNote: { text: event.text, by: event.by } }
    case 'attached':
      return { photos: ticket.photos + viewable(event.attachments) }
    case 'revised':
      return { text: event.text }
    case 'located':
      return { place: event.place, needsPlace: false }
    case 'supported':
      return { supporters: ticket.supporters + 1 }
    case 'urged':
      return { urges: ticket.urges + 1, urgedAt: at }
    case 'resolved':
      return { status: 'resolved', resolution: { text: event.text, by: event.by, at }, promise: null }
    case 'answered':
      return {}
    case 'confirmed':
      return { status: 'closed', closedAt: at }
    case 'expired':
      return { status: 'closed', closedAt: at, endReason: 'expired' }
    case 'rated':
      return { rating: event.rating }
    case 'reopened':
      return {
        ...freshCycle(ticket),
        status: 'open',
        clockStart: at,
        acknowledged: null,
        onSiteAt: null,
        promise: null,
        pauses: [],
        supervision: null,
        dueOverride: null,
        resolution: null,
        closedAt: null,
        endReason: null,
        rating: null,
        reopens: ticket.reopens + 1,
      }
    case 'withdrawn':
      return { status: 'withdrawn', closedAt: at, endReason: event.reason, hold: null }
    case 'rejected':
      return { status: 'rejected', closedAt: at, endReason: event.reason, hold: null }
    case 'merged':
      return { status: 'merged', closedAt: at, mergedInto: event.into, hold: null }
    case 'supervised':
      return {
        ...freshCycle(ticket),
        supervision: { supervisor: event.supervisor, by: event.by, due: event.due, at },
        dueOverride: event.due,
        promise: stillAhead(ticket.promise, at),
      }
    case 'extended':
      return {
        ...freshCycle(ticket),
        dueOverride: event.until,
        // Whoever supervises goes on doing so, to the new time.
        supervision: ticket.supervision && { ...ticket.supervision, due: event.until },
        promise: stillAhead(ticket.promise, at),
      }
    case 'warned':
      return { decidedSteps: [...ticket.decidedSteps, ...event.steps] }
    case 'escalated':
      return { decidedSteps: [...ticket.decidedSteps, ...event.steps], level: Math.max(ticket.level, event.level) }
  }
}

function returned(ticket: Ticket, at: Instant): Partial<Ticket> {
  if (!ticket.hold) return { status: 'acknowledged' }
  const length = at - ticket.hold.since
  return {
    status: 'acknowledged',
    hold: null,
    pauses: [...ticket.pauses, [ticket.hold.since, at]],
    // A granted due time moves with the wait, as the class's own does through `pauses`.
    dueOverride: ticket.dueOverride === null ? null : ticket.dueOverride + length,
  }
}

/** Every ladder level may be decided again: the committee or the resident gave the matter a new start. */
function freshCycle(ticket: Ticket): Partial<Ticket> {
  return { cycle: ticket.cycle + 1, decidedSteps: [], level: 0 }
}

/** A promise that was broken is over: the new due time takes its place, and nobody is reminded of it twice. */
function stillAhead(promise: Promised | null, at: Instant): Promised | null {
  return promise && promise.until > at ? promise : null
}
