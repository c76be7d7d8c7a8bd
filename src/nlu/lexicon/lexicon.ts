import type { Category } from '../../domain/category.ts'
import { type Found, WordFinder } from '../text/word-finder.ts'
import { chatCues } from './chat-cues.ts'
import { reportCues } from './cues.ts'
import { neighbourhoodWords } from './neighbourhood.ts'
import type { Cue, Role } from './rows.ts'
import { serviceWords } from './services.ts'
import { vocabulary } from './vocabulary.ts'

/** What one lexicon word stands for. */
export type Mark =
  | { readonly sort: 'matter'; readonly category: Category; readonly role: Role; readonly weight: number }
  | { readonly sort: 'cue'; readonly cue: Cue }

export type Hit = Found<Mark>

const finder = new WordFinder<Mark>()
const wordsOf = (words: string): readonly string[] => words.split(' ').map((word) => word.replaceAll('_', ' '))

for (const [category, role, weight, words] of [...serviceWords, ...neighbourhoodWords, ...vocabulary])
  for (const word of wordsOf(words)) finder.add(word, { sort: 'matter', category, role, weight })
for (const [cue, words] of [...reportCues, ...chatCues])
  for (const word of wordsOf(words)) finder.add(word, { sort: 'cue', cue })

/** All lexicon words of a normalised, lower-case text. */
export const hitsIn = (text: string): readonly Hit[] => finder.find(text)
