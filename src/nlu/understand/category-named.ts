import type { Category } from '../../domain/category.ts'
import { type CommunityWords, hear } from '../community-words.ts'
import { categoryWords } from '../lexicon/category-names.ts'
import { normalise } from '../text/normalise.ts'
import { categoriesOf } from './category.ts'
import { evidenceOf } from './evidence.ts'
import { ownKind } from './own-kind.ts'

/** The kind of matter that a few words name, or the kinds they are most like. */
export type CategoryNamed =
  | { readonly category: Category }
  | { readonly category: null; readonly nearest: readonly Category[] }

const mostNearest = 3
const leastLikeness = 0.3

/**
 * Reads "漏水", "leak", "电梯坏了" as a kind of matter: by its name first, then as a report would be read here, the
 * community's own words included.
 */
export function categoryNamed(text: string, community: CommunityWords | null = null): CategoryNamed {
  const said = normalise(text).text.trim().toLowerCase().replace(/类$/u, '')
  const named = categoryWords.get(said) ?? heardIn(said, community)
  return named === undefined ? { category: null, nearest: nearestTo(said) } : { category: named }
}

function heardIn(said: string, community: CommunityWords | null): Category | undefined {
  const own = community === null ? null : hear(community, said)
  const evidence = evidenceOf((own?.told ?? said).toLowerCase(), own?.hits)
  return ownKind(own, evidence)[0] ?? categoriesOf(evidence)[0]
}

function nearestTo(said: string): readonly Category[] {
  const scored = [...categoryWords]
    .map(([word, category]) => ({ category, likeness: likeness(said, word) }))
    .filter((one) => one.likeness >= leastLikeness)
    .toSorted((a, b) => b.likeness - a.likeness)
  return [...new Set(scored.map(({ category }) => category))].slice(0, mostNearest)
}

/** Shared pairs of letters, or shared characters in Chinese, as a part of both words (Dice): 0 nothing, 1 the same. */
function likeness(a: string, b: string): number {
  const [x, y] = [piecesOf(a), piecesOf(b)]
  const shared = x.filter((piece) => y.includes(piece)).length
  return x.length + y.length === 0 ? 0 : (2 * shared) / (x.length + y.length)
}

function piecesOf(word: string): readonly string[] {
  if (!/^[a-z ]+$/.test(word)) return [...word]
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2))
}
