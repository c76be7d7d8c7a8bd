/** Lets one poller of a bot run at a time, over all processes. Given from outside; `cancel` gives up waiting. */
export interface PollerLock {
  acquire(cancel: AbortSignal): Promise<HeldPollerLock>
}

export interface HeldPollerLock {
  /** Aborts when the lock was lost: somebody else may be polling already. */
  readonly lost: AbortSignal
  release(): Promise<void>
}

/** Runs `work` while the lock is held. Its signal aborts when the lock is lost or `stopping` aborts. */
export async function holdWhile(
  lock: PollerLock,
  stopping: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const held = await unlessStopped(lock.acquire(stopping), stopping)
  if (held === null) return
  const ending = new AbortController()
  const end = (): void => ending.abort()
  stopping.addEventListener('abort', end)
  held.lost.addEventListener('abort', end)
  if (stopping.aborted || held.lost.aborted) end()
  try {
    await work(ending.signal)
  } finally {
    stopping.removeEventListener('abort', end)
    held.lost.removeEventListener('abort', end)
    await held.release()
  }
}

/** The lock, or null when stopped first; a lock that comes too late is given back at once. */
async function unlessStopped(
  acquiring: Promise<HeldPollerLock>,
  stopping: AbortSignal,
): Promise<HeldPollerLock | null> {
  let onStop: () => void = () => {}
  const stopped = new Promise<null>((resolve) => {
    onStop = () => resolve(null)
    stopping.addEventListener('abort', onStop)
    if (stopping.aborted) onStop()
  })
  try {
    const held = await Promise.race([acquiring, stopped])
    if (held === null) acquiring.then((late) => late.release()).catch(() => {})
    return held
  } catch (error) {
    if (stopping.aborted) return null
    throw error
  } finally {
    stopping.removeEventListener('abort', onStop)
  }
}
