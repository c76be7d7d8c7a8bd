import { z } from 'zod'
import { communityFileShape } from './community-shape.ts'

/** The known key most like a mistyped one at a place of the community file; null when none is near. */
export function nearestKey(path: readonly PropertyKey[], key: string): string | null {
  const limit = Math.max(1, Math.floor(key.length / 2))
  let best: string | null = null
  let bestDistance = limit + 1
  for (const candidate of keysAt(communityFileShape, path)) {
    const distance = editDistance(key.toLowerCase().replaceAll('-', '_'), candidate)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

/** Walks the shape down a path; words such as `always` have no keys, so a union gives those of its structures. */
function keysAt(shape: unknown, path: readonly PropertyKey[]): string[] {
  if (shape instanceof z.ZodOptional) return keysAt(shape.unwrap(), path)
  if (shape instanceof z.ZodUnion) return shape.options.flatMap((option) => keysAt(option, path))
  const [step, ...rest] = path
  if (shape instanceof z.ZodArray) return step === undefined ? [] : keysAt(shape.element, rest)
  if (!(shape instanceof z.ZodObject)) return []
  if (step === undefined) return Object.keys(shape.shape)
  return keysAt(Object.entries(shape.shape).find(([name]) => name === step)?.[1], rest)
}

/** Levenshtein's distance, swapped neighbours counting one. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(rows, i - 1, j - 1) + same)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(rows, i - 2, j - 2) + 1)
      row.push(cost)
    }
    rows.push(row)
  }
  return at(rows, a.length, b.length)
}

function at(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? Number.POSITIVE_INFINITY
}
