import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

const files = [community.replaceAll('-1001', '-501').replaceAll('-1002', '-502').replaceAll('-1003', '-503')]

it('F35 tickets, cards and buttons go along when a group becomes a supergroup', async () => {
  const world = await startWorld({ communities: files })
  world.telegram.addGroup({ id: -501, type: 'group', title: '小业主群', members: [401, 402] })
  world.telegram.addGroup({ id: -502, type: 'group', title: '小工单群', members: [101] })
  await world.telegram.as(401).say(-501, '3号楼2单元电梯坏了')
  await world.settle()
  world.news()

  const staff = world.telegram.migrate(-502)
  await world.settle()
  // The old card stays behind in the closed group; what happens next appears in the new one, once.
  await world.telegram.as(101).say(staff, '接单 1')
  await world.settle()
  const news = world.news()
  expect(news).toMatchInlineSnapshot(`
    {
      "小业主群": [
        "✎ 🛗 #1 电梯故障 · 3号楼2单元
    王师傅 已接单(10:00),10:30 前到场
    明天 10:00 前修好
    网格员:赵网格
    [+1 我家也是] [补充]",
      ],
      "小工单群": [
        "🔴 #1 紧急 电梯故障 · 3号楼2单元
    “3号楼2单元电梯坏了” — 张女士 10:00
    王师傅 已接单(10:00)
    到场 10:30 前 · 办结 明天 10:00 前
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [到场] [改类]",
      ],
    }
  `)

  // Found out while sending, before Telegram's message about it was read: sent once, to the new id.
  const residents = world.telegram.migrate(-501)
  await world.telegram.as(402).say(residents, '3号楼大门坏了')
  await world.settle()
  expect(world.telegram.chat(residents).fromBot.filter(({ text }) => text.includes('#2'))).toHaveLength(1)
  expect(world.errors).toEqual([])
})
