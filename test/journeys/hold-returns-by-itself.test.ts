import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('a hold names a party and a date, stops the finish clock, and comes back by itself', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  await world.say('王师傅', '物业工单群', '到场 1')
  world.news()

  // By button: the bot asks for what it needs, and the answer is a reply.
  await world.press('王师傅', '物业工单群', '#1', '挂起')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "#1 等谁、到什么时候?直接回复这条,例如:配件厂家 到 周五18:00",
      ],
    }
  `)
  const prompt = world.telegram.chat(-1002).last
  await world.say('王师傅', '物业工单群', '灯具厂家 到 11月25日上午10点', { replyTo: prompt?.id ?? 0 })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ⏸ #1 供电照明 · 5号楼1单元
    在等灯具厂家,到11/25 10:00
    网格员:赵网格
    [+1 我家也是] [补充]",
      ],
      "物业工单群": [
        "✎ ⏸ #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 10:00
    在等灯具厂家,到11/25 10:00
    网格员:赵网格
    [转派] [挂起] [办结]
    [改类]",
        "✎ (deleted)",
      ],
    }
  `)

  // A week without a word, but for the Monday summaries.
  await world.until('2026-11-23 08:00')
  expect(world.news()).toEqual({})
  await world.until('2026-11-25 09:59')
  world.news()
  await world.until('2026-11-25 10:00')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 5号楼1单元
    王师傅 已到场(11/18 10:00)
    周一 10:00 前修好
    网格员:赵网格
    [+1 我家也是] [补充]",
      ],
      "物业工单群": [
        "✎ 🔧 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 11/18 10:00
    王师傅 已到场(11/18 10:00)
    办结 周一 10:00 前
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [改类]",
        "▶️ #1 供电照明 · 5号楼1单元,等灯具厂家的时间到了,时限重新开始计。王师傅,可以接着办了吗?
    [办结] [挂起] [改时间]",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('a hold without a party or a date is refused with what is missing', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  world.news()
  await world.say('王师傅', '物业工单群', '挂起 1')
  await world.say('王师傅', '物业工单群', '挂起 1 等厂家')
  await world.say('王师傅', '物业工单群', '挂起 1 等厂家 到 昨天')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "挂起 #1 还差一样:等谁。例如:挂起 1 配件厂家 到 周五18:00",
        "挂起 #1 还差一样:什么时候。例如:挂起 1 配件厂家 到 周五18:00",
        "昨天 18:00 已经过了,请给一个以后的时间。",
      ],
    }
  `)
})

it.each([
  ['挂起 1 等配件 到周五下班前', '在等配件,到周五 18:00'],
  ['挂起 1 等灯具厂家 到 月底前', '在等灯具厂家,到11/30 18:00'],
  ['hold 1 waiting for the lamp supplier until Friday 6pm', '在等the lamp supplier,到周五 18:00'],
])('"%s" names both in one line', async (line, shown) => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.say('王师傅', '物业工单群', '接单 1')
  await world.say('王师傅', '物业工单群', line)
  expect(world.shows('物业工单群')[0]).toContain(shown)
  expect(world.shows('业主群')[0]).toContain(shown)
  expect(world.errors).toEqual([])
})
