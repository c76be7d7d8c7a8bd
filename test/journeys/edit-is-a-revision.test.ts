import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('an edited report is a revision of its ticket, and an edited chatter may become one', async () => {
  const world = await startWorld()
  const report = await world.say('张女士', '业主群', '3号楼电梯坏了')
  world.news()
  await world.as('张女士').edit(-1001, report, '3号楼2单元电梯坏了,一楼按键不亮')
  await world.settle()
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🛗 #1 电梯故障 · 3号楼2单元
    紧急 · 已通知值班 王师傅
    今天 10:15 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "✎ 🔴 #1 紧急 电梯故障 · 3号楼2单元 1层
    “3号楼2单元电梯坏了,一楼按键不亮” — 张女士 10:00
    接单 10:15 前 · 到场 10:30 前 · 办结 明天 10:00 前
    值班:王师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)

  const chatter = await world.say('老李', '业主群', '大家好')
  expect(world.news()).toEqual({})
  await world.as('老李').edit(-1001, chatter, '5号楼大门关不上了')
  await world.settle()
  expect(Object.values(world.news()).flat().join('\n')).toContain('#2')

  await world.as('老李').edit(-1001, chatter, '5号楼大门关不上了,锁坏了')
  await world.settle()
  expect(world.shows('物业工单群')).toHaveLength(2)
  expect(world.errors).toEqual([])
})
