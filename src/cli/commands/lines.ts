import { parseArgs } from 'node:util'
import type { CommunityFile } from '../../domain/policy/community-file.ts'
import { clockLine } from '../clock.ts'
import { linesOf } from '../json-lines.ts'
import { hearingOf, parseLine } from '../parse.ts'
import { timeLine } from '../time.ts'
import { UsageError } from '../usage-error.ts'

const common = { jsonl: { type: 'boolean' }, batch: { type: 'boolean' } } as const

/** `huying parse`. */
export async function parseCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...common, explain: { type: 'boolean' }, tz: { type: 'string' }, community: { type: 'string' } },
  })
  const file = values.community === undefined ? null : await communityIn(values.community)
  const timezone = values.tz ?? file?.community.timezone
  const flags = {
    explain: values.explain === true,
    ...(timezone === undefined ? {} : { timezone }),
    ...(file && { hearing: hearingOf(file) }),
  }
  const at = new Date().toISOString()
  await answerLines(
    values.jsonl === true || values.batch === true,
    positionals,
    (text) => JSON.stringify({ id: null, text, at }),
    (line) => parseLine(line, flags),
  )
}

/** A community file that reads well; its reader is loaded only where one is named. */
export async function communityIn(path: string): Promise<CommunityFile> {
  const { loadCommunityFile } = await import('../load-community-file.ts')
  const { reading } = await loadCommunityFile(path)
  const file = reading.ok ? reading.value : reading.unsettled
  if (file === undefined) throw new UsageError(`${path} is no sound community file; "community check ${path}" says why`)
  return file
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
  await answerLines(values.jsonl === true || values.batch === true, positionals, one, (line) =>
    timeLine(line, prefer === undefined ? {} : { prefer }),
  )
}

/** `huying clock`. */
export async function clockCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: common })
  await answerLines(values.jsonl === true || values.batch === true, positionals, (text) => text, clockLine)
}

/** JSON lines from standard input, or one value given as arguments. Answers are written in blocks: a pipe is slow by the line. */
export async function answerLines(
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
