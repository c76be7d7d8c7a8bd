import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nowhere } from '../../src/domain/category.ts'
import type { Language } from '../../src/domain/ids.ts'
import type { PeriodFacts } from '../../src/domain/summary/period-facts.ts'
import { type Audience, audiences, summarize } from '../../src/domain/summary/summary.ts'
import { captionLimit, percent, summaryFilesText, summaryText } from '../../src/messages/summary-text.ts'
import {
  emptyWeek,
  extremeWeek,
  monday,
  noAnswers,
  periodNamed,
  plausibleMonth,
  plausibleWeek,
} from '../reports/plausible-facts.ts'

const write = (facts: typeof plausibleWeek, audience: Audience, language: Language) =>
  summaryText(summarize(facts, audience, 'Asia/Shanghai'), language)

describe('the weekly text', () => {
  test('for residents', () => {
    expect(write(plausibleWeek, 'residents', 'zh-CN').text).toMatchInlineSnapshot(`
      "📊 幸福里小区 第47周:新报 23 件,办结 27 件,在办 9 件
      11/16–11/22 · 比前一周:新报 −8,办结 +3,在办 −4
      响应率 96%(24/25) · 解决率 88%(22/25) · 满意率 83%(21/25,基本满意计 0.9)
      说到做到:承诺 18 次,兑现 16 次
      接单一般 9 分钟(九成在 74 分钟内),办结一般 20.5 小时(九成在 3.4 天内),按自然时间
      最久未结:#97 漏水排水 · 地库 21 天,等防水公司,预计 12/3
      接下来 11/23–11/29 到期 5 件 · 谢谢 3 位志愿者帮忙 4 小时"
    `)
  })

  test('for the committee', () => {
    expect(write(plausibleWeek, 'committee', 'zh-CN').text).toMatchInlineSnapshot(`
      "📊 幸福里小区 第47周:新报 23 件,办结 27 件,在办 9 件
      11/16–11/22 · 比前一周:新报 −8,办结 +3,在办 −4
      响应率 96%(24/25) · 解决率 88%(22/25) · 满意率 83%(21/25,基本满意计 0.9)
      说到做到:承诺 18 次,兑现 16 次
      接单一般 9 分钟(九成在 74 分钟内),办结一般 20.5 小时(九成在 3.4 天内),按自然时间
      最久未结:#97 漏水排水 · 地库 21 天,等防水公司,预计 12/3
      超时未结:物业 2、防水公司 1、城管执法队 1
      重办率 7%(2/27) · 转派退回率 8%(3/36)
      接下来 11/23–11/29 到期 5 件 · 谢谢 3 位志愿者帮忙 4 小时"
    `)
  })

  test('promises that were put off are said beside those kept', () => {
    const moved = { ...plausibleWeek, current: { ...plausibleWeek.current, promisesMoved: 4 } }
    expect(write(moved, 'residents', 'zh-CN').text).toContain('说到做到:承诺 18 次,兑现 16 次,另改期 4 次\n')
    expect(write(moved, 'committee', 'en').text).toContain('16 of 18 promises kept, 4 more put off\n')
    expect(write(plausibleWeek, 'residents', 'zh-CN').text).not.toContain('改期')
  })

  test('for the committee, in English', () => {
    expect(write(plausibleWeek, 'committee', 'en').text).toMatchInlineSnapshot(`
      "📊 幸福里小区 Week 47: 23 reported, 27 done, 9 still open
      16 Nov – 22 Nov · against the week before: reported −8, done +3, open −4
      Answered in time 96% (24/25) · solved 88% (22/25) · satisfied 83% (21/25, basically counts 0.9)
      16 of 18 promises kept
      Usually taken in 9 min (90% within 74 min), finished in 20.5 h (90% within 3.4 days), calendar time
      Longest open: #97 Leak or drain · 地库, 21 days, waiting for 防水公司, until 3 Dec
      Overdue: Property company 2, 防水公司 1, 城管执法队 1
      Reopened 7% (2/27) · Handed on or sent back 8% (3/36)
      5 due 23 Nov – 29 Nov · Thanks to 3 volunteers for 4 h"
    `)
  })

  test('of a month and a quarter', () => {
    expect(write(plausibleMonth, 'committee', 'zh-CN').text).toMatchInlineSnapshot(`
      "📊 幸福里小区 2026年11月:新报 104 件,办结 112 件,在办 9 件
      11/1–11/30 · 比前一月:新报 −17,办结 +4,在办 −8
      响应率 96%(24/25) · 解决率 88%(22/25) · 满意率 83%(21/25,基本满意计 0.9)
      说到做到:承诺 77 次,兑现 71 次
      接单一般 9 分钟(九成在 74 分钟内),办结一般 20.5 小时(九成在 3.4 天内),按自然时间
      最久未结:#97 漏水排水 · 地库 29 天,等防水公司,预计 12/3
      超时未结:物业 2、防水公司 1、城管执法队 1
      重办率 2%(2/112) · 转派退回率 2%(3/121)
      接下来 12/1–12/31 到期 5 件 · 谢谢 3 位志愿者帮忙 4 小时"
    `)
    const quarter = { ...plausibleMonth, period: periodNamed('2026-Q4'), asOf: monday }
    expect(write(quarter, 'committee', 'en').text.split('\n').slice(0, 2)).toMatchInlineSnapshot(`
      [
        "📊 幸福里小区 Q4 2026 so far: 104 reported, 112 done, 9 still open",
        "1 Oct – 31 Dec · against the quarter before: reported −17, done +4, open −8",
      ]
    `)
  })

  test('says of a rate without a base why there is none, and what came back all the same', () => {
    const last = (language: Language) => write(noAnswers, 'committee', language).text.split('\n')
    expect([last('zh-CN')[2], last('zh-CN').at(-2), last('en')[2], last('en').at(-2)]).toMatchInlineSnapshot(`
      [
        "三率 –(暂无答复)",
        "重办率 –(当周没有办结,重办 1 件) · 转派退回率 8%(3/36)",
        "Rates – (no answers yet)",
        "Reopened – (nothing finished in the week, 1 reopened) · Handed on or sent back 8% (3/36)",
      ]
    `)
    const solved = { ...plausibleWeek.current.callbacks, satisfied: 0, basicallySatisfied: 0, unsatisfied: 0 }
    const unrated = { ...plausibleWeek, current: { ...plausibleWeek.current, callbacks: solved } }
    expect(write(unrated, 'residents', 'zh-CN').text.split('\n')[2]).toMatchInlineSnapshot(
      `"响应率 96%(24/25) · 解决率 88%(22/25) · 满意率 –(暂无评价)"`,
    )
  })

  test('of the committee’s files in both languages', () => {
    const summary = summarize(plausibleMonth, 'committee', 'Asia/Shanghai')
    expect([summaryFilesText(summary, 'zh-CN').text, summaryFilesText(summary, 'en').text]).toMatchInlineSnapshot(`
      [
        "📎 幸福里小区 2026年11月明细:表格(xlsx)和数据(csv)各一份,用时按自然时间",
        "📎 幸福里小区 Nov 2026 in detail: a workbook (xlsx) and plain data (csv), times in calendar time",
      ]
    `)
  })

  test('calls no week the first before anything was reported', () => {
    const first = { ...emptyWeek, current: { ...emptyWeek.current, opened: 1 } }
    const second = (facts: PeriodFacts, language: Language) => write(facts, 'staff', language).text.split('\n')[1]
    expect([second(emptyWeek, 'zh-CN'), second(first, 'zh-CN')]).toEqual([
      '11/16–11/22 · 没有前一周可比',
      '11/16–11/22 · 首周',
    ])
    expect([second(emptyWeek, 'en'), second(first, 'en')]).toEqual([
      '16 Nov – 22 Nov · no week before to compare with',
      '16 Nov – 22 Nov · first week',
    ])
  })

  test('an empty first week says so little', () => {
    expect(write(emptyWeek, 'residents', 'zh-CN').text).toMatchInlineSnapshot(`
      "📊 幸福里小区 第47周:新报 0 件,办结 0 件,在办 0 件
      11/16–11/22 · 没有前一周可比
      三率 –(暂无答复)"
    `)
  })

  test('a room is never named, and names cannot bring their own markup', () => {
    const second = plausibleWeek.open.find(({ place }) => place.room === '902')
    const facts = {
      ...plausibleWeek,
      community: { name: '<b>幸福里</b> & @admin', households: null },
      open: second === undefined ? [] : [second],
    }
    const { markup } = write(facts, 'residents', 'zh-CN')
    expect(markup).toContain('&lt;b&gt;幸福里&lt;/')
    expect(markup).not.toContain('902')
    expect(markup).not.toContain('@admin')
  })

  test('however extreme the facts, it fits a caption and nine lines, and every line is whole', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 400 })
    const number = fc.nat({ max: 2 ** 31 })
    const facts = fc.record({ name, party: name, number, kind: fc.constantFrom('2026-W47', '2026-11', '2026-Q4') })
    fc.assert(
      fc.property(facts, fc.constantFrom(...audiences), fc.constantFrom('zh-CN', 'en'), (one, audience, language) => {
        const extreme: PeriodFacts = {
          ...extremeWeek,
          period: periodNamed(one.kind),
          community: { name: one.name, households: null },
          current: { ...extremeWeek.current, opened: one.number },
          open: extremeWeek.open.map((matter) => ({
            ...matter,
            number: one.number,
            place: { ...nowhere, spot: one.party },
            hold: { party: one.party, until: one.number * 1000 },
          })),
          dueNext: one.number,
          volunteers: { people: one.number, hours: one.number },
        }
        const { text, markup } = write(extreme, audience, language)
        expect(text.length).toBeLessThanOrEqual(captionLimit)
        const lines = text.split('\n')
        expect(lines.length).toBeLessThanOrEqual(9)
        expect(lines[0]).toContain(String(one.number))
        expect(text.isWellFormed()).toBe(true)
        expect(markup.split('<').length).toBe(markup.split('>').length)
      }),
      { seed: 47, numRuns: 300 },
    )
  })
})

test('only a full score reads 100 %', () => {
  expect([1, 0.999, 0.885, 0.001, 0].map(percent)).toEqual(['100%', '99%', '89%', '1%', '0%'])
})
