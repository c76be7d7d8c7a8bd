import { expect, it } from 'vitest'
import { community, startWorld, type World } from '../support/world.ts'

/** Wednesday 2026-11-18, 10:00: water off in building 3 until noon, published at once. */
async function cutNow(world: World, line = '现在3号楼停水抢修,12点恢复') {
  await world.say('刘师傅', '物业工单群', line)
  await world.press('刘师傅', '物业工单群', '我这样理解', '发布')
  world.news()
}

it('what was announced is answered and opens no ticket, once for each message, whatever is corrected or handed over again', async () => {
  const world = await startWorld()
  await cutNow(world)
  const said = await world.say('张女士', '业主群', '3号楼没水了')
  expect(world.news().业主群).toMatchInlineSnapshot(`
    [
      "🚰 3号楼正在停水(抢修),预计今天 12:00 恢复。您说的已记下,恢复后会来问您。
    [不是这回事]",
    ]
  `)
  world.as('张女士').edit(-1001, said.id, '3号楼202没水了')
  await world.settle()
  expect(world.news()).toEqual({})
  await world.say('老李', '业主群', '3号楼2单元也停水了')
  await world.say('老李', 'dm', '3号楼没水')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🚰 3号楼正在停水(抢修),预计今天 12:00 恢复。您说的已记下,恢复后会来问您。
    [不是这回事]",
      ],
      "物业工单群": [
        "✎ 📢 停水 · 3号楼 · 周三 11/18 10:00–12:00 · 抢修
    刘师傅 周三 11/18 10:00 发布,发到:业主群
    3 条报事已用这条通知答复
    [已恢复] [改时间] [取消]",
      ],
      "老李": [
        "🚰 3号楼正在停水(抢修),预计今天 12:00 恢复。您说的已记下,恢复后会来问您。
    [不是这回事]",
      ],
    }
  `)
  expect(await world.sql`select number from ticket`).toEqual([])
  expect(await world.sql`select reporter ->> 'name' as who, status from interruption_report order by id`).toEqual([
    { who: '张女士', status: 'answered' },
    { who: '老李', status: 'answered' },
    { who: '老李', status: 'answered' },
  ])
  expect(world.errors).toEqual([])
})

it('another building, another matter, danger, and what is not said to be out become tickets', async () => {
  const world = await startWorld()
  await cutNow(world)
  const tickets = async () => (await world.sql`select count(*)::int as n from ticket`)[0]?.n
  const lines = ['5号楼没水了', '3号楼水发黄', '3号楼水管爆了,楼道里全是水往电梯里流', '3号楼电梯停了', '没水了']
  for (const [index, line] of lines.entries()) {
    await world.say('张女士', '业主群', line)
    expect([line, await tickets()]).toEqual([line, index + 1])
  }
  expect(await world.sql`select id from interruption_report`).toEqual([])
  expect(world.errors).toEqual([])
})

it('what is still gone after the announced end is a ticket at once, whether or not staff have answered', async () => {
  const world = await startWorld()
  await cutNow(world)
  await world.until('2026-11-18 12:30')
  world.news()
  await world.say('小陈', '业主群', '3号楼还是没水')
  expect(world.news().业主群?.join()).toContain('#1 供水问题 · 3号楼')
  expect(world.errors).toEqual([])
})

it('whoever reported it may say that it is another matter, and has his ticket with the hour of his line; nobody else may', async () => {
  const world = await startWorld()
  await cutNow(world)
  await world.say('张女士', '业主群', '3号楼202没水')
  await world.until('2026-11-18 10:20')
  world.news()
  expect(await world.press('老李', '业主群', '您说的已记下', '不是这回事')).toBe('这是问报的人的,等本人来选。')
  expect(world.news()).toEqual({})
  expect(await world.press('张女士', '业主群', '您说的已记下', '不是这回事')).toBe('#1 已另外登记')
  const news = world.news()
  expect(news.业主群?.[0]).toBe('✎ (deleted)')
  expect(news.业主群?.[1]).toContain('#1 供水问题 · 3号楼')
  expect(news.物业工单群?.join()).toContain('“3号楼202没水” — 张女士 10:00')
  // It is no longer one of those the notice stands in for.
  await world.until('2026-11-18 12:00')
  await world.press('刘师傅', '物业工单群', '恢复了吗', '已恢复')
  expect(world.news().业主群?.join()).not.toContain('张女士,家里都来水了吗')
  expect(world.errors).toEqual([])
})

it('a doubtful line is answered with the notice instead of a question', async () => {
  const world = await startWorld()
  await cutNow(world, '现在3号楼停气抢修,12点恢复')
  await world.say('张女士', '业主群', '3号楼我家没气了')
  expect(Object.values(world.news()).flat().join()).toContain('正在停气')
  expect(await world.sql`select id from question`).toEqual([])
  expect(world.errors).toEqual([])
})

it('a group of some buildings only hears of its own, and there a report without a building is answered', async () => {
  const files = community.replace(
    '- { id: -1001, role: residents, title: 业主群 }',
    '- { id: -1001, role: residents, title: 业主群, buildings: ["3"] }\n  - { id: -1005, role: residents, title: 五栋群, buildings: ["5"] }',
  )
  const world = await startWorld({ communities: [files] })
  world.telegram.addGroup({ id: -1005, title: '五栋群', owner: 201, members: [402] })
  await world.say('刘师傅', '物业工单群', '现在3号楼停水抢修,12点恢复')
  await world.press('刘师傅', '物业工单群', '我这样理解', '发布')
  expect(world.news().五栋群).toBeUndefined()
  await world.say('张女士', '业主群', '没水了')
  expect(world.news().业主群?.join()).toContain('您说的已记下')
  await world.telegram.as(402).say(-1005, '没水了')
  await world.settle()
  expect(world.news().五栋群?.join()).toContain('#1')
  expect(world.errors).toEqual([])
})

it('a notice and a report handed over again, and a process that died after the commit, say nothing twice', async () => {
  const world = await startWorld()
  await world.say('刘师傅', '物业工单群', '现在3号楼停水抢修,12点恢复')
  await world.press('刘师傅', '物业工单群', '我这样理解', '发布')
  await world.say('张女士', '业主群', '3号楼没水了')
  world.news()
  await world.outageUntil('2026-11-18 12:05')
  await world.comeBack()
  await world.until('2026-11-18 12:06')
  const news = world.news()
  expect(news.物业工单群?.filter((text) => text.includes('恢复了吗'))).toHaveLength(1)
  expect(Object.values(news).flat().join()).not.toContain('重发')
  await world.until('2026-11-18 14:00')
  // Asked once more an hour later, in place of the first.
  expect(world.shows('物业工单群').filter((text) => text.includes('恢复了吗'))).toHaveLength(1)
  expect(world.errors).toEqual([])
})
