import type { Instant } from '../ids.ts'
import type { Policy } from '../policy/policy.ts'
import { type ClockName, isActive, type Ticket } from '../ticket/ticket.ts'
import { addDuration, type Duration } from '../time/duration.ts'

/** A clock that runs on a ticket: when it started and when it runs out. */
export interface RunningClock {
  readonly name: ClockName
  readonly start: Instant
  readonly due: Instant
  /** When to warn, or null where a warning makes no sense. */
  readonly warnAt: Instant | null
}

/** The clocks that run on a ticket now, under its own policy version. A held ticket's resolution clocks stand still. */
export function runningClocks(ticket: Ticket, policy: Policy): readonly RunningClock[] {
  if (!isActive(ticket)) return []
  const sla = policy.classes[ticket.class]
  const clocks: RunningClock[] = []
  const run = (name: ClockName, limit: Duration | null): void => {
    if (!limit) return
    const pauses = name === 'acknowledge' ? [] : ticket.pauses
    const due = addDuration(policy.calendar, ticket.clockStart, limit, sla.clock, pauses)
    const part = Math.round(addDuration(policy.calendar, ticket.clockStart, scale(limit, sla.warn), sla.clock, pauses))
    clocks.push({ name, start: ticket.clockStart, due, warnAt: part < due ? part : null })
  }
  // A due time granted by 督办 or 延期 takes the place of every other clock but what staff promised themselves.
  const granted = ticket.dueOverride !== null
  if (ticket.status === 'open' && !granted) run('acknowledge', sla.acknowledge)
  if (!ticket.onSiteAt && ticket.status !== 'held' && !granted) run('onsite', sla.onsite)
  if (ticket.status !== 'held') {
    if (ticket.dueOverride !== null) {
      clocks.push({ name: 'resolve', start: ticket.clockStart, due: ticket.dueOverride, warnAt: null })
    } else {
      run('resolve', ticket.reopens > 0 ? (sla.secondTry ?? sla.resolve) : sla.resolve)
    }
    if (ticket.promise)
      clocks.push({ name: 'promise', start: ticket.promise.at, due: ticket.promise.until, warnAt: null })
  }
  return clocks
}

function scale(duration: Duration, fraction: number): Duration {
  return { days: duration.days * fraction, ms: Math.round(duration.ms * fraction) }
}
