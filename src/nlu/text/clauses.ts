export interface Clause {
  readonly from: number
  readonly to: number
}

const marks = new Set([...' \t\r\n,，。.!！?？;；、…~～'].map((char) => char.charCodeAt(0)))
const BLANK = 32
const POINT = 46

/** Letters, digits and what stands inside English sentences: '"()/- */
const isLatin = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) ||
  (unit >= 65 && unit <= 90) ||
  (unit >= 45 && unit <= 57 && unit !== POINT) ||
  unit === 39 ||
  unit === 34 ||
  unit === 40 ||
  unit === 41

/** Cuts a text at punctuation and blanks between Chinese characters; English words stay together. */
export function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = []
  let from = 0
  for (let at = 0; at < text.length; ) {
    if (!marks.has(text.charCodeAt(at))) {
      at++
      continue
    }
    const begin = at
    let plain = true
    while (at < text.length && marks.has(text.charCodeAt(at))) plain = text.charCodeAt(at++) === BLANK && plain
    const inNumber = at - begin === 1 && text.charCodeAt(begin) === POINT
    if ((plain || inNumber) && isLatin(text.charCodeAt(begin - 1)) && isLatin(text.charCodeAt(at))) continue
    if (begin > from) clauses.push({ from, to: begin })
    from = at
  }
  if (from < text.length) clauses.push({ from, to: text.length })
  return clauses
}
