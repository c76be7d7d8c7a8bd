import type { Instant } from '../ids.ts'
import { dayNameIn } from '../policy/days-in-force.ts'
import { isAboveStaff, type Policy } from '../policy/policy.ts'
import type { RecordedEvent } from '../ticket/event.ts'
import { type PutOffPromise, putOffByHolds } from '../ticket/promise.ts'
import type { ClockName, Ticket } from '../ticket/ticket.ts'
import type { ClockKind, Duration } from '../time/duration.ts'
import { type RunningClock, runningClocks, runsThroughHolds } from './clocks.ts'
import { type Excluded, excludedBetween } from './excluded.ts'
import { type HoldSpan, holdsOf } from './holds.ts'
import { plan } from './plan.ts'
import type { Step } from './step.ts'

/** Where a due time comes from: the class, its second try, somebody's promise, or what the committee set. */
export type Basis = 'class' | 'second-try' | 'promise' | 'supervised' | 'sent-back' | 'extended'

/** True where the committee has named the time itself. */
export function isNamedByCommittee(basis: Basis): boolean {
  return basis === 'supervised' || basis === 'sent-back' || basis === 'extended'
}

/** Something that time will say about a clock, and to whom. */
export interface Coming {
  readonly at: Instant
  readonly kind: 'warn' | 'level'
  readonly notify: readonly string[]
}

type People = Readonly<Record<string, readonly string[]>>

/** True for the parts of the ladder that one message in the staff's chat speaks to. */
export function isInTheWork(part: string): boolean {
  return part === 'assignee' || part === 'manager' || part === 'staff'
}

/** The same with no part above staff that nobody holds, and without the steps that nobody would hear. */
export function onlyHeard(explanation: Explanation, people: People): Explanation {
  const clocks = explanation.clocks.map((clock) => ({
    ...clock,
    coming: clock.coming.flatMap((step) => {
      const notify = step.notify.filter((part) => isInTheWork(part) || people[part]?.length !== 0)
      return notify.length === 0 ? [] : [{ ...step, notify }]
    }),
  }))
  return { ...explanation, clocks }
}

/** What a step says beyond those in the work. */
export function beyondTheWork({ notify }: Coming): readonly string[] {
  return notify.filter((part) => !isInTheWork(part))
}

/** Whom a step names of those in the work: the manager, where there is one, else whoever has the matter. */
export function namedInTheWork({ notify }: Coming, people: People): 'manager' | 'assignee' {
  return notify.includes('manager') && people.manager?.length !== 0 ? 'manager' : 'assignee'
}

/** The first step to come that tells staff, and the first that goes beyond them; null where there is none. */
export function nextToHear({ coming }: Pick<ExplainedClock, 'coming'>): {
  readonly staff: Coming | null
  readonly above: Coming | null
} {
  const levels = coming.filter(({ kind }) => kind === 'level')
  return {
    staff: levels.find(({ notify }) => notify.some((part) => !isAboveStaff(part))) ?? null,
    above: levels.find(({ notify }) => notify.some(isAboveStaff)) ?? null,
  }
}

/** One clock in so far as somebody may ask about it. */
export interface ExplainedClock {
  readonly name: ClockName
  readonly basis: Basis
  /** The class's own limit; null where somebody named the time. */
  readonly limit: Duration | null
  readonly kind: ClockKind | null
  readonly start: Instant
  readonly due: Instant
  /** What the time between does not count; null where it counts every hour. */
  readonly excluded: Excluded | null
  /** Waits for others within it, which do not count either. */
  readonly holds: readonly HoldSpan[]
  /** Of a promise that waits, over by now, have put off. */
  readonly putOff?: PutOffPromise
  /** What comes next, at most three steps; empty when everybody has been told. */
  readonly coming: readonly Coming[]
}

/** Why a ticket makes itself heard: which clocks run, since when, without what, and who hears of it next. */
export interface Explanation {
  readonly clocks: readonly ExplainedClock[]
  /** An emergency is finished when it is safe; no clock says when. */
  readonly untilSafe: boolean
  /** When an unanswered callback closes it; null while nobody is asked. */
  readonly closesAt: Instant | null
}

/** Explains a ticket under its own policy. Pure: due times and what comes next are those of `plan`. */
export function explain(ticket: Ticket, policy: Policy, history: readonly RecordedEvent[]): Explanation {
  const steps = plan(ticket, policy)
  const clocks = runningClocks(ticket, policy)
    // Before anybody has taken the matter its response clock speaks for both.
    .filter(({ name }) => !(name === 'onsite' && ticket.status === 'open'))
    .map((clock) => explained(clock, ticket, policy, steps, history))
  const sla = policy.classes[ticket.class]
  return {
    clocks,
    untilSafe: sla.resolve === null && ticket.dueOverride === null && ticket.urgency === 'emergency',
    closesAt: steps.find(({ action }) => action.kind === 'close')?.at ?? null,
  }
}

function explained(
  clock: RunningClock,
  ticket: Ticket,
  policy: Policy,
  steps: readonly Step[],
  history: readonly RecordedEvent[],
): ExplainedClock {
  const { name, kind, start, due } = clock
  const basis = basisOf(name, ticket, policy)
  // A time that somebody set leaves nothing out: it is that time.
  const putOff = name === 'promise' ? putOffByHolds(history) : null
  const counts = !runsThroughHolds(name, ticket) && clock.kind !== null
  return {
    name,
    basis,
    limit: basis === 'class' || basis === 'second-try' ? limitOf(name, basis, ticket, policy) : null,
    kind,
    start,
    due,
    excluded:
      kind === 'business'
        ? excludedBetween(policy.calendar, start, due, (date, slot) => dayNameIn(policy, date, slot))
        : null,
    holds: counts ? holdsOf(history).filter(({ from, to }) => to !== null && to > start && from < due) : [],
    ...(putOff && { putOff }),
    coming: comingOf(name, steps),
  }
}

function basisOf(name: ClockName, ticket: Ticket, policy: Policy): Basis {
  if (name === 'promise') return 'promise'
  if (ticket.dueOverride !== null && name !== 'acknowledge') {
    if (ticket.supervision) return 'supervised'
    return ticket.sentBack ? 'sent-back' : 'extended'
  }
  const second = name === 'resolve' && ticket.reopens > 0 && policy.classes[ticket.class].secondTry !== null
  return second ? 'second-try' : 'class'
}

function limitOf(name: ClockName, basis: Basis, ticket: Ticket, policy: Policy): Duration | null {
  const sla = policy.classes[ticket.class]
  if (name === 'promise') return null
  return name === 'resolve' && basis === 'second-try' ? sla.secondTry : sla[name]
}

const told = 3

function comingOf(name: ClockName, steps: readonly Step[]): readonly Coming[] {
  return steps
    .flatMap(({ at, action }): Coming[] => {
      if (action.kind === 'warn' && action.clock === name) return [{ at, kind: 'warn', notify: ['assignee'] }]
      if (action.kind === 'level' && action.clock === name) return [{ at, kind: 'level', notify: action.notify }]
      return []
    })
    .toSorted((a, b) => a.at - b.at)
    .slice(0, told)
}
