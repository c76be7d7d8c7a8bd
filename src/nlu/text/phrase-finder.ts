import { expand } from './expand.ts'
import { isWordUnit, Trie } from './trie.ts'

export interface PhraseRow<T> {
  readonly mark: T
  /** Compact spellings (see `expand`), parted by blanks. */
  readonly subject: string
  /** What has to follow in the same clause; null when the subject says it all. */
  readonly predicate: string | null
  /** Most characters between the two. */
  readonly gap: number
}

export interface FoundPhrase<T> {
  readonly word: string
  readonly from: number
  readonly to: number
  readonly mark: T
}

interface Ending {
  readonly row: number
  readonly predicate: boolean
  readonly open: boolean
  readonly not: string
}

interface Heard {
  readonly ending: Ending
  readonly from: number
  readonly to: number
}

const stop = /[,。!?;\n]|\.(?!\d)/

/**
 * Finds phrases of two parts ("dog … off leash", 树 … 倒) in one pass over the text, overlaps included.
 * The text must be in lower case; words in Latin letters count only whole.
 */
export class PhraseFinder<T> {
  private readonly trie = new Trie()
  /** By the node a spelling ends at. */
  private readonly ends: (Ending[] | undefined)[] = []
  private readonly rows: readonly PhraseRow<T>[]

  constructor(rows: readonly PhraseRow<T>[]) {
    this.rows = rows
    for (const [index, { subject, predicate }] of rows.entries()) {
      this.addAll(subject, index, false)
      if (predicate !== null) this.addAll(predicate, index, true)
    }
  }

  private addAll(patterns: string, row: number, predicate: boolean): void {
    for (const pattern of patterns.split(' '))
      for (const { text, open, not } of expand(pattern)) {
        const node = this.trie.add(text)
        const known = this.ends[node]
        if (known === undefined) this.ends[node] = [{ row, predicate, open, not }]
        else if (!known.some((e) => e.row === row && e.predicate === predicate))
          known.push({ row, predicate, open, not })
      }
  }

  find(text: string): readonly FoundPhrase<T>[] {
    const found: FoundPhrase<T>[] = []
    const subjects: Heard[] = []
    const predicates: Heard[] = []
    for (const heard of this.heardIn(text)) {
      const row = this.rows[heard.ending.row]
      if (heard.ending.predicate) predicates.push(heard)
      else if (row !== undefined && row.predicate !== null) subjects.push(heard)
      else if (row !== undefined)
        found.push({ word: text.slice(heard.from, heard.to), from: heard.from, to: heard.to, mark: row.mark })
    }
    for (const { from, to, ending } of subjects) {
      const row = this.rows[ending.row]
      const after = row && predicates.find((p) => p.ending.row === ending.row && joined(text, to, p.from, row.gap))
      if (row && after) found.push({ word: text.slice(from, after.to), from, to: after.to, mark: row.mark })
    }
    return found
  }

  private heardIn(text: string): readonly Heard[] {
    const heard: Heard[] = []
    for (let from = 0; from < text.length; from++) {
      const first = text.charCodeAt(from)
      if (!this.trie.mayBegin(first)) continue
      if (from > 0 && first !== 39 && isWordUnit(first) && isWordUnit(text.charCodeAt(from - 1))) continue
      let node = this.trie.next(0, first)
      for (let at = from + 1; node !== 0; at++) {
        const ends = this.ends[node]
        if (ends !== undefined) {
          const whole = !isWordUnit(text.charCodeAt(at - 1)) || !isWordUnit(text.charCodeAt(at))
          for (const ending of ends)
            if ((whole || ending.open) && (ending.not === '' || !ending.not.includes(text[at] ?? '\n')))
              heard.push({ ending, from, to: at })
        }
        node = at < text.length ? this.trie.next(node, text.charCodeAt(at)) : 0
      }
    }
    return heard
  }
}

function joined(text: string, end: number, next: number, gap: number): boolean {
  return next >= end && next - end <= gap && !(next > end && stop.test(text.slice(end, next)))
}
