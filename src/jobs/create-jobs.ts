import type { App } from '../app/app.ts'
import { type AuditResult, isWell } from '../app/audit-result.ts'
import type { Courier } from '../app/courier.ts'
import type { Log } from '../app/log.ts'
import type { Clock, Missed, Store } from '../app/ports.ts'
import type { Deliveries, DueQueue } from '../app/ports-of-delivery.ts'
import type { Instant } from '../domain/ids.ts'
import { createAuditor } from './auditor.ts'
import { type ComposeDeps, createComposer } from './compose.ts'
import { createDeliverer } from './deliver.ts'
import { createInboxGate } from './inbox-gate.ts'
import { createLimiter, type Limiter } from './limiter.ts'
import { type Loop, startLoop } from './loop.ts'
import type { QueueHealth, Queues } from './queues-port.ts'
import { assertHandlers, type JobHandlers } from './registry.ts'
import { createRelay } from './relay.ts'
import { createSchedules } from './schedules.ts'
import { createSweeper, type Swept } from './sweep.ts'
import { within } from './within.ts'

export interface JobsDeps extends Omit<ComposeDeps, 'app'> {
  /** From connectQueues; closed by `stop`. */
  readonly queues: Queues
  readonly store: Store
  readonly deliveries: Deliveries
  readonly due: DueQueue
  readonly app: App
  readonly clock: Clock
  readonly courier: Courier
  readonly log: Log
  /** Telegram refuses the token: whoever supervises ends the process. */
  readonly onUnauthorized: () => void
  /** A named point at which tests may end the process; does nothing otherwise. */
  readonly probe?: (point: string, what?: string) => void
  /** Resolves when what people wrote before this start has been handled; time speaks after it. Nothing to wait for unless given. */
  readonly inboxRead?: Promise<void>
  /** Tells a watcher outside that all is well; see auditor.ts. */
  readonly allIsWell?: () => Promise<void>
  /** Telegram's unless given: a Bot API server may set others. */
  readonly limiter?: Limiter
  /** How often the sweep runs; null leaves it to `sweep()`. Default 20 s. */
  readonly sweepEveryMs?: number | null
}

export interface JobsHealth {
  /** False when the sweep fails or Telegram refuses the token: then promises are broken. A queue that is down is no such thing. */
  readonly ok: boolean
  readonly error: string | null
  readonly queue: QueueHealth
  readonly sweep: { readonly ok: boolean; readonly failures: number }
  readonly counters: Queues['counters']
  /** What the last audit found, and whether that was nothing; null before the first. */
  readonly audit: { readonly ok: boolean; readonly missed: Missed } | null
}

/** Everything that happens without somebody writing: sending, waking, summing up, and catching what was lost. */
export interface Jobs {
  /** Starts workers and the sweep; throws when a job has no handler. */
  start(): Promise<void>
  /** Finishes what runs (15 s at most), then closes the queues. */
  stop(): Promise<void>
  /** Hands committed rows to the queue now; done by itself after each commit. */
  kick(): Promise<void>
  /** One turn of the sweep at the clock's now. */
  sweep(): Promise<Swept>
  /** Proves that nothing was missed, or says what was. */
  audit(): Promise<AuditResult>
  /** True when nothing is under way and nothing can be done at the clock's now; chats that wait for a limit may have more. */
  idle(): Promise<boolean>
  /** The next instant at which something falls due, or null. */
  nextAt(): Promise<Instant | null>
  health(): JobsHealth
}

const SWEEP_EVERY_MS = 20_000
/** Often enough for a watcher who expects a sign every ten minutes. */
const AUDIT_EVERY_MS = 5 * 60_000
const STOP_WITHIN_MS = 15_000
/** Later than every instant, however far the clock was put back. */
const END_OF_TIME = Date.UTC(9999, 0)
/** While the queue is down the sweep wakes for what is due next, so that Redis costs a second at most. */
const SOONEST_MS = 1000

export function createJobs(deps: JobsDeps): Jobs {
  const { queues, store, deliveries, due, app, clock, log, sweepEveryMs = SWEEP_EVERY_MS } = deps
  let unauthorized = false
  let stopped = false
  let loop: Loop | null = null
  let lastFailed = false

  const relay = createRelay({ ...deps, deliverer: () => deliverer })
  const deliverer = createDeliverer({
    ...deps,
    compose: createComposer(deps),
    limiter: deps.limiter ?? createLimiter(),
    hint: relay.hint,
    onUnauthorized() {
      unauthorized = true
      log.error({}, 'Telegram refuses the token')
      deps.onUnauthorized()
    },
  })
  const schedules = createSchedules(store, queues)
  const gate = createInboxGate(deps.inboxRead ?? null, clock.now())
  const sweeper = createSweeper({
    ...deps,
    deliverer,
    relay,
    refreshSchedules: schedules.refresh,
    mayDecide: gate.isOpen,
  })
  const auditor = createAuditor(deps)
  let audits: Loop | null = null
  let turns: Promise<unknown> = Promise.resolve()

  const handlers: JobHandlers = {
    deliver: (outboxId) => deliverer.deliver(outboxId),
    wake: async (dueId) => {
      // Left to the sweep, so that is done at once: a turn decides all such rows, and the wakes behind it find nothing.
      if (gate.isOpen(clock.now()) && !(await app.wake(dueId))) await sweep()
    },
    summary: async (communityId) => {
      await app.postSummaries(communityId)
    },
  }

  /** One turn after another: two at once would each gather a part of what an outage has held up. */
  function sweep(): Promise<Swept> {
    const turn = turns.then(sweepOnce)
    turns = turn.catch(() => {})
    return turn
  }

  async function sweepOnce(): Promise<Swept> {
    try {
      const swept = await sweeper.run(clock.now())
      lastFailed = false
      return swept
    } catch (error) {
      lastFailed = true
      throw error
    }
  }

  async function nextAt(): Promise<Instant | null> {
    const summaries = await store.transaction(async ({ communities }) => {
      const instants: (Instant | null)[] = []
      for (const { id } of await communities.list()) instants.push(await communities.nextSummaryAt(id))
      return instants
    })
    const known = [await due.nextAt(), await deliveries.nextAt(), ...summaries].filter((at) => at !== null)
    return known.length > 0 ? Math.min(...known) : null
  }

  function audited(): JobsHealth['audit'] {
    const last = auditor.last()
    return last && { ok: isWell(last), missed: last.missed }
  }

  async function pause(): Promise<number> {
    const every = gate.isOpen(clock.now()) ? (sweepEveryMs ?? SWEEP_EVERY_MS) : SOONEST_MS
    if (queues.health().ok) return every
    const next = await nextAt()
    return next === null ? every : Math.min(every, Math.max(SOONEST_MS, next - clock.now()))
  }

  return {
    async start() {
      assertHandlers(handlers)
      // Before anything is sent: once its chat is at work again, a row left in `sending` cannot be told from a new one.
      await deliverer.settleStranded(END_OF_TIME).catch((error: unknown) => {
        log.warn({ error: String(error).slice(0, 200) }, 'stranded rows left to the sweep')
      })
      queues.work(handlers)
      // Not waited for: a queue that is away must not hold up the start.
      void queues.heal()
      store.onCommit(() => {
        if (!stopped) void relay.kick()
      })
      // What the process before this one committed and did not hand over.
      void relay.kick()
      // Timers that rang before the inbox was read found the gate shut: their rows are done now, all together.
      void deps.inboxRead
        ?.then(async () => {
          if (!stopped) await sweep()
        })
        .catch((error: unknown) => log.warn({ error: String(error).slice(0, 200) }, 'first sweep failed'))
      if (sweepEveryMs === null) return
      const turn = async () => {
        await queues.heal()
        await sweep()
      }
      loop = startLoop({ turn, pause, log })
      // After a start there is something to catch up with: the first audit comes when that should be done.
      let first = true
      const audit = async () => {
        if (!first) await auditor.run()
        first = false
      }
      audits = startLoop({ turn: audit, pause: async () => AUDIT_EVERY_MS, log })
    },
    async stop() {
      stopped = true
      // A turn may also be a timer's or the first one after the inbox was read, not the loop's alone.
      const quiet = Promise.all([loop?.stop(), audits?.stop(), turns, deliverer.stop()])
      await within(STOP_WITHIN_MS, quiet).catch(() => log.warn({}, 'stopped while something was being sent'))
      await queues.close(STOP_WITHIN_MS)
    },
    kick: () => relay.kick(),
    sweep,
    audit: () => auditor.run(),
    async idle() {
      const busy = () => deliverer.busy() || relay.busy()
      if (busy()) return false
      const now = clock.now()
      if (queues.health().ok && (await deliveries.unqueued(1)).length > 0) return false
      const waiting = await deliveries.waitingChats(now, 1000)
      if (!waiting.every((chatId) => deliverer.resting(chatId, now))) return false
      if ((await due.upTo(now, 1)).length > 0) return false
      if ((await queues.waiting().catch(() => 0)) > 0) return false
      return !busy()
    },
    nextAt,
    health() {
      const swept = loop?.health() ?? { ok: !lastFailed, failures: lastFailed ? 1 : 0 }
      const error = unauthorized ? 'Telegram refuses the token' : swept.ok ? null : 'the sweep keeps failing'
      return {
        ok: error === null,
        error,
        queue: queues.health(),
        sweep: swept,
        counters: queues.counters,
        audit: audited(),
      }
    },
  }
}
