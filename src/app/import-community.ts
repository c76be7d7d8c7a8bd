import type { Community } from '../domain/community/community.ts'
import type { Instant } from '../domain/ids.ts'
import { nextSummaryAt, summarizedWeek } from '../domain/summary/next-summary.ts'
import { isoWeekRange } from '../domain/time/iso-week.ts'
import type { CommunitySetup, Tx } from './ports.ts'

/** Makes or updates a community from its description; importing the same again changes nothing. */
export async function putCommunity(
  tx: Tx,
  setup: CommunitySetup,
  now: Instant,
): Promise<{ readonly community: Community; readonly created: boolean; readonly changed: readonly string[] }> {
  const result = await tx.communities.put(setup)
  // Reckoned afresh only when the day or hour may have changed, so that a summary that is due now is not put off.
  if (result.created || result.changed.includes('policy')) {
    await tx.communities.setNextSummaryAt(result.community.id, firstSummaryAt(setup, now, result.created))
  }
  return result
}

/** A community that is new gets no summary of a week that was over before it came. */
function firstSummaryAt({ timezone, policy }: CommunitySetup, now: Instant, isNew: boolean): Instant {
  const { day, time } = policy.summary
  const at = nextSummaryAt(timezone, day, time, now)
  const week = isoWeekRange(timezone, summarizedWeek(timezone, at))
  return isNew && week !== null && week.end <= now ? nextSummaryAt(timezone, day, time, at) : at
}
