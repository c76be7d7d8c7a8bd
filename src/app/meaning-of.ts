import type { Meaning } from '../nlu/meaning.ts'
import { parse } from '../nlu/parse.ts'
import { ownWordsOf } from './own-words-of.ts'
import type { Scene } from './scene.ts'

/** What the text means here: against the community's own words, buildings, zone and the kind of chat. */
export async function meaningOf(
  scene: Pick<Scene, 'tx' | 'deps' | 'message' | 'community' | 'chat' | 'now'>,
  text: string | null = scene.message.text,
  replyToTicket = false,
): Promise<Meaning> {
  const { tx, deps, community, chat, now } = scene
  const buildings = await tx.communities.buildings(community.id)
  const policy = await tx.communities.policy(community.id, community.policyVersion)
  return parse(text ?? '', {
    at: now,
    timezone: community.timezone,
    buildings: buildings.map(({ name }) => name),
    community: ownWordsOf(policy),
    thresholds: policy.understanding,
    botUsername: deps.bot().username,
    replyToTicket,
    audience: chat?.role ?? 'dm',
  })
}
