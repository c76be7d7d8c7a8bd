import type { Instant } from '../ids.ts'
import { emergencyAfter, emergencyEvery } from '../policy/ladder-wait.ts'
import { clockKindOf, type LadderStep, type Policy } from '../policy/policy.ts'
import { isPromisePaused } from '../ticket/promise.ts'
import { type ClockName, isActive, reporterMayAnswer, type Ticket } from '../ticket/ticket.ts'
import { addDuration, type Duration } from '../time/duration.ts'
import { deferOutOfQuiet } from '../time/quiet-hours.ts'
import { isGranted, pausesOf, type RunningClock, runningClocks } from './clocks.ts'
import { saidBeforeChange } from './said-before-change.ts'
import { ladderStart, speakableFrom } from './speakable.ts'

/** One thing that time will do to a ticket. `key` is unique within the ticket: cycle/clock/kind/level/repeat. */
export interface Step {
  readonly key: string
  readonly at: Instant
  readonly action:
    | { readonly kind: 'warn'; readonly clock: ClockName; readonly due: Instant }
    | {
        readonly kind: 'level'
        readonly clock: ClockName
        readonly level: number
        readonly repeat: number
        readonly notify: readonly string[]
        readonly due: Instant
      }
    | { readonly kind: 'return' }
    | { readonly kind: 'break-promise' }
    | { readonly kind: 'close' }
    | { readonly kind: 'ask'; readonly about: 'callback' | 'recheck' }
}

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
    if (clock.warnAt !== null)
      add(`${name}/warn`, notBefore(clock.warnAt), { kind: 'warn', clock: clock.name, due: clock.due }, true)
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

/**
 * A matter calls somebody as often as the ladder's row says, whichever clock speaks: once the finish clock has reached a
 * level, the response clocks do not repeat it, and the finish clock repeats it as often as they have left over. Taking and
 * being there are one response: of a level that is said several times the visit says what the taking has left over, and
 * nothing where that was all. `planned`: each step's time before quiet hours moved it, so that a night changes nothing.
 */
function withinRepeats(
  steps: readonly Step[],
  planned: ReadonlyMap<string, Instant>,
  ticket: Ticket,
  policy: Policy,
): readonly Step[] {
  const responding = (clock: ClockName): boolean => clock === 'acknowledge' || clock === 'onsite'
  const reached = ({ action, key, at }: Step): boolean => {
    if (action.kind !== 'level') return false
    const first = `${ticket.cycle}/resolve/level/${action.level}/0`
    return (
      ticket.decidedSteps.includes(first) ||
      (planned.get(key) ?? at) >= (planned.get(first) ?? Number.POSITIVE_INFINITY)
    )
  }
  const most = (level: number): number =>
    Math.max(...policy.ladder.map((row) => (row.level === level ? row.repeat : 0)))
  const saidBy = (clock: ClockName, level: number): number =>
    ticket.decidedSteps.filter((key) => key.startsWith(`${ticket.cycle}/${clock}/level/${level}/`)).length
  const calling = steps.filter(({ action, ...step }) => {
    if (action.kind !== 'level' || !responding(action.clock)) return true
    const { clock, level, repeat } = action
    if (clock === 'onsite' && most(level) > 1 && repeat >= most(level) - saidBy('acknowledge', level)) return false
    return repeat === 0 || !reached({ action, ...step })
  })
  const left = (level: number): number => {
    const said = saidBy('acknowledge', level) + saidBy('onsite', level)
    const toSay = calling.filter(
      ({ action }) => action.kind === 'level' && responding(action.clock) && action.level === level,
    )
    return most(level) - said - toSay.length
  }
  return calling.filter(
    ({ action }) =>
      !(
        action.kind === 'level' &&
        action.clock === 'resolve' &&
        action.repeat > 0 &&
        action.repeat >= left(action.level)
      ),
  )
}

/** In calendar time. */
function later(at: Instant, { days, ms }: Duration): Instant {
  return at + days * 86_400_000 + ms
}

/** Each promise has steps of its own, so its key carries the promised time. */
function clockKey(clock: RunningClock, ticket: Ticket): string {
  return clock.name === 'promise' ? `promise/${ticket.promise?.until ?? 0}` : clock.name
}

interface Rung {
  readonly level: number
  readonly repeat: number
  readonly at: Instant
  readonly notify: readonly string[]
}

/** The ladder against one clock. Rows of one level speak with one voice: one message that names everybody. */
function rungs(clock: RunningClock, ticket: Ticket, policy: Policy): readonly Rung[] {
  const found = new Map<string, Rung>()
  for (const row of policy.ladder) {
    if (row.level > 1 && staysAmongStaff(clock, ticket)) continue
    for (const [repeat, at] of rowTimes(row, clock, ticket, policy).entries()) {
      const key = `${row.level}/${repeat}`
      const same = found.get(key)
      const rung = { level: row.level, repeat, at, notify: [row.notify] }
      found.set(key, same ? { ...same, at: Math.min(same.at, at), notify: [...same.notify, row.notify] } : rung)
    }
  }
  return [...found.values()]
}

/**
 * A broken promise, and a late visit where nothing is urgent, are matters between staff and their manager; the class's own
 * clocks bring in the committee. Once the committee has named a time, so is who takes it: the committee hears at its own time.
 */
function staysAmongStaff(clock: RunningClock, ticket: Ticket): boolean {
  if (clock.name === 'acknowledge') return isGranted(ticket)
  return clock.name === 'promise' || (clock.name === 'onsite' && ticket.urgency === 'normal')
}

function rowTimes(row: LadderStep, runsOut: RunningClock, ticket: Ticket, policy: Policy): readonly Instant[] {
  const { name } = runsOut
  const pauses = pausesOf(name, ticket)
  const emergency = ticket.urgency === 'emergency'
  const clock = emergency ? 'always' : clockKindOf(policy.classes[ticket.class], name)
  const after = emergency ? emergencyAfter(policy.calendar, row) : row.after
  const every = emergency ? emergencyEvery(policy.calendar, row) : row.every
  // While somebody else is waited for, the ladder waits, too: nothing of it has passed when the work goes on.
  const start = ladderStart(runsOut, ticket)
  const { ladderFrom } = ticket
  const said = saidBeforeChange(ticket, name, row.level)
  const times: Instant[] = []
  let at = addDuration(policy.calendar, start, after, clock, pauses)
  for (let repeat = 0; repeat < row.repeat; repeat += 1) {
    // What a change puts into the past is first said at the change, and repeated from there.
    if (ladderFrom !== null && repeat === said) at = Math.max(at, ladderFrom)
    times.push(at)
    if (!every) break
    at = addDuration(policy.calendar, at, every, clock, pauses)
  }
  return times
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
