import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('接单 1 2 takes both and answers once, also for what cannot be done', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.say('张女士', '业主群', '3号楼2单元门禁坏了')
  world.news()
  await world.say('王师傅', '物业工单群', '接单 1、2 9')
  const { 物业工单群: staff = [] } = world.news()
  expect(staff.filter((text) => !text.startsWith('✎'))).toMatchInlineSnapshot(`
    [
      "✅ 接单:#1、#2
    #9 没动:没有找到 #9。发「我的」看您报过的事。",
    ]
  `)
  expect(
    world
      .shows('物业工单群')
      .slice(0, 2)
      .every((text) => text.includes('王师傅 已接单')),
  ).toBe(true)
  await world.say('王师傅', '物业工单群', '办结 2 1')
  expect(world.news().物业工单群?.at(-1)).toMatchInlineSnapshot(`"✅ 办结:#1、#2"`)
  await world.say('小陈', '业主群', '没解决 1')
  await world.say('张女士', '业主群', '没解决 2')
  // What comes after the list is said of each.
  await world.say('王师傅', '物业工单群', '挂起 1 2 等配件 到 周五18:00')
  expect(world.news().物业工单群?.at(-1)).toBe('✅ 挂起:#1、#2')
  expect(world.shows('物业工单群').filter((text) => text.includes('等 配件') || text.includes('等配件')).length).toBe(2)
  await world.say('王师傅', '物业工单群', '恢复 1 2')
  await world.say('王师傅', '物业工单群', '办结 1 2')
  // Words after the number are the solution, and no list.
  await world.say('小陈', '业主群', '没解决 1')
  await world.say('王师傅', '物业工单群', '办结 1 换了 2 个灯')
  expect(world.shows('物业工单群')[0]).toContain('换了 2 个灯')
  expect(world.errors).toEqual([])
})

it('a question for what is missing goes when the ticket is done', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.press('王师傅', '物业工单群', '#1', '挂起')
  await world.press('王师傅', '物业工单群', /🟡 #1/, '改类')
  world.news()
  await world.say('王师傅', '物业工单群', '办结 1 已换灯')
  expect(world.news().物业工单群?.filter((text) => text.includes('deleted'))).toEqual(['✎ (deleted)', '✎ (deleted)'])
  await world.say('小陈', '业主群', '进度 1')
  expect(world.news().业主群?.at(-1)).toMatchInlineSnapshot(`
    "#1 供电照明 · 5号楼1单元:待确认
    10:00 登记
    10:00 王师傅 接单
    10:00 派给 王师傅
    10:00 王师傅 办结"
  `)
})

it('进度 1 2 shows each in one answer', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.say('张女士', '业主群', '3号楼2单元门禁坏了')
  await world.say('王师傅', '物业工单群', '接单 2')
  world.news()
  await world.say('小陈', '业主群', '进度 2、1 9')
  expect(world.news().业主群?.filter((text) => !text.startsWith('✎'))).toMatchInlineSnapshot(`
    [
      "#1 供电照明 · 5号楼1单元:待接单
    今天 12:00 前
    #2 门禁治安 · 3号楼2单元:在办
    王师傅 在办,明天 10:00 前
    没有找到 #9。",
    ]
  `)
  expect(world.errors).toEqual([])
})
