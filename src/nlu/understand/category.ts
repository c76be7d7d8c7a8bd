import type { Category } from '../../domain/category.ts'
import { type Evidence, type Matter, near } from './evidence.ts'

/** How much of a category a word shows where it stands. */
function strength(evidence: Evidence, matter: Matter): number {
  if (matter.role === 'trouble') return matter.weight + 1
  const beside = near(evidence, 'fault', matter.clause, 0) || near(evidence, 'complaint', matter.clause, 0)
  return matter.role === 'object' ? matter.weight * (beside ? 1 : 0.55) : matter.weight * 0.9
}

/** A noisy dog is the dog's matter, a lamp that keeps one awake the lamp's: who causes it goes before how it feels. */
const yields: readonly (readonly [loser: Category, winner: Category])[] = [
  ['noise', 'pets'],
  ['dispute', 'noise'],
  ['facility', 'elevator'],
  ['facility', 'leak'],
  ['facility', 'power'],
  ['facility', 'fire'],
  ['facility', 'security'],
  ['facility', 'construction'],
  ['security', 'fire'],
  ['governance', 'parking'],
  ['dispute', 'parking'],
  ['dispute', 'governance'],
  ['parking', 'fire'],
  ['water', 'leak'],
  ['pollution', 'sanitation'],
  ['pollution', 'gas'],
]

/**
 * Categories of a text, most fitting first: the strongest, and any other nearly as strong.
 * Empty when no word belongs to any.
 */
export function categoriesOf(evidence: Evidence): readonly Category[] {
  const scores = new Map<Category, number>()
  const seen = new Set<string>()
  for (const matter of evidence.matters) {
    const key = `${matter.category} ${matter.role} ${matter.hit.word}`
    if (seen.has(key)) continue
    seen.add(key)
    scores.set(matter.category, (scores.get(matter.category) ?? 0) + strength(evidence, matter))
  }
  for (const [loser, winner] of yields) {
    const strong = scores.get(winner) ?? 0
    const weak = scores.get(loser)
    if (weak !== undefined && strong >= 2 && strong >= weak * 0.5) scores.set(loser, weak * 0.5)
  }
  const sorted = [...scores].sort((a, b) => b[1] - a[1])
  const top = sorted[0]
  if (top === undefined) return []
  const stated = new Set(evidence.matters.filter((m) => m.role === 'trouble').map((m) => m.category))
  return sorted
    .filter(
      ([category, score], index) =>
        index === 0 || (index < 2 && stated.has(category) && score >= 3.5 && score >= top[1] * 0.75),
    )
    .map(([category]) => category)
}
