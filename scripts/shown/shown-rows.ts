/** One test of vitest's JSON report. */
export interface TestResult {
  readonly title: string
  /** Titles of the groups it stands in, outermost first. */
  readonly ancestorTitles: readonly string[]
  readonly status: string
}

/** What one test, or one group whose title bears the id, says of a row. */
export interface ShownRow {
  readonly id: string
  readonly result: 'pass' | 'FAIL' | 'no test yet'
  readonly name: string
}

const idsAtStart = /^(?:[FT]\d\d )+/

/** The ids that a title begins with: `'T03 T04 a stranger may not'` → T03, T04. */
export function idsOf(title: string): readonly string[] {
  return (idsAtStart.exec(title)?.[0] ?? '').split(' ').filter((id) => id !== '')
}

/** The ids of a table in Markdown whose rows begin with one, in its order. */
export function idsInTable(markdown: string, letter: string): readonly string[] {
  return [...markdown.matchAll(/^\| ([FT]\d\d) \|/gm)].flatMap(([, id = '']) => (id.startsWith(letter) ? [id] : []))
}

/** A row for each id and title that shows it, in the order of `ids`; an id that no test bears has a row of its own. */
export function shownRows(ids: readonly string[], tests: readonly TestResult[]): readonly ShownRow[] {
  const found = new Map<string, ShownRow>()
  for (const { title, ancestorTitles, status } of tests) {
    if (status !== 'passed' && status !== 'failed') continue
    for (const bearing of [...ancestorTitles, title]) {
      for (const id of idsOf(bearing)) {
        const key = `${id} ${bearing}`
        const failed = status === 'failed' || found.get(key)?.result === 'FAIL'
        found.set(key, { id, result: failed ? 'FAIL' : 'pass', name: bearing.replace(idsAtStart, '') })
      }
    }
  }
  return ids.flatMap((id) => {
    const rows = [...found.values()].filter((row) => row.id === id)
    return rows.length > 0 ? rows : [{ id, result: 'no test yet', name: '' } as const]
  })
}

/** The rows as lines under one another, and what they come to: `code` is 1 when a test failed or an id has none. */
export function printRows(rows: readonly ShownRow[]): { readonly lines: readonly string[]; readonly code: 0 | 1 } {
  const of = (result: ShownRow['result']): number =>
    new Set(rows.filter((row) => row.result === result).map(({ id }) => id)).size
  const [failed, missing] = [of('FAIL'), of('no test yet')]
  const all = new Set(rows.map(({ id }) => id)).size
  return {
    lines: [
      ...rows.map(({ id, result, name }) => `${id}  ${result.padEnd(11)}  ${name}`.trimEnd()),
      '',
      `${all} in all: ${failed} with a failing test, ${missing} without a test`,
    ],
    code: failed + missing > 0 ? 1 : 0,
  }
}
