/** Platt scaling: a and b so that logistic(a × score + b) is the chance. Newton's method on the log loss. */
export function calibrate(scores: readonly number[], truths: readonly boolean[]): readonly [a: number, b: number] {
  let a = 1
  let b = 0
  for (let round = 0; round < 100; round++) {
    let ga = 0
    let gb = 0
    let haa = 1e-6
    let hab = 0
    let hbb = 1e-6
    for (const [at, score] of scores.entries()) {
      const p = 1 / (1 + Math.exp(-(a * score + b)))
      const error = p - (truths[at] ? 1 : 0)
      const spread = p * (1 - p)
      ga += error * score
      gb += error
      haa += spread * score * score
      hab += spread * score
      hbb += spread
    }
    const det = haa * hbb - hab * hab
    // Short steps: whole ones overshoot where the scores part the lines almost cleanly.
    const stepA = (hbb * ga - hab * gb) / det
    const stepB = (haa * gb - hab * ga) / det
    const hold = Math.min(1, 0.5 / Math.max(Math.abs(stepA), Math.abs(stepB), 1e-9))
    a -= hold * stepA
    b -= hold * stepB
  }
  return [Number(a.toFixed(4)), Number(b.toFixed(4))]
}

/** In ten bands of chance: how many lines, and which part of them are reports. A calibrated model has the part near the band. */
export function reliability(chances: readonly number[], truths: readonly boolean[]): readonly string[] {
  const bands = Array.from({ length: 10 }, () => ({ n: 0, true: 0 }))
  for (const [at, chance] of chances.entries()) {
    const band = bands[Math.min(9, Math.floor(chance * 10))]
    if (band === undefined) continue
    band.n++
    if (truths[at]) band.true++
  }
  return bands.map(
    ({ n, true: t }, at) => `${at * 10}-${at * 10 + 10} %: ${n === 0 ? '-' : (t / n).toFixed(2)} of ${n}`,
  )
}
