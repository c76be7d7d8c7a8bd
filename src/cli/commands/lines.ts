import { parseArgs } from 'node:util'
import { clockLine } from '../clock.ts'
import { linesOf } from '../json-lines.ts'
import { parseLine } from '../parse.ts'
import { timeLine } from '../time.ts'
import { UsageError } from '../usage-error.ts'

const common = { jsonl: { type: 'boolean' }, batch: { type: 'boolean' } } as const

/** `huying parse`. */
export async function parseCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...common, explain: { type: 'boolean' }, tz: { type: 'string' } },
  })
  const flags = { explain: values.explain === true, ...(values.tz === undefined ? {} : { timezone: values.tz }) }
  const at = new Date().toISOString()
  await answer(
    values.jsonl === true || values.batch === true,
    positionals,
    (text) => JSON.stringify({ id: null, text, at }),
    (line) => parseLine(line, flags),
  )
}

/** `huying time`. */
export async function timeCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...common, prefer: { type: 'string' }, tz: { type: 'string', default: 'Asia/Shanghai' } },
  })
  const { prefer } = values
  if (prefer !== undefined && prefer !== 'past' && prefer !== 'future')
    throw new UsageError('--prefer takes past or future')
  const ref = new Date().toISOString()
  const one = (text: string): string => JSON.stringify({ id: null, text, ref, tz: values.tz })
  await answer(values.jsonl === true || values.batch === true, positionals, one, (line) =>
    timeLine(line, prefer === undefined ? {} : { prefer }),
  )
}

/** `huying clock`. */
export async function clockCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: common })
  await answer(values.jsonl === true || values.batch === true, positionals, (text) => text, clockLine)
}

/** JSON lines from standard input, or one value given as arguments. Answers are written in blocks: a pipe is slow by the line. */
async function answer(
  fromInput: boolean,
  words: readonly string[],
  asLine: (text: string) => string,
  toResult: (line: string) => string,
): Promise<void> {
  if (!fromInput) {
    if (words.length === 0) throw new UsageError('give a text, or --jsonl and JSON lines on standard input')
    process.stdout.write(`${toResult(asLine(words.join(' ')))}\n`)
    return
  }
  let block = ''
  for await (const line of linesOf(process.stdin)) {
    block += `${toResult(line)}\n`
    if (block.length > 64_000) {
      await write(block)
      block = ''
    }
  }
  await write(block)
}

function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())))
}
