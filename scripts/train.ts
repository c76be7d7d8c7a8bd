import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { reliability } from './train/calibrate.ts'
import { readCorpus, teach } from './train/corpus.ts'
import { learn } from './train/learn.ts'

/**
 * `npm run train`: learns the model from `corpus/` and writes `src/nlu/model/weights.ts`. Seconds; the same corpus and code
 * give the same bytes. Prints how well its chances hold on lines of writers it has not seen.
 */
const root = resolve(import.meta.dirname, '..')
const lines = readCorpus(join(root, 'corpus')).map(teach)
const { module, unseen } = learn(lines)
writeFileSync(join(root, 'src/nlu/model/weights.ts'), module)
console.log(
  `${lines.length} lines, ${lines.filter((line) => line.report).length} reports\n${reliability(
    unseen,
    lines.map((line) => line.report),
  ).join('\n')}`,
)
