import type { Category, Place } from '../../domain/category.ts'
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
}

/** Studies a normalised text. Training goes through here as well, so that the model is asked what it was taught. */
export function study(text: string, buildings: readonly string[]): Study {
  const evidence = evidenceOf(text.toLowerCase())
  const place = placeOf(text, evidence.cues.get('spot')?.[0]?.word ?? null, buildings)
  const categories = categoriesOf(evidence)
  const danger = dangerIn(evidence)
  const clues = cluesOf(evidence, place, categories, danger)
  return { evidence, place, categories, danger, features: featuresOf(piecesOf(evidence.text), clues) }
}

/** The features for judging a report: those that decided it is one, and what only reports are asked. */
export function featuresForJudging({ evidence, place, categories, features }: Study): Features {
  if (!isPrivate(evidence, categories, place)) return features
  return { ...features, clues: [...features.clues, 'private'] }
}
