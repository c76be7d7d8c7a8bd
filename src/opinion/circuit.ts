import type { Instant } from '../domain/ids.ts'

/** Leaves alone for a while what fails again and again. */
export interface Circuit {
  /** Whether to try now. After a pause one try is let through, and the next only when it has ended. */
  allows(now: Instant): boolean
  succeeded(): void
  /** `grave`: one such failure is enough. Answers how long it will be left alone from now (ms), or null when it will not. */
  failed(now: Instant, grave: boolean): number | null
  /** The try came to nothing through no fault of theirs. */
  givenUp(): void
}

export interface CircuitOptions {
  /** Failures in a row that open it. */
  readonly after: number
  readonly firstPauseMs: number
  readonly longestPauseMs: number
}

/** Each pause is twice the one before; a success makes all forgotten. */
export function createCircuit({ after, firstPauseMs, longestPauseMs }: CircuitOptions): Circuit {
  let failures = 0
  let pauses = 0
  let closedUntil: Instant | null = null
  let trying = false
  return {
    allows(now) {
      if (closedUntil === null) return true
      if (now < closedUntil || trying) return false
      trying = true
      return true
    },
    succeeded() {
      failures = 0
      pauses = 0
      closedUntil = null
      trying = false
    },
    failed(now, grave) {
      failures += 1
      const probe = trying
      trying = false
      if (!probe && !grave && failures < after) return null
      // Those that were under way when it was left alone say nothing new.
      if (!probe && closedUntil !== null && now < closedUntil) return null
      const pause = Math.min(firstPauseMs * 2 ** pauses, longestPauseMs)
      pauses = Math.min(pauses + 1, 30)
      closedUntil = now + pause
      return pause
    },
    givenUp() {
      trying = false
    },
  }
}
