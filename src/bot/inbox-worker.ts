import type { App } from '../app/app.ts'
import type { Log } from '../app/log.ts'
import type { Clock } from '../app/ports.ts'
import type { Inbox, InboxRow } from '../app/ports-of-delivery.ts'
import { pauseAfter } from './backoff.ts'
import { createChatLanes } from './chat-lanes.ts'
import type { Handle } from './create-bot.ts'
import { messageIn } from './message-in.ts'
import { safeError } from './safe-error.ts'

export interface InboxWorkerOptions {
  readonly inbox: Pick<Inbox, 'pending' | 'fail' | 'discard' | 'nextAt'>
  readonly botId: number
  readonly handle: Handle
  readonly updateParked: App['updateParked']
  readonly clock: Clock
  readonly log: Log
  /** Chats handled side by side. */
  readonly chatsAtOnce?: number
  /** Pauses before the second, third, … try (ms); after the last one the update is parked. */
  readonly retryAfterMs?: readonly number[]
}

export interface InboxWorker {
  /** Something may have come in: look. Returns at once. */
  wake(): void
  /** Looks, and resolves when nothing is left that could be done now. */
  run(): Promise<void>
  /** Resolves when nothing is under way; does not look by itself. */
  idle(): Promise<void>
  readonly busy: boolean
  /** Finishes the updates under way; what waits stays in the inbox. */
  stop(): Promise<void>
}

const usualPauses = [1_000, 5_000, 30_000, 120_000, 600_000]
const pageSize = 200
const discardAtOnce = 100
const trouble = { baseMs: 500, capMs: 10_000 }
const longestNapMs = 60_000
const shortestNapMs = 1_000

/**
 * Works the inbox off: per chat in order, chats side by side. An update that fails is tried again later and parked in the
 * end; those behind it in its chat do not wait for it, or one bad message would silence a whole neighbourhood.
 */
export function startInboxWorker(options: InboxWorkerOptions): InboxWorker {
  const { inbox, botId, handle, updateParked, clock, log, chatsAtOnce = 8, retryAfterMs = usualPauses } = options
  /** Rows in our hands. They are pending in the database until they are settled, so each look finds them again. */
  const known = new Set<number>()
  let unwanted: number[] = []
  let looking = false
  let lookAgain = false
  let pageWasFull = false
  let flushing = false
  /** The next try of something may come before anybody wakes us; asked once all that was found is done. */
  let mustAskWhen = false
  let failures = 0
  let resting = false
  let stopped = false
  let alarm: ReturnType<typeof setTimeout> | undefined
  let onIdle: (() => void)[] = []

  const lanes = createChatLanes<InboxRow>(chatsAtOnce, work, step)
  const isBusy = (): boolean => looking || flushing || lanes.running > 0 || (!stopped && lanes.waiting > 0)

  /** What to do next, asked whenever something ended. */
  function step(): void {
    const wantsMore = lookAgain || (pageWasFull && lanes.waiting < pageSize / 2)
    const drained = lanes.running === 0 && lanes.waiting === 0
    if (!stopped && !resting && !looking) {
      if (wantsMore) void turn(look)
      else if (drained && mustAskWhen) void turn(askWhen)
    }
    if (unwanted.length >= discardAtOnce || (unwanted.length > 0 && drained && !looking)) void flush()
    if (isBusy()) return
    const resolved = onIdle
    onIdle = []
    for (const resolve of resolved) resolve()
  }

  async function turn(query: () => Promise<void>): Promise<void> {
    looking = true
    try {
      await query()
      failures = 0
    } catch (error) {
      pageWasFull = false
      mustAskWhen = false
      troubled('the inbox cannot be read', error)
    }
    looking = false
    step()
  }

  async function look(): Promise<void> {
    lookAgain = false
    mustAskWhen = true
    const limit = known.size + pageSize
    const rows = await inbox.pending(botId, clock.now(), limit)
    const fresh = stopped ? [] : rows.filter((row) => !known.has(row.id))
    pageWasFull = fresh.length > 0 && rows.length >= limit
    for (const row of fresh) {
      known.add(row.id)
      lanes.add(row.chatId === null ? `update ${row.id}` : String(row.chatId), row)
    }
  }

  async function askWhen(): Promise<void> {
    mustAskWhen = false
    const nextAt = await inbox.nextAt()
    // Due and yet not found: another bot's, or it fell due this moment. Soon is early enough for either.
    if (nextAt !== null) nap(Math.min(Math.max(nextAt - clock.now(), shortestNapMs), longestNapMs))
  }

  function nap(ms: number): void {
    clearTimeout(alarm)
    if (stopped) return
    alarm = setTimeout(wake, ms)
    alarm.unref()
  }

  /** The database did not answer: leave it alone for a while. Nothing is lost, for nothing is settled. */
  function troubled(what: string, error: unknown): void {
    failures += 1
    const waitMs = pauseAfter(failures, trouble, Math.random)
    log.warn({ error: safeError(error), failures, waitMs }, what)
    resting = true
    nap(waitMs)
  }

  async function work(row: InboxRow): Promise<void> {
    if (stopped) return
    try {
      const outcome = await handle(row)
      if (outcome === 'of-no-interest') {
        unwanted.push(row.id)
        return
      }
    } catch (error) {
      await putOff(row, error)
    }
    known.delete(row.id)
  }

  async function putOff(row: InboxRow, cause: unknown): Promise<void> {
    const error = safeError(cause)
    const pause = retryAfterMs[row.attempts]
    const facts = { inboxId: row.id, updateId: row.updateId, attempts: row.attempts + 1, error }
    try {
      await inbox.fail(row.id, error, pause === undefined ? null : clock.now() + pause)
      lookAgain = true
    } catch (failure) {
      return troubled('a failed update could not be put off', failure)
    }
    if (pause !== undefined) return log.warn(facts, 'an update failed and will be tried again')
    log.error(facts, 'an update was parked after its last try')
    try {
      await updateParked(messageIn(row.payload), clock.now())
    } catch (failure) {
      log.error({ inboxId: row.id, error: safeError(failure) }, 'nobody could be told of a parked update')
    }
  }

  async function flush(): Promise<void> {
    if (flushing) return
    flushing = true
    const ids = unwanted
    unwanted = []
    try {
      await inbox.discard(ids, clock.now())
    } catch (error) {
      troubled('updates could not be discarded', error)
    }
    // Discarded, or to be found again by the next look.
    for (const id of ids) known.delete(id)
    flushing = false
    step()
  }

  function wake(): void {
    resting = false
    lookAgain = true
    step()
  }

  const idle = (): Promise<void> => (isBusy() ? new Promise((resolve) => onIdle.push(resolve)) : Promise.resolve())
  return {
    wake,
    run: () => {
      wake()
      return idle()
    },
    idle,
    get busy() {
      return isBusy()
    },
    stop: async () => {
      stopped = true
      clearTimeout(alarm)
      lanes.clear()
      await idle()
    },
  }
}
