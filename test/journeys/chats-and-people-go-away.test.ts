import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('F36 removed from the staff group, or silenced in it: tickets stay, the committee hears it once, and a return picks up again', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  world.news()
  world.telegram.kickBot(-1002, 201)
  await world.settle()
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "督办群": [
        "⚠️ 「物业工单群」发不进去了(物业工单群)。请把我重新拉进群,工单都还在。",
      ],
    }
  `)
  await world.say('老李', '业主群', '5号楼大门坏了')
  expect(Object.keys(world.news())).toEqual(['业主群'])

  world.telegram.addBot(-1002, 201)
  await world.settle()
  // What came in meanwhile is shown now.
  expect(world.news().物业工单群?.map((text) => text.split('\n')[0])).toMatchInlineSnapshot(`
    [
      "🟡 #2 门禁治安 · 5号楼",
    ]
  `)
  await world.say('王师傅', '物业工单群', '接单 1')
  const news = world.news()
  expect(news.业主群?.join('\n')).toContain('王师傅 已接单')
  expect(news.督办群).toBeUndefined()

  // Still in it, but no longer allowed to write.
  world.telegram.setBotStatus(-1002, 'restricted', 201, { rights: { can_send_messages: false } })
  await world.settle()
  expect(world.news().督办群).toEqual([expect.stringContaining('「物业工单群」发不进去了')])
  await world.say('老李', '业主群', '3号楼1单元楼道灯不亮')
  await world.say('老李', '业主群', '5号楼停水了')
  expect(Object.keys(world.news())).toEqual(['业主群'])
  expect(world.errors).toEqual([])
})

it('without a committee chat an escalation goes to the owners in private: somebody must hear it', async () => {
  const world = await startWorld({ owners: [201] })
  world.telegram.kickBot(-1003, 301)
  await world.settle()
  expect(Object.keys(world.news())).toContain('李经理')
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.until('2026-11-18 16:00')
  expect(world.news().李经理?.join('\n')).toContain('请督办 #1')
  expect(world.errors).toEqual([])
})
