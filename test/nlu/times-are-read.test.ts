import { getSolarTerms } from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../src/nlu/text/normalise.ts'
import { timeSpans } from '../../src/nlu/time/time-spans.ts'
import { sinceOf } from '../../src/nlu/understand/since.ts'
import { monday, shanghai } from './support.ts'

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
    ['31号', 'future', '2026-12-31T00:00:00', null],
    ['清明', 'future', '2027-04-05T00:00:00', null],
    ['2024年冬至', 'past', '2024-12-21T00:00:00', null],
    ['八月十五', 'past', '2026-09-25T00:00:00', null],
    ['大年初一', 'past', '2026-02-17T00:00:00', null],
    ['去年十一月廿九下午4点半', 'past', '2026-01-17T16:30:00', null],
    ['晏晝三點三個字', 'future', '2026-11-23T15:15:00', null],
    ['朝早十點踏半', 'past', '2026-11-23T10:30:00', null],
    ['琴晚', 'past', '2026-11-22T18:00:00', '2026-11-23T00:00:00'],
    ['2020至2025年', 'past', '2020-01-01T00:00:00', '2026-01-01T00:00:00'],
    ['in two hours', 'future', '2026-11-23T16:00:00', null],
    ['10 last night', 'past', '2026-11-22T22:00:00', null],
    ['tomorrow 9am', 'future', '2026-11-24T09:00:00', null],
    ['Friday', 'past', '2026-11-20T00:00:00', null],
  ] as const)('%s, leaning to the %s', (text, prefer, start, end) => {
    expect(first(text, prefer)).toMatchObject({
      text,
      start: shanghai(start),
      end: end === null ? null : shanghai(end),
    })
  })

  test.each([
    '11月31日',
    '承诺 1 11月31日18:00前',
    '到 2月30日',
    '2月29日',
    '2026-11-31',
    '20261131',
    '13月1日',
    '11月32日',
    '2026年13月',
    '11/31',
    '这个月31号前',
    '11月3日到31日',
    '明天25:00',
    '明天25点',
    '今天24:30',
    '明天15:75',
    'by Nov 31 6pm',
    '30 February',
    'tomorrow 25:00',
  ])('what does not exist gives no instant: %s', (text) => {
    expect(timeSpans(text, { ref: monday, timezone })).toEqual([])
  })

  test('the end of a day, a leap day and a day that the next month has are read', () => {
    const starts = ['明天24:00', '2028年2月29日', 'until the 31st', '11月30日'].map(
      (text) => first(text, 'future')?.start,
    )
    expect(starts).toEqual(
      ['2026-11-25', '2028-02-29', '2026-12-31', '2026-11-30'].map((date) => shanghai(`${date}T00:00:00`)),
    )
  })

  test('a building, a door and a telephone number are no dates', () => {
    for (const text of ['3号楼漏水', '3-2-502', '13800001203', '提3点建议', '8号线地铁'])
      expect(timeSpans(text, { ref: monday, timezone })).toEqual([])
  })

  test('the terms of the solar year are those of the published calendar', () => {
    for (let year = 2024; year <= 2040; year++)
      for (const { date, name } of getSolarTerms(`${year}-01-01`, `${year}-12-31`)) {
        const [span] = timeSpans(`${year}年${name}`, { ref: monday, timezone })
        if (!/雨水|小雪|大雪/.test(name))
          expect([year, name, span?.start]).toEqual([year, name, shanghai(`${date}T00:00:00`)])
      }
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
    ['昨晚十点多就没水了', '2026-11-22T22:00:00'],
    ['从上周三开始楼道灯就不亮', '2026-11-18T00:00:00'],
    ['停电已经两个多小时了', '2026-11-23T12:00:00'],
    ['停咗兩個鐘電', '2026-11-23T12:00:00'],
    ['没暖气第三天了', '2026-11-21T00:00:00'],
    ['连续三天停电', '2026-11-20T00:00:00'],
    ['灯坏了两周', '2026-11-09T00:00:00'],
    ['自上星期三起升降機停用', '2026-11-18T00:00:00'],
    ['停水停了一整天', '2026-11-22T00:00:00'],
    ['15号到现在一直没暖气', '2026-11-15T00:00:00'],
    ['打从国庆那天起就没见过保洁', '2026-10-01T00:00:00'],
    ['元旦开始停车费涨价', '2026-01-01T00:00:00'],
    ['昨天物业来修过,今天早上又漏了', '2026-11-23T00:00:00'],
    ['刚停的水', '2026-11-23T14:00:00'],
    ['the lights just went out', '2026-11-23T14:00:00'],
    ['power went out about an hour ago', '2026-11-23T13:00:00'],
    ['power has been off for two hours', '2026-11-23T12:00:00'],
    ['No water since around 9', '2026-11-23T09:00:00'],
    ['radiators are cold since last night', '2026-11-22T00:00:00'],
    ['the lift has been broken since the 19th', '2026-11-19T00:00:00'],
  ])('%s', (text, since) => {
    expect(sinceOf(normalise(text).text, monday, timezone)).toBe(shanghai(since))
  })

  test.each([
    '灯坏了快一个月了',
    '电梯坏了有三四天了',
    '前两天开始漏水',
    '上个月底开始楼上漏水',
    '物业说周五来修,电梯一直坏着',
    '打了三天电话没人接,漏水',
    '每周三都停水',
    '一天停三次电',
    '刚修好的灯又不亮',
    '每天晚上十一点还在装修,太吵',
    '灭火器是2019年的,早过期了',
    '楼道灯坏了',
    '明天能来修水管吗,漏水',
  ])('no start named: %s', (text) => {
    expect(sinceOf(text, monday, timezone)).toBeNull()
  })
})
