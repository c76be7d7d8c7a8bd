import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('whoever urges is told a time that is still to come, never the promise that was broken', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.say('王师傅', '物业工单群', '承诺 1 今天17:00')
  await world.press('王师傅', '物业工单群', '#1', '到场')
  await world.until('2026-11-18 18:00')
  world.news()
  await world.say('小陈', '业主群', '催 1')
  expect(world.news().业主群).toContain('#1 已催办,下一步:周一 10:00 前。每 4 小时可催一次。')

  await world.until('2026-11-23 12:00')
  world.news()
  await world.say('小陈', '业主群', '催 1')
  expect(world.news().业主群).toContain('#1 已催办。每 4 小时可催一次。')
  expect(world.errors).toEqual([])
})
