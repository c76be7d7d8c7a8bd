import { isWordUnit, Trie } from './trie.ts'

export interface Found<T> {
  readonly word: string
  readonly from: number
  readonly to: number
  readonly marks: readonly T[]
}

/**
 * Finds lexicon words in a text in one pass, leftmost and longest, without overlaps: 电梯厅 hides 电梯, 火锅 hides 火.
 * Words in Latin letters count only whole. The text must be in lower case.
 */
export class WordFinder<T> {
  private readonly trie = new Trie()
  /** By the node a word ends at. */
  private readonly ends: ({ readonly word: string; readonly marks: T[] } | undefined)[] = []

  add(word: string, mark: T): void {
    const node = this.trie.add(word)
    const known = this.ends[node]
    if (known === undefined) this.ends[node] = { word, marks: [mark] }
    else known.marks.push(mark)
  }

  find(text: string): readonly Found<T>[] {
    const found: Found<T>[] = []
    for (let at = 0; at < text.length; ) {
      const hit = this.trie.mayBegin(text.charCodeAt(at)) ? this.longestAt(text, at) : null
      if (hit !== null) found.push(hit)
      at = hit === null ? at + 1 : hit.to
    }
    return found
  }

  private longestAt(text: string, from: number): Found<T> | null {
    if (isWordUnit(text.charCodeAt(from)) && from > 0 && isWordUnit(text.charCodeAt(from - 1))) return null
    let node = 0
    let best = 0
    let to = 0
    for (let at = from; at < text.length; ) {
      const unit = text.charCodeAt(at++)
      node = this.trie.next(node, unit)
      if (node === 0) break
      if (this.ends[node] === undefined || (isWordUnit(unit) && isWordUnit(text.charCodeAt(at)))) continue
      best = node
      to = at
    }
    const end = best === 0 ? undefined : this.ends[best]
    return end === undefined ? null : { word: end.word, from, to, marks: end.marks }
  }
}
