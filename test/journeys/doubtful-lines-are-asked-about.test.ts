import { expect, it } from 'vitest'
import { parse } from '../../src/nlu/parse.ts'
import { instant, startWorld, zone } from '../support/world.ts'

/** A line the parser itself is not sure about. */
const doubtful = '楼下那个东西还是那样啊'

it('a doubtful line is asked about with two buttons; the question goes when answered, or by itself after ten minutes', async () => {
  const world = await startWorld()
  const line = ['3号楼下水道好像有点味道', doubtful, '5号楼那灯不知道是不是又坏了'].find(
    (text) => parse(text, { at: instant('2026-11-18 10:00'), timezone: zone, audience: 'residents' }).kind === 'maybe',
  )
  if (line === undefined) throw new Error('none of these is doubtful any more: choose others')
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
