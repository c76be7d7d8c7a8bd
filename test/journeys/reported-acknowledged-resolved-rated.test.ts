import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('a report is answered, taken, finished, confirmed and rated: exactly these messages', async () => {
  const world = await startWorld()
  await world.say('老李', '业主群', '早上好,今天有人去菜场吗')
  expect(world.news()).toEqual({})

  await world.say('张女士', '业主群', '3号楼2单元电梯又坏了,老人下不来楼')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🛗 #1 电梯故障 · 3号楼2单元
    紧急 · 已通知值班 王师傅
    今天 10:15 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "🔴 #1 紧急 电梯故障 · 3号楼2单元
    “3号楼2单元电梯又坏了,老人下不来楼” — 张女士 10:00
    接单 10:15 前 · 到场 10:30 前 · 办结 明天 10:00 前
    值班:王师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)

  await world.until('2026-11-18 10:03')
  expect(await world.press('王师傅', '物业工单群', '#1', '接单')).toMatchInlineSnapshot(`"#1 已接单,辛苦了"`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🛗 #1 电梯故障 · 3号楼2单元
    王师傅 已接单(10:03),10:30 前到场
    明天 10:00 前修好
    网格员:赵网格
    [+1 我家也是] [补充]",
      ],
      "物业工单群": [
        "✎ 🔴 #1 紧急 电梯故障 · 3号楼2单元
    “3号楼2单元电梯又坏了,老人下不来楼” — 张女士 10:00
    王师傅 已接单(10:03)
    到场 10:30 前 · 办结 明天 10:00 前
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [到场] [改类]",
      ],
    }
  `)

  await world.until('2026-11-18 10:20')
  await world.say('王师傅', '物业工单群', '办结 1 更换门机')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ✅ #1 电梯故障 · 3号楼2单元
    已修好:更换门机(10:20)",
        "王师傅说 #1 修好了:更换门机。您这边好了吗?
    [已解决] [没解决]",
      ],
      "物业工单群": [
        "✎ ✅ #1 电梯故障 · 3号楼2单元
    “3号楼2单元电梯又坏了,老人下不来楼” — 张女士 10:00
    已修好:更换门机(王师傅 10:20)
    等住户确认",
      ],
    }
  `)

  expect(await world.press('张女士', '业主群', '王师傅说', '已解决')).toMatchInlineSnapshot(`"太好了,谢谢确认"`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ✅ #1 电梯故障 · 3号楼2单元
    已修好:更换门机(10:20)
    已结案",
        "✎ 好了就好。#1 这次办得怎么样?
    [满意] [基本满意] [不满意]",
      ],
      "物业工单群": [
        "✎ ✅ #1 电梯故障 · 3号楼2单元
    “3号楼2单元电梯又坏了,老人下不来楼” — 张女士 10:00
    已修好:更换门机(王师傅 10:20)
    已结案",
      ],
    }
  `)

  expect(await world.press('张女士', '业主群', '怎么样', '满意')).toMatchInlineSnapshot(`"评价已记下,谢谢"`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ✅ #1 电梯故障 · 3号楼2单元
    已修好:更换门机(10:20)
    已结案,住户评价:满意",
        "✎ 谢谢您的评价:#1 满意。",
      ],
      "物业工单群": [
        "✎ ✅ #1 电梯故障 · 3号楼2单元
    “3号楼2单元电梯又坏了,老人下不来楼” — 张女士 10:00
    已修好:更换门机(王师傅 10:20)
    已结案,住户评价:满意",
      ],
    }
  `)

  await world.until('2026-11-22 20:00')
  expect(world.news()).toEqual({})
  expect(world.errors).toEqual([])
})
