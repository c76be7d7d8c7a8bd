import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('a private matter is masked in the group, told in full to staff, and continued in private by its reporter alone', async () => {
  const world = await startWorld()
  const words = await world.say('张女士', '业主群', '3号楼2单元601王老太一个人住,病了没人照顾')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "💗 #1 关爱求助 · 3号楼2单元
    已通知物业
    今天 10:30 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "🟡 #1 关爱求助 · 3号楼2单元 601
    “3号楼2单元601王老太一个人住,病了没人照顾” — 张女士 10:00
    接单 10:30 前 · 到场 明天 10:00 前
    网格员:赵网格
    [接单] [转派] [挂起] [办结]",
      ],
    }
  `)
  expect(world.shows('业主群').join()).not.toMatch(/601|王老太|病/)
  expect(world.shows('督办群')).toEqual([])

  const link =
    world.telegram
      .chat(-1001)
      .last?.keyboard.flat()
      .find(({ url }) => url)?.url ?? ''
  const payload = new URL(link).searchParams.get('start') ?? ''
  await world.as('老李').start(payload)
  await world.settle()
  expect(world.news()).toMatchInlineSnapshot()
  await world.as('张女士').start(payload)
  await world.settle()
  expect(world.news()).toMatchInlineSnapshot()
  const prompt = world.telegram.chat(401).last
  await world.say('张女士', 'dm', '子女电话打不通', { replyTo: prompt?.id ?? 0 })
  expect(world.news()).toMatchInlineSnapshot()

  // The words can be taken out of the group, by whoever wrote them.
  world.telegram.setBotStatus(-1001, 'administrator', 201, { rights: { can_delete_messages: true } })
  await world.settle()
  await world.say('张女士', '业主群', '催')
  const asked = world.news()
  expect(JSON.stringify(asked)).not.toContain('子女')
  await world.press('张女士', '业主群', '🔒', '删掉原话')
  expect(world.telegram.chat(-1001).message(words.id).deleted).toBe(true)
  expect(world.errors).toEqual([])
})

it('what is written to the bot alone is a private report, from whoever is in a chat of the community', async () => {
  const world = await startWorld()
  await world.say('陌生人', 'dm', '3号楼2单元电梯坏了')
  expect(world.news()).toMatchInlineSnapshot() // in no chat of ours
  await world.say('张女士', 'dm', '3号楼2单元电梯坏了')
  expect(world.news()).toMatchInlineSnapshot() // never seen before, but she is in the residents' chat
  expect(world.errors).toEqual([])
})
