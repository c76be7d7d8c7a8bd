import { describe, expect, test } from 'vitest'
import { timeSpans } from '../../src/nlu/time/time-spans.ts'
import { monday, read, shanghai } from './support.ts'

const timezone = 'Asia/Shanghai'
const first = (text: string, prefer: 'past' | 'future') => timeSpans(text, { ref: monday, timezone, prefer })[0]

describe('time expressions', () => {
  test.each([
    ['今天下午3点', 'future', '2026-11-23T15:00:00', null],
    ['明天上午9点半', 'future', '2026-11-24T09:30:00', null],
    ['后天晚上十二点', 'future', '2026-11-26T00:00:00', null],
    ['周五', 'future', '2026-11-27T00:00:00', null],
    ['周五', 'past', '2026-11-20T00:00:00', null],
    ['下周三', 'future', '2026-12-02T00:00:00', null],
    ['上礼拜天', 'past', '2026-11-22T00:00:00', null],
    ['十二月三号', 'future', '2026-12-03T00:00:00', null],
    ['1月5日', 'future', '2027-01-05T00:00:00', null],
    ['三天前', 'past', '2026-11-20T00:00:00', null],
    ['半小时后', 'future', '2026-11-23T14:30:00', null],
    ['2026-11-27 18:00', 'future', '2026-11-27T18:00:00', null],
    ['明天下午3点至8点', 'future', '2026-11-24T15:00:00', '2026-11-24T20:00:00'],
    ['晚上9~11点', 'future', '2026-11-23T21:00:00', '2026-11-23T23:00:00'],
    ['下周', 'future', '2026-11-30T00:00:00', '2026-12-07T00:00:00'],
    ['三個工作日內', 'future', '2026-11-23T14:00:00', '2026-11-27T00:00:00'],
    ['春节', 'future', '2027-02-06T00:00:00', null],
    ['tomorrow 9am', 'future', '2026-11-24T09:00:00', null],
    ['Friday', 'past', '2026-11-20T00:00:00', null],
  ] as const)('%s, leaning to the %s', (text, prefer, start, end) => {
    expect(first(text, prefer)).toMatchObject({
      text,
      start: shanghai(start),
      end: end === null ? null : shanghai(end),
    })
  })

  test('a building, a door and a telephone number are no dates', () => {
    for (const text of ['3号楼漏水', '3-2-502', '13800001203', '提3点建议', '8号线地铁'])
      expect(timeSpans(text, { ref: monday, timezone })).toEqual([])
  })

  test('a wall hour skipped by summer time is read as much later as was skipped', () => {
    const spans = timeSpans('2026-03-29 02:30', { ref: Date.parse('2026-03-28T12:00:00Z'), timezone: 'Europe/Berlin' })
    expect(spans[0]?.start).toBe(Date.parse('2026-03-29T01:30:00Z'))
  })
})

describe('since when', () => {
  test.each([
    ['3号楼停水从昨天下午3点开始', '2026-11-22T15:00:00'],
    ['门禁坏了三天了', '2026-11-20T00:00:00'],
    ['停水两天', '2026-11-21T00:00:00'],
    ['昨晚开始漏水,1-1-201', '2026-11-22T00:00:00'],
    ['周五起楼道灯就不亮了', '2026-11-20T00:00:00'],
    ['门禁上周刚修好,今天又坏了', '2026-11-23T00:00:00'],
    ['No water since around 9', '2026-11-23T09:00:00'],
    ['radiators are cold since last night', '2026-11-22T00:00:00'],
    ['the lift has been broken since the 19th', '2026-11-19T00:00:00'],
  ])('%s', (text, since) => {
    expect(read(text).since).toBe(shanghai(since))
  })

  test.each([
    '灯坏了快一个月了',
    '每天晚上十一点还在装修,太吵',
    '灭火器是2019年的,早过期了',
    '楼道灯坏了',
    '明天能来修水管吗,漏水',
  ])('no start named: %s', (text) => {
    expect(read(text).since).toBeNull()
  })
})
