import type { Missed } from './ports.ts'

export interface AuditResult {
  readonly missed: Missed
  /** Tickets whose steps had to be put back into the due table. */
  readonly replanned: number
  /** Where the next audit goes on walking. */
  readonly walkedTo: number
}

/** True when nothing of a result needs anybody's attention. */
export function isWell({ missed, replanned }: AuditResult): boolean {
  return replanned === 0 && Object.values(missed).every((count) => count === 0)
}
