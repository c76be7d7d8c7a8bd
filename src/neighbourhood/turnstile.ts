/** Lets a script pass after a wait; while it is shut, only step by step. */
export interface Turnstile {
  /** Resolves after `ms` and when the way is free; at once when everything is to end. `begins`: a new step begins here. */
  pass(ms: number, begins?: boolean): Promise<void>
  shut(): void
  open(): void
  /** One step more, to the beginning of the next. */
  letOne(): void
}

export function createTurnstile(ending: AbortSignal): Turnstile {
  let isOpen = true
  let granted = 0
  let isUnderWay = false
  let freed = (): void => {}
  const until = (hold: (free: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      freed = () => {
        ending.removeEventListener('abort', freed)
        resolve()
      }
      ending.addEventListener('abort', freed, { once: true })
      hold(freed)
    })
  const isFree = (begins: boolean): boolean => {
    if (isOpen || ending.aborted) return true
    if (!begins && isUnderWay) return true
    isUnderWay = granted > 0
    if (isUnderWay && begins) granted -= 1
    return isUnderWay
  }
  return {
    async pass(ms, begins = false) {
      if (ending.aborted) return
      if (isOpen) {
        let timer: NodeJS.Timeout | undefined
        await until((free) => {
          timer = setTimeout(free, ms)
        })
        clearTimeout(timer)
      }
      while (!isFree(begins)) await until(() => {})
    },
    shut() {
      isOpen = false
      granted = 0
      isUnderWay = false
      freed()
    },
    open() {
      isOpen = true
      freed()
    },
    letOne() {
      granted += 1
      freed()
    },
  }
}
