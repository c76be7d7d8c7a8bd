import { type Category, categories, type Urgency } from '../../domain/category.ts'
import { type Chances, chanceOf } from '../model/model.ts'
import type { Danger } from './urgency.ts'

const second = 0.45

/** The likeliest category, and a second one the model is nearly sure of. */
export function chosenCategories(chances: Chances): readonly Category[] {
  let [best, next] = [0, 1]
  for (let at = 1; at < categories.length; at++) {
    const chance = chances[at] as number
    if (chance > (chances[best] as number)) [best, next] = [at, best]
    else if (at === 1 || chance > (chances[next] as number)) next = at
  }
  const chosen = (chances[next] as number) >= second ? [best, next] : [best]
  return chosen.map((at) => categories[at] as Category)
}

/**
 * Danger that the words name counts unless the model is all but sure of the contrary. Danger told in other words needs the model's
 * suspicion where it is told as happening, and its conviction where it is not; where it is unsure even that this is a report, near certainty.
 */
export function urgencyBy(danger: Danger, chances: Chances, registered: boolean): Urgency {
  const grave = chanceOf(chances, 'emergency')
  const unnamed = registered || danger.urgency !== 'normal' ? (danger.now ? 0.25 : 0.35) : 0.75
  if (grave >= (danger.urgency === 'emergency' ? 0.02 : unnamed)) return 'emergency'
  if (danger.urgency === 'urgent' || chanceOf(chances, 'urgent') >= 0.6) return 'urgent'
  return 'normal'
}
