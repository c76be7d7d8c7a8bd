import type { Instant } from '../ids.ts'
import type { Policy } from '../policy/policy.ts'
import type { ClockName, Ticket } from '../ticket/ticket.ts'
import { isGranted } from './clocks.ts'
import type { Step } from './step.ts'

/**
 * A level that the ladder says several times is said so often in a cycle by all clocks together, in the order of time. Once the
 * finish clock has reached it the response repeats it no more; until then the response leaves one for the finish, where there is
 * one: whatever was said of taking it, that it is not done is heard. A level that is said once is said of each clock.
 * `planned`: each step's time before quiet hours moved it, so that a night changes nothing.
 */
export function withinRepeats(
  steps: readonly Step[],
  planned: ReadonlyMap<string, Instant>,
  ticket: Ticket,
  policy: Policy,
): readonly Step[] {
  const dropped = new Set<Step>()
  for (const level of new Set(policy.ladder.map((row) => row.level))) {
    const most = Math.max(...policy.ladder.map((row) => (row.level === level ? row.repeat : 0)))
    if (most <= 1) continue
    const time = (step: Step): Instant => planned.get(step.key) ?? step.at
    const toSay = steps.filter((step) => levelOf(step) === level).toSorted((a, b) => time(a) - time(b))
    const said = ticket.decidedSteps.filter((key) => isSaid(key, ticket.cycle, level))
    let left = most - said.length
    let finished = said.some((key) => key.startsWith(`${ticket.cycle}/resolve/`))
    const willFinish = isGranted(ticket) || policy.classes[ticket.class].resolve !== null
    for (const step of toSay) {
      const finish = isOf(step, 'resolve')
      const kept = finish ? left > 0 : left > (willFinish && !finished ? 1 : 0) && !(finished && isRepeat(step))
      if (kept) left -= 1
      else dropped.add(step)
      finished ||= finish
    }
  }
  return steps.filter((step) => !dropped.has(step))
}

/** What somebody promised is no clock of the class; it is reminded of by itself. */
function levelOf({ action }: Step): number | null {
  return action.kind === 'level' && action.clock !== 'promise' ? action.level : null
}

function isSaid(key: string, cycle: number, level: number): boolean {
  const [of, clock, kind, at] = key.split('/')
  return of === String(cycle) && clock !== 'promise' && kind === 'level' && at === String(level)
}

function isOf({ action }: Step, clock: ClockName): boolean {
  return action.kind === 'level' && action.clock === clock
}

function isRepeat({ action }: Step): boolean {
  return action.kind === 'level' && action.repeat > 0
}
