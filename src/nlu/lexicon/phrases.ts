import { PhraseFinder, type PhraseRow } from '../text/phrase-finder.ts'
import type { Hit, Mark } from './lexicon.ts'
import { cuePhrasesEn, matterPhrasesEn } from './phrases-en.ts'
import { cuePhrasesZh, matterPhrasesZh } from './phrases-zh.ts'
import type { CuePhrase, MatterPhrase } from './rows.ts'

const gapZh = 9
const gapEn = 48

const rowsOf = (matters: readonly MatterPhrase[], cues: readonly CuePhrase[], gap: number): PhraseRow<Mark>[] => [
  ...matters.map(
    ([category, weight, subject, predicate = null]): PhraseRow<Mark> => ({
      mark: { sort: 'matter', category, role: 'trouble', weight },
      subject,
      predicate,
      gap,
    }),
  ),
  ...cues.map(
    ([cue, subject, predicate = null]): PhraseRow<Mark> => ({ mark: { sort: 'cue', cue }, subject, predicate, gap }),
  ),
]

const finder = new PhraseFinder<Mark>([
  ...rowsOf(matterPhrasesZh, cuePhrasesZh, gapZh),
  ...rowsOf(matterPhrasesEn, cuePhrasesEn, gapEn),
])

/** Phrases of several words in a normalised, lower-case text, in no order. */
export const phrasesIn = (text: string): readonly Hit[] =>
  finder.find(text).map(({ word, from, to, mark }) => ({ word, from, to, marks: [mark] }))
