import type { App } from '../app/app.ts'
import { type AuditResult, isWell } from '../app/audit-result.ts'
import type { Log } from '../app/log.ts'
import type { Clock } from '../app/ports.ts'
import type { Instant } from '../domain/ids.ts'

export interface Auditor {
  /** One audit now; throws when the database does not answer, and then nobody is told that all is well. */
  run(): Promise<AuditResult>
  /** What the last audit found; null before the first. */
  last(): AuditResult | null
}

export interface AuditorDeps {
  readonly app: Pick<App, 'audit'>
  readonly clock: Clock
  readonly log: Log
  /** Tells a watcher outside that all is well; its silence is the alarm. May reject. */
  readonly allIsWell?: (() => Promise<void>) | undefined
}

const DAY_MS = 86_400_000

/** Proves again and again that nothing was missed, and says so outside only when it is true. */
export function createAuditor({ app, clock, log, allIsWell }: AuditorDeps): Auditor {
  let since: Instant = clock.now() - DAY_MS
  let after = 0
  let last: AuditResult | null = null

  return {
    async run() {
      const startedAt = clock.now()
      const result = await app.audit({ since, after })
      last = result
      after = result.walkedTo
      if (result.missed.untold === 0) since = startedAt
      if (isWell(result)) await allIsWell?.().catch(() => log.warn({}, 'the watcher outside was not reached'))
      else log.error({ ...result.missed, replanned: result.replanned }, 'something was missed')
      return result
    },
    last: () => last,
  }
}
