import { Buffer } from 'node:buffer'
import { BUCKETS } from '../../src/nlu/model/features.ts'
import { judgements } from '../../src/nlu/model/heads.ts'
import { calibrate } from './calibrate.ts'
import { isTrue, type Taught } from './corpus.ts'
import { type Fit, fitLogistic, type Options, scoreOf } from './logistic.ts'
import { interleave, quantise } from './quantise.ts'

const options: Options = { rounds: 12, rate: 0.1, decay: 1e-3, seed: 20261123 }
const folds = 5

const learnReport = (lines: readonly Taught[]): Fit =>
  fitLogistic(
    lines.map((line) => line.heard),
    lines.map((line) => (line.report ? 1 : 0)),
    BUCKETS,
    options,
  )

/** Scores of lines by models that have not seen them. */
function unseenScores(lines: readonly Taught[]): number[] {
  const scores = new Array<number>(lines.length).fill(0)
  for (let fold = 0; fold < folds; fold++) {
    const model = learnReport(lines.filter((_, at) => at % folds !== fold))
    for (const [at, line] of lines.entries()) if (at % folds === fold) scores[at] = scoreOf(model, line.heard)
  }
  return scores
}

export interface Learned {
  /** The text of `src/nlu/model/weights.ts`. */
  readonly module: string
  /** Chances of the taught lines by models that have not seen them, in their order. */
  readonly unseen: readonly number[]
}

/** Learns all heads; the same lines in the same order give the same text. */
export function learn(lines: readonly Taught[]): Learned {
  const scores = unseenScores(lines)
  const calibration = calibrate(
    scores,
    lines.map((line) => line.report),
  )
  const reports = lines.filter((line) => line.report)
  const report = learnReport(lines)
  const heads = judgements.map((judgement) =>
    fitLogistic(
      reports.map((line) => line.judged),
      reports.map((line) => (isTrue(judgement, line) ? 1 : 0)),
      BUCKETS,
      options,
    ),
  )
  const all = [report, ...heads]
  const bytes = all.map(quantise)
  const base64 = (of: Int8Array): string => Buffer.from(of.buffer).toString('base64')
  const module = `import type { Trained } from './trained.ts'

/** Written by \`npm run train\` from ${lines.length} labelled lines; never edited by hand. */
export const trained: Trained = {
  calibration: [${calibration.join(', ')}],
  scales: [${bytes.map(({ scale }) => scale).join(', ')}],
  biases: [${all.map(({ bias }) => Number(bias.toFixed(5))).join(', ')}],
  report: '${base64(bytes[0]?.bytes ?? new Int8Array())}',
  judgements: '${base64(interleave(bytes.slice(1), BUCKETS))}',
}
`
  const [a, b] = calibration
  return { module, unseen: scores.map((score) => 1 / (1 + Math.exp(-(a * score + b)))) }
}
