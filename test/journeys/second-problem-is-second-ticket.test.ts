import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

it('a person has as many tickets as problems', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  await world.say('张女士', '业主群', '5号楼门口垃圾没人清')
  expect(world.shows('物业工单群').map((text) => text.split('\n')[0])).toMatchInlineSnapshot(`
    [
      "🔴 #1 紧急 电梯故障 · 3号楼2单元",
      "🟡 #2 环境卫生 · 5号楼 · 门口",
    ]
  `)

  await world.say('张女士', '业主群', '我报过的', {})
  world.news()
  await world.say('张女士', '业主群', '我的')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "您报过的事:
    #2 环境卫生 · 5号楼 — 待接单
    #1 电梯故障 · 3号楼2单元 — 待接单",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('two problems in one message are two tickets, shown together', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼停水了,还有5号楼2单元电梯坏了')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🚰 #1 供水问题 · 3号楼
    紧急 · 已通知值班 刘师傅
    今天 10:15 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
        "🛗 #2 电梯故障 · 5号楼2单元
    紧急 · 已通知值班 王师傅
    今天 10:15 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "🔴 #1 紧急 供水问题 · 3号楼
    “3号楼停水了” — 张女士 10:00
    接单 10:15 前 · 到场 10:30 前 · 办结 明天 10:00 前
    值班:刘师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
        "🔴 #2 紧急 电梯故障 · 5号楼2单元
    “5号楼2单元电梯坏了” — 张女士 10:00
    接单 10:15 前 · 到场 10:30 前 · 办结 明天 10:00 前
    值班:王师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('in English too', async () => {
  const world = await startWorld({ communities: [community.replace('zh-CN', 'en')] })
  await world.say('张女士', '业主群', 'No water in building 3; also the lift in building 5 unit 2 is broken')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🚰 #1 Water supply · Building 3
    Urgent · 刘师傅 on duty has been told
    Somebody will take it by today 10:15
    Grid worker: 赵网格
    [+1 Me too] [Add] [Not a report]",
        "🛗 #2 Lift trouble · Building 5, Unit 2
    Urgent · 王师傅 on duty has been told
    Somebody will take it by today 10:15
    Grid worker: 赵网格
    [+1 Me too] [Add] [Not a report]",
      ],
      "物业工单群": [
        "🔴 #1 Urgent · Water supply · Building 3
    “No water in building 3” — 张女士, 10:00
    Ack by 10:15 · On site by 10:30 · Done by tomorrow 10:00
    On duty: 刘师傅 · Grid worker: 赵网格
    [Ack] [Assign] [Hold] [Done]
    [Category]",
        "🔴 #2 Urgent · Lift trouble · Building 5, Unit 2
    “the lift in building 5 unit 2 is broken” — 张女士, 10:00
    Ack by 10:15 · On site by 10:30 · Done by tomorrow 10:00
    On duty: 王师傅 · Grid worker: 赵网格
    [Ack] [Assign] [Hold] [Done]
    [Category]",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})
