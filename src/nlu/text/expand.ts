/** One spelling of a phrase; `open` = any ending of the word is meant (leak* → leaking, leaks). */
export interface Spelling {
  readonly text: string
  readonly open: boolean
  /** Characters that may not follow: 没水 but not 没水平. */
  readonly not: string
}

class Reader {
  private at = 0
  private readonly pattern: string
  constructor(pattern: string) {
    this.pattern = pattern
  }

  private get char(): string {
    return this.pattern[this.at] ?? ''
  }

  choice(): readonly string[] {
    const all = [...this.sequence()]
    while (this.char === '|') {
      this.at++
      all.push(...this.sequence())
    }
    return all
  }

  private sequence(): readonly string[] {
    let all: readonly string[] = ['']
    while (this.char !== '' && this.char !== '|' && this.char !== ')') {
      const item = this.item()
      const items = this.char === '?' ? [...item, ''] : item
      if (this.char === '?') this.at++
      all = all.flatMap((head) => items.map((tail) => head + tail))
    }
    return all
  }

  private item(): readonly string[] {
    const opener = this.pattern[this.at++] ?? ''
    if (opener === '(') {
      const inner = this.choice()
      this.at++
      return inner
    }
    if (opener !== '[') return [opener]
    const end = this.pattern.indexOf(']', this.at)
    const chars = [...this.pattern.slice(this.at, end)]
    this.at = end + 1
    return chars
  }
}

const compact = /[([|?]/

/** All spellings of a compact phrase: (停|断)了?水!平 → 停了水 停水 断了水 断水, none before 平; [开关]不了; _ is a blank, a last * any ending. */
export function expand(pattern: string): readonly Spelling[] {
  const [body = '', not = ''] = pattern.split('!')
  const choice = compact.test(body) ? new Reader(body).choice() : [body]
  return choice.map((text) => {
    const open = text.endsWith('*')
    return { text: (open ? text.slice(0, -1) : text).replaceAll('_', ' '), open, not }
  })
}
