import type { Category, Place } from '../../domain/category.ts'
import { type Evidence, near } from './evidence.ts'
import { type Danger, formal } from './urgency.ts'

/** Trouble that came back speaks louder than the repair before it. */
function cameBack({ cues }: Evidence): boolean {
  const solved = cues.get('solved')?.at(-1)
  const later = [...(cues.get('again') ?? []), ...(cues.get('fault') ?? [])]
  return solved !== undefined && later.some((hit) => hit.from >= solved.to)
}

/**
 * What lexicon and rules say, as names the model has learned weights for: each kind of word, which kind follows which,
 * which categories, how grave, whether a house is named.
 */
export function cluesOf(
  evidence: Evidence,
  place: Place,
  categories: readonly Category[],
  danger: Danger,
): readonly string[] {
  const clues = new Set<string>()
  let before = '^'
  for (const hit of evidence.hits)
    for (const mark of hit.marks) {
      if (mark.sort === 'cue' && mark.cue === 'innocent') continue
      const name = mark.sort === 'cue' ? mark.cue : mark.role
      clues.add(name)
      clues.add(`${before} ${name}`)
      if (mark.sort === 'matter') clues.add(`${name} ${mark.category}`)
      before = name
    }
  clues.add(`${before} $`)
  for (const matter of evidence.matters)
    if (matter.role === 'object' && near(evidence, 'fault', matter.clause)) {
      clues.add('broken')
      clues.add(`broken ${matter.category}`)
    }
  if (place.building !== null || place.unit !== null || place.room !== null || place.floor !== null) clues.add('house')
  if (place.spot !== null) clues.add('place')
  if (evidence.matters.length === 0) clues.add('no matter')
  if (cameBack(evidence)) clues.add('came back')
  for (const [rank, category] of categories.entries()) clues.add(`rank ${rank} ${category}`)
  clues.add(`urgency ${danger.urgency}`)
  if (danger.now) clues.add('happening')
  if (danger.why !== null) {
    clues.add(`danger ${danger.why.rule}`)
    if (danger.now) clues.add(`danger now ${danger.urgency}`)
  }
  if (formal.test(evidence.text)) clues.add('letter')
  clues.add(`length ${Math.min(8, Math.ceil(Math.log2(evidence.text.length + 1)))}`)
  return [...clues]
}
