import type { Instant } from '../ids.ts'
import type { TicketCommand } from '../ticket/command.ts'
import type { ClockName } from '../ticket/ticket.ts'
import { laneOf } from './plan.ts'
import type { Step } from './step.ts'

/** The finish before the rest: an acknowledgement mends nothing. */
const weight: Readonly<Record<ClockName, number>> = { resolve: 3, acknowledge: 2, onsite: 1, promise: 0 }

/** How much later than planned a step may run before its message says that the system was down. */
const outageAfterMs = 10 * 60_000

/** True for a step planned so long ago that only an outage explains it. */
export function isLate(at: Instant, now: Instant): boolean {
  return now - at > outageAfterMs
}

/**
 * What to do about a step that is due at `now`, given the ticket's plan. In ordinary times each clock speaks for itself, and
 * a warning that comes after the due time makes way for the level; clocks that reach one level together speak once. After an outage the whole ticket speaks once, at the
 * highest level that any of its clocks has reached, and every step due by then counts as said.
 */
export function commandFor(step: Step, steps: readonly Step[], now: Instant): TicketCommand {
  const { action } = step
  if (action.kind === 'return') return { type: 'return' }
  if (action.kind === 'close') return { type: 'expire' }
  if (action.kind === 'ask') return { type: 'ask', about: action.about, step: step.key }
  if (action.kind === 'break-promise') return { type: 'break-promise' }
  const due = steps.filter((one) => 'clock' in one.action && one.at <= now).toSorted((a, b) => a.at - b.at)
  const late = due.some((one) => isLate(one.at, now))
  if (late) return speak(loudest(due, step), due, [], late)
  const lane = due.filter((one) => laneOf(one) === laneOf(step))
  const chosen = firstToSay(lane, step)
  const said = lane.slice(0, lane.indexOf(chosen) + 1)
  const others = together(chosen, due)
  const [first = chosen, ...rest] = [chosen, ...others.map(({ step: one }) => one)].toSorted(byWeight)
  return speak(first, [...said, ...others.flatMap(({ said: also }) => also)], rest, late)
}

/** What one message says: a step, the steps that it speaks for, and the clocks that have reached its level with it. */
function speak({ key, action }: Step, said: readonly Step[], others: readonly Step[], late: boolean): TicketCommand {
  const steps = said.map((one) => one.key)
  if (action.kind === 'warn') return { type: 'warn', clock: action.clock, steps, due: action.due, late }
  if (action.kind !== 'level') throw new TypeError(`step ${key} speaks of no clock`)
  const { clock, level, repeat, notify, due } = action
  const also = others.flatMap(({ key: of, action: one }) =>
    one.kind === 'level' ? [{ clock: one.clock, repeat: one.repeat, due: one.due, steps: [of] }] : [],
  )
  return { type: 'escalate', clock, level, repeat, notify, due, steps, late, ...(also.length > 0 && { also }) }
}

/** Steps of other clocks that are due with a level and call the same people at it, each with the steps of its clock before it. */
function together(
  chosen: Step,
  due: readonly Step[],
): readonly { readonly step: Step; readonly said: readonly Step[] }[] {
  const { action: of } = chosen
  if (of.kind !== 'level') return []
  return [...new Set(due.map(laneOf))].flatMap((lane) => {
    if (lane === laneOf(chosen)) return []
    const own = due.filter((one) => laneOf(one) === lane)
    const index = own.findIndex(
      ({ action }) => action.kind === 'level' && action.level === of.level && sameParts(action.notify, of.notify),
    )
    const step = own[index]
    // One that has a lower level to say first comes in its turn.
    const levels = own.slice(0, index).filter(({ action }) => action.kind === 'level')
    return step && levels.length === 0 ? [{ step, said: own.slice(0, index + 1) }] : []
  })
}

function sameParts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part) => b.includes(part))
}

function byWeight({ action: a }: Step, { action: b }: Step): number {
  return a.kind === 'level' && b.kind === 'level' ? weight[b.clock] - weight[a.clock] : 0
}

function firstToSay(lane: readonly Step[], step: Step): Step {
  return step.action.kind === 'warn' ? (lane.find((one) => one.action.kind === 'level') ?? step) : step
}

/** The highest level; of several clocks there the weightiest, of one clock its last repeat. Without a level, the first warning to run out. */
function loudest(due: readonly Step[], step: Step): Step {
  let found: Step = step
  for (const one of due) if (isLouder(one, found)) found = one
  return found
}

function isLouder({ action: a }: Step, { action: b }: Step): boolean {
  if (a.kind === 'warn' && b.kind === 'warn') return a.due < b.due
  if (a.kind !== 'level') return false
  if (b.kind !== 'level') return true
  if (a.level !== b.level) return a.level > b.level
  return a.clock === b.clock ? a.repeat > b.repeat : weight[a.clock] > weight[b.clock]
}
