import type { Category } from '../../domain/category.ts'
import type { OwnHeard } from '../community-words.ts'
import type { Evidence } from './evidence.ts'

/** A thing named in own words decides on the kind where no other thing stands beside it; a matter stated always does. */
export function ownKind(own: OwnHeard | null, evidence: Evidence): readonly Category[] {
  const category = own?.category ?? null
  if (category === null) return []
  const others = evidence.matters.some((matter) => matter.category !== category)
  return own?.stated || !others ? [category] : []
}
