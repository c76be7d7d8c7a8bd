import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('F12 a message that can never be handled is parked, its writer and the owners hear of it, and all others go on', async () => {
  let poisoned = false
  const world = await startWorld({
    owners: [201],
    probe: (point) => {
      if (poisoned && point === 'worker:before-transaction') throw new Error('poison')
    },
  })
  world.news()
  poisoned = true
  await world.say('张女士', '业主群', '5号楼1单元楼道灯不亮了')
  await world.say('小陈', '业主群', '有毒的另一条')
  poisoned = false
  await world.say('老李', '业主群', '3号楼门口的垃圾没人清运')
  expect(world.shows('物业工单群').join()).toContain('#1 环境卫生')
  world.news()

  poisoned = true
  await world.until('2026-11-18 10:20')
  poisoned = false
  // Two messages failed, and the group reads of one: what fails everybody is not for the group to read of.
  const { 业主群: group = [], ...rest } = world.news()
  expect(group.filter((text) => text.includes('没处理成'))).toEqual([
    '不好意思,这条我没处理成。内容已留存,也告诉维护人员了;着急的话请换个说法再发一遍。',
  ])
  expect(Object.values(rest).flat().join()).toContain('条消息处理失败')
  expect((await world.huying.health()).parts.inbox?.detail).toMatchObject({ pending: 0, parked: 2 })
  expect(world.errors.filter((line) => line.includes('parked after its last try'))).toHaveLength(2)

  await world.say('张女士', '业主群', '5号楼1单元楼道的灯不亮了')
  expect(world.shows('物业工单群').join()).toContain('#2 供电照明')
})
