import type { Instant } from '../ids.ts'
import type { TicketCommand } from '../ticket/command.ts'
import type { ClockName } from '../ticket/ticket.ts'
import { laneOf, type Step } from './plan.ts'

/** How much later than planned a step may run before its message says that the system was down. */
const outageAfterMs = 10 * 60_000

/** True for a step planned so long ago that only an outage explains it. */
export function isLate(at: Instant, now: Instant): boolean {
  return now - at > outageAfterMs
}

/**
 * What to do about a step that is due at `now`, given the ticket's plan. In ordinary times each clock speaks for itself, and
 * a warning that comes after the due time makes way for the level. After an outage the whole ticket speaks once, at the
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
  const lane = late ? due : due.filter((one) => laneOf(one) === laneOf(step))
  const chosen = late ? loudest(due, step) : firstToSay(lane, step)
  const said = late ? lane : lane.slice(0, lane.indexOf(chosen) + 1)
  const keys = said.map(({ key }) => key)
  if (chosen.action.kind === 'warn')
    return { type: 'warn', clock: chosen.action.clock, steps: keys, due: chosen.action.due, late }
  if (chosen.action.kind !== 'level') throw new TypeError(`step ${chosen.key} speaks of no clock`)
  const { clock, level, repeat, notify, due: ranOut } = chosen.action
  return { type: 'escalate', clock, level, repeat, notify, due: ranOut, steps: keys, late }
}

function firstToSay(lane: readonly Step[], step: Step): Step {
  return step.action.kind === 'warn' ? (lane.find((one) => one.action.kind === 'level') ?? step) : step
}

/** The finish before the rest: an acknowledgement mends nothing. */
const weight: Readonly<Record<ClockName, number>> = { resolve: 3, acknowledge: 2, onsite: 1, promise: 0 }

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
