import type { Policy } from '../domain/policy/policy.ts'
import { type CommunityWords, compileWords } from '../nlu/community-words.ts'

/** The store hands out one object for each version of a policy, so its words are compiled once. */
const compiled = new WeakMap<Policy, CommunityWords | null>()

/** A community's own words by its policy, ready to be found; null where it has none. */
export function ownWordsOf(policy: Policy): CommunityWords | null {
  const known = compiled.get(policy)
  if (known !== undefined) return known
  const words = compileWords(policy.words, policy.places)
  compiled.set(policy, words)
  return words
}
