import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('"not solved" and "not satisfied" open it again, warn the manager, and say when the reporter hears', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '5号楼门口垃圾没人清')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  await world.press('王师傅', '物业工单群', '#1', '办结')
  world.news()

  expect(await world.press('张女士', '业主群', '说 #1', '没解决')).toMatchInlineSnapshot(`"抱歉没办好,#1 已重新打开"`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🔁 #1 环境卫生 · 5号楼
    上次没办好,已重新打开(第 2 次办)
    已派给 王师傅
    明天 10:00 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
        "✎ 抱歉没办好。#1 已重新打开,李经理会在明天 10:00 前联系您。",
      ],
      "物业工单群": [
        "✎ 🟡 #1 环境卫生 · 5号楼 · 门口
    “5号楼门口垃圾没人清” — 张女士 10:00
    已派给 王师傅
    接单 明天 10:00 前 · 办结 周一 10:00 前
    上次没办好,已重新打开(第 2 次办)
    网格员:赵网格
    [接单] [转派] [挂起] [办结]",
        "🔁 #1 环境卫生 · 5号楼 住户说没解决,已重新打开。
    请 李经理 亲自联系住户(明天 10:00 前)。
    [接单] [转派] [挂起] [办结]",
      ],
    }
  `)

  await world.until('2026-11-18 11:00')
  await world.say('李经理', '物业工单群', '接单 1')
  await world.say('李经理', '物业工单群', '办结 1 已清运')
  world.news()
  await world.press('张女士', '业主群', '李经理说', '已解决')
  await world.press('张女士', '业主群', '怎么样', '不满意')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🔁 #1 环境卫生 · 5号楼
    上次没办好,已重新打开(第 3 次办)
    已派给 李经理
    明天 11:00 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
        "✎ 抱歉没办好。#1 已重新打开,李经理会在明天 11:00 前联系您。",
      ],
      "物业工单群": [
        "✎ 🟡 #1 环境卫生 · 5号楼 · 门口
    “5号楼门口垃圾没人清” — 张女士 10:00
    已派给 李经理
    接单 明天 11:00 前 · 办结 周一 11:00 前
    上次没办好,已重新打开(第 3 次办)
    网格员:赵网格
    [接单] [转派] [挂起] [办结]",
        "🔁 #1 环境卫生 · 5号楼 住户不满意,已重新打开。
    请 李经理 亲自联系住户(明天 11:00 前)。
    [接单] [转派] [挂起] [办结]",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})
