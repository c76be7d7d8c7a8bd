import type { SandboxEvent } from './world.ts'

/** Resolves with what `probe` finds, asked now and after every event; rejects after `withinMs` of real time. */
export function waitUntil<T>(
  listeners: Set<(event: SandboxEvent) => void>,
  probe: () => T | false | null | undefined,
  { withinMs = 5000, what = 'what was waited for' }: { withinMs?: number; what?: string } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      clearInterval(again)
      listeners.delete(ask)
      settle()
    }
    const ask = (): void => {
      try {
        const found = probe()
        if (found !== false && found !== null && found !== undefined) end(() => resolve(found))
      } catch (error) {
        end(() => reject(error))
      }
    }
    const timer = setTimeout(
      () => end(() => reject(new Error(`sandbox: ${what} did not come within ${withinMs} ms`))),
      withinMs,
    )
    // The probe may look at things outside the sandbox, which send no events.
    const again = setInterval(ask, 50)
    listeners.add(ask)
    ask()
  })
}
