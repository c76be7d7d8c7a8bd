import { expect, test } from 'vitest'
import { expand } from '../../src/nlu/text/expand.ts'
import { PhraseFinder } from '../../src/nlu/text/phrase-finder.ts'

const spellings = (pattern: string) => expand(pattern).map(({ text }) => text)

test.each([
  ['(停|断)了?水', ['停了水', '停水', '断了水', '断水']],
  ['[开关]不了', ['开不了', '关不了']],
  ['no_(hot_)?water', ['no hot water', 'no water']],
  ['bulbs?', ['bulbs', 'bulb']],
])('%s stands for each of its spellings', (pattern, wanted) => {
  expect(spellings(pattern)).toEqual(wanted)
})

const finder = new PhraseFinder([
  { mark: 'dog', subject: '狗 dogs?', predicate: '不牵 leash bark*', gap: 9 },
  { mark: 'water', subject: '没水!平', predicate: null, gap: 9 },
])
const found = (text: string) => finder.find(text).map(({ mark, word }) => [mark, word])

test.each([
  ['遛狗的人不牵绳', [['dog', '狗的人不牵']]],
  ['dog off leash', [['dog', 'dog off leash']]],
  ['the dogs are barking', [['dog', 'dogs are bark']]],
  ['没水了', [['water', '没水']]],
])('both parts in one clause: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each(['狗来了,他不牵手', '不牵狗', '狗和猫和兔子和鸡和鸭都不牵', 'hotdog leash', '没水平'])(
  'no phrase across a border, backwards, too far apart or inside a word: %s',
  (text) => {
    expect(found(text)).toEqual([])
  },
)
