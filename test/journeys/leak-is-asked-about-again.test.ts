import { expect, it } from 'vitest'
import { startWorld, type World } from '../support/world.ts'

/** A leak that was mended and confirmed on Wednesday at 10:00. */
async function closed(): Promise<World> {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元天花板漏水')
  await world.say('刘师傅', '物业工单群', '办结 1 换了阀门')
  await world.press('张女士', '业主群', '刘师傅说', '已解决')
  await world.press('张女士', '业主群', '怎么样', '满意')
  await world.until('2026-11-25 09:59')
  world.news()
  return world
}

const dueRows = (world: World) =>
  world.sql`select key, outcome from due where key like '%recheck%' order by id`.then((rows) =>
    rows.map((row) => ({ ...row })),
  )

it('seven days after it was closed the reporter is asked once; 没漏了 ends it', async () => {
  const world = await closed()
  expect(await dueRows(world)).toEqual([{ key: '1/recheck/ask', outcome: null }])
  await world.until('2026-11-25 10:00')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "张女士,#1 结案有几天了,还漏吗?
    [没漏了] [又漏了]",
      ],
    }
  `)
  expect(await world.press('老李', '业主群', '还漏吗', '没漏了')).toMatchInlineSnapshot(`"只有报的人可以答复。"`)
  expect(await world.press('张女士', '业主群', '还漏吗', '没漏了')).toMatchInlineSnapshot(`"好的,谢谢告知"`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ✅ #1 漏水排水 · 3号楼2单元
    已修好:换了阀门(11/18 10:00)
    已结案,住户评价:满意",
        "✎ 好的,谢谢告知,#1 就放心了。",
      ],
      "物业工单群": [
        "✎ ✅ #1 漏水排水 · 3号楼2单元
    “3号楼2单元天花板漏水” — 张女士 11/18 10:00
    已修好:换了阀门(刘师傅 11/18 10:00)
    已结案,住户评价:满意",
      ],
    }
  `)
  await world.until('2026-12-20 10:00')
  expect(JSON.stringify(world.news())).not.toContain('#1')
  expect(await dueRows(world)).toEqual([{ key: '1/recheck/ask', outcome: 'done' }])
  expect(world.errors).toEqual([])
})

it('又漏了 opens it again, warns manager and committee, and names a time that a clock keeps', async () => {
  const world = await closed()
  await world.until('2026-11-25 10:00')
  world.news()
  expect(await world.press('张女士', '业主群', '还漏吗', '又漏了')).toMatchInlineSnapshot(`"抱歉没办好,#1 已重新打开"`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🔁 #1 漏水排水 · 3号楼2单元
    上次没办好,已重新打开(第 2 次办)
    已派给 刘师傅
    今天 12:00 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
        "✎ 抱歉没办好。#1 已重新打开,李经理会在今天 12:00 前联系您。",
        "✎ 知道了。#1 已重新打开,李经理会在今天 12:00 前联系您。",
      ],
      "物业工单群": [
        "✎ 🟡 #1 漏水排水 · 3号楼2单元
    “3号楼2单元天花板漏水” — 张女士 11/18 10:00
    已派给 刘师傅
    接单 12:00 前 · 到场 明天 10:00 前 · 办结 周一 10:00 前
    上次没办好,已重新打开(第 2 次办)
    网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
        "🔁 #1 漏水排水 · 3号楼2单元 住户说没解决,已重新打开。
    请 李经理 亲自联系住户(今天 12:00 前)。
    [接单] [转派] [挂起] [办结]",
      ],
      "督办群": [
        "🔁 #1 漏水排水 · 3号楼2单元 物业说办好了,住户说没解决(第 1 次重办)
    已请 李经理 亲自联系住户,今天 12:00 前。
    [督办] [看经过]",
      ],
    }
  `)
  const [clock] = await world.sql<{ clockDue: number }[]>`
    select clock_due from due where clock = 'acknowledge' and decided_at is null`
  expect(new Date(clock?.clockDue ?? 0).toISOString()).toBe('2026-11-25T04:00:00.000Z') // 12:00 in Shanghai
  expect(world.errors).toEqual([])
})

it('a typed answer does the same, no answer does nothing, and what is reopened before is not asked about', async () => {
  const world = await closed()
  await world.say('张女士', '业主群', '重开 1 又滴水了')
  expect(await dueRows(world)).toEqual([])
  world.news()
  await world.until('2026-11-25 10:30')
  expect(JSON.stringify(world.news())).not.toContain('还漏吗')
  await world.say('刘师傅', '物业工单群', '办结 1 换了水管')
  await world.say('张女士', '业主群', '已解决 1')
  await world.until('2026-12-02 10:30')
  const asked = world.telegram.chat(-1001).find('还漏吗')
  world.news()
  await world.say('张女士', '业主群', '没漏了', { replyTo: asked?.id ?? 0 })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ✅ #1 漏水排水 · 3号楼2单元
    已修好:换了水管(11/25 10:30)
    已结案",
        "✎ 好的,谢谢告知,#1 就放心了。",
      ],
      "物业工单群": [
        "✎ ✅ #1 漏水排水 · 3号楼2单元
    “3号楼2单元天花板漏水” — 张女士 11/18 10:00
    已修好:换了水管(刘师傅 11/25 10:30)
    已结案",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('a community names its own kinds and times, or none', async () => {
  const file = (recheck: string) => `
community: { name: 幸福里小区 }
chats:
  - { id: -1001, role: residents, title: 业主群 }
  - { id: -1002, role: staff, title: 物业工单群 }
people:
  - { id: 101, name: 王师傅, role: staff }
recheck: ${recheck}
`
  for (const [recheck, at] of [
    ['{ elevator: P1D }', '2026-11-19 10:00'],
    ['none', null],
  ] as const) {
    const world = await startWorld({ communities: [file(recheck)] })
    await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
    await world.say('王师傅', '物业工单群', '办结 1')
    await world.press('张女士', '业主群', '王师傅说', '已解决')
    expect(await dueRows(world)).toHaveLength(at === null ? 0 : 1)
    await world.until('2026-11-19 10:00')
    expect(world.shows('业主群').filter((text) => text.includes('现在还好吗'))).toHaveLength(at === null ? 0 : 1)
    expect(world.errors).toEqual([])
  }
})
