import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseLine } from '../src/cli/parse.ts'
import { timeLine } from '../src/cli/time.ts'
import { scoreMessages } from './score-messages.ts'

/** Measures how well messages are understood: `npm run eval`. Prints one JSON line of figures for each set. */
const read = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')

/** What the parser is given: never the labels. */
const question = (line: string): string => {
  const { id, text, at } = JSON.parse(line) as { id: string; text: string; at: string }
  return JSON.stringify({ id, text, at })
}

function measureOwn(): void {
  const gold = read(resolve(import.meta.dirname, '../test/fixtures/messages.jsonl'))
  const questions = gold.map(question)
  const answers = questions.map((line) => parseLine(line))
  const began = performance.now()
  const rounds = Math.ceil(20_000 / questions.length)
  for (let round = 0; round < rounds; round++) for (const line of questions) parseLine(line)
  const perSecond = Math.round((rounds * questions.length * 1000) / (performance.now() - began))
  console.log(
    JSON.stringify({
      set: 'own',
      ...scoreMessages(gold, answers, process.argv.includes('--show')),
      parsePerSecond: perSecond,
    }),
  )
}

/** The outside labelled sets with their own scorer, where they are there. */
function measureShared(): void {
  const folder = resolve(import.meta.dirname, '../../shared/eval')
  const scorer = join(folder, 'score.mjs')
  if (!existsSync(scorer)) return
  const scratch = mkdtempSync(join(tmpdir(), 'huying-eval-'))
  const sets = [
    ['messages', 'messages-dev.jsonl', (line: string) => parseLine(question(line))],
    ['time', 'time-dev.jsonl', (line: string) => timeLine(line)],
  ] as const
  for (const [mode, file, answer] of sets) {
    const gold = join(folder, file)
    const out = join(scratch, file)
    writeFileSync(out, read(gold).map(answer).join('\n'))
    const { stdout, stderr } = spawnSync(process.execPath, [scorer, mode, gold, out], { encoding: 'utf8' })
    console.log(
      stdout === ''
        ? JSON.stringify({ set: mode, error: stderr.slice(0, 200) })
        : `{"set":"shared ${mode}",${stdout.trim().slice(1)}`,
    )
  }
  rmSync(scratch, { recursive: true })
}

measureOwn()
measureShared()
