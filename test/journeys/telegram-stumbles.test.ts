import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

const report = '3号楼2单元电梯坏了'

it('F29 429: that chat waits as long as Telegram says, others do not', async () => {
  const world = await startWorld()
  world.telegram.fault({ kind: '429', chatId: -1001, retryAfter: 30 })
  await world.as('张女士').say(-1001, report)
  await world.settle()
  expect(world.shows('物业工单群')).toHaveLength(1)
  expect(world.shows('业主群')).toHaveLength(1)
  const waited = world.telegram.callsTo('sendMessage').filter(({ params }) => params.chat_id === -1001)
  expect(waited.map(({ at }) => at - (waited[0]?.at ?? 0))).toEqual([0, 30_000])
  expect(world.errors).toEqual([])
})

it.each([
  ['certainly not delivered is sent again, as if nothing had been', '429', false],
  ['an answer that was lost after delivery costs one copy, and says so', 'reset-after', true],
  ['an answer that was lost before delivery: sent again, marked, since nobody can know', 'reset', true],
] as const)('%s', async (_name, kind, marked) => {
  const world = await startWorld()
  world.telegram.fault({ kind, method: 'sendMessage', chatId: -1002, times: 1, retryAfter: 1 })
  await world.as('张女士').say(-1001, report)
  await world.settle()
  const cards = world.shows('物业工单群')
  expect(cards).toHaveLength(kind === 'reset-after' ? 2 : 1)
  expect(cards.at(-1)?.startsWith('【重发】')).toBe(marked)
  // The copy that is known is the one that lives on.
  await world.press('王师傅', '物业工单群', '#1', '接单')
  expect(world.shows('物业工单群').at(-1)).toContain('已接单')
  expect(world.errors).toEqual([])
})
