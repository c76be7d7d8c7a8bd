interface Node<T> {
  /** By UTF-16 unit. */
  readonly next: Map<number, Node<T>>
  word: string | null
  readonly marks: T[]
}

export interface Found<T> {
  readonly word: string
  readonly from: number
  readonly to: number
  readonly marks: readonly T[]
}

/** a-z, 0-9 and the apostrophe; NaN, beyond the end, is none. */
const isLatin = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 39

/**
 * Finds lexicon words in a text in one pass, leftmost and longest, without overlaps: 电梯厅 hides 电梯, 火锅 hides 火.
 * Words in Latin letters count only whole. The text must be in lower case.
 */
export class WordFinder<T> {
  private readonly root: Node<T> = { next: new Map(), word: null, marks: [] }
  /** 1 where a word may begin: most characters begin none. */
  private readonly begins = new Uint8Array(0x10000)

  add(word: string, mark: T): void {
    let node = this.root
    this.begins[word.charCodeAt(0)] = 1
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at)
      let child = node.next.get(unit)
      if (child === undefined) {
        child = { next: new Map(), word: null, marks: [] }
        node.next.set(unit, child)
      }
      node = child
    }
    node.word = word
    node.marks.push(mark)
  }

  find(text: string): readonly Found<T>[] {
    const found: Found<T>[] = []
    for (let at = 0; at < text.length; ) {
      const hit = this.begins[text.charCodeAt(at)] === 1 ? this.longestAt(text, at) : null
      if (hit !== null) found.push(hit)
      at = hit === null ? at + 1 : hit.to
    }
    return found
  }

  private longestAt(text: string, from: number): Found<T> | null {
    if (isLatin(text.charCodeAt(from)) && from > 0 && isLatin(text.charCodeAt(from - 1))) return null
    let node: Node<T> | undefined = this.root
    let best: Found<T> | null = null
    for (let at = from; at < text.length; ) {
      const unit = text.charCodeAt(at++)
      node = node.next.get(unit)
      if (node === undefined) break
      if (node.word === null) continue
      const whole = !isLatin(unit) || !isLatin(text.charCodeAt(at))
      if (whole) best = { word: node.word, from, to: at, marks: node.marks }
    }
    return best
  }
}
