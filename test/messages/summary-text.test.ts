import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/ids.ts'
import { defaultPolicy } from '../../src/domain/policy/default-policy.ts'
import { type Audience, weeklySummary } from '../../src/domain/summary/weekly-summary.ts'
import { percent, summaryText } from '../../src/messages/summary-text.ts'
import { emptyWeek, extremeWeek, plausibleWeek } from '../reports/plausible-week.ts'

const { rateWeights } = defaultPolicy('Asia/Shanghai')
const write = (facts: typeof plausibleWeek, audience: Audience, language: Language) =>
  summaryText(weeklySummary(facts, audience, 'Asia/Shanghai', rateWeights), language)

describe('the weekly text', () => {
  test('for residents', () => {
    expect(write(plausibleWeek, 'residents', 'zh-CN').text).toBe(
      [
        '📊 幸福里小区 第47周 11/16–11/22',
        '本周新报 23 件(上周 31),办结 27 件,在办 9 件',
        '响应率 96%(24/25) · 解决率 88%(22/25) · 满意率 83%(21/25)',
        '说到做到:承诺 18 次,兑现 16 次',
        '最久未结:#97 漏水排水 · 地库 21 天,等防水公司,预计 12/3',
        '下周到期 5 件 · 谢谢 3 位志愿者帮忙 4 小时',
      ].join('\n'),
    )
  })

  test('for the committee, in English', () => {
    expect(write(plausibleWeek, 'committee', 'en').text).toBe(
      [
        '📊 幸福里小区 Week 47, 16 Nov – 22 Nov',
        '23 reported (last week 31), 27 done, 9 still open',
        'Answered in time 96% (24/25) · solved 88% (22/25) · satisfied 83% (21/25)',
        '16 of 18 promises kept',
        'Longest open: #97 Leak or drain · 地库, 21 days, waiting for 防水公司, until 3 Dec',
        'Overdue: Property company 3, Developer 1, Utilities 1',
        'Reopened 7% (2/27) · Handed on 8% (3/36)',
        '5 due next week · Thanks to 3 volunteers for 4 h',
      ].join('\n'),
    )
  })

  test('an empty first week says so little', () => {
    expect(write(emptyWeek, 'residents', 'zh-CN').text).toBe(
      '📊 幸福里小区 第47周 11/16–11/22\n本周新报 0 件,办结 0 件,在办 0 件',
    )
  })

  test('a room is never named, and names cannot bring their own markup', () => {
    const [, second] = plausibleWeek.longestOpen
    const facts = {
      ...plausibleWeek,
      community: { name: '<b>幸福里</b> & @admin', households: null },
      longestOpen: second === undefined ? [] : [second],
    }
    const { markup } = write(facts, 'residents', 'zh-CN')
    expect(markup).toContain('&lt;b&gt;幸福里&lt;/')
    expect(markup).not.toContain('902')
    expect(markup).not.toContain('@admin')
  })

  test('the longest one still fits a caption and nine lines', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const { text } = write(extremeWeek, 'committee', language)
      expect(text.length).toBeLessThanOrEqual(1024)
      expect(text.split('\n').length).toBeLessThanOrEqual(9)
    }
  })
})

test('only a full score reads 100 %', () => {
  expect([1, 0.999, 0.885, 0.001, 0].map(percent)).toEqual(['100%', '99%', '89%', '1%', '0%'])
})
