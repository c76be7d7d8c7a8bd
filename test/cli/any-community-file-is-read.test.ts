import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { type CommunityReading, readCommunityFile } from '../../src/cli/community-file.ts'
import { formatProblem } from '../../src/cli/community-problem.ts'
import { toSetup } from '../../src/cli/to-setup.ts'
import { fuzz, mutated } from '../support/mutations.ts'

const text = readFileSync(new URL('../../seeds/xingfuli.yaml', import.meta.url), 'utf8')
const lineCount = (file: string): number => file.split('\n').length

/** As YAML, or as JSON, which is YAML too, where the one who writes gives up before the one who reads. */
function written(content: unknown): string {
  try {
    return stringify(content ?? null) ?? ''
  } catch {
    return JSON.stringify(content)
  }
}

/** A file is taken, or each of its problems names a line of it and says in both languages what is wrong. */
function expectAnswered(reading: CommunityReading, file: string): void {
  if (reading.ok) {
    expect(toSetup(reading.value)).toBeTypeOf('object')
    return
  }
  expect(reading.problems.length).toBeGreaterThan(0)
  for (const problem of reading.problems) {
    expect(problem.line).toBeGreaterThanOrEqual(1)
    expect(problem.line).toBeLessThanOrEqual(lineCount(file))
    for (const language of ['zh-CN', 'en'] as const) expect(formatProblem(problem, language).trim()).not.toBe('')
  }
}

it('the file that is mutated below is right as it stands', () => {
  const reading = readCommunityFile(text)
  expect(reading.ok || reading.problems).toBe(true)
})

it('whatever is missing, wrong or huge in a community file, it is taken or each mistake is named with its line', () => {
  fc.assert(
    fc.property(mutated(parse(text)).map(written), (file) => {
      expectAnswered(readCommunityFile(file), file)
    }),
    fuzz(60),
  )
}, 600_000)

it('a file that is cut off, garbled or no YAML at all is answered the same way', () => {
  const cut = fc.nat(text.length).map((end) => text.slice(0, end))
  const piece = fc.constantFrom(
    '"',
    '[',
    '{',
    '&a',
    '*a',
    '- ',
    ': ',
    '\t',
    '\u0000',
    '\ud83d',
    '|',
    '>',
    '!!binary x',
    '%YAML 9',
    '---',
    '<<: *a',
  )
  const garbled = fc.tuple(fc.nat(text.length), piece).map(([at, what]) => text.slice(0, at) + what + text.slice(at))
  const others = fc.constantFrom(
    '',
    '~',
    '[]',
    'a: &a [*a]',
    '&a {community: *a}',
    '[['.repeat(500),
    'community: '.repeat(50),
    '---\n---\n',
    '\ufeff',
  )
  fc.assert(
    fc.property(fc.oneof(cut, garbled, others, fc.string({ unit: 'binary', maxLength: 300 })), (file) => {
      expectAnswered(readCommunityFile(file), file)
    }),
    fuzz(60),
  )
}, 600_000)
