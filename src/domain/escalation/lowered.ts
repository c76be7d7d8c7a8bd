import type { Instant } from '../ids.ts'
import { type ClockName, clockNames, type Ticket } from '../ticket/ticket.ts'
import type { RunningClock } from './clocks.ts'

/**
 * A false emergency that was lowered: its clocks run slower now, so what the emergency has said and they have still ahead is said again, at
 * their own time. Such a step has the next number, for what was said stays said; what they have behind them is not said again.
 */
export interface Lowered {
  readonly at: Instant
  /** What had been said by then. */
  readonly said: readonly string[]
}

/** Keys that remember when an emergency was lowered, one for each clock of a class. */
export function rememberLowered({ cycle }: Pick<Ticket, 'cycle'>, at: Instant): readonly string[] {
  return clockNames.flatMap((clock) => (clock === 'promise' ? [] : [`${pathOf(cycle, clock)}${at}`]))
}

/** When the emergency that a clock's ticket was taken for was last lowered; null where it was none, is one, or somebody named the time. */
export function loweredOf({ name, kind }: Pick<RunningClock, 'name' | 'kind'>, ticket: Ticket): Lowered | null {
  if (ticket.urgency === 'emergency' || kind === null) return null
  const path = pathOf(ticket.cycle, name)
  const index = ticket.decidedSteps.findLastIndex((key) => key.startsWith(path))
  const mark = ticket.decidedSteps[index]
  return mark === undefined ? null : { at: Number(mark.slice(path.length)), said: ticket.decidedSteps.slice(0, index) }
}

/** How often a step had been said when the emergency was lowered: numbered from 0, the first of a warning without a number. */
export function timesSaid(path: string, { said }: Lowered): number {
  const numbers = said.flatMap((key) => {
    if (key === path) return [0]
    return key.startsWith(`${path}/`) ? [Number(key.slice(path.length + 1))] : []
  })
  return Math.max(-1, ...numbers) + 1
}

function pathOf(cycle: number, clock: ClockName): string {
  return `${cycle}/${clock}/lowered/`
}
