import { expand } from './expand.ts'

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

interface Node {
  /** By UTF-16 unit. */
  readonly next: Map<number, Node>
  readonly endings: Ending[]
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
  private readonly root: Node = { next: new Map(), endings: [] }
  private readonly rows: readonly PhraseRow<T>[]
  /** 1 where a phrase may begin. */
  private readonly begins = new Uint8Array(0x10000)

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
        let node = this.root
        this.begins[text.charCodeAt(0)] = 1
        for (let at = 0; at < text.length; at++) {
          const unit = text.charCodeAt(at)
          let child = node.next.get(unit)
          if (child === undefined) {
            child = { next: new Map(), endings: [] }
            node.next.set(unit, child)
          }
          node = child
        }
        if (!node.endings.some((e) => e.row === row && e.predicate === predicate))
          node.endings.push({ row, predicate, open, not })
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
      if (this.begins[first] !== 1) continue
      if (from > 0 && first !== 39 && isLatin(first) && isLatin(text.charCodeAt(from - 1))) continue
      let node = this.root.next.get(first)
      for (let at = from + 1; node !== undefined; at++) {
        if (node.endings.length > 0) {
          const whole = !isLatin(text.charCodeAt(at - 1)) || !isLatin(text.charCodeAt(at))
          for (const ending of node.endings)
            if ((whole || ending.open) && !ending.not.includes(text[at] ?? '\n')) heard.push({ ending, from, to: at })
        }
        node = at < text.length ? node.next.get(text.charCodeAt(at)) : undefined
      }
    }
    return heard
  }
}

function joined(text: string, end: number, next: number, gap: number): boolean {
  return next >= end && next - end <= gap && !(next > end && stop.test(text.slice(end, next)))
}

const isLatin = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 39
