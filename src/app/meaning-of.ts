import type { Policy } from '../domain/policy/policy.ts'
import { type CommunityWords, compileWords } from '../nlu/community-words.ts'
import type { Meaning } from '../nlu/meaning.ts'
import { parse } from '../nlu/parse.ts'
import type { Scene } from './scene.ts'

/** The store hands out one object for each version of a policy, so its words are compiled once. */
const compiled = new WeakMap<Policy, CommunityWords | null>()

function wordsOf(policy: Policy): CommunityWords | null {
  const known = compiled.get(policy)
  if (known !== undefined) return known
  const words = compileWords(policy.words, policy.places)
  compiled.set(policy, words)
  return words
}

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
    community: wordsOf(policy),
    thresholds: policy.understanding,
    botUsername: deps.bot().username,
    replyToTicket,
    audience: chat?.role ?? 'dm',
  })
}
