import type { Category } from '../../domain/category.ts'
import { type Hit, hitsIn } from '../lexicon/lexicon.ts'
import { phrasesIn } from '../lexicon/phrases.ts'
import type { Cue, Role } from '../lexicon/rows.ts'
import { type Clause, clausesOf } from '../text/clauses.ts'

/** What the lexicon says about one text: its clauses, the words found, and who found what where. */
export interface Evidence {
  /** Normalised, in lower case. */
  readonly text: string
  readonly clauses: readonly Clause[]
  readonly hits: readonly Hit[]
  /** Words of each cue, as found. */
  readonly cues: ReadonlyMap<Cue, readonly Hit[]>
  readonly matters: readonly Matter[]
}

export interface Matter {
  readonly category: Category
  readonly role: Role
  readonly weight: number
  readonly hit: Hit
  /** Index of the clause it stands in. */
  readonly clause: number
}

/** The text with innocent words (火锅, 脑子进水) blotted out, so that no phrase is heard in them; positions stay. */
const blotted = (text: string, hits: readonly Hit[]): string =>
  without(
    text,
    hits.filter(({ marks }) => marks.some((mark) => mark.sort === 'cue' && mark.cue === 'innocent')),
  )

function without(text: string, hits: readonly Hit[]): string {
  let out = text
  for (const { from, to } of hits) out = `${out.slice(0, from)}${'·'.repeat(to - from)}${out.slice(to)}`
  return out
}

/** Gathers the evidence of a normalised text; `text` must be in lower case. Own words hide what the lexicon would hear in them. */
export function evidenceOf(text: string, own: readonly Hit[] = []): Evidence {
  const clauses = clausesOf(text)
  const clear = own.length === 0 ? text : without(text, own)
  const words = hitsIn(clear)
  const hits = [...own, ...words, ...phrasesIn(blotted(clear, words))].sort((a, b) => a.from - b.from)
  const cues = new Map<Cue, Hit[]>()
  const matters: Matter[] = []
  let clause = 0
  for (const hit of hits) {
    while (clause < clauses.length - 1 && hit.from >= (clauses[clause]?.to ?? 0)) clause++
    for (const mark of hit.marks)
      if (mark.sort === 'matter') {
        const { category, role, weight } = mark
        matters.push({ category, role, weight, hit, clause })
      } else {
        const known = cues.get(mark.cue)
        if (known === undefined) cues.set(mark.cue, [hit])
        else known.push(hit)
      }
  }
  return { text, clauses, hits, cues, matters }
}

export const has = (evidence: Evidence, cue: Cue): boolean => evidence.cues.has(cue)

export const wordsOfCue = (evidence: Evidence, cue: Cue): string =>
  (evidence.cues.get(cue) ?? []).map((hit) => hit.word).join(' ')

/** Does a word of the cue stand in the same clause, or the one before or after? */
export function near(evidence: Evidence, cue: Cue, clause: number, reach = 1): boolean {
  const from = evidence.clauses[Math.max(0, clause - reach)]?.from ?? 0
  const to = evidence.clauses[Math.min(evidence.clauses.length - 1, clause + reach)]?.to ?? evidence.text.length
  return (evidence.cues.get(cue) ?? []).some((hit) => hit.from >= from && hit.to <= to)
}
