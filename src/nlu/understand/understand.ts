import type { Category, Place } from '../../domain/category.ts'
import { cutAtGrapheme } from '../../domain/cut-at-grapheme.ts'
import type { Instant } from '../../domain/ids.ts'
import { defaultUnderstanding } from '../../domain/policy/default-policy.ts'
import type { Understanding } from '../../domain/policy/own-words.ts'
import { type CommunityWords, graver } from '../community-words.ts'
import type { Cue } from '../lexicon/rows.ts'
import type { Meaning, Problem } from '../meaning.ts'
import { type Chances, chanceOf, judge, reportChance } from '../model/model.ts'
import { languageOf } from '../text/language.ts'
import { chosenCategories, urgencyBy } from './choose.ts'
import { has } from './evidence.ts'
import { explain } from './explain.ts'
import { ownKind } from './own-kind.ts'
import { isPrivate } from './privacy.ts'
import { segmentsOf } from './segments.ts'
import { sinceOf } from './since.ts'
import { featuresForJudging, type Study, study } from './study.ts'
import { classOf } from './urgency.ts'

export interface Setting {
  readonly at: Instant
  readonly timezone: string
  readonly buildings: readonly string[]
  readonly community: CommunityWords | null
  readonly thresholds?: Understanding | undefined
  /** Fill in `why`. */
  readonly explain?: boolean | undefined
}

/** Matters that someone has to find on site. */
const placed: ReadonlySet<Category> = new Set([
  'elevator',
  'water',
  'leak',
  'power',
  'gas',
  'heating',
  'fire',
  'security',
  'facility',
  'sanitation',
  'noise',
])

interface Reading {
  readonly text: string
  readonly studied: Study
  readonly chance: number
  readonly kind: 'report' | 'maybe' | 'chat'
}

/** Beside one of these, danger may be a story, an offer or over; without them it is registered however unsure anybody is. */
const harmless: readonly Cue[] = [
  'ad',
  'sale',
  'notice',
  'thanks',
  'solved',
  'joke',
  'hypothetical',
  'elsewhere',
  'past',
  'plan',
  'media',
  'found',
  'advice',
  'on-the-way',
]

function read(text: string, setting: Setting): Reading {
  const studied = study(text, setting.buildings, setting.community)
  const { report, maybe } = setting.thresholds ?? defaultUnderstanding
  const sure = ownChance(reportChance(studied.features), studied, { report, maybe })
  const grave = studied.danger.urgency === 'emergency'
  const chance = grave
    ? harmless.some((cue) => has(studied.evidence, cue))
      ? sure
      : Math.max(sure, report)
    : // Who is not sure himself is asked.
      has(studied.evidence, 'doubt')
      ? Math.min(sure, report - 0.01)
      : sure
  return { text, studied, chance, kind: chance >= report ? 'report' : chance >= maybe ? 'maybe' : 'chat' }
}

/** What the community's own words make of a chance: a matter they state is registered, talk they name is left alone. */
function ownChance(chance: number, { own, evidence }: Study, { report, maybe }: Understanding): number {
  if (own?.stated && !harmless.some((cue) => has(evidence, cue))) return Math.max(chance, report)
  return own?.chat ? Math.min(chance, maybe - 0.01) : chance
}

interface Found extends Problem {
  readonly private: boolean
}

/** What a report is about and how bad it is. */
function problemIn({ text, studied, kind: verdict }: Reading, judged = judge(featuresForJudging(studied))): Found {
  const kind = ownKind(studied.own, studied.evidence)
  const categories = kind.length > 0 ? kind : chosenCategories(judged)
  const urgency = graver(urgencyBy(studied.danger, judged, verdict === 'report'), studied.own?.urgency ?? 'normal')
  const { place } = studied
  return {
    text,
    categories,
    class: classOf(categories[0] ?? 'other', urgency, studied.evidence.text),
    urgency,
    place,
    needsPlace: needsPlace(categories, place),
    private: isPrivate(studied.evidence, categories, place) || chanceOf(judged, 'private') >= 0.5,
  }
}

const needsPlace = (categories: readonly Category[], place: Place): boolean =>
  place.building === null && place.spot === null && categories.some((c) => placed.has(c))

const isNowhere = (place: Place): boolean => Object.values(place).every((value) => value === null)

/** A part is a matter of its own if its kind shows in the whole message too, or if it is clear without it. */
const seenInWhole = 0.02
const clear = 0.85

/** Separate matters in one message: each part a report by itself, of another kind than those before. */
function problemsOf(whole: Problem, judged: Chances, setting: Setting, doubtful: boolean): readonly Problem[] {
  const segments = segmentsOf(whole.text)
  if (segments.length < 2) return [whole]
  const kept: Problem[] = []
  for (const segment of segments) {
    const reading = read(segment, setting)
    // What is asked about anyway may hold parts that are no surer.
    if (reading.kind === 'chat' || (reading.kind === 'maybe' && !doubtful)) continue
    const { private: _, ...problem } = problemIn(reading)
    const known = kept.some((p) => p.categories.some((c) => problem.categories.includes(c)))
    const [kind = 'other'] = problem.categories
    if (!known && kind !== 'other' && (chanceOf(judged, kind) >= seenInWhole || reading.chance >= clear))
      kept.push(problem)
  }
  if (kept.length < 2) return [whole]
  const home = whole.place
  return kept.map((p) => (isNowhere(p.place) ? { ...p, place: home, needsPlace: needsPlace(p.categories, home) } : p))
}

/** Who has not said it in so many characters says it no more; it also bounds the work that a hostile text can cause. */
const readAtMost = 1200

const rank = { emergency: 2, urgent: 1, normal: 0 } as const

/** Reads a normalised text that is no command; `registered` = it is known to be a report, whatever its words. */
export function understand(whole: string, setting: Setting, registered = false): Meaning {
  const text = cutAtGrapheme(whole, readAtMost)
  const reading = read(text, setting)
  const { kind, chance, studied } = reading
  const { place } = studied
  const why = setting.explain === true ? explain(studied) : []
  const base = { lang: languageOf(text), command: null, suggestion: null, place, why }
  if (kind === 'chat' && !registered)
    return {
      ...base,
      kind,
      confidence: 1 - chance,
      categories: [],
      class: null,
      urgency: null,
      since: null,
      private: false,
      needsPlace: false,
      problems: [],
    }
  const judged = judge(featuresForJudging(studied))
  const { private: secret, ...problem } = problemIn(reading, judged)
  const problems = problemsOf(problem, judged, setting, kind === 'maybe')
  const categories = [
    ...new Set([...(problems.length > 1 ? [] : problem.categories), ...problems.flatMap((p) => p.categories)]),
  ]
  const worst = problems.reduce((a, b) => (rank[b.urgency] > rank[a.urgency] ? b : a), problem)
  return {
    ...base,
    kind,
    confidence: chance,
    categories,
    class: worst.class,
    urgency: worst.urgency,
    since: sinceOf(text, setting.at, setting.timezone),
    private: secret,
    needsPlace: problems.some((p) => p.needsPlace),
    problems,
  }
}
