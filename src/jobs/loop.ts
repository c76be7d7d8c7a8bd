import type { Log } from '../app/log.ts'

export interface Loop {
  /** Ends after the turn under way; resolves then. */
  stop(): Promise<void>
  health(): { readonly ok: boolean; readonly failures: number }
}

export interface LoopOptions {
  readonly turn: () => Promise<void>
  /** Milliseconds until the next turn; asked after each one that went well. */
  readonly pause: () => Promise<number>
  readonly log: Log
}

const RED_AFTER = 3
const LONGEST_BACKOFF_MS = 30_000

/**
 * Repeats `turn` until stopped. A turn that throws is logged and tried again with growing pauses; three in a row turn
 * the health red; nothing ends the loop but `stop`.
 */
export function startLoop({ turn, pause, log }: LoopOptions): Loop {
  let failures = 0
  let stopped = false
  let wake: () => void = () => {}

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function loop(): Promise<void> {
    while (!stopped) {
      let rest: number
      try {
        await turn()
        failures = 0
        rest = await pause()
      } catch (error) {
        failures += 1
        rest = Math.min(LONGEST_BACKOFF_MS, 500 * 2 ** failures)
        log.error({ failures, error: String(error).slice(0, 200) }, 'sweep failed')
      }
      if (!stopped) await sleep(rest)
    }
  }

  const done = loop()
  return {
    stop() {
      stopped = true
      wake()
      return done
    },
    health: () => ({ ok: failures < RED_AFTER, failures }),
  }
}
