import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readCorpus, teach } from '../../scripts/train/corpus.ts'
import { learn } from '../../scripts/train/learn.ts'

const root = resolve(import.meta.dirname, '../..')

test('the weights are those that training gives for this corpus, these lexicons and this code', () => {
  const { module } = learn(readCorpus(resolve(root, 'corpus')).map(teach))
  // Not toBe: a megabyte of difference helps nobody. Run `npm run train` and look at what changed.
  expect(module === readFileSync(resolve(root, 'src/nlu/model/weights.ts'), 'utf8')).toBe(true)
}, 120_000)

test('no line of the sets for testing is trained on', () => {
  const bare = (text: string) => text.toLowerCase().replace(/[\s\p{P}]/gu, '')
  const taught = new Set(readCorpus(resolve(root, 'corpus')).map(({ text }) => bare(text)))
  for (const set of ['messages', 'heldout', 'heldout-2']) {
    const lines = readFileSync(resolve(root, `test/fixtures/${set}.jsonl`), 'utf8')
      .trim()
      .split('\n')
    const shared = lines
      .map((line) => bare((JSON.parse(line) as { text: string }).text))
      .filter((text) => taught.has(text))
    // Cries of a few characters (停电了) are everybody's.
    expect(shared.filter((text) => text.length > 6)).toEqual([])
  }
})
