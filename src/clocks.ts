import type { Clock } from './app/ports.ts'
import type { Instant } from './domain/ids.ts'

/** The machine's clock. */
export const machineClock: Clock = { now: () => Date.now() }

/** A clock that somebody moves: it stands still (tests, the demo) or runs on from where it was put (the sandbox). */
export interface MovableClock extends Clock {
  /** Puts the clock to an instant; never back. */
  moveTo(at: Instant): void
}

/** Stands at `start` until moved. */
export function standingClock(start: Instant): MovableClock {
  let at = start
  return {
    now: () => at,
    moveTo(to) {
      at = Math.max(at, to)
    },
  }
}

/** Runs like the machine's clock from `start` on and can be put forward. */
export function runningClock(start: Instant = Date.now()): MovableClock {
  let ahead = start - Date.now()
  const now = (): Instant => Date.now() + ahead
  return {
    now,
    moveTo(to) {
      ahead += Math.max(0, to - now())
    },
  }
}

/** A clock that stands until it is set going. */
export interface StartableClock extends MovableClock {
  /** From now on it runs like the machine's. */
  start(): void
  readonly runs: boolean
}

/** Stands at `start` until moved, and runs once it is set going. */
export function startableClock(start: Instant): StartableClock {
  const standing = standingClock(start)
  let running: MovableClock | null = null
  return {
    now: () => (running ?? standing).now(),
    moveTo: (at) => (running ?? standing).moveTo(at),
    start() {
      running ??= runningClock(standing.now())
    },
    get runs() {
      return running !== null
    },
  }
}

/** What travelling needs of a running bot. */
export interface Traveller {
  /** The next instant at which something falls due, or null. */
  nextAt(): Promise<Instant | null>
  /** Does what is due now. */
  sweep(): Promise<unknown>
  /** Resolves when everything that was started has come to rest. */
  settle(): Promise<void>
}

/**
 * Lets time pass until `to`, stopping at every instant at which something falls due, so that reminders, escalations and
 * summaries happen one after the other as they would have. @throws when an instant is due for ever and time cannot pass.
 */
export async function travel(clock: MovableClock, bot: Traveller, to: Instant): Promise<void> {
  await bot.settle()
  let last: Instant | null = null
  let stuck = 0
  for (let next = await bot.nextAt(); next !== null && next <= to; next = await bot.nextAt()) {
    stuck = next === last ? stuck + 1 : 0
    if (stuck > 20) throw new Error(`time stands still at ${new Date(next).toISOString()}: something stays due`)
    last = next
    clock.moveTo(next)
    await bot.sweep()
    await bot.settle()
  }
  clock.moveTo(to)
  await bot.sweep()
  await bot.settle()
}
