import type { Telegram } from 'telegraf'
import type { Log } from '../app/log.ts'
import type { Clock } from '../app/ports.ts'
import type { Inbox } from '../app/ports-of-delivery.ts'
import type { Instant } from '../domain/ids.ts'
import { type Backoff, pauseAfter, sleep } from './backoff.ts'
import { holdWhile, type PollerLock } from './poller-lock.ts'
import { safeError } from './safe-error.ts'
import { callTelegram } from './telegram-client.ts'
import { faultText, readFault, type TelegramFault } from './telegram-fault.ts'
import { toInbox } from './to-inbox.ts'
import { TokenRefused } from './token-refused.ts'
import { allowedUpdates } from './wire-message.ts'

export interface PollerOptions {
  readonly telegram: Telegram
  readonly botId: number
  readonly inbox: Pick<Inbox, 'accept'>
  readonly lock: PollerLock
  readonly clock: Clock
  readonly log: Log
  /** Called after each batch that was committed. */
  readonly onAccepted: () => void
  readonly timing?: Partial<PollerTiming>
  /** 0 to 1, for jitter. */
  readonly random?: () => number
}

export interface PollerTiming extends Backoff {
  /** How long Telegram may hold an empty answer back (whole seconds). */
  readonly longPollS: number
  /** When we hang up ourselves (ms): a half-open socket would wait for ever. */
  readonly deadlineMs: number
}

export interface Poller {
  /** Resolves when Telegram has answered for the first time that nothing waits: what came while nobody polled is stored. */
  readonly caughtUp: Promise<void>
  /** Resolves when stopped; rejects with `TokenRefused` when Telegram does not know the token. */
  readonly finished: Promise<void>
  /** Hangs up the long poll, finishes a batch that has arrived, gives the lock back. */
  stop(): Promise<void>
  health(): { readonly ok: boolean; readonly failures: number; readonly lastAnswerAt: Instant | null }
}

const usual: PollerTiming = { longPollS: 25, deadlineMs: 35_000, baseMs: 500, capMs: 30_000 }
const batchSize = 100
const redAfter = 3

/**
 * Long polling in which an update counts as received only when it is committed: the offset, which confirms, moves after
 * `inbox.accept`. Whatever fails is tried again from the same offset; repeats are swallowed by the inbox's key.
 */
export function startPoller(options: PollerOptions): Poller {
  const { telegram, botId, inbox, lock, clock, log, onAccepted, random = Math.random } = options
  const timing = { ...usual, ...options.timing }
  const stopping = new AbortController()
  let offset = 0
  let failures = 0
  let lastAnswerAt: Instant | null = null
  let behind = true
  let tellCaughtUp = (): void => {}
  const caughtUp = new Promise<void>((resolve) => {
    tellCaughtUp = resolve
  })

  async function pauseFor(signal: AbortSignal, reason: string, error: string, atLeastMs = 0): Promise<void> {
    failures += 1
    const waitMs = Math.max(atLeastMs, pauseAfter(failures, timing, random))
    log.warn({ error, failures, waitMs }, reason)
    await sleep(waitMs, signal)
  }

  async function recover(fault: TelegramFault, signal: AbortSignal): Promise<void> {
    if (fault.kind !== 'refused') return pauseFor(signal, 'polling: no answer from Telegram', fault.error)
    if (fault.code === 401) throw new TokenRefused()
    if (fault.code === 409 && /webhook/i.test(fault.description)) {
      log.info({}, 'polling: a webhook was set, taking it off')
      const taken = callTelegram(telegram, 'deleteWebhook', {}, { timeoutMs: timing.deadlineMs, signal })
      await taken.catch(() => {})
    }
    await pauseFor(signal, 'polling: Telegram refuses', faultText(fault), fault.retryAfterMs ?? 0)
  }

  async function pollOnce(signal: AbortSignal): Promise<void> {
    let updates: readonly unknown[]
    try {
      // Until the first empty answer Telegram holds nothing back: whoever waits for it must not wait for a long poll.
      const timeout = behind ? 0 : timing.longPollS
      const payload = { offset, limit: batchSize, timeout, allowed_updates: [...allowedUpdates] }
      const answer: unknown = await callTelegram(telegram, 'getUpdates', payload, {
        timeoutMs: timing.deadlineMs,
        signal,
      })
      if (!Array.isArray(answer)) throw new TypeError('getUpdates answered no list')
      updates = answer
    } catch (error) {
      if (!signal.aborted) await recover(readFault(error), signal)
      return
    }
    lastAnswerAt = clock.now()
    const rows = toInbox(updates)
    try {
      if (rows.length > 0) await inbox.accept(botId, rows, clock.now())
    } catch (error) {
      return pauseFor(signal, 'polling: updates could not be stored, nothing is confirmed', safeError(error))
    }
    failures = 0
    // Nothing is left below the offset after an empty answer. Numbers may start again lower after a silent week, and an
    // offset kept from before would hide them.
    offset = rows.length === 0 ? 0 : Math.max(...rows.map(({ updateId }) => updateId)) + 1
    if (rows.length > 0) onAccepted()
    else if (updates.length === 0 && behind) {
      behind = false
      tellCaughtUp()
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await holdWhile(lock, stopping.signal, async (signal) => {
          while (!signal.aborted) await pollOnce(signal)
        })
      } catch (error) {
        if (error instanceof TokenRefused) throw error
        if (!stopping.signal.aborted) await pauseFor(stopping.signal, 'polling: no lock', safeError(error))
      }
    }
  }

  const finished = run()
  // Whoever only stops the poller need not listen.
  finished.catch(() => {})
  return {
    caughtUp,
    finished,
    stop: async () => {
      stopping.abort()
      await finished.catch(() => {})
    },
    health: () => ({ ok: failures < redAfter, failures, lastAnswerAt }),
  }
}
