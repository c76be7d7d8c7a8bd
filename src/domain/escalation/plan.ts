import type { Instant } from '../ids.ts'
import { emergencyAfter, emergencyEvery } from '../policy/ladder-wait.ts'
import type { LadderStep, Policy } from '../policy/policy.ts'
import type { ClockName, Ticket } from '../ticket/ticket.ts'
import { addDuration } from '../time/duration.ts'
import { deferOutOfQuiet } from '../time/quiet-hours.ts'
import { type RunningClock, runningClocks } from './clocks.ts'

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
    | { readonly kind: 'close' }
}

/**
 * Everything that time still has to do to a ticket in this cycle, in order within each clock, without the steps
 * already decided. Pure: the same ticket and policy always give the same plan. Non-emergency steps wait out quiet hours.
 */
export function plan(ticket: Ticket, policy: Policy): readonly Step[] {
  const steps: Step[] = []
  const decided = new Set(ticket.decidedSteps)
  const add = (path: string, at: Instant, action: Step['action'], speaks: boolean): void => {
    const key = `${ticket.cycle}/${path}`
    if (decided.has(key)) return
    const quiet = speaks && ticket.urgency !== 'emergency'
    steps.push({ key, at: quiet ? deferOutOfQuiet(policy.calendar.timezone, policy.quietHours, at) : at, action })
  }
  for (const clock of runningClocks(ticket, policy)) {
    // Before anybody has taken the matter its response clock speaks, and nobody is told twice.
    if (clock.name === 'onsite' && ticket.status === 'open') continue
    const name = clockKey(clock, ticket)
    if (clock.warnAt !== null)
      add(`${name}/warn`, clock.warnAt, { kind: 'warn', clock: clock.name, due: clock.due }, true)
    for (const { level, repeat, at, notify } of rungs(clock, ticket, policy)) {
      const action = { kind: 'level', clock: clock.name, level, repeat, notify, due: clock.due } as const
      add(`${name}/level/${level}/${repeat}`, at, action, true)
    }
  }
  if (ticket.hold) add(`hold/${ticket.hold.until}/return`, ticket.hold.until, { kind: 'return' }, false)
  if (ticket.status === 'resolved' && ticket.resolution) {
    const { days, ms } = policy.callbackWindow
    add('callback/close', ticket.resolution.at + days * DAY + ms, { kind: 'close' }, false)
  }
  return steps
}

const DAY = 86_400_000

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
    for (const [repeat, at] of rowTimes(row, clock.due, ticket, policy).entries()) {
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
 * clocks bring in the committee.
 */
function staysAmongStaff(clock: RunningClock, ticket: Ticket): boolean {
  return clock.name === 'promise' || (clock.name === 'onsite' && ticket.urgency === 'normal')
}

function rowTimes(row: LadderStep, due: Instant, ticket: Ticket, policy: Policy): readonly Instant[] {
  const emergency = ticket.urgency === 'emergency'
  const clock = emergency ? 'always' : policy.classes[ticket.class].clock
  const after = emergency ? emergencyAfter(policy.calendar, row) : row.after
  const every = emergency ? emergencyEvery(policy.calendar, row) : row.every
  const times = [addDuration(policy.calendar, due, after, clock)]
  while (every && times.length < row.repeat) {
    times.push(addDuration(policy.calendar, times.at(-1) ?? due, every, clock))
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
