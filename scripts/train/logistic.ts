/** One training line: where it stands in the table and how strongly. */
export interface Example {
  readonly buckets: Int32Array
  readonly values: Float32Array
}

export interface Options {
  readonly rounds: number
  readonly rate: number
  /** Pull towards zero, per step. */
  readonly decay: number
  readonly seed: number
  /** How much more an example counts whose target is true; 1 unless told. */
  readonly favour?: number
  /** The weights are the mean of those after this round (from 0) and later ones; the last one's unless told. */
  readonly meanFrom?: number
}

export interface Fit {
  readonly weights: Float32Array
  readonly bias: number
}

/** A small generator of its own, so that training gives the same bytes every time. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

export function scoreOf({ weights, bias }: Fit, { buckets, values }: Example): number {
  let sum = bias
  for (let i = 0; i < buckets.length; i++) sum += (weights[buckets[i] ?? 0] ?? 0) * (values[i] ?? 0)
  return sum
}

/** Logistic regression by AdaGrad with a pull towards zero (applied when a weight is next seen). `targets` lie in 0..1. */
export function fitLogistic(
  examples: readonly Example[],
  targets: readonly number[],
  size: number,
  options: Options,
): Fit {
  const weights = new Float32Array(size)
  const squares = new Float32Array(size).fill(1e-2)
  let bias = 0
  let biasSquares = 1e-2
  const random = randomOf(options.seed)
  const order = examples.map((_, i) => i)
  const sum = new Float32Array(size)
  let biasSum = 0
  const from = options.meanFrom ?? options.rounds - 1
  for (let round = 0; round < options.rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const held = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = held
    }
    for (const at of order) {
      const example = examples[at]
      if (example === undefined) continue
      const { buckets, values } = example
      const target = targets[at] ?? 0
      const error = (sigmoid(scoreOf({ weights, bias }, example)) - target) * (target > 0.5 ? (options.favour ?? 1) : 1)
      for (let i = 0; i < buckets.length; i++) {
        const b = buckets[i] ?? 0
        const w = weights[b] ?? 0
        const gradient = error * (values[i] ?? 0) + options.decay * w
        squares[b] = (squares[b] ?? 0) + gradient * gradient
        weights[b] = w - (options.rate * gradient) / Math.sqrt(squares[b] ?? 1)
      }
      biasSquares += error * error
      bias -= (options.rate * error) / Math.sqrt(biasSquares)
    }
    if (round >= from) {
      for (let b = 0; b < size; b++) sum[b] = (sum[b] ?? 0) + (weights[b] ?? 0) / (options.rounds - from)
      biasSum += bias / (options.rounds - from)
    }
  }
  return { weights: sum, bias: biasSum }
}
