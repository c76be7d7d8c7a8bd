import type { Instant } from '../domain/ids.ts'
import { shortNotice } from '../domain/interruption/interruption-plan.ts'
import type { InterruptionView } from '../domain/post/view.ts'
import { chatsHearing, interruptionPolicy } from './keep-interruption.ts'
import type { PostRow, Tx } from './ports.ts'

/** What a post about an interruption shows beside the notice itself, read at the moment of sending; null for any other post. */
export async function interruptionView(tx: Tx, row: PostRow, now: Instant): Promise<InterruptionView | null> {
  const { body, communityId } = row
  if (body.kind !== 'interruption' || communityId === null) return null
  const of = await tx.interruptions.get(communityId, body.interruption)
  const community = await tx.communities.get(communityId)
  if (!of || !community) return null
  const policy = await tx.communities.policy(communityId, community.policyVersion)
  return {
    of,
    chats: (await chatsHearing(tx, of)).map(({ title }) => title),
    answered: body.audience === 'residents' ? 0 : (await tx.interruptions.reports(of.id)).length,
    short: of.status === 'draft' ? shortNotice(of, interruptionPolicy(policy), now) : null,
  }
}
