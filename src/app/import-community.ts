import type { Community } from '../domain/community/community.ts'
import type { Instant } from '../domain/ids.ts'
import { nextSummaryAt } from '../domain/summary/next-summary.ts'
import type { CommunitySetup, Tx } from './ports.ts'

/** Makes or updates a community from its description; importing the same again changes nothing. */
export async function putCommunity(
  tx: Tx,
  setup: CommunitySetup,
  now: Instant,
): Promise<{ readonly community: Community; readonly created: boolean; readonly changed: readonly string[] }> {
  const result = await tx.communities.put(setup)
  const { day, time } = setup.policy.summary
  // Reckoned afresh only when the day or hour may have changed, so that a summary that is due now is not put off.
  if (result.created || result.changed.includes('policy')) {
    await tx.communities.setNextSummaryAt(result.community.id, nextSummaryAt(setup.timezone, day, time, now))
  }
  return result
}
