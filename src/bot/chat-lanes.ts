/** Work in order within a lane, lanes side by side, at most so many at once; lanes take turns. */
export interface ChatLanes<T> {
  add(lane: string, item: T): void
  /** Items waiting, without those under way. */
  readonly waiting: number
  readonly running: number
  /** Forgets what waits. */
  clear(): void
}

/** `work` must not reject. It may add items. `onDone` is called after each item, when its lane has moved on. */
export function createChatLanes<T>(limit: number, work: (item: T) => Promise<void>, onDone: () => void): ChatLanes<T> {
  const queues = new Map<string, T[]>()
  const busy = new Set<string>()
  const turns: string[] = []
  let waiting = 0

  async function runOne(lane: string, item: T): Promise<void> {
    busy.add(lane)
    waiting -= 1
    await work(item)
    busy.delete(lane)
    if (queues.has(lane)) turns.push(lane)
    start()
    onDone()
  }

  function start(): void {
    while (busy.size < limit) {
      const lane = turns.shift()
      if (lane === undefined) return
      const queue = queues.get(lane) ?? []
      const item = queue.shift()
      if (queue.length === 0) queues.delete(lane)
      if (item !== undefined) void runOne(lane, item)
    }
  }

  return {
    add(lane, item) {
      const queue = queues.get(lane)
      if (queue) queue.push(item)
      else {
        queues.set(lane, [item])
        if (!busy.has(lane)) turns.push(lane)
      }
      waiting += 1
      start()
    },
    get waiting() {
      return waiting
    },
    get running() {
      return busy.size
    },
    clear() {
      queues.clear()
      turns.length = 0
      waiting = 0
    },
  }
}
