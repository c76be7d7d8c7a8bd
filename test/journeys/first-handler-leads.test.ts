import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

it('handing on needs a receiver and a reason, is told to everybody, and leaves the matter with whoever was asked first', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.press('王师傅', '物业工单群', /#1 /, '接单')
  world.news()
  await world.say('王师傅', '物业工单群', '移交 1')
  await world.say('王师傅', '物业工单群', '移交 1 供电公司')
  await world.say('老李', '业主群', '移交 1 供电公司:不归我管')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "只有物业人员、社区党委/居委可以移交。需要帮忙请找 李经理。",
      ],
      "物业工单群": [
        "移交 #1 还差一样:交给谁。例如:移交 1 供电公司:公网变压器故障",
        "移交 #1 还差一样:原因。例如:移交 1 供电公司:公网变压器故障",
      ],
    }
  `)
  await world.say('王师傅', '物业工单群', '移交 1 供电公司:公网变压器故障,电话13812345678')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 5号楼1单元
    王师傅 已接单(10:00),明天 10:00 前到场
    周一 10:00 前修好
    已请 供电公司 来办,物业继续跟进
    网格员:赵网格
    [+1 我家也是] [补充]",
      ],
      "物业工单群": [
        "✎ 🔧 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 10:00
    王师傅 已接单(10:00)
    到场 明天 10:00 前 · 办结 周一 10:00 前
    已移交 供电公司:公网变压器故障,电话13812345678
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [到场] [改类]",
      ],
    }
  `)
  await world.say('王师傅', '物业工单群', '移交 1 供电公司:再说一次')
  await world.say('小陈', '业主群', '谁负责 1')
  await world.say('王师傅', '物业工单群', '转交 1 刘师傅')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 5号楼1单元
    刘师傅 在办,明天 10:00 前到场
    周一 10:00 前修好
    已请 供电公司 来办,物业继续跟进
    网格员:赵网格
    [+1 我家也是] [补充]",
        "⚖️ #1 供电照明 · 5号楼1单元 该由物业负责
    共用部位过了保修期,由物业组织维修,大修动用维修资金,要业主表决;小修小补在物业费里。
    依据:《住宅专项维修资金管理办法》第十八条、《民法典》第二百八十一条、第二百七十八条
    钱:专项维修资金,要业主表决。
    现在由 王师傅 牵头,首接负责,不往外推。
    已移交:供电公司",
      ],
      "物业工单群": [
        "✎ 🔧 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 10:00
    刘师傅 在办
    到场 明天 10:00 前 · 办结 周一 10:00 前
    已移交 供电公司:公网变压器故障,电话13812345678
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [到场] [改类]",
        "#1 已经在「供电公司」那里了。",
        "👉 刘师傅,#1 供电照明 · 5号楼1单元 由 王师傅 转给您,请接单。
    [办结] [挂起] [改时间]",
      ],
    }
  `)
  // The clocks run on: nobody gets rid of a matter by handing it on.
  await world.until('2026-11-23 10:00')
  expect(Object.values(world.news()).flat().join()).toContain('刚超时(应在今天 10:00 前),请 李经理 处理。')
  expect(world.errors).toEqual([])
})

it('after two times it lies before the committee by itself, which says whose it is; staff may not hand it on again', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.press('王师傅', '物业工单群', /#1 /, '接单')
  await world.say('王师傅', '物业工单群', '移交 1 供电公司:公网的线')
  world.news()
  await world.say('李经理', '物业工单群', '移交 1 建设单位:供电公司说是楼内的线')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 5号楼1单元
    王师傅 已接单(10:00),明天 10:00 前到场
    周一 10:00 前修好
    已请 建设单位 来办,物业继续跟进
    网格员:赵网格
    [+1 我家也是] [补充]",
      ],
      "物业工单群": [
        "✎ 🔧 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 10:00
    王师傅 已接单(10:00)
    到场 明天 10:00 前 · 办结 周一 10:00 前
    已移交 供电公司 → 建设单位:供电公司说是楼内的线
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [到场] [改类]",
        "🤝 #1 供电照明 · 5号楼1单元 移交过 2 次:供电公司 → 建设单位,已请社区定由谁办。定下之前请 王师傅 继续跟着,首接负责。
    [办结] [挂起] [改时间]",
      ],
      "督办群": [
        "📣 请社区定由谁办 #1 供电照明 · 5号楼1单元
    移交过 2 次:供电公司 → 建设单位(供电公司说是楼内的线)
    物业:王师傅 10:00 接单,未说明原因
    网格员:赵网格
    [督办] [延期] [退回] [看经过]
    [移交]",
      ],
    }
  `)
  await world.say('王师傅', '物业工单群', '移交 1 街道:谁都不管')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "#1 已经移交过 2 次,由谁办请社区来定;定下之前先由我们跟着。",
      ],
    }
  `)
  // By button and reply, by the committee alone.
  await world.press('陈书记', '督办群', '请社区定由谁办 #1', '移交')
  await world.say('陈书记', '督办群', '供电公司:已经协调,今天来人', {
    replyTo: world.telegram.chat(-1003).last?.id ?? 0,
  })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 5号楼1单元
    王师傅 已接单(10:00),明天 10:00 前到场
    周一 10:00 前修好
    已请 供电公司 来办,物业继续跟进
    网格员:赵网格
    [+1 我家也是] [补充]",
      ],
      "物业工单群": [
        "✎ 🔧 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 10:00
    王师傅 已接单(10:00)
    到场 明天 10:00 前 · 办结 周一 10:00 前
    已移交 供电公司 → 建设单位 → 供电公司:已经协调,今天来人
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [到场] [改类]",
      ],
      "督办群": [
        "✎ 🔧 在办 #1 供电照明 · 5号楼1单元
    移交过 3 次:供电公司 → 建设单位 → 供电公司(已经协调,今天来人)
    物业:王师傅 10:00 接单,未说明原因
    网格员:赵网格
    [督办] [延期] [退回] [看经过]",
        "(deleted)",
      ],
    }
  `)
  await world.say('王师傅', '物业工单群', '看经过 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "📜 #1 供电照明 · 5号楼1单元
    10:00 登记
    10:00 王师傅 接单
    10:00 派给 王师傅
    10:00 移交给 供电公司:公网的线
    10:00 移交给 建设单位:供电公司说是楼内的线
    10:00 移交 2 次,报社区定由谁办
    10:00 移交给 供电公司:已经协调,今天来人",
      ],
    }
  `)
  // Counted once in the committee's summary, whatever became of it.
  await world.until('2026-11-23 09:00')
  const [counted] = await world.sql`
    select count(*)::int as handed from ticket_event where type = 'handedOver'`
  expect(counted).toEqual({ handed: 3 })
  await world.say('陈书记', '督办群', '周报 2026-W47')
  expect(Object.values(world.news()).flat().join('\n')).toContain('转派退回率 100%')
  expect(world.errors).toEqual([])
})

it('of a private matter the committee reads how often and nothing else', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元601王老太一个人住,病了没人照顾')
  world.news()
  await world.say('王师傅', '物业工单群', '移交 1 601王老太的儿子:病了要人陪')
  await world.say('王师傅', '物业工单群', '移交 1 民政:独居')
  const { 督办群: called = [], 业主群: group = [] } = world.news()
  expect([...called, ...group].join()).not.toMatch(/601|王老太|病|民政|独居/)
  expect(called).toMatchInlineSnapshot(`
    [
      "📣 请社区定由谁办 #1 关爱求助
    移交过 2 次
    物业:还没有人接单,负责人 李经理
    私密工单,细节不在群里说,可私下问网格员 赵网格
    [督办] [延期] [退回] [看经过]
    [移交]",
    ]
  `)
  expect(world.errors).toEqual([])
})

it('in English, too, and as often as the community says', async () => {
  const world = await startWorld({
    communities: [`${community.replace('language: zh-CN', 'language: en')}\nlimits: { handover_max: 1 }\n`],
  })
  await world.say('张女士', '业主群', 'stair light broken in building 5 unit 1')
  await world.press('王师傅', '物业工单群', /#1 /, 'Ack')
  world.news()
  await world.say('王师傅', '物业工单群', '/handover 1 power company: the transformer outside')
  await world.say('王师傅', '物业工单群', '/handover 1 developer: still in warranty')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 Power or lighting · Building 5, Unit 1
    王师傅 took it (10:00), on site by tomorrow 10:00
    To be fixed by Mon 10:00
    power company has been asked; the property firm stays with it
    Grid worker: 赵网格
    [+1 Me too] [Add]",
      ],
      "物业工单群": [
        "✎ 🔧 #1 Power or lighting · Building 5, Unit 1
    “stair light broken in building 5 unit 1” — 张女士, 10:00
    王师傅 took it (10:00)
    On site by tomorrow 10:00 · Done by Mon 10:00
    Passed on to power company: the transformer outside
    Grid worker: 赵网格
    [New time] [Assign] [Hold] [Done]
    [Arrived] [Category]",
        "🤝 #1 Power or lighting · Building 5, Unit 1 has been passed on once: power company. The committee is asked whose it is; until then please stay with it, 王师傅.
    [Done] [Hold] [New time]",
        "#1 has been passed on once; the committee says whose it is, and we stay with it until then.",
      ],
      "督办群": [
        "📣 Please say whose it is: #1 Power or lighting · Building 5, Unit 1
    Passed on once: power company (the transformer outside)
    Property: 王师傅 took it 10:00; no reason given
    Grid worker: 赵网格
    [Supervise] [Extend] [Send back] [History]
    [Pass on]",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})
