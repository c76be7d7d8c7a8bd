import type { Instant } from '../ids.ts'
import { emergencyAfter, emergencyEvery } from '../policy/ladder-wait.ts'
import { clockKindOf, type LadderStep, type Policy } from '../policy/policy.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { addDuration } from '../time/duration.ts'
import { isGranted, pausesOf, type RunningClock } from './clocks.ts'
import { loweredOf, timesSaid } from './lowered.ts'
import { saidBeforeChange } from './said-before-change.ts'
import { ladderStart } from './speakable.ts'

/** One saying of one level. */
export interface Rung {
  readonly level: number
  /** From 0. */
  readonly repeat: number
  readonly at: Instant
  readonly notify: readonly string[]
}

/** The ladder against one clock. Rows of one level speak with one voice: one message that names everybody. */
export function rungs(clock: RunningClock, ticket: Ticket, policy: Policy): readonly Rung[] {
  const found = new Map<string, Rung>()
  for (const row of policy.ladder) {
    if (row.level > 1 && staysAmongStaff(clock, ticket)) continue
    for (const { repeat, at } of rowTimes(row, clock, ticket, policy)) {
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

function rowTimes(
  row: LadderStep,
  runsOut: RunningClock,
  ticket: Ticket,
  policy: Policy,
): readonly Pick<Rung, 'repeat' | 'at'>[] {
  const { name } = runsOut
  const pauses = pausesOf(name, ticket)
  const emergency = ticket.urgency === 'emergency'
  const clock = emergency ? 'always' : clockKindOf(policy.classes[ticket.class], name)
  const after = emergency ? emergencyAfter(policy.calendar, row) : row.after
  const between = emergency ? emergencyEvery(policy.calendar, row) : row.every
  const every = row.repeat > 1 ? between : null
  // While somebody else is waited for, the ladder waits, too: nothing of it has passed when the work goes on.
  const start = ladderStart(runsOut, ticket)
  const { ladderFrom } = ticket
  const said = saidBeforeChange(ticket, name, row.level)
  const lowered = loweredOf(runsOut, ticket)
  const before = lowered ? timesSaid(`${ticket.cycle}/${name}/level/${row.level}`, lowered) : 0
  const times: Pick<Rung, 'repeat' | 'at'>[] = []
  let at = addDuration(policy.calendar, start, after, clock, pauses)
  // What the emergency said stands for what the slower clock has behind it, too.
  for (let slot = 0; lowered !== null && before > 0 && at <= lowered.at; slot += 1) {
    if (!every || slot === row.repeat) return []
    at = addDuration(policy.calendar, at, every, clock, pauses)
  }
  const last = every ? row.repeat : before + 1
  for (let repeat = before; repeat < last; repeat += 1) {
    // What a change puts into the past is first said at the change, and repeated from there.
    if (ladderFrom !== null && repeat === said) at = Math.max(at, ladderFrom)
    times.push({ repeat, at })
    if (!every) break
    at = addDuration(policy.calendar, at, every, clock, pauses)
  }
  return times
}
