import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

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
