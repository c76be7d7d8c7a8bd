import type { Category, Place } from '../../domain/category.ts'
import { type CommunityWords, hear, type OwnHeard } from '../community-words.ts'
import { piecesOf } from '../model/features.ts'
import { type Features, featuresOf } from '../model/model.ts'
import { placeOf } from '../place/place-of.ts'
import { categoriesOf } from './category.ts'
import { cluesOf } from './clues.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { isPrivate } from './privacy.ts'
import { type Danger, dangerIn } from './urgency.ts'

/** Everything rules and lexicons find in one text, and the features the model judges it by. */
export interface Study {
  readonly evidence: Evidence
  readonly place: Place
  /** By the lexicon alone, most fitting first; empty when no word belongs to any. */
  readonly categories: readonly Category[]
  readonly danger: Danger
  readonly features: Features
  /** The community's own words in it; null where there are none. */
  readonly own: OwnHeard | null
}

/** Studies a normalised text. Training goes through here as well, so that the model is asked what it was taught. */
export function study(text: string, buildings: readonly string[], community: CommunityWords | null = null): Study {
  const own = community === null ? null : hear(community, text)
  const told = own?.told ?? text
  const evidence = evidenceOf(told.toLowerCase(), own?.hits)
  const spot = own?.place.spot ?? evidence.cues.get('spot')?.[0]?.word ?? null
  const place = withOwn(placeOf(told, spot, buildings), own)
  const categories = categoriesOf(evidence)
  const danger = dangerIn(evidence)
  const clues = cluesOf(evidence, place, categories, danger)
  return {
    evidence,
    place,
    categories,
    danger,
    features: featuresOf(piecesOf(evidence.text), clues),
    own,
  }
}

/** A building that is no number cannot be read out of the text, and a unit only beside one. */
function withOwn(place: Place, own: OwnHeard | null): Place {
  if (own === null) return place
  const building = place.building ?? own.place.building
  return { ...place, building, unit: place.unit ?? (building === own.place.building ? own.place.unit : null) }
}

/** The features for judging a report: those that decided it is one, and what only reports are asked. */
export function featuresForJudging({ evidence, place, categories, features }: Study): Features {
  if (!isPrivate(evidence, categories, place)) return features
  return { ...features, clues: [...features.clues, 'private'] }
}
