export type FaultKind =
  | '429'
  | '500'
  | '502-html'
  | '200-html'
  | 'broken-json'
  | 'reset'
  | 'reset-after'
  | 'timeout'
  | 'timeout-after'
  | '401'
  | '409'

export interface Fault {
  kind: FaultKind
  /** Only calls of this method; otherwise every call but getUpdates and getMe. `'*'` means truly every call. */
  method?: string
  /** Only calls about this chat. */
  chatId?: number
  /** How many calls it meets; 1 unless given. `Infinity` until cancelled. */
  times?: number
  /** Seconds told with a 429; 5 unless given. */
  retryAfter?: number
  /** Whether Telegram did the work although the answer was bad; only the `-after` kinds do unless given. */
  delivered?: boolean
}

export interface FaultHandle {
  /** How many calls it has met so far. */
  readonly hits: number
  cancel(): void
}

export interface FaultScript {
  add(fault: Fault): FaultHandle
  /** The first scripted fault that this call meets, counted as met. */
  meet(method: string, chatId: number | undefined): Fault | undefined
  clear(): void
}

/** Whether Telegram carries the call out before the answer goes wrong. */
export function isDelivered(fault: Fault): boolean {
  return fault.delivered ?? fault.kind.endsWith('-after')
}

/** Faults in the order in which they were scripted. */
export function createFaultScript(): FaultScript {
  const scripted: { fault: Fault; left: number; hits: number }[] = []

  const applies = (fault: Fault, method: string, chatId: number | undefined): boolean => {
    if (fault.chatId !== undefined && fault.chatId !== chatId) return false
    if (fault.method === '*') return true
    if (fault.method === undefined) return method !== 'getupdates' && method !== 'getme'
    return fault.method.toLowerCase() === method
  }

  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? 1, hits: 0 }
      scripted.push(entry)
      return {
        get hits() {
          return entry.hits
        },
        cancel() {
          entry.left = 0
        },
      }
    },
    meet(method, chatId) {
      const entry = scripted.find(({ fault, left }) => left > 0 && applies(fault, method.toLowerCase(), chatId))
      if (!entry) return undefined
      entry.left -= 1
      entry.hits += 1
      return entry.fault
    },
    clear() {
      for (const entry of scripted) entry.left = 0
      scripted.length = 0
    },
  }
}
