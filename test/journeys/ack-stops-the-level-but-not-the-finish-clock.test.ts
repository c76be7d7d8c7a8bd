import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('an acknowledgement calms the response clock only; the finish clock still climbs to the committee', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.until('2026-11-18 12:00')
  world.news() // warned and named to the manager

  await world.until('2026-11-18 15:30')
  await world.press('王师傅', '物业工单群', '5号楼1单元楼道灯不亮', '接单')
  await world.say('王师傅', '物业工单群', '到场 1')
  world.news()
  // The committee would have been called at 16:00.
  await world.until('2026-11-20 18:00')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 5号楼1单元
    王师傅 已到场(11/18 15:30)
    周一 10:00 前修好
    网格员:赵网格
    [+1 我家也是] [补充]",
      ],
      "物业工单群": [
        "✎ 🔧 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 11/18 10:00
    王师傅 已到场(11/18 15:30)
    办结 周一 10:00 前
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [改类]",
        "⏳ #1 供电照明 · 5号楼1单元,办结还有 2 天 19 小时到期(周一 10:00)。王师傅,来得及吗?
    [办结] [挂起] [改时间]",
      ],
    }
  `)

  await world.until('2026-11-23 10:00') // three working days after the report
  expect(world.news().物业工单群).toMatchInlineSnapshot(`
    [
      "✎ 🔧 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 11/18 10:00
    王师傅 已到场(11/18 15:30)
    办结 10:00 已过
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [改类]",
      "(图)
    📊 幸福里小区 第47周:新报 1 件,办结 0 件,在办 1 件
    11/16–11/22 · 首周
    三率 –(暂无答复)
    接单一般 5.5 小时(九成在 5.5 小时内),按自然时间
    最久未结:#1 供电照明 · 5号楼1单元 4 天
    接下来 11/23–11/29 到期 1 件",
      "⚠️ #1 供电照明 · 5号楼1单元 办结刚超时(应在今天 10:00 前),请 李经理 处理。
    经手:王师傅
    [办结] [挂起] [改时间]",
    ]
  `)
  await world.until('2026-11-23 14:30')
  expect(world.news().督办群).toMatchInlineSnapshot(`
    [
      "📣 请督办 #1 供电照明 · 5号楼1单元
    应在今天 10:00 前修好,已超时 2 个工作小时
    物业:王师傅 11/18 15:30 接单,未说明原因
    网格员:赵网格
    [督办] [延期] [退回] [看经过]",
    ]
  `)
  expect(world.errors).toEqual([])
})
