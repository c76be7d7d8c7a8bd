import type { ChatId, Instant } from '../domain/ids.ts'
import type { Purpose } from '../domain/post/purpose.ts'

/** Something sent, or promised to be sent: `cost` messages at once (an album counts each picture). */
export interface Spend {
  readonly at: Instant
  readonly cost: number
}

/** So many messages within any window of `windowMs`; ordinary purposes leave room for what must not wait. */
export interface LimitRule {
  readonly windowMs: number
  readonly caps: Readonly<Record<Purpose, number>>
}

/**
 * Telegram's limits: 20 a minute for a group (sends and edits), about 1 a second for a private chat with short bursts,
 * about 30 a second for the bot. Windows are a little longer than Telegram's, because requests do not arrive at the
 * pace at which they leave.
 */
export const limits = {
  group: { windowMs: 61_000, caps: { emergency: 20, escalation: 20, reply: 19, card: 17, reminder: 17, summary: 17 } },
  private: { windowMs: 3000, caps: { emergency: 3, escalation: 3, reply: 3, card: 3, reminder: 3, summary: 3 } },
  overall: { windowMs: 1000, caps: { emergency: 28, escalation: 28, reply: 26, card: 24, reminder: 24, summary: 24 } },
} as const satisfies Record<string, LimitRule>

/** The rule for one chat: groups have negative ids. */
export function ruleFor(chatId: ChatId): LimitRule {
  return chatId < 0 ? limits.group : limits.private
}

/**
 * The earliest instant, `now` or later, at which `cost` more messages keep every window within the rule.
 * `spent` is in order of time. A cost above the cap goes when the window is empty.
 */
export function earliest(
  spent: readonly Spend[],
  rule: LimitRule,
  purpose: Purpose,
  cost: number,
  now: Instant,
): Instant {
  const room = Math.max(0, rule.caps[purpose] - cost)
  let used = 0
  for (const spend of spent) if (spend.at > now - rule.windowMs) used += spend.cost
  if (used <= room) return now
  let at = now
  for (const spend of spent) {
    if (spend.at <= now - rule.windowMs) continue
    used -= spend.cost
    at = spend.at + rule.windowMs
    if (used <= room) break
  }
  return at
}
