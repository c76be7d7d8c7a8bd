import { type Category, categories, type Urgency } from '../../domain/category.ts'
import type { Judgement } from '../model/heads.ts'
import type { Danger } from './urgency.ts'

/** From which chance on a message is registered at once, and from which it is asked about first; 0..1. */
export interface Thresholds {
  readonly report: number
  readonly maybe: number
}

export const thresholds: Thresholds = { report: 0.68, maybe: 0.4 }

type Judged = ReadonlyMap<Judgement, number>

const second = 0.45

/** The likeliest category, and a second one the model is nearly sure of. */
export function chosenCategories(judged: Judged): readonly Category[] {
  const ranked = categories.map((category) => [category, judged.get(category) ?? 0] as const)
  ranked.sort((a, b) => b[1] - a[1])
  return ranked.filter(([, chance], at) => at === 0 || (at === 1 && chance >= second)).map(([category]) => category)
}

/**
 * Danger that the words name counts unless the model is all but sure of the contrary. Danger told in other words needs the model's
 * suspicion where it is told as happening, and its conviction where it is not.
 */
export function urgencyBy(danger: Danger, judged: Judged): Urgency {
  const grave = judged.get('emergency') ?? 0
  if (grave >= (danger.urgency === 'emergency' ? 0.02 : danger.now ? 0.15 : 0.35)) return 'emergency'
  if (danger.urgency === 'urgent' || (judged.get('urgent') ?? 0) >= 0.6) return 'urgent'
  return 'normal'
}
