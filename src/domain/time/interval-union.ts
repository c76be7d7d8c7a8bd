type Interval = readonly [number, number]

/** Sorts intervals and joins those that overlap; ones that only touch stay apart, empty ones fall out. */
export function joinOverlaps(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0])
  const joined: Interval[] = []
  for (const interval of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && interval[0] < last[1]) {
      joined[joined.length - 1] = [last[0], Math.max(last[1], interval[1])]
    } else {
      joined.push(interval)
    }
  }
  return joined
}

/** What is left of a stream of sorted, disjoint windows after cutting out sorted, disjoint holes. */
export function* cutOut(windows: Iterable<Interval>, holes: readonly Interval[]): Generator<Interval> {
  let next = 0
  for (const [start, end] of windows) {
    let from = start
    for (let hole = holes[next]; hole !== undefined && hole[0] < end; hole = holes[next]) {
      if (hole[0] > from) yield [from, hole[0]]
      from = Math.max(from, hole[1])
      // A hole that reaches past this window may also cut the next one.
      if (hole[1] >= end) break
      next += 1
    }
    if (from < end) yield [from, end]
  }
}
