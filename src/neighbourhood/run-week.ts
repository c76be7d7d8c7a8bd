import type { WeekStep } from '../../seeds/week.ts'
import { type MovableClock, type Traveller, travel } from '../clocks.ts'
import type { Instant } from '../domain/ids.ts'
import { localToUtc } from '../domain/time/zone.ts'
import type { Telegram } from '../sandbox/telegram.ts'
import { CannotDo, carryOut } from './carry-out.ts'
import { ticketsMade, withNumbers } from './ticket-names.ts'

/** A step of the script that could not be carried out; the message says which and why. */
export class StepFailed extends Error {}

export interface WeekRun {
  readonly telegram: Telegram
  readonly clock: MovableClock
  /** The running bot; settled means that it has fetched and answered everything. */
  readonly bot: Traveller
  readonly timezone: string
  readonly steps: readonly WeekStep[]
  readonly end: string
  /** Called before each step, when its hour has come; the step waits until it resolves. */
  readonly before?: (step: WeekStep) => Promise<void>
  /** Called whenever everything has come to rest, with the step that was just done or null when only time passed; waited for. */
  readonly onRest: (step: WeekStep | null) => void | Promise<void>
  /** Ends the week early, between two steps. */
  readonly stopped: AbortSignal
}

/** Lets the week happen: time passes until each step, somebody does it, and the bot does what follows. @throws StepFailed */
export async function runWeek(week: WeekRun): Promise<void> {
  const { telegram, bot, timezone, before, onRest, stopped } = week
  const clock = untilStopped(week.clock, stopped)
  const watched = restingBetween(bot, clock, stopped, () => onRest(null))
  const names = new Map<string, number>()
  let last: Instant = clock.now()
  for (const [index, written] of week.steps.entries()) {
    if (stopped.aborted) return
    const at = instant(timezone, written.at)
    try {
      if (at < last) throw new CannotDo('it is earlier than the step before it')
      last = at
      await travel(clock, watched, at)
      const step = withNumbers(written, names)
      await before?.(step)
      if (stopped.aborted) return
      const chatId = step.where === 'dm' ? step.who : step.where
      const lastId = telegram.chat(chatId).messages.at(-1)?.id ?? 0
      await carryOut(telegram, step)
      await bot.settle()
      await onRest(step)
      for (const [name, number] of ticketsMade(step, telegram.chat(chatId), lastId)) names.set(name, number)
    } catch (error) {
      if (!(error instanceof CannotDo)) throw error
      throw new StepFailed(`${nameOf(telegram, written, index)}: ${error.message}`)
    }
  }
  if (!stopped.aborted) await travel(clock, watched, instant(timezone, week.end))
}

/** Time stays where it is when the week was ended. */
function untilStopped(clock: MovableClock, stopped: AbortSignal): MovableClock {
  return { now: clock.now, moveTo: (at) => (stopped.aborted ? undefined : clock.moveTo(at)) }
}

/** The same traveller, who does not look twice: a bot at rest stays so until something falls due or somebody acts. */
function restingBetween(
  bot: Traveller,
  clock: MovableClock,
  stopped: AbortSignal,
  onRest: () => void | Promise<void>,
): Traveller {
  let next: Instant | null = null
  let atRest = true
  return {
    async nextAt() {
      next = stopped.aborted ? null : await bot.nextAt()
      return next
    },
    async sweep() {
      if (next === null || next > clock.now()) return
      atRest = false
      await bot.sweep()
    },
    async settle() {
      if (atRest) return
      await bot.settle()
      atRest = true
      await onRest()
    },
  }
}

function nameOf(telegram: Telegram, { at, who, where, does }: WeekStep, index: number): string {
  const person = telegram.world.users.get(who)?.first_name ?? String(who)
  const chat = where === 'dm' ? 'in private' : telegram.chat(where).chat.title
  const what = 'text' in does ? does.text : 'button' in does ? `[${does.button}]` : does.kind
  return `step ${index + 1} (${at}, ${person}, ${chat}: ${what})`
}

/** A local "2026-11-16 09:02" as an instant. @throws RangeError on anything else. */
export function instant(timezone: string, local: string): Instant {
  const [date = '', time = ''] = local.split(' ')
  return localToUtc(timezone, date, time)
}
