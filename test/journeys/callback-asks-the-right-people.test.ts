import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

const loud = (texts: readonly string[] = []) => texts.filter((text) => !text.startsWith('✎'))

it('reporter and supporters are asked; once more after two days, in the morning if need be; then it closes', async () => {
  const world = await startWorld({ at: '2026-11-17 23:00' })
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  await world.press('老李', '业主群', '#1', /我家也是/)
  await world.say('王师傅', '物业工单群', '办结 1 换了门机')
  expect(loud(world.news().业主群).at(-1)).toMatchInlineSnapshot(`
    "张女士和另外 1 户:王师傅说 #1 修好了:换了门机。各位那边好了吗?
    [已解决] [没解决]"
  `)
  // Two days later it is 23:00: nobody is woken for a question.
  await world.until('2026-11-20 06:59')
  expect(world.news()).toEqual({})
  await world.until('2026-11-20 07:00')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "张女士和另外 1 户,#1 修好了吗?今天 23:00 前没有回复就先结案,以后还可以重办。
    [已解决] [没解决]",
      ],
    }
  `)
  const reminders =
    await world.sql`select purpose from outbox o join post p on p.id = o.post_id where p.key like 'reminder/%'`
  expect(reminders.map(({ purpose }) => purpose)).toEqual(['reminder'])
  await world.until('2026-11-20 23:00')
  expect(world.news().业主群).toMatchInlineSnapshot(`
    [
      "✎ ✅ #1 电梯故障 · 3号楼2单元
    已修好:换了门机(11/17 23:00)
    已结案",
      "✎ 没等到您的回复,#1 先结案了。要是还没好,点「没解决」,随时可以重办。
    [没解决]",
      "✎ #1 不用再问了,谢谢。",
    ]
  `)
  expect(world.errors).toEqual([])
})

it('a reminder whose answer was lost is not sent again', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  await world.say('王师傅', '物业工单群', '办结 1 换了门机')
  world.telegram.fault({ kind: 'reset', method: 'sendMessage', chatId: -1001, times: 1 })
  await world.until('2026-11-20 12:00')
  expect(world.shows('业主群').filter((text) => text.includes('先结案'))).toEqual([])
  const [row] =
    await world.sql`select o.status from outbox o join post p on p.id = o.post_id where p.key like 'reminder/%'`
  expect(row?.status).not.toBe('pending')
  expect(world.errors).toEqual([])
})

it('whoever did it is not asked: the supporters decide, and where there are none the cards say so', async () => {
  const world = await startWorld()
  await world.say('王师傅', '业主群', '3号楼2单元电梯坏了')
  await world.press('老李', '业主群', '#1', /我家也是/)
  await world.press('小陈', '业主群', '#1', /我家也是/)
  await world.say('王师傅', '物业工单群', '办结 1 换了门机')
  expect(loud(world.news().业主群).at(-1)).toMatchInlineSnapshot(`
    "附议的 2 户:王师傅说 #1 修好了:换了门机。各位那边好了吗?
    [已解决] [没解决]"
  `)
  expect(await world.press('王师傅', '业主群', '王师傅说', '已解决')).toMatchInlineSnapshot(
    `"办结的人不能自己确认或评价,请等住户来答。"`,
  )
  await world.press('老李', '业主群', '王师傅说', '已解决')
  expect(world.shows('物业工单群')[0]).toContain('已结案')

  await world.say('刘师傅', '业主群', '5号楼门口垃圾没人清')
  world.news()
  await world.say('刘师傅', '物业工单群', '办结 2 已清')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ✅ #2 环境卫生 · 5号楼
    已办好:已清(10:00)
    没有别的住户可问,周六 10:00 自动结案",
      ],
      "物业工单群": [
        "✎ ✅ #2 环境卫生 · 5号楼 · 门口
    “5号楼门口垃圾没人清” — 刘师傅 10:00
    已办好:已清(刘师傅 10:00)
    没有别的住户可问,周六 10:00 自动结案",
      ],
    }
  `)
  await world.until('2026-11-21 10:00')
  expect(world.shows('物业工单群')[1]).toContain('已结案')
  const { facts } = await world.huying.app.periodFacts(1, '2026-W47')
  expect(facts.current.callbacks).toMatchObject({ answered: 1, satisfied: 0 })
  expect(world.errors).toEqual([])
})
