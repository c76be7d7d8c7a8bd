import { commandWords } from '../lexicon/commands.ts'
import { spokenTo } from './line.ts'

/** One letter wrong, missing, too many, or two swapped. */
function nearly(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let end = 0
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end++
  const x = a.slice(from, a.length - end)
  const y = b.slice(from, b.length - end)
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && y === `${x[1]}${x[0]}`)
}

/**
 * The command a line nearly is: an unknown slash word, or a mistyped word with a ticket number after it.
 * Null when nothing is close, or when the word is too short to tell.
 */
export function suggestionFor(said: string, botUsername?: string): string | null {
  const text = spokenTo(said, botUsername)
  const match = /^(\/[a-z_]{2,20}|\p{Script=Han}{2,4})(?:@\w+)?\s*(#?\d{1,9}(?!\d).*)?$/iu.exec(text.slice(0, 200))
  if (match === null) return null
  const typed = (match[1] ?? '').toLowerCase()
  const slash = typed.startsWith('/')
  if (!slash && match[2] === undefined) return null
  for (const word of commandWords.keys())
    if (word.startsWith('/') === slash && word.length >= 2 && nearly(typed, word))
      return [word, match[2]?.trim()].filter(Boolean).join(' ')
  return null
}
