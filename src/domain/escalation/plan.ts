import type { Instant } from '../ids.ts'
import type { Policy } from '../policy/policy.ts'
import { isPromisePaused } from '../ticket/promise.ts'
import { isActive, reporterMayAnswer, type Ticket } from '../ticket/ticket.ts'
import type { Duration } from '../time/duration.ts'
import { deferOutOfQuiet } from '../time/quiet-hours.ts'
import { type RunningClock, runningClocks } from './clocks.ts'
import { loweredOf, timesSaid } from './lowered.ts'
import { rungs } from './rungs.ts'
import { speakableFrom } from './speakable.ts'
import type { Step } from './step.ts'
import { withinRepeats } from './within-repeats.ts'

/**
 * Everything that time still has to do to a ticket in this cycle, in order within each clock, without the steps
 * already decided. Pure: the same ticket and policy always give the same plan. Non-emergency steps wait out quiet hours.
 */
export function plan(ticket: Ticket, policy: Policy): readonly Step[] {
  const steps: Step[] = []
  const decided = new Set(ticket.decidedSteps)
  const planned = new Map<string, Instant>()
  const add = (path: string, at: Instant, action: Step['action'], speaks: boolean): void => {
    const key = `${ticket.cycle}/${path}`
    planned.set(key, at)
    if (decided.has(key)) return
    const quiet = speaks && ticket.urgency !== 'emergency'
    steps.push({ key, at: quiet ? deferOutOfQuiet(policy.calendar.timezone, policy.quietHours, at) : at, action })
  }
  for (const clock of runningClocks(ticket, policy)) {
    // Before anybody has taken the matter its response clock speaks, and nobody is told twice.
    if (clock.name === 'onsite' && ticket.status === 'open') continue
    const name = clockKey(clock, ticket)
    const from = speakableFrom(clock.name, ticket)
    const notBefore = (at: Instant): Instant => Math.max(at, from)
    const warn = warningOf(clock, ticket, name)
    if (warn) add(warn.path, notBefore(warn.at), { kind: 'warn', clock: clock.name, due: clock.due }, true)
    for (const { level, repeat, at, notify } of rungs(clock, ticket, policy)) {
      const action = { kind: 'level', clock: clock.name, level, repeat, notify, due: clock.due } as const
      add(`${name}/level/${level}/${repeat}`, notBefore(at), action, true)
    }
  }
  // Counted at its time and without a word, also where nobody may be disturbed or the ladder says nothing of promises.
  if (ticket.promise && isActive(ticket) && !isPromisePaused(ticket))
    add(`promise/${ticket.promise.until}/broken`, ticket.promise.until, { kind: 'break-promise' }, false)
  if (ticket.hold) add(`hold/${ticket.hold.until}/return`, ticket.hold.until, { kind: 'return' }, false)
  if (ticket.status === 'resolved' && ticket.resolution) {
    const { at } = ticket.resolution
    const closes = later(at, policy.callbackWindow)
    add('callback/close', closes, { kind: 'close' }, false)
    const somebody = reporterMayAnswer(ticket) || ticket.supporters > 0
    const remind = policy.callbackRemind && later(at, policy.callbackRemind)
    if (remind !== undefined && remind < closes && somebody)
      add('callback/ask', remind, { kind: 'ask', about: 'callback' }, true)
  }
  const recheck = policy.recheck?.[ticket.category]
  if (ticket.status === 'closed' && ticket.closedAt !== null && recheck && reporterMayAnswer(ticket))
    add('recheck/ask', later(ticket.closedAt, recheck), { kind: 'ask', about: 'recheck' }, true)
  return withinRepeats(steps, planned, ticket, policy)
}

/** In calendar time. */
function later(at: Instant, { days, ms }: Duration): Instant {
  return at + days * 86_400_000 + ms
}

/** Each promise has steps of its own, so its key carries the promised time. */
function clockKey(clock: RunningClock, ticket: Ticket): string {
  return clock.name === 'promise' ? `promise/${ticket.promise?.until ?? 0}` : clock.name
}

/** Where the emergency that a matter was taken for has warned already, the slower clock warns once more, if that is still ahead. */
function warningOf(
  clock: RunningClock,
  ticket: Ticket,
  name: string,
): { readonly path: string; readonly at: Instant } | null {
  const { warnAt: at } = clock
  if (at === null) return null
  const path = `${name}/warn`
  const lowered = loweredOf(clock, ticket)
  const before = lowered ? timesSaid(`${ticket.cycle}/${path}`, lowered) : 0
  if (!lowered || before === 0) return { path, at }
  return at > lowered.at ? { path: `${path}/${before}`, at } : null
}

/** The next undecided step of each clock: what the due table holds. Cost follows what is due, not the ladder's length. */
export function nextSteps(steps: readonly Step[]): readonly Step[] {
  const first = new Map<string, Step>()
  for (const step of steps) {
    const lane = laneOf(step)
    const known = first.get(lane)
    if (!known || step.at < known.at) first.set(lane, step)
  }
  return [...first.values()]
}

export function laneOf(step: Step): string {
  return 'clock' in step.action ? step.action.clock : step.action.kind
}
