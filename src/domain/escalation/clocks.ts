import type { Instant } from '../ids.ts'
import { clockKindOf, type Policy } from '../policy/policy.ts'
import { type ClockName, isActive, type Ticket } from '../ticket/ticket.ts'
import { addDuration, type ClockKind, type Duration } from '../time/duration.ts'

/** A clock that runs on a ticket: when it started and when it runs out. */
export interface RunningClock {
  readonly name: ClockName
  /** The kind of time it runs in; null for a time that somebody named: a promise, or what the committee granted. */
  readonly kind: ClockKind | null
  readonly start: Instant
  readonly due: Instant
  /** When to warn, or null where a warning makes no sense. */
  readonly warnAt: Instant | null
}

/**
 * The clocks that run on a ticket now, under its own policy version. While a named party is waited for those of the class and
 * a promise stand still; a date that the committee has named does not, nor the visit to an emergency.
 */
export function runningClocks(ticket: Ticket, policy: Policy): readonly RunningClock[] {
  if (!isActive(ticket)) return []
  const sla = policy.classes[ticket.class]
  const clocks: RunningClock[] = []
  const run = (name: ClockName, limit: Duration | null): void => {
    if (!limit) return
    const pauses = pausesOf(name, ticket)
    const kind = clockKindOf(sla, name)
    const due = addDuration(policy.calendar, ticket.clockStart, limit, kind, pauses)
    const part = Math.round(addDuration(policy.calendar, ticket.clockStart, scale(limit, sla.warn), kind, pauses))
    clocks.push({ name, kind, start: ticket.clockStart, due, warnAt: part < due ? part : null })
  }
  const held = ticket.status === 'held'
  // A time granted by 督办, 延期 or 退回 takes the place of the finish and the visit; the response runs on until somebody takes it.
  if (ticket.status === 'open') run('acknowledge', sla.acknowledge)
  if (!ticket.onSiteAt && (!held || isEmergency(ticket)) && !isGranted(ticket)) run('onsite', sla.onsite)
  if (ticket.dueOverride !== null) {
    const { dueOverride: due, dueFrom: from } = ticket
    // Named in clock time, so warned of in clock time.
    const warnAt = from === null ? null : Math.round(from + (due - from) * sla.warn)
    clocks.push({ name: 'resolve', kind: null, start: ticket.clockStart, due, warnAt })
  } else if (!held) {
    run('resolve', ticket.reopens > 0 ? (sla.secondTry ?? sla.resolve) : sla.resolve)
  }
  if (ticket.promise && !held) {
    const { at, until } = ticket.promise
    // Said in clock time, so reminded of in clock time.
    const warnAt = Math.round(at + (until - at) * sla.warn)
    clocks.push({ name: 'promise', kind: null, start: at, due: until, warnAt })
  }
  return clocks
}

/** Whether the committee has named a time in place of the class's own. */
export function isGranted({ dueOverride }: Pick<Ticket, 'dueOverride'>): boolean {
  return dueOverride !== null
}

/** Somebody has to be there, whoever else is waited for. */
function isEmergency({ urgency }: Pick<Ticket, 'urgency'>): boolean {
  return urgency === 'emergency'
}

/** Whether holds leave a clock alone: the response, an emergency's visit, and a time that somebody named. */
export function runsThroughHolds(name: ClockName, ticket: Ticket): boolean {
  if (name === 'onsite') return isEmergency(ticket)
  return name === 'acknowledge' || name === 'promise' || (name === 'resolve' && isGranted(ticket))
}

/** The finished holds that a clock leaves out. */
export function pausesOf(name: ClockName, ticket: Ticket): Ticket['pauses'] {
  return runsThroughHolds(name, ticket) ? [] : ticket.pauses
}

function scale(duration: Duration, fraction: number): Duration {
  return { days: duration.days * fraction, ms: Math.round(duration.ms * fraction) }
}
