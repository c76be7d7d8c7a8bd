import type { Instant } from '../domain/ids.ts'

/** Says whether time may speak yet. */
export interface InboxGate {
  /** Once open it stays open. */
  isOpen(now: Instant): boolean
}

/** Telegram may be away or hand its updates to somebody else: nothing overdue waits for an inbox longer than this. */
const LONGEST_WAIT_MS = 120_000

/**
 * After a start people come first: an acknowledgement that waited at Telegram must take back the escalation that fell due
 * meanwhile. Opens when `inboxRead` resolves, or two minutes after `startedAt`; open from the start without anything to wait for.
 */
export function createInboxGate(inboxRead: Promise<void> | null, startedAt: Instant): InboxGate {
  let open = inboxRead === null
  void inboxRead?.then(() => {
    open = true
  })
  return {
    isOpen(now) {
      open ||= now - startedAt >= LONGEST_WAIT_MS
      return open
    },
  }
}
