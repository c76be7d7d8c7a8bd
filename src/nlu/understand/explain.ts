import type { Cue, Role } from '../lexicon/rows.ts'
import type { Reason } from '../meaning.ts'
import { reportChance, sharesOf } from '../model/model.ts'
import type { Study } from './study.ts'

const shown = 12
const least = 0.15

/** The words of the text that stand behind a clue. */
function wordsBehind(clue: string, { evidence, danger, place }: Study): string {
  if (clue.startsWith('danger')) return danger.why?.words ?? ''
  if (clue === 'house' || clue === 'place')
    return Object.values(place)
      .filter((value) => value !== null)
      .join(' ')
  const names = new Set(clue.split(' '))
  const words = evidence.hits
    .filter((hit) => hit.marks.some((mark) => names.has(mark.sort === 'cue' ? (mark.cue as Cue) : (mark.role as Role))))
    .map((hit) => hit.word)
  return [...new Set(words)].join(' ')
}

/** Why the model thinks so: what weighs most for a report (+) and against it (−), in log-odds, heaviest first. */
export function explain(studied: Study): readonly Reason[] {
  const { evidence, features, danger } = studied
  const byWords = new Map<string, number>()
  const reasons: { rule: string; words: string; weight: number }[] = []
  for (const { clue, from, to, weight } of sharesOf(features)) {
    if (clue !== null) reasons.push({ rule: clue, words: wordsBehind(clue, studied), weight })
    else {
      const words = evidence.text.slice(from, to)
      byWords.set(words, (byWords.get(words) ?? 0) + weight)
    }
  }
  for (const [words, weight] of byWords) reasons.push({ rule: 'letters', words, weight })
  const heaviest = reasons
    .filter(({ weight }) => Math.abs(weight) >= least)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, shown)
    .map(({ rule, words, weight }) => ({ rule: `${rule} ${weight > 0 ? '+' : ''}${weight.toFixed(2)}`, words }))
  const chance = { rule: `report ${reportChance(features).toFixed(2)}`, words: '' }
  return [...(studied.own?.why ?? []), chance, ...(danger.why === null ? [] : [danger.why]), ...heaviest]
}
