import { plan } from '../domain/escalation/plan.ts'
import type { Instant } from '../domain/ids.ts'
import type { AlarmKind } from '../domain/post/alarm.ts'
import { setClocks } from './act-on-ticket.ts'
import { alarmOwners } from './alarm.ts'
import type { AppDeps } from './app.ts'
import type { AuditResult } from './audit-result.ts'
import type { Missed, Tx } from './ports.ts'
import { sayUnheardAgain } from './say-elsewhere.ts'

const hourMs = 3_600_000
/** Tickets looked at in one audit for steps that are not in the table. */
const walkAtOnce = 200

/**
 * Looks for what was promised and did not happen, mends what it can and tells the owners of the rest. `since`: calls
 * decided before it were accounted for already. Safe to run at any time, twice or by two processes.
 */
export async function audit(
  deps: AppDeps,
  { since, after }: { readonly since: Instant; readonly after: number },
): Promise<AuditResult> {
  const { store, clock } = deps
  const walked = await store.transaction((tx) => tx.audit.withoutSteps(after, walkAtOnce))
  let replanned = 0
  for (const id of walked) if (await store.transaction((tx) => replan(tx, id))) replanned += 1
  return store.transaction(async (tx) => {
    const now = clock.now()
    const missed = await tx.audit.missed(since, now)
    if (missed.unheard > 0) await sayUnheardAgain(tx, deps, `${Math.floor(now / hourMs)}`, now)
    for (const of of alarmsFor(missed, replanned)) await alarmOwners(tx, deps, of, now)
    const walkedTo = walked.length < walkAtOnce ? 0 : (walked.at(-1) ?? 0)
    return { missed, replanned, walkedTo }
  })
}

/** Puts the steps of a ticket into the due table where the plan has some; false where it has none. */
async function replan(tx: Tx, id: number): Promise<boolean> {
  const ticket = await tx.tickets.lock(id)
  if (!ticket) return false
  const policy = await tx.communities.policy(ticket.communityId, ticket.policyVersion)
  if (plan(ticket, policy).length === 0) return false
  await setClocks(tx, ticket, policy)
  return true
}

function alarmsFor({ unread, undecided, undelivered, untold, unheard }: Missed, replanned: number): AlarmKind[] {
  const alarms: AlarmKind[] = []
  if (unread + undecided + replanned > 0) alarms.push('undecided')
  if (undelivered > 0) alarms.push('undelivered')
  if (unheard + untold > 0) alarms.push('unheard')
  return alarms
}
