import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Category, Urgency } from '../../src/domain/category.ts'
import { clueBucket, ngramStrength } from '../../src/nlu/model/features.ts'
import type { Judgement } from '../../src/nlu/model/heads.ts'
import type { Features } from '../../src/nlu/model/model.ts'
import { normalise } from '../../src/nlu/text/normalise.ts'
import { featuresForJudging, study } from '../../src/nlu/understand/study.ts'
import type { Example } from './logistic.ts'

/** One labelled line of `corpus/`. */
export interface Line {
  readonly text: string
  readonly report: boolean
  readonly categories: readonly Category[]
  readonly urgency: Urgency | null
  readonly private: boolean
  /** The file it stands in: one writer each. */
  readonly writer: string
}

/** What the model sees of a line: once to tell reports from chat, once to judge a report. */
export interface Taught extends Line {
  readonly heard: Example
  readonly judged: Example
}

/** Lines of every file in a folder, each text once (the first label counts), in the order of file names. */
export function readCorpus(folder: string): readonly Line[] {
  const seen = new Set<string>()
  const lines: Line[] = []
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted())
    for (const row of readFileSync(join(folder, file), 'utf8').split('\n')) {
      if (row.trim() === '') continue
      const line = JSON.parse(row) as Omit<Line, 'writer'>
      const key = normalise(line.text)
        .text.toLowerCase()
        .replace(/[\s\p{P}]/gu, '')
      if (seen.has(key)) continue
      seen.add(key)
      lines.push({ ...line, writer: file.replace('.jsonl', '') })
    }
  return lines
}

const exampleOf = ({ ngrams, clues }: Features): Example => ({
  buckets: Int32Array.from([...ngrams, ...clues.map(clueBucket)]),
  values: Float32Array.from({ length: ngrams.length + clues.length }, (_, at) =>
    at < ngrams.length ? ngramStrength(ngrams.length) : 1,
  ),
})

export function teach(line: Line): Taught {
  const studied = study(normalise(line.text).text, [])
  return { ...line, heard: exampleOf(studied.features), judged: exampleOf(featuresForJudging(studied)) }
}

/** Whether a judgement is true of a report. */
export function isTrue(judgement: Judgement, line: Line): boolean {
  if (judgement === 'urgent') return line.urgency !== 'normal'
  if (judgement === 'emergency') return line.urgency === 'emergency'
  if (judgement === 'private') return line.private
  return line.categories.includes(judgement)
}
