import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('a manager who may not do something is not sent to himself', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  await world.press('李经理', '物业工单群', '#1', '办结')
  expect(await world.press('李经理', '业主群', '#1', '已解决')).toBe('只有报的人、附议的邻居可以确认。')
  expect(world.errors).toEqual([])
})
