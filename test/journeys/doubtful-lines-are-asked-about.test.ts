import { expect, it } from 'vitest'
import { doubtful } from '../support/doubtful.ts'
import { community, startWorld } from '../support/world.ts'

it('a doubtful line is asked about with two buttons; the question goes when answered, or by itself after ten minutes', async () => {
  const world = await startWorld()
  const line = doubtful()
  await world.say('张女士', '业主群', line)
  expect(world.shows('业主群')).toHaveLength(1)
  expect(world.shows('业主群')[0]).toContain('[登记] [不用]')
  expect(world.shows('物业工单群')).toEqual([])

  // Only who was asked may answer.
  expect(await world.press('老李', '业主群', line.slice(0, 4), '登记')).toContain('本人')
  await world.press('张女士', '业主群', line.slice(0, 4), '登记')
  expect(world.shows('物业工单群')).toHaveLength(1)
  expect(world.shows('业主群').filter((text) => text.includes('[登记]'))).toEqual([])

  await world.say('老李', '业主群', line)
  await world.press('老李', '业主群', /登记/, '不用')
  expect(world.shows('物业工单群')).toHaveLength(1)

  await world.say('小陈', '业主群', line)
  await world.until('2026-11-18 10:10')
  expect(world.shows('业主群').filter((text) => text.includes('[登记]'))).toEqual([])
  expect(world.shows('物业工单群')).toHaveLength(1)
  expect(world.errors).toEqual([])
})

it('two matters in one doubtful message are both registered on one yes', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '不确定该不该说。3号楼2单元电梯坏了。5号楼1单元漏水')
  expect(world.shows('业主群')).toEqual([
    '要登记成工单吗?我理解的是:3号楼2单元电梯坏了 / 5号楼1单元漏水\n[登记] [不用]',
  ])
  await world.press('张女士', '业主群', '要登记', '登记')
  const heads = world.shows('业主群').map((text) => text.split('\n')[0])
  expect(heads).toHaveLength(2)
  expect(heads.join('\n')).toMatch(/#1 电梯故障 · 3号楼2单元[\s\S]*#2 漏水排水 · 5号楼1单元/)
  expect(world.shows('物业工单群')).toHaveLength(2)
  expect(world.errors).toEqual([])
})

it('asks in the language of the community, word for word, and takes the question down', async () => {
  const world = await startWorld({ communities: [community.replace('zh-CN', 'en')] })
  const line = doubtful()
  await world.say('张女士', '业主群', line)
  expect(world.news()).toEqual({ 业主群: [`Shall I register this? As I understand it: ${line}\n[Register] [No need]`] })
  await world.press('张女士', '业主群', 'register', 'No need')
  expect(world.news()).toEqual({ 业主群: ['✎ (deleted)'] })
  await world.say('老李', '业主群', line)
  world.news()
  await world.until('2026-11-18 10:09')
  expect(world.news()).toEqual({})
  await world.until('2026-11-18 10:10')
  expect(world.news()).toEqual({ 业主群: ['✎ (deleted)'] })
  expect(world.errors).toEqual([])
})

it('a line that its writer makes clear while the question stands is one ticket, not two', async () => {
  const world = await startWorld()
  const said = await world.say('张女士', '业主群', doubtful())
  await world.as('张女士').edit(-1001, said, '5号楼1单元楼道灯坏了')
  await world.settle()
  expect(world.shows('物业工单群')).toHaveLength(1)
  await world.press('张女士', '业主群', '要登记', '登记')
  expect(world.shows('物业工单群')).toHaveLength(1)
  expect(world.shows('业主群').map((text) => text.split('\n')[0])).toEqual(['💡 #1 供电照明 · 5号楼1单元'])
  expect(world.errors).toEqual([])
})
