const MINUTE = 60_000
const PER_GROUP_AND_MINUTE = 20
const PER_SECOND = 30
// Telegram says "one message a second" of a single chat and lets short bursts pass; how short it does not say.
const PRIVATE_BURST = 5
const PRIVATE_BURST_MS = 5000

export interface Limits {
  /** Takes `count` messages for a chat, or says in how many whole seconds to try again; a refused call takes nothing. */
  take(bot: number, chat: { id: number; type: string }, count: number, now: number): number
}

/**
 * Telegram's published limits: 30 messages a second in all, 20 messages a minute (edits too) in one group, one a second in
 * a private chat, where a burst of 5 passes.
 */
export function createLimits(): Limits {
  const taken = new Map<string, number[]>()

  function waitFor(key: string, allowed: number, span: number, count: number, now: number): number {
    const times = (taken.get(key) ?? []).filter((at) => at > now - span)
    taken.set(key, times)
    const over = times.length + count - allowed
    if (over <= 0) return 0
    const free = times[Math.min(over, times.length) - 1] ?? now
    return Math.max(1, Math.ceil((free + span - now) / 1000))
  }

  return {
    take(bot, chat, count, now) {
      const all = `${bot}`
      const one = `${bot}:${chat.id}`
      const [most, span] = chat.type === 'private' ? [PRIVATE_BURST, PRIVATE_BURST_MS] : [PER_GROUP_AND_MINUTE, MINUTE]
      const wait = Math.max(waitFor(all, PER_SECOND, 1000, count, now), waitFor(one, most, span, count, now))
      if (wait > 0) return wait
      for (const key of [all, one]) {
        const times = taken.get(key) ?? []
        for (let n = 0; n < count; n += 1) times.push(now)
      }
      return 0
    },
  }
}
