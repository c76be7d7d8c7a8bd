import type { App } from '../app/app.ts'
import type { Log } from '../app/log.ts'
import type { Clock } from '../app/ports.ts'
import type { Deliveries, DueQueue } from '../app/ports-of-delivery.ts'
import type { Instant } from '../domain/ids.ts'
import type { Deliverer } from './deliver.ts'
import { eachOf, type Relay } from './relay.ts'

/**
 * Does whatever the queue should have caused and did not: it needs PostgreSQL and nothing else. With the queue down or
 * emptied this is what keeps every promise, later by one turn of the loop at most.
 */
export interface Sweeper {
  /** One turn at `now`: due rows first (late acks have cancelled theirs by then), then what waits to be sent. */
  run(now: Instant): Promise<Swept>
}

export interface Swept {
  readonly decided: number
  readonly stranded: number
  readonly chats: number
  readonly summaries: number
}

export interface SweepDeps {
  readonly app: Pick<App, 'runDue' | 'gatherLate' | 'postSummaries'>
  /** Whether due rows may be decided at `now`; after a start the inbox comes first. */
  readonly mayDecide: (now: Instant) => boolean
  readonly due: Pick<DueQueue, 'upTo'>
  readonly deliveries: Pick<Deliveries, 'waitingChats'>
  readonly deliverer: Pick<Deliverer, 'drainChat' | 'settleStranded'>
  readonly relay: Pick<Relay, 'kick' | 'forget'>
  /** Makes schedules that are missing or changed. */
  readonly refreshSchedules: () => Promise<void>
  readonly clock: Clock
  readonly log: Log
}

const DUE_BATCH = 100
const CHATS = 500
const WIDTH = 8
/** A sender that still lives may have lost its lock with a database restart: its row is left alone for this long. */
const STRANDED_AFTER_MS = 60_000
/** In the first minutes of a process, rows in `sending` were left by the one before it. */
const FRESH_MS = 120_000

export function createSweeper(deps: SweepDeps): Sweeper {
  const { app, due, deliveries, deliverer, relay, clock, log } = deps
  let firstRun: Instant | null = null

  /** Every due row once: one that cannot be decided is logged and does not keep the others waiting. */
  async function runDueRows(now: Instant): Promise<number> {
    const tried = new Set<number>()
    for (;;) {
      const rows = await due.upTo(now, DUE_BATCH + tried.size)
      const fresh = rows.filter(({ id }) => !tried.has(id))
      if (fresh.length === 0) return tried.size
      for (const { id } of fresh) {
        tried.add(id)
        try {
          await app.runDue(id)
        } catch (error) {
          log.error({ dueId: id, error: String(error).slice(0, 200) }, 'due row could not be decided')
        }
      }
    }
  }

  return {
    async run(now) {
      firstRun ??= now
      const grace = now - firstRun < FRESH_MS ? -1 : STRANDED_AFTER_MS
      const failures: unknown[] = []
      // Each part stands alone: a fault in one must not cost the others their turn.
      const part = async (work: () => Promise<number>): Promise<number> => {
        try {
          return await work()
        } catch (error) {
          failures.push(error)
          return 0
        }
      }
      const decided = deps.mayDecide(now) ? await part(() => runDueRows(now)) : 0
      await part(async () => {
        await app.gatherLate()
        return 0
      })
      const summaries = await part(() => app.postSummaries())
      const stranded = await part(() => deliverer.settleStranded(now - grace))
      const chats = await part(async () => {
        // By the clock, not by `now`: what was just decided or found stranded is due at this very moment.
        const waiting = await deliveries.waitingChats(clock.now(), CHATS)
        await eachOf(waiting, WIDTH, (chatId) => deliverer.drainChat(chatId), log)
        return waiting.length
      })
      relay.forget()
      await relay.kick()
      await part(async () => {
        await deps.refreshSchedules().catch((error: unknown) => {
          log.warn({ error: String(error).slice(0, 200) }, 'schedules not refreshed')
        })
        return 0
      })
      if (failures.length > 0) throw failures[0]
      return { decided, stranded, chats, summaries }
    },
  }
}
