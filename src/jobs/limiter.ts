import type { ChatId, Instant } from '../domain/ids.ts'
import type { Purpose } from '../domain/post/purpose.ts'
import { earliest, limits, ruleFor, type Spend, sentAt } from './limits.ts'

export type LimitAnswer =
  /** The slot is taken. */
  | {
      readonly go: true
      /** Telegram has answered, or will not: from now on its window runs. */
      readonly answered: (at: Instant) => void
      /** Gives the slot back when nothing was sent after all. */
      readonly refund: () => void
    }
  /** `crowded`: only the bot's own limit is in the way, which frees a slot every few dozen milliseconds. */
  | { readonly go: false; readonly waitUntil: Instant; readonly crowded: boolean }

export interface Limiter {
  ask(request: { readonly chatId: ChatId; readonly purpose: Purpose; readonly cost: number }, now: Instant): LimitAnswer
  /** Nothing goes to this chat before `until`: Telegram said so, or the last try failed. */
  blockChat(chatId: ChatId, until: Instant): void
  /**
   * Telegram said 429. It names no scope, so one chat's 429 holds only that chat; three chats within ten seconds are
   * the bot's own limit, and everything waits.
   */
  slowDown(chatId: ChatId, now: Instant, until: Instant): void
}

const FLOOD_CHATS = 3
const FLOOD_WINDOW_MS = 10_000
const TIDY_ABOVE = 2000

/**
 * Keeps what was sent in memory, over the pure rules of limits.ts. Nothing survives a restart, and that is fine: a
 * process starts slower than a window passes, and a 429 is obeyed anyhow. Two processes each keep their own count:
 * Telegram's 429 then settles what they share.
 */
export function createLimiter(): Limiter {
  const chats = new Map<ChatId, Spend[]>()
  const blocks = new Map<ChatId, Instant>()
  let overall: Spend[] = []
  /** Instants promised to those who wait for the bot's own limit, so that a crowd does not come back all at once. */
  let booked: Spend[] = []
  let blockedUntil: Instant = 0
  let refused: { readonly chatId: ChatId; readonly at: Instant }[] = []

  const recent = (spent: readonly Spend[], windowMs: number, now: Instant) =>
    spent.filter((spend) => sentAt(spend, now) > now - windowMs)

  function tidy(now: Instant): void {
    for (const [chatId, spent] of chats) {
      const left = recent(spent, ruleFor(chatId).windowMs, now)
      if (left.length > 0) chats.set(chatId, left)
      else chats.delete(chatId)
    }
    for (const [chatId, until] of blocks) if (until <= now) blocks.delete(chatId)
  }

  return {
    ask({ chatId, purpose, cost }, now) {
      const blocked = Math.max(blockedUntil, blocks.get(chatId) ?? 0)
      if (blocked > now) return { go: false, waitUntil: blocked, crowded: false }
      const rule = ruleFor(chatId)
      const spent = recent(chats.get(chatId) ?? [], rule.windowMs, now)
      const chatFree = earliest(spent, rule, purpose, cost, now)
      if (chatFree > now) return { go: false, waitUntil: chatFree, crowded: false }
      overall = recent(overall, limits.overall.windowMs, now)
      booked = booked.filter((spend) => spend.at > now)
      if (earliest(overall, limits.overall, purpose, cost, now) > now) {
        // What must not wait takes the next slot, also one that was promised.
        const promised = limits.overall.caps[purpose] > limits.overall.caps.card ? [] : booked
        const waitUntil = earliest([...overall, ...promised], limits.overall, purpose, cost, now)
        booked.push({ at: waitUntil, cost })
        booked.sort((a, b) => a.at - b.at)
        return { go: false, waitUntil, crowded: true }
      }
      const spend: { at: Instant; cost: number; open: boolean } = { at: now, cost, open: true }
      chats.set(chatId, [...spent, spend])
      overall.push(spend)
      if (chats.size > TIDY_ABOVE) tidy(now)
      return {
        go: true,
        answered(at) {
          spend.at = at
          spend.open = false
        },
        refund() {
          overall = overall.filter((other) => other !== spend)
          chats.set(
            chatId,
            (chats.get(chatId) ?? []).filter((other) => other !== spend),
          )
        },
      }
    },
    blockChat(chatId, until) {
      blocks.set(chatId, Math.max(until, blocks.get(chatId) ?? 0))
    },
    slowDown(chatId, now, until) {
      blocks.set(chatId, Math.max(until, blocks.get(chatId) ?? 0))
      refused = [
        ...refused.filter((one) => one.at > now - FLOOD_WINDOW_MS && one.chatId !== chatId),
        { chatId, at: now },
      ]
      if (refused.length >= FLOOD_CHATS) blockedUntil = Math.max(blockedUntil, until)
    },
  }
}
