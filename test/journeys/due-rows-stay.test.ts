import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('what time has done to a ticket stays in the due table, each step once', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.until('2026-11-18 16:00')
  const rows = await world.sql<
    { key: string; outcome: string | null }[]
  >`select key, outcome from due where ticket_id is not null order by key`
  expect(rows.map(({ key, outcome }) => `${key} ${outcome}`)).toEqual([
    '1/acknowledge/level/1/0 done',
    '1/acknowledge/level/2/0 done',
    '1/acknowledge/level/3/0 null',
    '1/acknowledge/warn done',
    '1/resolve/warn null',
  ])
})
