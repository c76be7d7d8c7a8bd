import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

it('a typed line that is nearly a command is answered with the nearest one, and does nothing', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  world.news()
  await world.say('王师傅', '物业工单群', '接丹 1')
  await world.say('王师傅', '物业工单群', '@huying_bot /akc 1')
  await world.say('王师傅', '物业工单群', '挂其 1 等配件 到 周五')
  await world.say('小陈', '业主群', '撤会 1')
  await world.say('小陈', 'dm', '/suport 1')
  expect(world.news()).toEqual({
    物业工单群: ['是不是想发:接单 1', '是不是想发:/\u2060ack 1', '是不是想发:挂起 1 等配件 到 周五'],
    业主群: ['是不是想发:撤回 1'],
    小陈: ['是不是想发:/\u2060support 1'],
  })
  // Copied as it stands, the suggestion works.
  await world.say('王师傅', '物业工单群', '/\u2060ack 1')
  expect(world.shows('物业工单群')[0]).toContain('已接单')
  // 结单 is another word for 办结.
  await world.say('王师傅', '物业工单群', '结单 1')
  expect(world.shows('物业工单群')[0]).toContain('等住户确认')
  expect(world.errors).toEqual([])
})

it('in English too', async () => {
  const world = await startWorld({ communities: [community.replace('zh-CN', 'en')] })
  await world.say('小陈', '业主群', 'The light in building 5 unit 1 is broken')
  world.news()
  await world.say('王师傅', '物业工单群', '/reslove 1 new lamp')
  expect(world.news()).toEqual({ 物业工单群: ['Did you mean: /\u2060resolve 1 new lamp'] })
  expect(world.errors).toEqual([])
})

it('without a ticket of that number a group is left in peace; the bot alone may be asked', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '挂号 15')
  await world.say('王师傅', '物业工单群', '接丹 128')
  await world.say('王师傅', '物业工单群', '/stat')
  expect(world.news()).toEqual({})
  await world.say('小陈', 'dm', '接丹 128')
  expect(world.news()).toEqual({ 小陈: ['是不是想发:接单 128'] })
  expect(world.errors).toEqual([])
})
