import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseHtml } from '../../src/sandbox/html.ts'
import { readRichText, toHtml } from '../../src/sandbox/rich-text.ts'

test.each([
  ['<b>bold', `can't parse entities: Can't find end tag corresponding to start tag "b"`],
  ['3 < 5', `can't parse entities: Unsupported start tag "" at byte offset 2`],
  ['灯<x>a</x>', `can't parse entities: Unsupported start tag "x" at byte offset 3`],
  ['</b>', "can't parse entities: Unexpected end tag at byte offset 0"],
  ['<b><i>a</b></i>', `can't parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"`],
  ['<b', "can't parse entities: Unclosed start tag at byte offset 0"],
  ['<a href="x', `can't parse entities: Unclosed start tag "a" at byte offset 0`],
])('%s is refused', (source, description) => {
  expect(() => parseHtml(source)).toThrow(`Bad Request: ${description}`)
})

test('tags become entities in UTF-16 units and the text is plain', () => {
  const { text, entities } = parseHtml(
    '🛗 <b>电<i>梯</i></b> &lt;&amp;&gt;&#39; <a href="https://a.cn/?x=1&amp;y">去</a>',
  )
  expect(text).toBe("🛗 电梯 <&>' 去")
  expect(entities).toEqual([
    { type: 'bold', offset: 3, length: 2 },
    { type: 'italic', offset: 4, length: 1 },
    { type: 'text_link', offset: 11, length: 1, url: 'https://a.cn/?x=1&y' },
  ])
})

test('blank ends go, and with them the entities that stood on them', () => {
  expect(readRichText('<b>  x </b>\n', 'HTML')).toEqual({
    text: 'x',
    entities: [{ type: 'bold', offset: 0, length: 1 }],
  })
})

test('commands, mentions, links and hashtags are marked, but not inside code', () => {
  const marked = (text: string, mode?: string) =>
    readRichText(text, mode).entities.map(({ type, offset, length }) => `${type}:${offset}+${length}`)
  expect(marked('/ack@huying_bot 128')).toEqual(['bot_command:0+15'])
  expect(marked('请 @wang_shifu 看 https://a.cn/b #报修')).toEqual(['mention:2+11', 'url:16+14', 'hashtag:31+3'])
  expect(marked('<code>/ack @wang_shifu</code>', 'HTML')).toEqual(['code:0+16'])
  expect(marked('3/4 a@b')).toEqual([])
})

test('half a surrogate pair is refused, direction overrides vanish', () => {
  expect(() => readRichText('a\ud83d')).toThrow('Bad Request: strings must be encoded in UTF-8')
  expect(readRichText('a\u202eb\u0000c').text).toBe('ab c')
})

test('whatever is escaped comes back as the same visible text, and the shown HTML parses to the same entities', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      (one, two) => {
        const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
        const source = `<b>${escaped(one)}<i>${escaped(two)}</i></b>`
        const parsed = parseHtml(source)
        expect(parsed.text).toBe(one + two)
        expect(parseHtml(toHtml(parsed.text, parsed.entities))).toEqual(parsed)
      },
    ),
    { seed: 20261116, numRuns: 300 },
  )
})
