import type { Fit } from './logistic.ts'

/** A head's weights as bytes, with the log-odds one step stands for. */
export interface Quantised {
  readonly bytes: Int8Array
  readonly scale: number
}

/** Rounds to 8 bits: the largest weight becomes 127. */
export function quantise({ weights }: Fit): Quantised {
  const largest = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 1e-9)
  const scale = Number((largest / 127).toPrecision(6))
  return { bytes: Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w / scale)))), scale }
}

/** The heads' bytes bucket by bucket, so that one n-gram's weights lie together. */
export function interleave(heads: readonly Quantised[], size: number): Int8Array {
  const all = new Int8Array(size * heads.length)
  for (const [head, { bytes }] of heads.entries())
    for (let at = 0; at < size; at++) all[at * heads.length + head] = bytes[at] ?? 0
  return all
}
