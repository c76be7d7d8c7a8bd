import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

/** Wednesday 2026-11-18: 王师傅 by day for lifts and power, 刘师傅 at night for everything. */
const duty = `
duty:
  - { person: 刘师傅, days: [mon, tue, wed, thu, fri], from: "18:00", to: "08:00" }
  - { person: 王师傅, days: [mon, tue, wed, thu, fri], from: "08:00", to: "18:00", trades: [elevator, power] }
`

it('a new report names the one on duty, and who is late hears of it beside the manager', async () => {
  const world = await startWorld({
    communities: [community.replace('trades: [water, leak]', 'trades: [power]') + duty],
  })
  await world.say('张女士', '业主群', '5号楼1单元楼道灯不亮')
  expect(world.news().业主群).toMatchInlineSnapshot(`
    [
      "💡 #1 供电照明 · 5号楼1单元
    已通知值班 王师傅
    今天 12:00 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
    ]
  `)
  await world.until('2026-11-18 12:00')
  expect(world.shows('物业工单群').at(-1)).toMatchInlineSnapshot(`
    "⚠️ #1 供电照明 · 5号楼1单元 接单刚超时(应在今天 12:00 前),请 李经理、王师傅 处理。
    [接单] [转派] [挂起] [办结]"
  `)
  await world.press('李经理', '物业工单群', '#1', '转派')
  expect(world.shows('物业工单群').at(-1)).toMatchInlineSnapshot(`
    "#1 转给谁?点一下名字。
    [王师傅] [刘师傅]"
  `)
  // Another trade has nobody by day: everybody of that trade is named, as without a roster.
  await world.say('张女士', '业主群', '3号楼2单元漏水')
  expect(world.shows('业主群').at(-1)).not.toContain('王师傅')
  expect(world.errors).toEqual([])
})

it('值班 and 值班表 answer staff and committee; a resident is told that it is not for him', async () => {
  const world = await startWorld({ communities: [community + duty] })
  await world.say('李经理', '物业工单群', '值班')
  await world.say('陈书记', '督办群', '/roster')
  await world.say('张女士', 'dm', '/duty')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "张女士": [
        "这个只有物业和社区的人能看。有事直接在群里说一声就行。",
      ],
      "物业工单群": [
        "📅 现在值班:
    电梯、供电照明:王师傅 · 今天 18:00 起 刘师傅
    其他:没有人值班,找经理 · 今天 18:00 起 刘师傅",
      ],
      "督办群": [
        "📅 值班表
    周三 11/18 08:00–18:00 王师傅(电梯、供电照明) · 18:00–08:00 刘师傅
    周四 11/19 08:00–18:00 王师傅(电梯、供电照明) · 18:00–08:00 刘师傅
    周五 11/20 08:00–18:00 王师傅(电梯、供电照明) · 18:00–08:00 刘师傅
    周六 11/21 —
    周日 11/22 —
    周一 11/23 08:00–18:00 王师傅(电梯、供电照明) · 18:00–08:00 刘师傅
    周二 11/24 08:00–18:00 王师傅(电梯、供电照明) · 18:00–08:00 刘师傅",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('without a roster it says where one is written; one community never shows another', async () => {
  const other = `
community: { name: 别处小区, timezone: Asia/Shanghai, language: en }
chats:
  - { id: -2002, role: staff, title: Elsewhere }
people:
  - { id: 901, name: Adams, role: manager }
  - { id: 902, name: Brown, role: staff }
duty:
  - { person: Brown, days: [wed], from: "00:00", to: "24:00" }
`
  const world = await startWorld({ communities: [community, other] })
  world.telegram.addUser({ id: 901, first_name: 'Adams' })
  world.telegram.addGroup({ id: -2002, title: 'Elsewhere', owner: 901, members: [] })
  await world.say('李经理', '物业工单群', '值班')
  world.telegram.as(901).say(-2002, '/duty')
  world.telegram.as(901).say(-2002, '/roster')
  await world.settle()
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "Elsewhere": [
        "📅 On duty now:
    everything: Brown · until tomorrow 00:00",
        "📅 Roster
    Wed 18 Nov 00:00–24:00 Brown
    Thu 19 Nov —
    Fri 20 Nov —
    Sat 21 Nov —
    Sun 22 Nov —
    Mon 23 Nov —
    Tue 24 Nov —",
      ],
      "物业工单群": [
        "还没有值班表。管理员可以写在小区文件的 duty 里。",
      ],
    }
  `)
})
