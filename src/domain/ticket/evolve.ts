import type { Instant } from '../ids.ts'
import { isAboveStaff } from '../policy/policy.ts'
import { viewable } from './attachment.ts'
import type { TicketEvent } from './event.ts'
import { brokenStep, isPromisePaused } from './promise.ts'
import { recheckAnswered, type Ticket } from './ticket.ts'

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
      return {}
    case 'promiseBroken':
      return { decidedSteps: [...ticket.decidedSteps, brokenStep(ticket.cycle, event.until)] }
    case 'promiseMoved': {
      const { promise } = ticket
      // Its start moves along, so that it is reminded of at the same part of its time.
      return { promise: promise && { ...promise, at: promise.at + event.to - event.until, until: event.to } }
    }
    case 'held':
      return {
        status: 'held',
        hold: { party: event.party, until: event.until, reason: event.reason, since: ticket.hold?.since ?? at },
      }
    case 'returned':
      return returned(ticket, at)
    case 'assigned':
      return { assignee: event.to }
    case 'handedOver': {
      const { to, reason, by } = event
      return { handedOver: { trail: [...(ticket.handedOver?.trail ?? []), to], reason, by, at, referred: false } }
    }
    case 'referred':
      return {
        level: Math.max(ticket.level, event.level),
        handedOver: ticket.handedOver && { ...ticket.handedOver, referred: true },
      }
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
        sentBack: null,
        dueOverride: null,
        dueFrom: null,
        resolution: null,
        closedAt: null,
        endReason: null,
        rating: null,
        reopens: ticket.reopens + 1,
      }
    case 'withdrawn':
      return { status: 'withdrawn', closedAt: at, endReason: event.reason, hold: null, promise: null }
    case 'rejected':
      return { status: 'rejected', closedAt: at, endReason: event.reason, hold: null, promise: null }
    case 'merged':
      return { status: 'merged', closedAt: at, mergedInto: event.into, hold: null, promise: null }
    case 'split':
      // What ran out meanwhile is due now, and not all at once.
      return {
        status: ticket.acknowledged ? 'acknowledged' : 'open',
        closedAt: null,
        mergedInto: null,
        ladderFrom: at,
      }
    case 'supervised':
      return {
        ...grantedCycle(ticket),
        supervision: { supervisor: event.supervisor, by: event.by, due: event.due, at },
        sentBack: null,
        dueOverride: event.due,
        dueFrom: at,
        promise: stillAhead(ticket, at),
      }
    case 'extended':
      return {
        ...grantedCycle(ticket),
        dueOverride: event.until,
        dueFrom: at,
        // Whoever supervises goes on doing so, to the new time.
        supervision: ticket.supervision && { ...ticket.supervision, due: event.until },
        sentBack: null,
        promise: stillAhead(ticket, at),
      }
    case 'sentBack':
      return {
        ...grantedCycle(ticket),
        supervision: null,
        sentBack: { reason: event.reason, by: event.by, at, climbedAgain: false },
        dueOverride: event.due,
        dueFrom: at,
        promise: stillAhead(ticket, at),
      }
    case 'recategorised':
      // Nothing that ran starts again: only what the class says of it changes.
      return {
        category: event.category,
        class: event.class,
        urgency: event.urgency ?? ticket.urgency,
        private: event.private,
        ladderFrom: at,
        decidedSteps: [...ticket.decidedSteps, ...event.steps],
      }
    case 'clarified': {
      const { type: _, by: __, ...known } = event
      return { known: { ...ticket.known, ...known } }
    }
    case 'asked':
      return { decidedSteps: [...ticket.decidedSteps, ...event.steps] }
    case 'stillFine':
      return { decidedSteps: [...ticket.decidedSteps, recheckAnswered(ticket.cycle)] }
    case 'warned':
      return { decidedSteps: [...ticket.decidedSteps, ...event.steps] }
    case 'escalated':
      return {
        decidedSteps: [...ticket.decidedSteps, ...event.steps],
        level: Math.max(ticket.level, event.level),
        sentBack:
          ticket.sentBack && event.notify.some(isAboveStaff)
            ? { ...ticket.sentBack, climbedAgain: true }
            : ticket.sentBack,
      }
  }
}

function returned(ticket: Ticket, at: Instant): Partial<Ticket> {
  if (!ticket.hold) return { status: 'acknowledged' }
  return {
    status: 'acknowledged',
    hold: null,
    pauses: [...ticket.pauses, [ticket.hold.since, at]],
    // An emergency's ladder did not wait, so it does not start again.
    ladderFrom: ticket.ladderFrom === null || ticket.urgency === 'emergency' ? ticket.ladderFrom : at,
  }
}

/** Every ladder level may be decided again: the committee or the resident gave the matter a new start. */
function freshCycle(ticket: Ticket): Partial<Ticket> {
  return { cycle: ticket.cycle + 1, decidedSteps: [], level: 0, ladderFrom: null }
}

/** A granted time replaces the finish and the visit; the response goes on, and says nothing twice. */
function grantedCycle(ticket: Ticket): Partial<Ticket> {
  const fresh = freshCycle(ticket)
  const said = `${ticket.cycle}/acknowledge/`
  const decidedSteps = ticket.decidedSteps
    .filter((step) => step.startsWith(said))
    .map((step) => `${ticket.cycle + 1}/${step.slice(step.indexOf('/') + 1)}`)
  // Whatever the committee says of a matter that lay before it settles whose it is.
  const handedOver = ticket.handedOver && { ...ticket.handedOver, referred: false }
  return { ...fresh, decidedSteps, handedOver }
}

/** A promise that was broken is over: the new due time takes its place, and nobody is reminded of it twice. */
function stillAhead(ticket: Ticket, at: Instant): Ticket['promise'] {
  const { promise } = ticket
  return promise && (promise.until > at || isPromisePaused(ticket)) ? promise : null
}
