import type { Category, Place } from '../../domain/category.ts'
import type { Instant } from '../../domain/ids.ts'
import type { Meaning, Problem } from '../meaning.ts'
import { placeOf } from '../place/place-of.ts'
import { languageOf } from '../text/language.ts'
import { categoriesOf } from './category.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { isPrivate } from './privacy.ts'
import { segmentsOf } from './segments.ts'
import { sinceOf } from './since.ts'
import { classOf, urgencyOf } from './urgency.ts'
import { type Opinion, verdictOf } from './verdict.ts'

export interface Setting {
  readonly at: Instant
  readonly timezone: string
  readonly buildings: readonly string[]
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
  readonly evidence: Evidence
  readonly opinion: Opinion
  readonly problem: Problem
  readonly why: Meaning['why']
}

function read(text: string, buildings: readonly string[]): Reading {
  const evidence = evidenceOf(text.toLowerCase())
  const spot = evidence.cues.get('spot')?.[0]?.word ?? null
  const place = placeOf(text, spot, buildings)
  const found = categoriesOf(evidence)
  const categories: readonly Category[] = found.length > 0 ? found : ['other']
  const { urgency, why } = urgencyOf(evidence)
  const opinion = verdictOf(evidence, place, urgency === 'emergency')
  const kind = classOf(categories[0] ?? 'other', urgency, evidence.text)
  return {
    evidence,
    opinion,
    problem: { text, categories, class: kind, urgency, place, needsPlace: needsPlace(categories, place) },
    why: why === null ? opinion.why : [...opinion.why, why],
  }
}

const needsPlace = (categories: readonly Category[], place: Place): boolean =>
  place.building === null && place.spot === null && categories.some((c) => placed.has(c))

const isNowhere = (place: Place): boolean => Object.values(place).every((value) => value === null)

/** Separate matters in one message: each part a report by itself, and of another kind than those before. */
function problemsOf(text: string, whole: Reading, buildings: readonly string[]): readonly Problem[] {
  const segments = segmentsOf(text)
  if (segments.length < 2) return [whole.problem]
  const kept: Problem[] = []
  for (const segment of segments) {
    const { opinion, problem } = read(segment, buildings)
    const known = kept.some((p) => p.categories.some((c) => problem.categories.includes(c)))
    if (opinion.kind === 'report' && !known && problem.categories[0] !== 'other') kept.push(problem)
  }
  if (kept.length < 2) return [whole.problem]
  const home = whole.problem.place
  return kept.map((p) => (isNowhere(p.place) ? { ...p, place: home, needsPlace: needsPlace(p.categories, home) } : p))
}

const rank = { emergency: 2, urgent: 1, normal: 0 } as const

/** Reads a normalised text that is no command; `registered` = it is known to be a report, whatever its words. */
export function understand(text: string, setting: Setting, registered = false): Meaning {
  const whole = read(text, setting.buildings)
  const lang = languageOf(text)
  const { kind, chance } = whole.opinion
  const base = { lang, command: null, suggestion: null, why: whole.why }
  if (kind === 'chat' && !registered)
    return {
      ...base,
      kind,
      confidence: 1 - chance,
      categories: [],
      class: null,
      urgency: null,
      place: whole.problem.place,
      since: null,
      private: false,
      needsPlace: false,
      problems: [],
    }
  const problems = problemsOf(text, whole, setting.buildings)
  const categories = [
    ...new Set([...(problems.length > 1 ? [] : whole.problem.categories), ...problems.flatMap((p) => p.categories)]),
  ]
  const worst = problems.reduce((a, b) => (rank[b.urgency] > rank[a.urgency] ? b : a), whole.problem)
  const place = whole.problem.place
  return {
    ...base,
    kind,
    confidence: chance,
    categories,
    class: worst.class,
    urgency: worst.urgency,
    place,
    since: sinceOf(text, setting.at, setting.timezone),
    private: isPrivate(whole.evidence, categories, place),
    needsPlace: problems.some((p) => p.needsPlace),
    problems,
  }
}
