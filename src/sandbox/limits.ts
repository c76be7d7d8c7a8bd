const MINUTE = 60_000
const PER_GROUP_AND_MINUTE = 20
const PER_SECOND = 30

export interface Limits {
  /** Takes `count` messages for a chat, or says in how many whole seconds to try again; a refused call takes nothing. */
  take(bot: number, chat: { id: number; type: string }, count: number, now: number): number
}

/** Telegram's published limits: 30 messages a second in all, 20 messages a minute (edits too) in one group. */
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
      const group = chat.type === 'private' ? undefined : `${bot}:${chat.id}`
      const wait = Math.max(
        waitFor(all, PER_SECOND, 1000, count, now),
        group ? waitFor(group, PER_GROUP_AND_MINUTE, MINUTE, count, now) : 0,
      )
      if (wait > 0) return wait
      for (const key of group ? [all, group] : [all]) {
        const times = taken.get(key) ?? []
        for (let n = 0; n < count; n += 1) times.push(now)
      }
      return 0
    },
  }
}
