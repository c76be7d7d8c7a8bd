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

/** A writer's lines that were kept out of training and of every choice: how well it goes with people it has not heard. */
function measureHeldOut(file: string, set: string): void {
  const gold = read(resolve(import.meta.dirname, '../test/fixtures', file)).map((line, at) =>
    JSON.stringify({ id: at, at: '2026-11-23T14:00:00+08:00', ...JSON.parse(line) }),
  )
  const answers = gold.map((line) => parseLine(question(line)))
  console.log(JSON.stringify({ set, ...scoreMessages(gold, answers) }))
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

/** The slowest answer to text meant to be slow, in milliseconds: each kind several times, the best of them, so that only the text counts. */
function measureWorst(): void {
  const cases: Readonly<Record<string, string>> = {
    empty: '',
    '100 kB': '电梯坏了,3号楼2单元 明天上午9点前到周五 '.repeat(4000),
    NUL: '电梯\u0000坏了'.repeat(2000),
    'lone surrogates': '\ud83d电梯\udc00'.repeat(3000),
    'right-to-left marks': '\u202e电梯坏了\u202c'.repeat(2000),
    'ten thousand digits': '9'.repeat(10_000),
    'emoji families': '👨‍👩‍👧‍👦'.repeat(2000),
    numerals: '一二三四五六七八九十'.repeat(1000),
    dates: '1号,2月3日 周一早上8点到9点前'.repeat(400),
    English: 'since last night at 10pm the lift on floor 5 is stuck again '.repeat(150),
    'danger begun and not ended': '电梯里在困卡关水煤气味燃'.repeat(500),
    'doors and dashes': '3-2-1-'.repeat(1500),
    blanks: ' '.repeat(20_000),
  }
  const worst = Object.entries(cases).map(([name, text]) => {
    const line = JSON.stringify({ id: name, text, at: '2026-11-23T14:00:00+08:00' })
    const times = Array.from({ length: 7 }, () => {
      const began = performance.now()
      parseLine(line)
      return performance.now() - began
    })
    return [name, Math.round(Math.min(...times) * 100) / 100] as const
  })
  console.log(JSON.stringify({ set: 'worst case, ms', ...Object.fromEntries(worst) }))
}

measureOwn()
measureHeldOut('heldout.jsonl', 'held out')
measureHeldOut('heldout-2.jsonl', 'held out, another writer')
measureWorst()
measureShared()
