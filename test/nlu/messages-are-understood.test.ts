import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { scoreMessages } from '../../bench/score-messages.ts'
import { parseLine } from '../../src/cli/parse.ts'
import { read } from './support.ts'

describe('verdict', () => {
  test.each([
    '又没水了',
    '停电了',
    '电梯坏了',
    '灯不亮',
    '3号楼2单元电梯又坏了,老人下不来楼',
    'No power in building 4',
    '樓道燈壞了',
    '垃圾没人清,臭死了',
  ])('a report: %s', (text) => {
    expect(read(text).kind).toBe('report')
  })

  test.each([
    '专业疏通下水道,加微信优惠',
    '【停水通知】尊敬的业主:明天检修停水,敬请谅解',
    '谢谢,电梯修好了',
    '来电了',
    '哈哈哈这电影太好笑',
    '车位出租,价格面议',
    '电梯口见,我到了',
    '要是电梯坏了我就惨了',
    '我们公司今天停电了',
    '今天天气真好',
    'thanks, the lift works now',
    '',
  ])('silence: %s', (text) => {
    expect(read(text)).toMatchObject({ kind: 'chat', categories: [], class: null, urgency: null })
  })

  test('trouble that came back after a repair is a report', () => {
    expect(read('3号楼门禁上周修好了,今天又坏了').kind).toBe('report')
  })
})

describe('category, urgency and class', () => {
  test.each([
    ['7栋电梯困人了,快来', 'elevator', 'emergency', 'emergency'],
    ['楼道里好大的煤气味', 'gas', 'emergency', 'emergency'],
    ['5号楼着火了', 'fire', 'emergency', 'emergency'],
    ['整栋楼停电了', 'power', 'urgent', 'urgent'],
    ['3号楼2单元电梯坏了', 'elevator', 'urgent', 'urgent'],
    ['楼道灯不亮', 'power', 'normal', 'repair'],
    ['半夜装修太吵,睡不着', 'noise', 'normal', 'complaint'],
    ['垃圾桶满了没人清', 'sanitation', 'normal', 'complaint'],
    ['一楼侵占绿地种菜', 'greening', 'normal', 'enforcement'],
    ['顶楼私搭乱建', 'construction', 'normal', 'enforcement'],
    ['隔壁改成群租房', 'rental', 'normal', 'enforcement'],
    ['物业推诿,态度恶劣', 'dispute', 'normal', 'mediation'],
    ['公共收益为什么不公示', 'governance', 'normal', 'mediation'],
    ['独居老人没人照顾,社区能不能管管', 'care', 'normal', 'care'],
  ] as const)('%s', (text, category, urgency, kind) => {
    const meaning = read(text)
    expect(meaning).toMatchObject({ urgency, class: kind })
    expect(meaning.categories[0]).toBe(category)
  })

  test.each(['去年这栋楼着火过一次,消防设施到现在没整改', '楼道天天有人充电,担心起火'])(
    'the past and the feared are no emergency: %s',
    (text) => {
      expect(read(text).urgency).not.toBe('emergency')
    },
  )

  test('two matters in one message are kept apart', () => {
    const { problems, categories } = read('3号楼2单元电梯坏了。另外楼道灯也不亮')
    expect(problems.map((p) => p.categories[0])).toEqual(['elevator', 'power'])
    expect(problems[1]?.place.building).toBe('3')
    expect(categories).toEqual(['elevator', 'power'])
  })
})

describe('privacy', () => {
  test.each([
    '独居老人没人照顾,3号楼1单元',
    '楼上邻居骂人还威胁我,3-2-301',
    '22栋业主侵占绿地',
    '漏水了打我电话13800001203',
    '隔壁好像在家暴',
  ])('masked: %s', (text) => {
    expect(read(text).private).toBe(true)
  })

  test.each(['3号楼电梯坏了', '楼道灯不亮', '垃圾没人清', '楼上太吵'])('open: %s', (text) => {
    expect(read(text).private).toBe(false)
  })
})

test.each([
  ['电梯坏了', 'zh'],
  ['the lift is broken', 'en'],
  ['shower goes 烫 then ice cold, 水压忽大忽小', 'mixed'],
  ['楼下ktv太吵', 'zh'],
])('language of %s', (text, lang) => {
  expect(read(text).lang).toBe(lang)
})

test('on the labelled set the figures stay above their floors', () => {
  const gold = readFileSync(new URL('../fixtures/messages.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const figures = scoreMessages(
    gold,
    gold.map((line) => parseLine(line)),
  )
  expect(gold.length).toBeGreaterThanOrEqual(120)
  expect(figures.heard).toBeGreaterThanOrEqual(0.85)
  expect(figures.falseReports).toBeLessThanOrEqual(0.12)
  expect(figures.firstCategory).toBeGreaterThanOrEqual(0.7)
  expect(figures.emergencyRecall).toBeGreaterThanOrEqual(0.9)
  expect(figures.placeF1).toBeGreaterThanOrEqual(0.9)
})
