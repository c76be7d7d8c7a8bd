import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

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

it('raised when the manager has been passed over', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.until('2026-11-18 10:40')
  await world.say('李经理', '物业工单群', '改类 1 特急')
  expect(world.shows('业主群').join('\n')).toContain('接单晚了,已报社区')
  expect(world.errors).toEqual([])
})
