/** How pauses between failures grow. */
export interface Backoff {
  /** The first pause (ms), before jitter. */
  readonly baseMs: number
  readonly capMs: number
}

/** The pause after this many failures in a row (1 = the first), with a random half of it taken off so that peers spread out. */
export function pauseAfter(failures: number, { baseMs, capMs }: Backoff, random: () => number): number {
  const full = Math.min(capMs, baseMs * 2 ** Math.min(failures - 1, 30))
  return Math.round(full * (1 - random() / 2))
}

/** Waits, or less when `signal` aborts; never rejects. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end)
  })
}
