import { expect, it } from 'vitest'
import { roles } from '../../src/domain/community/role.ts'
import { community, startWorld, type World } from '../support/world.ts'

const grid = 311
const withGrid = `${community}  - { id: ${grid}, name: 赵网格, role: grid }\n`

async function start(file = withGrid) {
  const world = await startWorld({ communities: [file] })
  world.telegram.addUser({ id: grid, first_name: '赵网格' })
  world.telegram.as(grid).start()
  await world.settle()
  world.news()
  return world
}

async function zhao(world: World, text: string, chat: number | 'dm' = 'dm') {
  world.telegram.as(grid).say(chat, text)
  await world.settle()
  return world.news()
}

it('care, disputes and safety of her buildings reach her in private, whole, and follow the matter; the rest does not', async () => {
  const world = await start()
  await world.say('张女士', '业主群', '3号楼2单元501的独居老人好几天没出门了,麻烦去看看')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🔒 #1 已转专人处理,细节不在群里说。
    [私聊补充]",
      ],
      "物业工单群": [
        "🟡 #1 关爱求助 · 3号楼2单元 501
    “3号楼2单元501的独居老人好几天没出门了,麻烦去看看” — 张女士 10:00
    接单 10:30 前(只算白天) · 到场 明天 10:00 前
    私密工单:只在这里办,细节不外传
    网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
      "赵网格": [
        "🟡 #1 关爱求助 · 3号楼2单元 501
    “3号楼2单元501的独居老人好几天没出门了,麻烦去看看” — 张女士 10:00
    接单 10:30 前(只算白天) · 到场 明天 10:00 前
    私密工单:只在这里办,细节不外传
    网格员:赵网格
    🧭 您网格里的事,请留意;直接回复可以补充,上门后记一笔:走访 3号楼501 情况",
      ],
    }
  `)
  await world.say('老李', '业主群', '3号楼2单元楼道灯不亮')
  expect(world.news().赵网格).toBeUndefined()
  await world.press('王师傅', '物业工单群', '#1', '接单')
  expect(world.news().赵网格).toMatchInlineSnapshot(`
    [
      "✎ 🔧 #1 关爱求助 · 3号楼2单元 501
    “3号楼2单元501的独居老人好几天没出门了,麻烦去看看” — 张女士 10:00
    王师傅 已接单(10:00)
    到场 明天 10:00 前
    私密工单:只在这里办,细节不外传
    网格员:赵网格
    🧭 您网格里的事,请留意;直接回复可以补充,上门后记一笔:走访 3号楼501 情况",
    ]
  `)
  // Another category makes it hers; once.
  await world.say('王师傅', '物业工单群', '改类 2 消防')
  expect(world.news().赵网格?.join()).toContain('#2 消防隐患')
  await world.say('王师傅', '物业工单群', '改类 2 供电')
  await world.say('王师傅', '物业工单群', '改类 2 消防')
  expect(world.shows('业主群').join()).not.toContain('501')
  const cards = await world.sql`select count(*)::int as n from post where chat_id = ${grid} and kind = 'card'`
  expect(cards).toEqual([{ n: 2 }])
  expect(world.errors).toEqual([])
})

it('a danger anywhere in her buildings reaches her at once, also when the place is told later', async () => {
  const world = await start()
  await world.say('张女士', '业主群', '着火了,快来人')
  expect(world.news().赵网格).toBeUndefined()
  await world.press('张女士', '业主群', '#1', '3号楼')
  expect(world.news().赵网格?.join()).toContain('#1')
  expect(world.errors).toEqual([])
})

it('each Monday her open matters, once, whatever crashes; at any time by 我的网格; nothing where nothing is open', async () => {
  const world = await start()
  await world.say('张女士', '业主群', '5号楼2单元有独居老人没人照看')
  await world.say('老李', '业主群', '5号楼1单元楼道灯不亮')
  world.news()
  await world.outageUntil('2026-11-23 09:05')
  await world.comeBack()
  await world.until('2026-11-23 09:30')
  expect(world.news().赵网格?.filter((text) => text.includes('网格里还有'))).toMatchInlineSnapshot(`
    [
      "🧭 幸福里小区:您的网格里还有 1 件要留意
    #1 关爱求助 · 5号楼2单元 — 周三 11/18 起
    另有 1 件别的事物业在办。",
    ]
  `)
  expect((await zhao(world, '我的网格')).赵网格).toHaveLength(1)
  expect(await zhao(world, '我的网格', -1002)).toEqual({ 物业工单群: ['这个不在群里说,请私聊我。'] })
  await world.say('张女士', 'dm', '我的网格')
  expect(world.news()).toEqual({ 张女士: ['这个给网格员看。'] })
  expect(world.errors).toEqual([])
})

it('a visit is kept for her; groups read no door, the committee’s summary a number', async () => {
  const world = await start()
  expect(await zhao(world, '走访 3号楼2单元501 老人血压高,子女在外地')).toMatchInlineSnapshot(`
    {
      "赵网格": [
        "✅ 走访记下了:3号楼2单元 501。写的内容只给您自己看,周报里只数次数。",
      ],
    }
  `)
  expect(await zhao(world, '走访 5号楼301 孕妇家', -1003)).toMatchInlineSnapshot(`
    {
      "督办群": [
        "✅ 走访记下了:5号楼。细节请私聊我写,群里别说是哪一户。",
      ],
    }
  `)
  await world.say('张女士', '业主群', '3号楼1单元楼道灯不亮')
  world.news()
  expect(await zhao(world, '走访 1')).toMatchInlineSnapshot(`
    {
      "赵网格": [
        "✅ 走访记下了(#1):3号楼1单元。写的内容只给您自己看,周报里只数次数。",
      ],
    }
  `)
  expect(await zhao(world, '走访')).toMatchInlineSnapshot(`
    {
      "赵网格": [
        "您最近的走访:
    今天 10:00 3号楼1单元 · #1
    今天 10:00 5号楼 301 · 5号楼301 孕妇家
    今天 10:00 3号楼2单元 501 · 3号楼2单元501 老人血压高,子女在外地",
      ],
    }
  `)
  expect(await zhao(world, '走访', -1002)).toEqual({ 物业工单群: ['这个不在群里说,请私聊我。'] })
  expect(await zhao(world, '走访 9号楼')).toEqual({
    赵网格: ['走访了哪一户?例如:走访 3号楼2单元501 老人身体好,或 走访 128'],
  })
  await world.until('2026-11-23 09:00')
  const news = world.news()
  expect(news.督办群?.find((text) => text.startsWith('(图)'))).toContain('走访 3 次')
  for (const chat of ['业主群', '物业工单群', '督办群'])
    expect(news[chat]?.join() ?? '').not.toMatch(/501|301|血压|孕妇/)
  expect(news.业主群?.join()).not.toContain('走访')
  expect(world.errors).toEqual([])
})

it('T01 T05 who may keep visits and see a grid, role by role and chat by chat; another community’s ticket is none', async () => {
  const cast = roles.map((role, index) => `  - { id: ${700 + index}, name: 某${index}, role: ${role} }`).join('\n')
  const world = await start(`${withGrid}${cast}\n`)
  const may = ['grid', 'committee', 'staff', 'manager']
  const count = async () => (await world.sql`select count(*)::int as n from visit`)[0]?.n
  for (const [index, role] of roles.entries()) {
    const id = 700 + index
    world.telegram.addUser({ id, first_name: `某${index}` })
    world.telegram.as(id).start()
    await world.settle()
    for (const [chat, there] of [
      ['dm', true],
      [-1002, true],
      [-1003, true],
      [-1001, false],
    ] as const) {
      const before = await count()
      world.telegram.as(id).say(chat, '/visit 3号楼501 好')
      await world.settle()
      expect([role, chat, await count()]).toEqual([role, chat, before + (may.includes(role) && there ? 1 : 0)])
    }
    world.news()
    world.telegram.as(id).say('dm', '/grid')
    await world.settle()
    const told = Object.values(world.news()).flat().join()
    expect([role, told.includes('这个给网格员看')]).toEqual([role, role !== 'grid'])
    const before = await count()
    world.telegram.as(id).say('dm', '/visit 99')
    await world.settle()
    expect(await count()).toBe(before)
  }
  expect(world.shows('业主群').join()).not.toContain('501')
  expect(world.errors).toEqual([])
})

it('says it in English', async () => {
  const world = await start(withGrid.replace('language: zh-CN', 'language: en'))
  expect(await zhao(world, '/visit building 3 unit 2 501 all well')).toMatchInlineSnapshot(`
    {
      "赵网格": [
        "✅ Visit kept: Building 3, Unit 2, 501. Only you can read what you wrote; summaries count visits and no more.",
      ],
    }
  `)
  expect(await zhao(world, '/visit')).toMatchInlineSnapshot(`
    {
      "赵网格": [
        "Your latest visits:
    today 10:00 Building 3, Unit 2, 501 · building 3 unit 2 501 all well",
      ],
    }
  `)
  await world.say('张女士', '业主群', 'Smell of gas in building 5 unit 1')
  expect(world.news().赵网格).toMatchInlineSnapshot(`
    [
      "🚨 #1 Emergency · Gas · Building 5, Unit 1
    “Smell of gas in building 5 unit 1” — 张女士, 10:00
    Ack by 10:05 · On site by 10:30
    Grid worker: 赵网格
    Once outside ring 119; if somebody feels unwell, 120.
    🧭 In your grid, so please have an eye on it; reply to add something, and after a call: /visit building 3 501 all well",
    ]
  `)
  expect(await zhao(world, '/grid')).toMatchInlineSnapshot(`
    {
      "赵网格": [
        "🧭 幸福里小区: 1 open in your grid to have an eye on
    #1 Gas · Building 5, Unit 1 — since Wed 18 Nov",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})
