import type { Place } from '../../domain/category.ts'
import type { Reason } from '../meaning.ts'
import { type Evidence, has, near, wordsOfCue } from './evidence.ts'
import { cueWeights, thresholds, weights } from './weights.ts'

export interface Opinion {
  readonly kind: 'report' | 'maybe' | 'chat'
  /** Chance that this is a report. */
  readonly chance: number
  readonly why: readonly Reason[]
}

const weighed = Object.entries(cueWeights) as readonly (readonly [keyof typeof cueWeights, number])[]

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** Trouble that came back speaks louder than the repair before it. */
const cameBack = (evidence: Evidence): boolean => {
  const solved = evidence.cues.get('solved')?.at(-1)
  const later = [...(evidence.cues.get('again') ?? []), ...(evidence.cues.get('fault') ?? [])]
  return solved !== undefined && later.some((hit) => hit.from >= solved.to)
}

/** Weighs what speaks for a report and against it; `grave` = it would be danger now, which is not put off for a doubt. */
export function verdictOf(evidence: Evidence, place: Place, grave = false): Opinion {
  const why: Reason[] = []
  let sum: number = weights.bias
  const add = (rule: string, weight: number, words: string) => {
    sum += weight
    why.push({ rule: `${rule} ${weight > 0 ? '+' : ''}${Math.round(weight * 100) / 100}`, words })
  }
  const asked = has(evidence, 'request') || has(evidence, 'question') || has(evidence, 'complaint')
  const troubles = evidence.matters.filter((m) => m.role === 'trouble')
  const things = evidence.matters.filter((m) => m.role === 'object')
  const topics = evidence.matters.filter((m) => m.role === 'topic')
  const broken = things.find((m) => near(evidence, 'fault', m.clause))
  const words = (list: readonly { hit: { word: string } }[]) => [...new Set(list.map((m) => m.hit.word))].join(' ')

  if (troubles.length > 0) {
    add('trouble', weights.trouble, words(troubles))
    if (new Set(troubles.map((m) => m.hit.from)).size > 1) add('more trouble', weights.moreTrouble, words(troubles))
  } else if (broken !== undefined)
    add('broken thing', weights.brokenThing, `${broken.hit.word} ${wordsOfCue(evidence, 'fault')}`)
  else if (things.length > 0) add('thing', weights.thing, words(things))
  if (troubles.length === 0 && broken === undefined && has(evidence, 'fault'))
    add('fault', weights.fault, wordsOfCue(evidence, 'fault'))
  if (topics.length > 0) add('topic', weights.topic, words(topics))
  if (has(evidence, 'complaint')) add('complaint', weights.complaint, wordsOfCue(evidence, 'complaint'))
  if (asked) {
    const about = evidence.matters.length > 0
    add(
      'asked',
      about ? weights.asked : weights.askedNothing,
      `${wordsOfCue(evidence, 'request')} ${wordsOfCue(evidence, 'question')}`.trim(),
    )
  }
  if (has(evidence, 'hazard')) add('hazard', weights.hazard, wordsOfCue(evidence, 'hazard'))
  if (place.building !== null || place.unit !== null || place.room !== null || place.floor !== null)
    add('house', weights.house, '')
  else if (place.spot !== null) add('spot', weights.spot, place.spot)
  if (evidence.text.length <= 10 && (troubles.length > 0 || broken !== undefined))
    add('short', weights.short, evidence.text)

  const back = cameBack(evidence)
  for (const [cue, weight] of weighed) {
    if (!has(evidence, cue)) continue
    if (back && (cue === 'solved' || cue === 'thanks')) continue
    // 隔成八间出租 is what the report is about, not an offer.
    if (cue === 'sale' && troubles.some((m) => m.category === 'rental')) continue
    add(cue, weight, wordsOfCue(evidence, cue))
  }
  if (!grave && has(evidence, 'doubt')) {
    // A doubt makes us ask, never pass over what would be heard without it.
    const doubted = Math.max(sum + weights.doubt, Math.min(sum, weights.leastDoubted))
    add('doubt', doubted - sum, wordsOfCue(evidence, 'doubt'))
  }
  const chance = logistic(sum)
  return { kind: chance >= thresholds.report ? 'report' : chance >= thresholds.maybe ? 'maybe' : 'chat', chance, why }
}
