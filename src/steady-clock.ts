import type { Log } from './app/log.ts'
import type { Clock } from './app/ports.ts'
import type { Instant } from './domain/ids.ts'

export interface SteadyClockParts {
  /** What the machine says the time is. */
  readonly wall: () => Instant
  /** Milliseconds that only ever go on, from any beginning. */
  readonly elapsed: () => number
  /** Somebody else's time; rejects or resolves with null where nobody answers. */
  readonly witness: () => Promise<Instant | null>
  readonly log: Log
}

/** Slower drifts are the time service at work, and are followed. */
const JUMP_MS = 60_000
const ASK_EVERY_MS = 60_000
/** Nobody can say who is right: then the machine is believed in the end. */
const BELIEVE_AFTER_MS = 15 * 60_000

/**
 * The machine's time, but a jump of it is not followed before somebody else confirms it: a clock that is put forward by
 * mistake must not call the committee hours early. Going back it stands on the old line for as long.
 */
export function steadyClock({ wall, elapsed, witness, log }: SteadyClockParts): Clock {
  let offset = wall() - elapsed()
  let apartSince: number | null = null
  let askedAt = Number.NEGATIVE_INFINITY

  function follow(): void {
    offset = wall() - elapsed()
    apartSince = null
  }

  async function ask(): Promise<void> {
    const told = await witness().catch(() => null)
    if (told === null) return
    const [wallApart, lineApart] = [Math.abs(wall() - told), Math.abs(offset + elapsed() - told)]
    if (wallApart <= lineApart) follow()
    else apartSince = elapsed()
    log.warn({ followed: wallApart <= lineApart }, 'the clock of this machine jumped')
  }

  return {
    now() {
      const [says, line] = [wall(), offset + elapsed()]
      if (Math.abs(says - line) < JUMP_MS) {
        follow()
        return says
      }
      apartSince ??= elapsed()
      if (elapsed() - apartSince >= BELIEVE_AFTER_MS) {
        log.warn({ followed: true }, 'the clock of this machine jumped, and nobody else tells the time')
        follow()
        return says
      }
      if (elapsed() - askedAt >= ASK_EVERY_MS) {
        askedAt = elapsed()
        void ask()
      }
      return line
    },
  }
}

/** The time a web server tells with every answer, to the second; null where it tells none. */
export async function timeAt(url: string): Promise<Instant | null> {
  const answer = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5000) })
  const told = Date.parse(answer.headers.get('date') ?? '')
  return Number.isNaN(told) ? null : told
}
