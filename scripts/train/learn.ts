import { Buffer } from 'node:buffer'
import { categories } from '../../src/domain/category.ts'
import { BUCKETS } from '../../src/nlu/model/features.ts'
import { type Judgement, judgements } from '../../src/nlu/model/heads.ts'
import { calibrate } from './calibrate.ts'
import { isTrue, type Taught } from './corpus.ts'
import { type Fit, fitLogistic, type Options, scoreOf } from './logistic.ts'
import { interleave, quantise } from './quantise.ts'

const options: Options = { rounds: 6, meanFrom: 2, rate: 0.1, decay: 3e-3, seed: 20261123 }
/** There are fewer reports than lines, and many heads: these learn in longer steps and are held closer to zero. */
const judging: Options = { ...options, rounds: 8, meanFrom: 4, rate: 0.2, decay: 1e-2 }

const learnReport = (lines: readonly Taught[]): Fit =>
  fitLogistic(
    lines.map((line) => line.heard),
    lines.map((line) => (line.report ? 1 : 0)),
    BUCKETS,
    options,
  )

/** Scores of lines by models that have seen no line of their writer: how sure it may be with people it has not heard. */
function unseenScores(lines: readonly Taught[]): number[] {
  const scores = new Array<number>(lines.length).fill(0)
  for (const writer of new Set(lines.map((line) => line.writer))) {
    const model = learnReport(lines.filter((line) => line.writer !== writer))
    for (const [at, line] of lines.entries()) if (line.writer === writer) scores[at] = scoreOf(model, line.heard)
  }
  return scores
}

/** A rare kind of matter counts more, by the root of how much rarer it is than the mean. */
function favourOf(judgement: Judgement, reports: readonly Taught[]): number {
  if (judgement === 'urgent' || judgement === 'emergency' || judgement === 'private') return 1
  const share = reports.filter((line) => isTrue(judgement, line)).length / reports.length
  return Math.sqrt(1 / (categories.length * share))
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
      { ...judging, favour: favourOf(judgement, reports) },
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
