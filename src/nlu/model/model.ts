import { clueBucket, ngramBuckets, ngramStrength, type Pieces } from './features.ts'
import { type Judgement, judgements } from './heads.ts'
import { trained } from './weights.ts'

function bytesOf(base64: string): Int8Array {
  const binary = atob(base64)
  const bytes = new Int8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}

let loaded: { readonly report: Int8Array; readonly judgements: Int8Array } | null = null

/** Unpacked at the first message. */
function weights(): NonNullable<typeof loaded> {
  loaded ??= { report: bytesOf(trained.report), judgements: bytesOf(trained.judgements) }
  return loaded
}

/** The features of one message: its n-grams by bucket and its clues by name. */
export interface Features {
  readonly pieces: Pieces
  readonly ngrams: Uint16Array
  readonly clues: readonly string[]
}

export const featuresOf = (pieces: Pieces, clues: readonly string[]): Features => ({
  pieces,
  ngrams: ngramBuckets(pieces),
  clues,
})

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** The chance that a message is a report, 0..1, calibrated. */
export function reportChance({ ngrams, clues }: Features): number {
  const table = weights().report
  let fromNgrams = 0
  for (let at = 0; at < ngrams.length; at++) fromNgrams += table[ngrams[at] as number] as number
  let fromClues = 0
  for (const clue of clues) fromClues += table[clueBucket(clue)] ?? 0
  const [a, b] = trained.calibration
  const score = (fromNgrams * ngramStrength(ngrams.length) + fromClues) * (trained.scales[0] ?? 0)
  return logistic(a * (score + (trained.biases[0] ?? 0)) + b)
}

/** The chance of each judgement about a report, in the order of `judgements`. */
export type Chances = Float64Array

const place = new Map(judgements.map((judgement, at) => [judgement, at]))

export const chanceOf = (chances: Chances, judgement: Judgement): number => chances[place.get(judgement) ?? -1] ?? 0

/** The chance of each judgement about a message that is a report. */
export function judge({ ngrams, clues }: Features): Chances {
  const table = weights().judgements
  const width = judgements.length
  const chances = new Float64Array(width)
  for (let at = 0; at < ngrams.length; at++) addRow(chances, table, (ngrams[at] as number) * width)
  const strength = ngramStrength(ngrams.length)
  for (let head = 0; head < width; head++) chances[head] = (chances[head] as number) * strength
  for (const clue of clues) addRow(chances, table, clueBucket(clue) * width)
  for (let head = 0; head < width; head++)
    chances[head] = logistic(
      (chances[head] as number) * (trained.scales[head + 1] ?? 0) + (trained.biases[head + 1] ?? 0),
    )
  return chances
}

function addRow(sums: Float64Array, table: Int8Array, row: number): void {
  for (let head = 0; head < sums.length; head++) sums[head] = (sums[head] as number) + (table[row + head] as number)
}

/** What one n-gram or clue added to the log-odds of a report; an n-gram is told by where it stands. */
export interface Share {
  readonly clue: string | null
  readonly from: number
  readonly to: number
  readonly weight: number
}

/** The parts of the report score, in no order: what an explanation is made of. */
export function sharesOf({ pieces, ngrams, clues }: Features): readonly Share[] {
  const table = weights().report
  const unit = (trained.scales[0] ?? 0) * trained.calibration[0]
  const strength = ngramStrength(ngrams.length) * unit
  const shares: Share[] = clues.map((clue) => ({ clue, from: 0, to: 0, weight: (table[clueBucket(clue)] ?? 0) * unit }))
  let at = 0
  const count = pieces.ids.length
  for (let from = 0; from < count; from++)
    for (let to = from; to < count && to < from + 2; to++) {
      if (to === from && (from === 0 || from === count - 1)) continue
      const weight = (table[ngrams[at++] ?? 0] ?? 0) * strength
      shares.push({ clue: null, from: pieces.from[from] ?? 0, to: pieces.to[to] ?? 0, weight })
    }
  return shares
}
