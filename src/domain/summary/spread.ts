/** The middle and the slow tenth of a set of spans, in ms; null when the set is empty. */
export interface Spread {
  readonly count: number
  readonly median: number | null
  readonly p90: number | null
}

/** Quantiles by linear interpolation between the two nearest, as SQL's percentile_cont. */
export function spreadOf(spans: readonly number[]): Spread {
  const sorted = [...spans].sort((a, b) => a - b)
  const quantile = (share: number): number | null => {
    const place = (sorted.length - 1) * share
    const below = sorted[Math.floor(place)]
    const above = sorted[Math.ceil(place)]
    return below === undefined || above === undefined ? null : below + (above - below) * (place - Math.floor(place))
  }
  return { count: sorted.length, median: quantile(0.5), p90: quantile(0.9) }
}
