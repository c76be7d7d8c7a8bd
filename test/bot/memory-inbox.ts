import type { Inbox, InboxRow } from '../../src/app/ports-of-delivery.ts'

interface Kept {
  readonly row: InboxRow
  readonly status: 'pending' | 'done' | 'parked'
  readonly notBefore: number
  readonly error: string | null
}

export interface MemoryInbox extends Inbox {
  /** What a use case does in its transaction. */
  complete(id: number): void
  rows(): readonly Kept[]
  readonly discards: readonly (readonly number[])[]
  /** While set, every call rejects with it, as with the database down. */
  broken: Error | null
}

/** The inbox's promises in memory, so that intake is tested alone. */
export function createMemoryInbox(): MemoryInbox {
  const kept = new Map<number, Kept>()
  const keys = new Set<string>()
  const discards: number[][] = []
  let nextId = 1
  const change = (id: number, by: Partial<Kept>): void => {
    const old = kept.get(id)
    if (old) kept.set(id, { ...old, ...by })
  }
  const inbox: MemoryInbox = {
    broken: null,
    discards,
    complete: (id) => change(id, { status: 'done' }),
    rows: () => [...kept.values()],
    async accept(botId, updates, at) {
      if (inbox.broken) throw inbox.broken
      let fresh = 0
      for (const { updateId, chatId, payload } of updates) {
        if (keys.has(`${botId}/${updateId}`)) continue
        keys.add(`${botId}/${updateId}`)
        const row = { id: nextId, updateId, chatId, payload, attempts: 0, receivedAt: at }
        kept.set(nextId, { row, status: 'pending', notBefore: at, error: null })
        nextId += 1
        fresh += 1
      }
      return fresh
    },
    async pending(_botId, now, limit) {
      if (inbox.broken) throw inbox.broken
      const due = [...kept.values()].filter(({ status, notBefore }) => status === 'pending' && notBefore <= now)
      return due.slice(0, limit).map(({ row }) => row)
    },
    async fail(id, error, nextAt) {
      if (inbox.broken) throw inbox.broken
      const old = kept.get(id)
      if (!old) return
      const row = { ...old.row, attempts: old.row.attempts + 1 }
      change(id, nextAt === null ? { row, error, status: 'parked' } : { row, error, notBefore: nextAt })
    },
    async discard(ids) {
      if (inbox.broken) throw inbox.broken
      discards.push([...ids])
      for (const id of ids) change(id, { status: 'done' })
    },
    async counts() {
      const count = (wanted: Kept['status']) => [...kept.values()].filter(({ status }) => status === wanted).length
      return { pending: count('pending'), parked: count('parked') }
    },
    async nextAt() {
      if (inbox.broken) throw inbox.broken
      const waiting = [...kept.values()].filter(({ status }) => status === 'pending').map(({ notBefore }) => notBefore)
      return waiting.length === 0 ? null : Math.min(...waiting)
    },
  }
  return inbox
}
