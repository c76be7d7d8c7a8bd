import type { Log } from '../app/log.ts'
import type { Clock } from '../app/ports.ts'
import type { Deliveries, DueQueue, OutboxRow } from '../app/ports-of-delivery.ts'
import type { ChatId, Instant } from '../domain/ids.ts'
import { purposes } from '../domain/post/purpose.ts'
import type { Deliverer } from './deliver.ts'
import type { Queues } from './queues-port.ts'

/**
 * Hands committed rows to BullMQ: outbox rows as jobs, rows that fall due within the next 90 seconds as delayed wakes.
 * Rows are marked as handed over only after the queue took them, so dying in between hands them over twice, and the
 * second job finds nothing to do. While the queue is down nothing is marked and the rows are served at once, here.
 */
export interface Relay {
  /** Runs once more after what is running now; resolves when that run is over. Never throws. */
  kick(): Promise<void>
  /** Forgets which wakes it gave, so that the next run gives them again: a queue that lost them is rebuilt. */
  forget(): void
  /** Asks for another look at a row's chat at `at`. */
  hint(row: Pick<OutboxRow, 'id' | 'purpose'>, at: Instant): void
  busy(): boolean
}

export interface RelayDeps {
  readonly queues: Pick<Queues, 'add'>
  readonly deliveries: Pick<Deliveries, 'unqueued' | 'markQueued'>
  readonly due: Pick<DueQueue, 'upTo'>
  readonly deliverer: () => Pick<Deliverer, 'drainChat'>
  readonly clock: Clock
  readonly log: Log
  readonly probe?: (point: string) => void
}

const LIMIT = 500
const AHEAD_MS = 90_000

export function createRelay({ queues, deliveries, due, deliverer, clock, log, probe = () => {} }: RelayDeps): Relay {
  /** Due rows already hinted at their present hour. */
  const hinted = new Map<number, Instant>()
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  let hints = 0

  async function relayOutbox(): Promise<void> {
    for (;;) {
      const rows = await deliveries.unqueued(LIMIT)
      if (rows.length === 0) return
      probe('relay:before-enqueue')
      try {
        await queues.add(
          'deliver',
          rows.map(({ id, purpose }) => ({ id, key: `${id}`, priority: purposes[purpose].priority })),
        )
      } catch {
        // The queue tells of its own fall and return; here it only means going without.
        await sendDirectly(rows)
        return
      }
      probe('relay:after-enqueue')
      await deliveries.markQueued(
        rows.map(({ id }) => id),
        clock.now(),
      )
      if (rows.length < LIMIT) return
    }
  }

  async function sendDirectly(rows: readonly { readonly chatId: ChatId; readonly purpose: OutboxRow['purpose'] }[]) {
    const urgentFirst = [...rows].sort((a, b) => purposes[a.purpose].priority - purposes[b.purpose].priority)
    await eachOf(new Set(urgentFirst.map(({ chatId }) => chatId)), 8, (chatId) => deliverer().drainChat(chatId), log)
  }

  async function relayDue(): Promise<void> {
    const now = clock.now()
    const rows = await due.upTo(now + AHEAD_MS, LIMIT)
    const fresh = rows.filter(({ id, at }) => hinted.get(id) !== at)
    for (const [id, at] of hinted) if (at < now - AHEAD_MS) hinted.delete(id)
    if (fresh.length === 0) return
    const wakes = fresh.map(({ id, at }) => ({ id, key: `${id}-${at}`, delayMs: at - now }))
    const taken = await queues.add('wake', wakes).then(
      () => true,
      () => false,
    )
    if (taken) for (const { id, at } of fresh) hinted.set(id, at)
  }

  async function run(): Promise<void> {
    for (const part of [relayOutbox, relayDue]) {
      try {
        await part()
      } catch (error) {
        log.warn({ error: String(error).slice(0, 200) }, 'relay left it to the sweep')
      }
    }
  }

  return {
    kick() {
      if (!running) {
        running = run().finally(() => {
          running = null
        })
        return running
      }
      // However many ask meanwhile, one more run sees all they committed.
      next ??= running.then(() => {
        next = null
        return this.kick()
      })
      return next
    },
    // Giving a wake again that is still there changes nothing: it has the same key.
    forget: () => hinted.clear(),
    hint(row, at) {
      hints += 1
      const delayMs = Math.max(0, at - clock.now())
      queues
        .add('deliver', [{ id: row.id, key: `${row.id}-${at}`, delayMs, priority: purposes[row.purpose].priority }])
        // A hint lost is found by the sweep.
        .catch(() => {})
        .finally(() => {
          hints -= 1
        })
    },
    busy: () => running !== null || hints > 0,
  }
}

/** Works on all of `items`, `width` at a time and in their order; one that fails is logged and does not stop the rest. */
export async function eachOf<T>(items: Iterable<T>, width: number, work: (item: T) => Promise<void>, log: Log) {
  const queue = [...items]
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        await work(item)
      } catch (error) {
        log.error({ error: String(error).slice(0, 200) }, 'chat left to the sweep')
      }
    }
  }
  await Promise.all(Array.from({ length: width }, lane))
}
