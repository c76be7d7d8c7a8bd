import { createHash, timingSafeEqual } from 'node:crypto'
import type { Telegram } from 'telegraf'
import type { Log } from '../app/log.ts'
import type { Clock } from '../app/ports.ts'
import type { Inbox } from '../app/ports-of-delivery.ts'
import { type Backoff, pauseAfter, sleep } from './backoff.ts'
import { safeError } from './safe-error.ts'
import { callTelegram } from './telegram-client.ts'
import { faultText, readFault } from './telegram-fault.ts'
import { toInbox } from './to-inbox.ts'
import { TokenRefused } from './token-refused.ts'
import { allowedUpdates } from './wire-message.ts'

export interface WebhookOptions {
  readonly secret: string
  readonly botId: number
  readonly inbox: Pick<Inbox, 'accept'>
  readonly clock: Clock
  readonly log: Log
  /** Called after each update that was committed. */
  readonly onAccepted: () => void
}

/** Answers one delivery: the parsed body and the `X-Telegram-Bot-Api-Secret-Token` header. Never rejects. */
export type Webhook = (body: unknown, secretHeader: string | undefined) => Promise<{ readonly status: number }>

/**
 * Takes updates that Telegram posts. 200 only when the update is committed; 503 when it could not be, and Telegram tries
 * again; 401 without the right secret; 400 for what is no update.
 */
export function createWebhook({ secret, botId, inbox, clock, log, onAccepted }: WebhookOptions): Webhook {
  // Digests have one length, so the comparison takes the same time whatever was sent.
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  const expected = digest(secret)
  return async (body, secretHeader) => {
    const known = timingSafeEqual(digest(secretHeader ?? ''), expected)
    if (!known || secretHeader === undefined) return { status: 401 }
    const rows = toInbox([body])
    if (rows.length === 0) return { status: 400 }
    try {
      await inbox.accept(botId, rows, clock.now())
    } catch (error) {
      log.warn({ error: safeError(error) }, 'webhook: the update could not be stored, Telegram will repeat it')
      return { status: 503 }
    }
    onAccepted()
    return { status: 200 }
  }
}

export interface InstallOptions {
  readonly telegram: Telegram
  readonly url: string
  readonly secret: string
  readonly log: Log
  /** Ends the trying. */
  readonly signal?: AbortSignal
  readonly backoff?: Backoff
}

/**
 * Tells Telegram where to post, trying until it listens; `TokenRefused` on 401. Not taken off at the end: Telegram then
 * keeps what arrives, for a day, until we are back. Polling takes it off itself when it finds one.
 */
export async function installWebhook({ telegram, url, secret, log, signal, backoff }: InstallOptions): Promise<void> {
  for (let failures = 1; !signal?.aborted; failures += 1) {
    try {
      const settings = { url, secret_token: secret, max_connections: 20, allowed_updates: [...allowedUpdates] }
      await callTelegram(telegram, 'setWebhook', settings, { timeoutMs: 10_000, ...(signal && { signal }) })
      return
    } catch (error) {
      const fault = readFault(error)
      if (fault.kind === 'refused' && fault.code === 401) throw new TokenRefused()
      const pause = pauseAfter(failures, backoff ?? { baseMs: 1_000, capMs: 30_000 }, Math.random)
      const waitMs = Math.max(pause, fault.kind === 'refused' ? (fault.retryAfterMs ?? 0) : 0)
      log.warn({ error: faultText(fault), waitMs }, 'webhook: Telegram did not take the address')
      await sleep(waitMs, signal)
    }
  }
}

/**
 * Resolves when Telegram has posted everything that waited (`pending_update_count` is 0), or when `signal` ends the asking.
 * Telegram delivers by itself; this only watches, once a second.
 */
export async function untilDelivered(telegram: Telegram, signal: AbortSignal, everyMs = 1_000): Promise<void> {
  while (!signal.aborted) {
    const asked = callTelegram(telegram, 'getWebhookInfo', {}, { timeoutMs: 10_000, signal })
    const waiting = await asked.then(
      ({ pending_update_count }) => pending_update_count,
      () => null,
    )
    if (waiting === 0) return
    await sleep(everyMs, signal)
  }
}
