/**
 * The lines of `after` that say something new, in order; where lines only went away, those with a "−" before them. A line
 * that moved is no change, nor is one in which only the day of the same hour has another name: 今天 17:00, 昨天 17:00.
 */
export function changedLines(before: string, after: string): readonly string[] {
  const old = before.split('\n')
  const now = after.split('\n')
  const fresh = missingIn(old, now)
  if (fresh.length === 0) return missingIn(now, old).map((line) => `− ${line}`)
  const [title = '', next, ...others] = fresh
  if (title !== now[0] || next === undefined || !isSameTitle(title, old[0] ?? '')) return fresh
  return [`${signOf(title)} ${next}`, ...others]
}

function missingIn(known: readonly string[], lines: readonly string[]): readonly string[] {
  const same = new Set(known.map(withoutDays))
  return lines.filter((line) => !same.has(withoutDays(line)))
}

const dayBeforeHour = /(?:今天|明天|昨天|周[一二三四五六日]|(?:\d{4}\/)?\d{1,2}\/\d{1,2}) ?(?=\d\d:\d\d)/g

function withoutDays(line: string): string {
  return line.replaceAll(dayBeforeHour, '')
}

/** "🛗 #1 电梯故障 · 3号楼" and "✅ #1 电梯故障 · 3号楼": only the sign is new, and the sign alone says it. */
function isSameTitle(one: string, other: string): boolean {
  return one.slice(signOf(one).length) === other.slice(signOf(other).length)
}

function signOf(title: string): string {
  return title.split(' ')[0] ?? ''
}

type Rows = readonly (readonly string[])[]

/** The labels of buttons that were not there before; buttons that went away are not missed. */
export function freshLabels(before: Rows, after: Rows): readonly string[] {
  const old = before.flat()
  return after.flat().filter((label) => !old.includes(label))
}
