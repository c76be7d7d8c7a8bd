interface Node<T> {
  readonly next: Map<string, Node<T>>
  word: string | null
  readonly marks: T[]
}

export interface Found<T> {
  readonly word: string
  readonly from: number
  readonly to: number
  readonly marks: readonly T[]
}

const latin = /[a-z0-9']/

/**
 * Finds lexicon words in a text in one pass, leftmost and longest, without overlaps: 电梯厅 hides 电梯, 火锅 hides 火.
 * Words in Latin letters count only whole. The text must be in lower case.
 */
export class WordFinder<T> {
  private readonly root: Node<T> = { next: new Map(), word: null, marks: [] }

  add(word: string, mark: T): void {
    let node = this.root
    for (const char of word) {
      let child = node.next.get(char)
      if (child === undefined) {
        child = { next: new Map(), word: null, marks: [] }
        node.next.set(char, child)
      }
      node = child
    }
    node.word = word
    node.marks.push(mark)
  }

  find(text: string): readonly Found<T>[] {
    const found: Found<T>[] = []
    for (let at = 0; at < text.length; ) {
      const hit = this.longestAt(text, at)
      if (hit !== null) found.push(hit)
      at = hit === null ? at + 1 : hit.to
    }
    return found
  }

  private longestAt(text: string, from: number): Found<T> | null {
    const first = text[from] ?? ''
    if (latin.test(first) && from > 0 && latin.test(text[from - 1] ?? '')) return null
    let node: Node<T> | undefined = this.root
    let best: Found<T> | null = null
    for (let at = from; at < text.length; ) {
      const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
      node = node.next.get(char)
      if (node === undefined) break
      at += char.length
      if (node.word === null) continue
      const whole = !latin.test(char) || !latin.test(text[at] ?? '')
      if (whole) best = { word: node.word, from, to: at, marks: node.marks }
    }
    return best
  }
}
