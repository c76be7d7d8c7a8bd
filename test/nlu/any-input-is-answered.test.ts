import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/nlu/parse.ts'
import { timeSpans } from '../../src/nlu/time/time-spans.ts'
import { monday } from './support.ts'

const timezone = 'Asia/Shanghai'
const kinds = ['report', 'maybe', 'chat', 'command']

/** Pieces that mean something to the grammar, in orders nobody would say. */
const pieces = fc.array(
  fc.constantFrom(
    '接单',
    '挂起',
    '#',
    '128',
    '到',
    '周',
    '一',
    '早上',
    '3',
    '点',
    '半',
    '号',
    '楼',
    '-',
    '502',
    '前',
    '最后',
    '三个工作日内',
    '正月',
    '初',
    'since',
    ' ',
    ':',
    '0',
    '99',
    '下下',
    '月',
    '的',
    ',',
    '/hold@',
    '2026-02-30',
    '💧',
  ),
  { maxLength: 24 },
)

describe('no text is too odd', () => {
  test('any string has a verdict', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, replyToTicket) => {
        const meaning = parse(text, { at: monday, timezone, replyToTicket, audience: 'staff' })
        expect(kinds).toContain(meaning.kind)
        expect(meaning.confidence).toBeGreaterThanOrEqual(0)
        expect(meaning.confidence).toBeLessThanOrEqual(1)
      }),
      { seed: 47, numRuns: 1000 },
    )
  })

  test('any shuffle of telling pieces has a verdict and finite times', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const text = list.join('')
        const meaning = parse(text, { at: monday, timezone, audience: 'staff' })
        for (const time of [meaning.since, meaning.command?.until ?? null])
          if (time !== null) expect(Number.isFinite(time)).toBe(true)
        for (const span of timeSpans(text, { ref: monday, timezone })) {
          expect(Number.isFinite(span.start)).toBe(true)
          expect(text).toContain(span.text)
        }
      }),
      { seed: 47, numRuns: 2000 },
    )
  })

  test.each([
    ['nothing', ''],
    ['100 kB', '电梯坏了,3号楼2单元 明天上午9点前到周五 '.repeat(4000)],
    ['NUL', '电梯\u0000坏了'],
    ['half a surrogate', '\ud83d电梯坏了\udc00'],
    ['a family emoji', '👨‍👩‍👧‍👦'.repeat(500)],
    ['ten thousand digits', '9'.repeat(10_000)],
    ['digits after a command', `接单 ${'1'.repeat(10_000)}`],
    ['blanks', ' '.repeat(10_000)],
    ['numerals', '一二三四五六七八九十'.repeat(1000)],
    ['commas', '1号,'.repeat(2000)],
    ['slashes', '/'.repeat(5000)],
  ])('%s', (_name, text) => {
    expect(kinds).toContain(parse(text, { at: monday, timezone }).kind)
  })

  test('an unknown zone and the ends of time are survived', () => {
    expect(parse('昨天开始停水', { at: monday, timezone: 'Mars/Olympus' }).kind).toBe('report')
    for (const at of [0, -1, 8.64e15, -8.64e15])
      expect(kinds).toContain(parse('三天后 昨晚 停水', { at, timezone }).kind)
  })
})
