import type { App } from '../app/app.ts'
import type { Log } from '../app/log.ts'
import type { Clock } from '../app/ports.ts'
import type { Deliveries, OutboxRow } from '../app/ports-of-delivery.ts'
import type { ChatId, Instant } from '../domain/ids.ts'
import { purposes } from '../domain/post/purpose.ts'
import { ambiguous, judge } from './judge.ts'
import type { Limiter } from './limiter.ts'
import { type PerformDeps, type Performed, perform } from './perform.ts'
import { persist } from './persist.ts'
import { takeTurn } from './take-turn.ts'

/**
 * Sends what the outbox says, chat by chat. Whoever calls (a job, the relay, the sweep) only says "look at this chat":
 * the rows decide what is sent, the chat's lock decides who sends, so calling twice, or late, or from two processes
 * changes nothing but the hour. A row is `sending`, committed, before its request leaves; whatever dies after that
 * leaves a row whose outcome is unknown, and `settleStranded` applies the policy of its purpose.
 */
export interface Deliverer {
  /** The job's way in: a row that is settled, or whose chat somebody else serves, is left alone. */
  deliver(outboxId: number): Promise<void>
  /** Sends everything due to this chat, in order, as far as the limits allow. */
  drainChat(chatId: ChatId): Promise<void>
  /** Applies the policy of unknown outcomes to rows in `sending` since before `olderThan`. Answers how many. */
  settleStranded(olderThan: Instant): Promise<number>
  /** True while this process is sending something. */
  busy(): boolean
  /** True when the chat's due rows wait for a limit, a 429 or a pause, and looking at them now would change nothing. */
  resting(chatId: ChatId, now: Instant): boolean
  /** Finishes the requests under way and starts no more; resolves when none is left. */
  stop(): Promise<void>
}

export interface DeliverDeps extends Omit<PerformDeps, 'deliveries' | 'app'> {
  readonly deliveries: Deliveries
  readonly app: Pick<App, 'threadLost' | 'chatMigrated' | 'chatLost' | 'media'>
  readonly clock: Clock
  readonly limiter: Limiter
  readonly log: Log
  /** Asks for another look at a row's chat at `at`; losing it costs promptness only. */
  readonly hint: (row: Pick<OutboxRow, 'id' | 'purpose'>, at: Instant) => void
  /** Telegram refuses the token: nothing more is sent, and whoever supervises ends the process. */
  readonly onUnauthorized: () => void
  readonly probe?: (point: string, what?: string) => void
}

const BATCH = 100
/** How long a chat rests that Telegram says is gone; it may come back. */
const GONE_REST_MS = 10 * 60_000
const ELSEWHERE_MS = 1000

export function createDeliverer(deps: DeliverDeps): Deliverer {
  const { deliveries, app, clock, limiter, log, hint, probe = () => {} } = deps
  const running = new Map<ChatId, { again: boolean }>()
  /** Chats told to wait: until when, and from which priority on (an emergency overtakes what the limit holds back). */
  const waits = new Map<ChatId, { readonly until: Instant; readonly priority: number }>()
  const idle: (() => void)[] = []
  let stopped = false

  async function drainChat(chatId: ChatId): Promise<'drained' | 'elsewhere'> {
    const mine = running.get(chatId)
    if (mine) {
      // The one at work looks once more before it leaves: a row added after its last look is not lost.
      mine.again = true
      return 'drained'
    }
    const state = { again: true }
    running.set(chatId, state)
    try {
      while (state.again && !stopped) {
        state.again = false
        try {
          const held = await deliveries.withChat(chatId, async () => {
            state.again = (await drain(chatId)) === 'more' || state.again
            return true
          })
          if (held === null) return 'elsewhere'
        } catch (error) {
          // Whoever asked meanwhile left it to this one: they must not lose their turn with it.
          if (!state.again) throw error
          log.error({ chatId, error: String(error).slice(0, 200) }, 'sending failed, looking again')
        }
      }
      return 'drained'
    } finally {
      running.delete(chatId)
      if (running.size === 0) for (const done of idle.splice(0)) done()
    }
  }

  async function drain(chatId: ChatId): Promise<'more' | 'done'> {
    for (let count = 0; count < BATCH && !stopped; count += 1) {
      const now = clock.now()
      const row = await deliveries.head(chatId, now)
      if (!row) return 'done'
      const waiting = waits.get(chatId)
      if (waiting && waiting.until > now && purposes[row.purpose].priority >= waiting.priority) {
        // A row whose hour has come takes the chat's hour, so that nothing stays due that cannot be done.
        if (row.notBefore !== null) await persist(() => deliveries.retry(row.id, waiting.until, 'waits for its chat'))
        return 'done'
      }
      const wish = { chatId, purpose: row.purpose, cost: await costOf(row) }
      const answer = await takeTurn(wish, { limiter, clock, over: () => stopped })
      if (!answer.go) {
        await persist(() => deliveries.retry(row.id, answer.waitUntil, 'waits for the limit'))
        wait(row, answer.waitUntil, purposes[row.purpose].priority)
        return 'done'
      }
      probe('deliver:before-sending', row.purpose)
      if (!(await deliveries.markSending(row.id, clock.now()))) {
        answer.refund()
        continue
      }
      probe('deliver:after-sending', row.purpose)
      const performed = await attempt(row)
      answer.answered(clock.now())
      if (!performed) {
        answer.refund()
        continue
      }
      probe('deliver:after-http', row.purpose)
      if (performed.outcome.kind === 'nothing') answer.refund()
      if ((await settle(row, performed)) === 'stop') return 'done'
      probe('deliver:after-sent', row.purpose)
    }
    return 'more'
  }

  function wait(row: OutboxRow, until: Instant, priority: number): void {
    if (waits.size > 1000) for (const [chatId, old] of waits) if (old.until <= clock.now()) waits.delete(chatId)
    waits.set(row.chatId, { until, priority })
    hint(row, until)
  }

  async function costOf({ op }: OutboxRow): Promise<number> {
    if (op.kind !== 'show') return 1
    const post = await deliveries.post(op.postId)
    if (post?.body.kind === 'summary-files') return 2
    if (post?.body.kind !== 'photos' || post.ticketId === null) return 1
    return Math.min(10, Math.max(1, (await app.media(post.ticketId)).length))
  }

  /** Null when rendering or the database failed: that row alone tries again later, others of its chat go on. */
  async function attempt(row: OutboxRow): Promise<Performed | null> {
    try {
      return await perform(row, deps)
    } catch (error) {
      const until = clock.now() + Math.min(600_000, 1000 * 2 ** row.attempts)
      const reason = (error instanceof Error ? error.message : String(error)).slice(0, 300)
      log.error({ outboxId: row.id, attempts: row.attempts, error: reason }, 'message could not be made')
      if (row.attempts >= 9 && purposes[row.purpose].onUnknown === 'drop') {
        await persist(() => deliveries.markFailed(row.id, clock.now(), reason))
      } else {
        await persist(() => deliveries.retry(row.id, until, reason))
        hint(row, until)
      }
      return null
    }
  }

  async function settle(row: OutboxRow, performed: Performed): Promise<'go on' | 'stop'> {
    const now = clock.now()
    const { id, chatId, purpose } = row
    const judged = judge(row, performed, now)
    switch (judged.become) {
      case 'sent':
        await persist(() => deliveries.markSent(id, now, { messageId: performed.messageId, shown: performed.shown }))
        return 'go on'
      case 'failed':
        log.error(
          { outboxId: id, chatId, purpose, because: judged.because, error: judged.error },
          'message not delivered',
        )
        if (judged.because !== 'chat-gone') {
          await persist(() => deliveries.markFailed(id, now, judged.error))
          return 'go on'
        }
        // Told first, marked second: dying in between tells twice, which the app takes once.
        await persist(() => app.chatLost(chatId, judged.error))
        await persist(() => deliveries.markFailed(id, now, judged.error))
        limiter.blockChat(chatId, now + GONE_REST_MS)
        return 'stop'
      case 'pending':
        log.warn({ outboxId: id, chatId, purpose, error: judged.error }, 'message waits')
        if (judged.slowDown) limiter.slowDown(chatId, now, judged.until)
        else limiter.blockChat(chatId, judged.until)
        await persist(() => deliveries.retry(id, judged.until, judged.error))
        wait(row, judged.until, 0)
        return 'stop'
      case 'unknown':
        log.warn({ outboxId: id, chatId, purpose, resend: judged.resend, error: judged.error }, 'answer was lost')
        await persist(() => deliveries.markUnknown(id, now, judged.resend, judged.until, judged.error))
        if (!judged.resend) return 'go on'
        limiter.blockChat(chatId, judged.until)
        wait(row, judged.until, 0)
        return 'stop'
      case 'halted':
        stopped = true
        await persist(() => deliveries.retry(id, now, 'unauthorized'))
        deps.onUnauthorized()
        return 'stop'
    }
  }

  return {
    async deliver(outboxId) {
      const row = await deliveries.status(outboxId)
      // A cancelled row may have handed its turn to a later one of the same post.
      if (row?.status !== 'pending' && row?.status !== 'cancelled') return
      if ((await drainChat(row.chatId)) === 'elsewhere') {
        hint({ id: outboxId, purpose: 'card' }, clock.now() + ELSEWHERE_MS)
      }
    },
    async drainChat(chatId) {
      await drainChat(chatId)
    },
    async settleStranded(olderThan) {
      let settled = 0
      for (const { id, chatId, purpose } of await deliveries.stranded(olderThan)) {
        if (running.has(chatId)) continue
        await deliveries.withChat(chatId, async () => {
          if ((await deliveries.status(id))?.status !== 'sending') return
          const now = clock.now()
          const judged = ambiguous({ purpose, attempts: 0 }, now, 'the sender died')
          const resend = judged.become === 'unknown' && judged.resend
          log.warn({ outboxId: id, chatId, purpose, resend }, 'sender died while sending')
          await deliveries.markUnknown(id, now, resend, now, 'the sender died')
          settled += 1
        })
      }
      return settled
    },
    busy: () => running.size > 0,
    resting: (chatId, now) => stopped || (waits.get(chatId)?.until ?? 0) > now,
    stop() {
      stopped = true
      return running.size === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))
    },
  }
}
