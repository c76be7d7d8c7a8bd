import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../app/ports.ts'
import type { LimitAnswer, Limiter } from './limiter.ts'

/** How long a lane may wait for the bot's own limit (ms). */
const MOMENT_MS = 1100

/**
 * Asks for a slot. Where only the bot's own limit is in the way the next one is moments off: it is waited for here, for
 * whoever went and came back would be late for it. Who waits for his chat makes room for others. `over` ends the wait.
 */
export async function takeTurn(
  wish: Parameters<Limiter['ask']>[0],
  {
    limiter,
    clock,
    over,
  }: { readonly limiter: Pick<Limiter, 'ask'>; readonly clock: Clock; readonly over: () => boolean },
): Promise<LimitAnswer> {
  for (;;) {
    const answer = limiter.ask(wish, clock.now())
    if (answer.go || !answer.crowded || over()) return answer
    if (!(await passes(answer.waitUntil, clock))) return answer
  }
}

/** Waits a moment; false where it is more than that, or where the clock stands until somebody moves it. */
async function passes(until: number, clock: Clock): Promise<boolean> {
  const before = clock.now()
  if (until - before > MOMENT_MS) return false
  await sleep(Math.min(until - before, 3))
  if (clock.now() === before) return false
  await sleep(Math.max(0, until - clock.now()))
  return true
}
