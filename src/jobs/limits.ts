import type { ChatId, Instant } from '../domain/ids.ts'
import type { Purpose } from '../domain/post/purpose.ts'

/** Something sent, or promised to be sent: `cost` messages at once (an album counts each picture). */
export interface Spend {
  readonly at: Instant
  readonly cost: number
  /** On its way: it may arrive at any moment until now, and counts as if it did just now. */
  readonly open?: boolean
}

/** When it counts as sent. */
export const sentAt = (spend: Spend, now: Instant): Instant => (spend.open === true ? now : spend.at)

/** So many messages within any window of `windowMs`; ordinary purposes leave room for what must not wait. */
export interface LimitRule {
  readonly windowMs: number
  readonly caps: Readonly<Record<Purpose, number>>
}

/**
 * Telegram's limits: 20 a minute for a group (sends and edits), about 1 a second for a private chat with short bursts,
 * about 30 a second for the bot. A message counts from its answer, which comes after its arrival, so that no window of
 * Telegram's ever holds more than one of ours; a group's is a second longer still. Of the bot's 30 one is kept for what
 * must not wait.
 */
export const limits = {
  group: { windowMs: 61_000, caps: { emergency: 20, escalation: 20, reply: 19, card: 17, reminder: 17, summary: 17 } },
  private: { windowMs: 3000, caps: { emergency: 3, escalation: 3, reply: 3, card: 3, reminder: 3, summary: 3 } },
  overall: { windowMs: 1002, caps: { emergency: 30, escalation: 30, reply: 30, card: 29, reminder: 29, summary: 29 } },
} as const satisfies Record<string, LimitRule>

/** The rule for one chat: groups have negative ids. */
export function ruleFor(chatId: ChatId): LimitRule {
  return chatId < 0 ? limits.group : limits.private
}

/**
 * The earliest instant, `now` or later, at which `cost` more messages keep every window within the rule.
 * A cost above the cap goes when the window is empty.
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
  const within = spent.filter((spend) => sentAt(spend, now) > now - rule.windowMs)
  for (const spend of within) used += spend.cost
  if (used <= room) return now
  let at = now
  for (const spend of within.toSorted((a, b) => sentAt(a, now) - sentAt(b, now))) {
    used -= spend.cost
    at = sentAt(spend, now) + rule.windowMs
    if (used <= room) break
  }
  return at
}
