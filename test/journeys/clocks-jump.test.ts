import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

const neighbourhood = (timezone: string): string => `
community: { name: 幸福里小区, timezone: ${timezone} }
buildings: [{ name: "5", units: 2, floors: 11 }]
calendar: always
quiet_hours: none
chats:
  - { id: -1001, role: residents, title: 业主群 }
  - { id: -1002, role: staff, title: 物业工单群 }
  - { id: -1003, role: committee, title: 督办群 }
people:
  - { id: 101, name: 王师傅, role: staff }
  - { id: 301, name: 陈书记, role: committee }
sla:
  repair: { acknowledge: PT2H, onsite: none, resolve: none, clock: always }
ladder:
  - { level: 1, notify: committee, after: PT0S }
`

// Times of the tests are Shanghai's; in New York these are the nights in which summer time ends and begins.
it.each([
  ['ends', '2026-11-01 12:50', '2026-11-01 14:49', '2026-11-01 14:50', '2026-11-01 18:00'],
  ['begins', '2027-03-14 14:10', '2027-03-14 16:09', '2027-03-14 16:10', '2027-03-14 20:00'],
])(
  'F42 summer time %s while two hours run: the committee is called after two hours, once',
  async (_, at, before, due, after) => {
    const world = await startWorld({ communities: [neighbourhood('America/New_York')], at })
    await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
    const calls = () => world.shows('督办群').filter((text) => text.startsWith('📣')).length
    await world.until(before)
    expect(calls()).toBe(0)
    await world.until(due)
    expect(calls()).toBe(1)
    await world.until(after)
    expect(calls()).toBe(1)
  },
)

it('F42 the clock goes back two hours after a call: that time is lived again without another one', async () => {
  const world = await startWorld({ communities: [neighbourhood('Asia/Shanghai')] })
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.until('2026-11-18 12:05')
  const shown = world.shows('督办群').length
  expect(shown).toBe(1)
  world.putClock(-2 * 3_600_000)
  await world.until('2026-11-18 12:30')
  expect(world.shows('督办群')).toHaveLength(shown)
  await world.say('王师傅', '物业工单群', '接单 1')
  await world.until('2026-11-18 18:00')
  expect(world.shows('督办群')).toHaveLength(shown)
  expect(world.errors).toEqual([])
})
