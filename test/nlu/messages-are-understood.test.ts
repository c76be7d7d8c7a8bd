import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { scoreMessages } from '../../bench/score-messages.ts'
import { parseLine } from '../../src/cli/parse.ts'
import { read, shanghai } from './support.ts'

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

  test.each(['3号楼下水道好像有点味道', '5号楼那灯不知道是不是又坏了'])(
    'asked about, since the writer is unsure: %s',
    (text) => {
      expect(read(text).kind).toBe('maybe')
    },
  )

  test('danger is registered however unsure the writer', () => {
    expect(read('楼道里好像有煤气味').kind).toBe('report')
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

  test.each([
    '以前着过火,后来就没事了',
    '昨晚看的电影里整栋楼着火了',
    '哈哈哈我差点笑到晕倒',
    '要是电梯困人了怎么办,我住30楼',
    '新闻说隔壁城市煤气爆炸了',
    '消防演习,警报响了大家别慌',
    "if the lift ever catches fire I'm taking the stairs",
    '去年这里淹过一次,今年排水沟还没清',
    '这部电梯经常困人,请求更换',
    '担心电瓶车起火,建议清理楼道',
  ])('no alarm is raised over a story, a joke, a fear or the past: %s', (text) => {
    expect(read(text).urgency).not.toBe('emergency')
  })

  test.each([
    '电梯停在半空,我和孩子在里面出不来',
    '厨房一股臭鸡蛋味,头晕',
    '楼道全是烟看不见路',
    '电线掉下来在冒火花,旁边有小孩',
    '有人从楼上掉下来了',
    '水往配电箱里灌了,快来人',
    'there is smoke in the corridor and people are coughing, help',
    '隔壁拿刀砍人了快报警',
    '我妈晕倒了叫不醒',
    '成條走廊都係煤氣味,快啲叫人嚟',
  ])('danger now is an emergency: %s', (text) => {
    expect(read(text)).toMatchObject({ kind: 'report', urgency: 'emergency', class: 'emergency' })
  })

  test('two matters in one message are kept apart', () => {
    const { problems, categories } = read('3号楼2单元电梯坏了。另外楼道灯也不亮')
    expect(problems.map((p) => p.categories[0])).toEqual(['elevator', 'power'])
    expect(problems[1]?.place.building).toBe('3')
    expect(categories).toEqual(['elevator', 'power'])
  })
})

describe('ordinary lines are heard with what they tell', () => {
  const day = (date: string) => shanghai(`${date}T00:00:00`)
  test.each([
    ['No hot water in building 6 unit 1 since this morning', 'water', { building: '6', unit: '1' }, day('2026-11-23')],
    ['no hot water since last night, bldg 5 / 1203', 'water', { building: '5', room: '1203' }, day('2026-11-22')],
    ['Lift in building 3 is stuck again', 'elevator', { building: '3' }, null],
    [
      'the light in our stairwell has been broken for 3 days (bldg 2 unit 1)',
      'power',
      { building: '2', unit: '1', spot: 'stairwell' },
      day('2026-11-20'),
    ],
    ['water leaking from the ceiling 6-3-2201', 'leak', { building: '6', unit: '3', room: '2201' }, null],
    ['my neighbour upstairs plays loud music every night', 'noise', {}, null],
    ['trash not collected near bldg 5', 'sanitation', { building: '5' }, null],
    ['a car is blocking the fire lane', 'fire', {}, null],
    ["front door of unit 2 won't lock", 'security', { unit: '2' }, null],
    ['孩子放学没人接,社区有托管吗', 'care', {}, null],
    ['谁来管管3#门口这一大滩', 'leak', { building: '3', spot: '门口' }, null],
    ['七号楼旁边路灯一闪一闪的', 'power', { building: '7' }, null],
    ['快递柜打不开', 'facility', { spot: '快递柜' }, null],
    ['监控坏了', 'security', {}, null],
    ['楼道堆了好多杂物', 'sanitation', { spot: '楼道' }, null],
    ['有人在绿化带种菜', 'greening', {}, null],
    ['楼下烧烤店油烟太大', 'pollution', {}, null],
    ['狗不牵绳吓到孩子', 'pets', {}, null],
    ['物业费涨价没通知我们', 'governance', {}, null],
    ['群租房半夜吵', 'rental', {}, null],
    ['7棟走廊燈唔着', 'power', { building: '7' }, null],
    ['家里冇水啊', 'water', {}, null],
  ] as const)('%s', (text, category, place, since) => {
    const meaning = read(text)
    expect(meaning).toMatchObject({ kind: 'report', place, since })
    expect(meaning.categories[0]).toBe(category)
  })

  test.each([
    ['someone is trapped in the elevator, building 3!!', 'elevator'],
    ['smell of gas on floor 5, building 1', 'gas'],
    ['6楼空调外机要掉下来了', 'facility'],
  ] as const)('danger: %s', (text, category) => {
    const meaning = read(text)
    expect(meaning).toMatchObject({ kind: 'report', urgency: 'emergency', class: 'emergency' })
    expect(meaning.categories[0]).toBe(category)
  })

  test.each(['我一个人住,腿脚不方便,能不能有人帮忙买药', '楼上独居老人两天没见出门了,有点担心'])(
    'care, kept private: %s',
    (text) => {
      expect(read(text)).toMatchObject({ kind: 'report', class: 'care', categories: ['care'], private: true })
    },
  )

  test.each([
    '脑子短路了,忘带钥匙',
    '老师傅手艺好,水管换完一点不漏了',
    '专业防水补漏,不漏不收钱',
    '万一着火千万别坐电梯',
    '小区名字有什么来历吗',
    '谁丢的身份证,在物业前台',
    'my office building has no water today',
    'the lights are back on, yay',
  ])('silence: %s', (text) => {
    expect(read(text).kind).toBe('chat')
  })

  test('each of two matters says by itself whether its place is missing', () => {
    const { problems, needsPlace } = read('3号楼灯坏了。另外物业费涨价没通知我们')
    expect(problems.map((p) => [p.categories[0], p.needsPlace])).toEqual([
      ['power', false],
      ['governance', false],
    ])
    expect(needsPlace).toBe(false)
    expect(read('灯坏了。另外物业费涨价没通知我们').problems.map((p) => p.needsPlace)).toEqual([true, false])
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

test.each(['孩子们放学了', '1200个孩子们放学了'])(
  'what is asked about is no emergency by its letters alone: %s',
  (text) => {
    const meaning = read(text)
    expect(meaning.kind).not.toBe('report')
    expect(meaning.urgency).not.toBe('emergency')
  },
)

test('on the labelled set the figures stay above their floors', () => {
  const gold = readFileSync(new URL('../fixtures/messages.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const figures = scoreMessages(
    gold,
    gold.map((line) => parseLine(line)),
  )
  expect(gold.length).toBeGreaterThanOrEqual(700)
  expect(figures.heard).toBeGreaterThanOrEqual(0.95)
  expect(figures.falseReports).toBeLessThanOrEqual(0.04)
  expect(figures.firstCategory).toBeGreaterThanOrEqual(0.92)
  expect(figures.emergencyRecall).toBeGreaterThanOrEqual(0.95)
  expect(figures.placeF1).toBeGreaterThanOrEqual(0.95)
})

describe('several matters', () => {
  test.each([
    ['5号楼停水了,门口的垃圾也没人清', ['water', 'sanitation']],
    ['1. 3号楼电梯坏了 2. 路灯不亮 3. 垃圾没人收', ['elevator', 'power', 'sanitation']],
    ['The lift in building 3 is broken. Also the bins by gate 2 are overflowing.', ['elevator', 'sanitation']],
    ['Two things: 1) hallway light on 5 is out 2) garbage not collected since Monday', ['power', 'sanitation']],
  ])('each is a problem of its own: %s', (text, kinds) => {
    expect(read(text).problems.map((problem) => problem.categories[0])).toEqual(kinds)
  })

  test('one matter told in three sentences stays one', () => {
    expect(read('电梯坏了。老人下不来。快来人。').problems).toHaveLength(1)
  })

  test('a household that is blamed is private, the writer’s own door is not', () => {
    expect(read('3号楼2单元601住户把楼道占了堆东西').private).toBe(true)
    expect(read('drums in 904 every night').private).toBe(true)
    expect(read('我家803楼上太吵了').private).toBe(false)
  })

  test('fire in English is an emergency', () => {
    expect(read('Fire in building 3, smoke everywhere!')).toMatchObject({ kind: 'report', urgency: 'emergency' })
  })
})
