import type { RateWeights } from '../policy/policy.ts'
import { type Dimension, dimensions, type Tally } from './tally.ts'
import { type CallbackCounts, type Rate, rate, type ThreeRates, threeRates } from './three-rates.ts'

/** What one building, grid, category, party or person did in a period: the row of every table of rates. */
export interface RateRow {
  readonly dimension: Dimension
  readonly key: string
  readonly name: string
  /** Matters that lay there in the period, each once: finished in it, or open at its end (派遣). */
  readonly given: number
  readonly onTime: number
  readonly late: number
  readonly open: number
  /** Finished, and finished on time, of all that lay there (结案率, 按时结案率). */
  readonly finished: Rate
  readonly finishedOnTime: Rate
  readonly callbacks: CallbackCounts
  readonly rates: ThreeRates
}

/** Rows by dimension, within it most work first and then by name, so that the same facts give the same table. */
export function rateRows(found: readonly Tally[], weights: RateWeights): readonly RateRow[] {
  return found
    .map((tally) => rateRow(tally, weights))
    .sort(
      (a, b) =>
        dimensions.indexOf(a.dimension) - dimensions.indexOf(b.dimension) ||
        b.given - a.given ||
        compare(a.name, b.name) ||
        compare(a.key, b.key),
    )
}

function rateRow({ dimension, key, name, onTime, late, open, callbacks }: Tally, weights: RateWeights): RateRow {
  const done = onTime + late
  const given = done + open
  return {
    dimension,
    key,
    name,
    given,
    onTime,
    late,
    open,
    finished: rate(done, done, given),
    finishedOnTime: rate(onTime, onTime, given),
    callbacks,
    rates: threeRates(callbacks, weights),
  }
}

/** By code point: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
