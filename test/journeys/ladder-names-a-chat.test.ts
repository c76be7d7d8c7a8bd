import { expect, it } from 'vitest'
import { community, readSetup, startWorld } from '../support/world.ts'

const ladder = `${community}
ladder:
  - { level: 1, notify: manager, after: PT0S }
  - { level: 2, notify: 督办群, after: PT1H }
  - { level: 3, notify: -1002, after: PT2H }
`

it('a step may name one chat by its title or its number', async () => {
  const world = await startWorld({ communities: [ladder] })
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.until('2026-11-18 12:00')
  world.news()
  await world.say('李经理', '物业工单群', '为什么 1')
  expect(world.news().物业工单群?.[0]).toContain('今天 15:00 报督办群')
  await world.until('2026-11-18 15:00')
  const called = world.news()
  expect(Object.keys(called)).toEqual(['督办群'])
  expect(called.督办群?.[0]).toContain('📣 请督办 #1')
  await world.until('2026-11-18 16:00')
  expect(world.news().物业工单群?.filter((text) => text.startsWith('⚠️'))).toHaveLength(1)
  expect(world.errors).toEqual([])
})

it('a policy changed on the way is for new tickets: the running one climbs as it was opened', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  const quick = readSetup(`${community}
sla:
  repair: { acknowledge: PT30M, resolve: P1D }
`)
  await world.huying.app.importCommunity(quick)
  await world.say('张女士', '业主群', '3号楼2单元楼道灯不亮')
  world.news()
  await world.until('2026-11-18 10:30')
  expect(
    world
      .news()
      .物业工单群?.filter((text) => text.startsWith('⚠️'))
      .join(),
  ).toContain('#2')
  await world.until('2026-11-18 11:35')
  expect(JSON.stringify(world.news())).not.toContain('#1')
  await world.until('2026-11-18 12:00')
  expect(world.news().物业工单群?.some((text) => text.startsWith('⚠️ #1'))).toBe(true)
  expect(world.errors).toEqual([])
})
