import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('when nobody answers in 72 hours a finished ticket is closed, and counts as nobody satisfied', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  await world.press('王师傅', '物业工单群', '#1', '办结')
  world.news()
  await world.until('2026-11-20 10:00')
  expect(world.news()).toEqual({
    业主群: ['张女士,#1 修好了吗?明天 10:00 前没有回复就先结案,以后还可以重办。\n[已解决] [没解决]'],
  })
  await world.until('2026-11-21 09:59')
  expect(world.news()).toEqual({})
  await world.until('2026-11-21 10:01')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ✅ #1 电梯故障 · 3号楼2单元
    已修好(11/18 10:00)
    已结案",
        "✎ 没等到您的回复,#1 先结案了。要是还没好,点「没解决」,随时可以重办。
    [没解决]",
        "✎ #1 不用再问了,谢谢。",
      ],
      "物业工单群": [
        "✎ ✅ #1 电梯故障 · 3号楼2单元
    “3号楼2单元电梯坏了” — 张女士 11/18 10:00
    已修好(王师傅 11/18 10:00)
    已结案",
      ],
    }
  `)
  const { facts } = await world.huying.app.periodFacts(1, '2026-W47')
  expect(facts.current).toMatchObject({
    opened: 1,
    closed: 1,
    callbacks: { satisfied: 0, basicallySatisfied: 0, unsatisfied: 0 },
  })
  // It can still be brought back.
  await world.say('张女士', '业主群', '重开 1 又坏了')
  expect(world.news().物业工单群?.join('\n')).toContain('已重新打开')
  expect(world.errors).toEqual([])
})
