import { type Category, nowhere, type Place, type Urgency } from '../domain/category.ts'
import type { OwnPlace, OwnWords } from '../domain/policy/own-words.ts'
import type { Hit, Mark } from './lexicon/lexicon.ts'
import type { Reason } from './meaning.ts'
import { placeOf } from './place/place-of.ts'
import { normalise } from './text/normalise.ts'
import { type Found, WordFinder } from './text/word-finder.ts'

type Meant = { readonly word: OwnWords } | { readonly place: Omit<OwnPlace, 'say'> }

/** A community's own words, ready to be found; made once for each version of them. */
export type CommunityWords = WordFinder<Meant>

/** Own words as they are looked for: in the one spelling and case that the lexicons use. */
export const spellingOf = (say: string): string => normalise(say).text.trim().toLowerCase()

/** Compiles a community's own words; null where it has none, so that nothing is looked for. */
export function compileWords(words: readonly OwnWords[] = [], places: readonly OwnPlace[] = []): CommunityWords | null {
  if (words.length === 0 && places.length === 0) return null
  const finder = new WordFinder<Meant>()
  for (const word of words) for (const say of word.say) finder.add(spellingOf(say), { word })
  for (const { say: said, ...place } of places)
    for (const say of said) {
      const named = place.building !== undefined || place.spot !== undefined
      finder.add(spellingOf(say), { place: named ? place : { ...place, spot: say } })
    }
  return finder
}

/** What of a text is the community's own. */
export interface OwnHeard {
  /** In `told`, by its positions. */
  readonly hits: readonly Hit[]
  readonly words: readonly OwnWords[]
  /** By its own words the line is talk. */
  readonly chat: boolean
  /** A matter is stated in its own words. */
  readonly stated: boolean
  /** The kind of matter stated, or of the first thing named. */
  readonly category: Category | null
  readonly urgency: Urgency
  readonly place: Place
  /** The text with own names of places as everybody would write them: 老楼502 → 3栋502. */
  readonly told: string
  readonly why: readonly Reason[]
}

const grade = { normal: 0, urgent: 1, emergency: 2 } as const

export const graver = (a: Urgency, b: Urgency): Urgency => (grade[b] > grade[a] ? b : a)

/** Finds a community's own words in a normalised text; null where it holds none. */
export function hear(community: CommunityWords, text: string): OwnHeard | null {
  const lower = text.toLowerCase()
  const found = community.find(lower)
  if (found.length === 0) return null
  const told = toldPlainly(lower.length === text.length ? text : lower, found)
  const meant = found.flatMap(({ marks }) => marks)
  const words = meant.flatMap((one) => ('word' in one ? [one.word] : []))
  const places = meant.flatMap((one) => ('place' in one ? [one.place] : []))
  const stated = words.find(({ urgency }) => urgency !== undefined)
  const kinds = (stated === undefined ? words : [stated]).flatMap(({ as }) =>
    as === undefined || as === 'chat' ? [] : [as],
  )
  const first = (key: 'building' | 'unit' | 'spot'): string | null =>
    places.find((place) => place[key] !== undefined)?.[key] ?? null
  return {
    hits: (told === text ? found : community.find(told.toLowerCase())).map(({ marks, ...hit }) => ({
      ...hit,
      marks: marks.flatMap(marksOf),
    })),
    words,
    chat: stated === undefined && words.some(({ as }) => as === 'chat'),
    stated: stated !== undefined,
    category: kinds[0] ?? null,
    urgency: words.reduce<Urgency>((worst, { urgency = 'normal' }) => graver(worst, urgency), 'normal'),
    place: { ...nowhere, building: first('building'), unit: first('unit'), spot: first('spot') },
    told,
    why: found.flatMap(({ word, marks }) => marks.map((one) => ({ rule: ruleOf(one), words: word }))),
  }
}

/** For the model and the lexicon's rules: a word of a matter; and nothing else is heard in a name or in talk. */
function marksOf(meant: Meant): readonly Mark[] {
  if ('place' in meant) return [{ sort: 'cue', cue: meant.place.spot === undefined ? 'innocent' : 'spot' }]
  const { as, urgency } = meant.word
  if (as === undefined || as === 'chat') return [{ sort: 'cue', cue: as === 'chat' ? 'innocent' : 'fault' }]
  return [{ sort: 'matter', category: as, role: urgency === undefined ? 'object' : 'trouble', weight: 3 }]
}

function ruleOf(meant: Meant): string {
  if ('word' in meant) return ['own word', meant.word.as, meant.word.urgency].filter(Boolean).join(' ')
  const { building, unit, spot } = meant.place
  return ['own place', building && `building ${building}`, unit && `unit ${unit}`, spot].filter(Boolean).join(' ')
}

function toldPlainly(text: string, found: readonly Found<Meant>[]): string {
  let out = ''
  let at = 0
  for (const { from, to, marks } of found) {
    const place = marks.flatMap((one) => ('place' in one ? [one.place] : []))[0]
    if (place?.building === undefined) continue
    const { building, unit, spot } = place
    const house = isNumbered(building) ? `${building}栋` : building
    out += `${text.slice(at, from)}${house}${unit === undefined ? '' : `${unit}单元`}${spot ?? ''}`
    at = to
  }
  return out + text.slice(at)
}

const isNumbered = (building: string): boolean => /^(?:[A-Z]?\d{1,3}[A-Z]?|[A-Z])$/.test(building)

/** The building that a few words name by number, as a place has it; null when they name none. */
export const buildingIn = (words: string): string | null => placeOf(normalise(words).text, null).building

/** A building's name as a place names it: 3栋, 3号楼 and 三栋 are "3"; one that is more than a number (东区3栋) stays. */
export function buildingNamed(name: string): string {
  const plain = normalise(name).text.trim()
  if (/[^\dA-Za-z#号楼號樓栋幢座一二三四五六七八九十 ]/.test(plain) && !/^(?:building|bldg|block|tower)\b/i.test(plain))
    return plain
  return buildingIn(plain) ?? (isNumbered(plain.toUpperCase()) ? plain.toUpperCase() : plain)
}
