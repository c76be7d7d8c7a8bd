import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

it('after an outage in which only the committee was called, nobody else is said to have been reminded', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.outageUntil('2026-11-18 17:00')
  await world.comeBack()
  await world.say('小陈', '业主群', '为什么 1')
  const said = world.shows('业主群').join('\n')
  expect(said).toContain('接单晚了,已报社区')
  expect(said).toContain('今天 12:00 就应该有人接,已经报社区')
  expect(said).not.toContain('李经理')
  expect(world.errors).toEqual([])
})

it('no manager and no committee chat: neither is named, in answers and in what is said at the hour', async () => {
  const alone = community.replace(/.*role: manager.*\n/, '').replace(/.*role: committee, title: 督办群.*\n/, '')
  const world = await startWorld({ communities: [alone] })
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  await world.say('王师傅', '物业工单群', '到场 1')
  world.news()
  await world.say('王师傅', '物业工单群', '为什么 1')
  await world.say('小陈', '业主群', '为什么 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "❓ #1 供电照明 · 5号楼1单元
    王师傅 在办,应该周一 10:00 前办好,到时没有就先提醒物业。",
      ],
      "物业工单群": [
        "❓ #1 供电照明 · 5号楼1单元 为什么催:
    办结时限 3 个工作日,今天 10:00 起算;午休、周末不算;到期周一 10:00;周五 15:00 先提醒王师傅,周一 10:00 提醒王师傅。",
      ],
    }
  `)
  await world.until('2026-11-23 10:01')
  const overdue = (world.news().物业工单群 ?? []).filter((text) => text.startsWith('⚠️'))
  expect(overdue).toMatchInlineSnapshot(`
    [
      "⚠️ #1 供电照明 · 5号楼1单元 办结刚超时(应在今天 10:00 前),请 物业 处理。
    经手:王师傅
    [办结] [挂起] [改时间]",
    ]
  `)
  expect(world.errors).toEqual([])
})

it('raised when the manager has been passed over', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.until('2026-11-18 10:40')
  await world.say('李经理', '物业工单群', '改类 1 特急')
  expect(world.shows('业主群').join('\n')).toContain('接单晚了,已报社区')
  expect(world.errors).toEqual([])
})
