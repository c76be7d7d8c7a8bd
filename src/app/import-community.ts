import type { Community } from '../domain/community/community.ts'
import type { Instant } from '../domain/ids.ts'
import { firstSummaryAt, nextSummaryAt } from '../domain/summary/next-summary.ts'
import type { CommunitySetup, Tx } from './ports.ts'
import { noteDays, scheduleWarning } from './statutory-days.ts'

/** Makes or updates a community from its description; importing the same again changes nothing. */
export async function putCommunity(
  tx: Tx,
  setup: CommunitySetup,
  now: Instant,
): Promise<{ readonly community: Community; readonly created: boolean; readonly changed: readonly string[] }> {
  const result = await tx.communities.put(setup)
  const { id, timezone, policyVersion } = result.community
  // A community without tickets has nothing to reckon anew.
  if (result.created) await noteDays(tx, result.community)
  if (!result.created && !result.changed.includes('policy')) return result
  await scheduleWarning(tx, result.community, now)
  const dueAt = await tx.communities.nextSummaryAt(id)
  // What is due now is posted first, under either policy.
  if (dueAt !== null && dueAt <= now) return result
  const policy = await tx.communities.policy(id, policyVersion)
  const next = result.created ? firstSummaryAt(timezone, policy, now) : nextSummaryAt(timezone, policy, now)
  await tx.communities.setNextSummaryAt(id, next)
  return result
}
