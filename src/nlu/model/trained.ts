/** What training writes (`npm run train`): one byte per weight, base64, and the scale of each head. */
export interface Trained {
  /** Weights of the report head, one per bucket. */
  readonly report: string
  /** Weights of all judgements, bucket by bucket. */
  readonly judgements: string
  /** Log-odds per step of a byte, report first. */
  readonly scales: readonly number[]
  readonly biases: readonly number[]
  /** The chance is logistic(a × score + b), fitted on lines held out from training. */
  readonly calibration: readonly [a: number, b: number]
}
