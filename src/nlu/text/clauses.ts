export interface Clause {
  readonly from: number
  readonly to: number
}

const border = /[\s,，。.!！?？;；、…~～\n]+/g

/** Cuts a text at punctuation and blanks between Chinese characters; English words stay together. */
export function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = []
  let from = 0
  for (const match of text.matchAll(border)) {
    const at = match.index
    const plainBlank = /^ +$/.test(match[0]) && isLatin(text[at - 1]) && isLatin(text[at + match[0].length])
    const inNumber = match[0] === '.' && isLatin(text[at - 1]) && isLatin(text[at + 1])
    if (plainBlank || inNumber) continue
    if (at > from) clauses.push({ from, to: at })
    from = at + match[0].length
  }
  if (from < text.length) clauses.push({ from, to: text.length })
  return clauses
}

const isLatin = (char: string | undefined): boolean => char !== undefined && /[A-Za-z0-9'"()/-]/.test(char)
