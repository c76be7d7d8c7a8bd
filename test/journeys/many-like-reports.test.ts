import { expect, it } from 'vitest'
import { roles } from '../../src/domain/community/role.ts'
import { community, startWorld, type World } from '../support/world.ts'

const neighbours = [501, 502, 503, 504, 505, 506, 507]

async function start() {
  const world = await startWorld({ communities: [community.replace('floors: 11, handover: 2019-09-30', 'floors: 11')] })
  for (const [index, id] of neighbours.entries()) world.telegram.addUser({ id, first_name: `邻居${index + 1}` })
  return world
}

async function says(world: World, neighbour: number, text: string) {
  world.telegram.as(neighbours[neighbour] ?? 0).say(-1001, text)
  await world.settle()
}

/** Five households of two buildings, each with words of its own: none of them is asked whether it is the same. */
const lines = ['3号楼1单元没水了', '3号楼2单元停水了', '5号楼1单元没水', '5号楼2单元水龙头没水', '没水了,5号楼']

async function five(world: World) {
  for (const [index, line] of lines.entries()) await says(world, index, line)
}

it('five households within minutes are proposed to staff as one matter, once; four are not, nor one that writes five times', async () => {
  const world = await start()
  for (const [index, line] of lines.slice(0, 4).entries()) await says(world, index, line)
  for (let again = 0; again < 3; again += 1) await says(world, 0, `3号楼${again + 1}单元没水`)
  expect(world.shows('物业工单群').filter((text) => text.startsWith('📣'))).toEqual([])
  world.news()
  await says(world, 4, '没水了,5号楼')
  expect(world.news().物业工单群?.filter((text) => text.includes('📣'))).toMatchInlineSnapshot(`
    [
      "📣 15 分钟内有 5 户报同样的事:供水问题 · 3号楼、5号楼
    #1、#2、#3、#4、#5,另有 3 条在问是不是同一件
    合成一件:大家收到同一个答复,办结一次就行;合错了可以拆开。
    [合成一件] [不用]",
    ]
  `)
  await says(world, 5, '3号楼没水')
  expect(world.news().物业工单群?.filter((text) => text.includes('📣'))).toMatchInlineSnapshot(`
    [
      "✎ 📣 15 分钟内有 6 户报同样的事:供水问题 · 3号楼、5号楼
    #1、#2、#3、#4、#5,另有 4 条在问是不是同一件
    合成一件:大家收到同一个答复,办结一次就行;合错了可以拆开。
    [合成一件] [不用]",
    ]
  `)
  expect(world.errors).toEqual([])
})

it('made one: a parent with one card for all, the reports with their histories in it, one finish, one callback; taken apart, each goes on', async () => {
  const world = await start()
  await five(world)
  world.news()
  expect(await world.press('张女士', '物业工单群', '户报同样的事', '合成一件')).toContain('只有物业人员可以合并')
  expect(await world.press('李经理', '物业工单群', '户报同样的事', '合成一件')).toMatch(/^已合成 #\d+$/)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🔗 #1 供水问题 · 3号楼1单元
    和 #5 是同一件事,已合并",
        "✎ 🔗 #2 供水问题 · 3号楼2单元
    和 #5 是同一件事,已合并",
        "✎ 🔗 #3 供水问题 · 5号楼1单元
    和 #5 是同一件事,已合并",
        "✎ 🔗 #4 供水问题 · 5号楼2单元
    和 #5 是同一件事,已合并",
        "✎ (deleted)",
        "🚰 #5 供水问题 · 3、5号楼
    紧急 · 已通知值班 刘师傅
    今天 10:15 前会有人接单
    [+1 我家也是 · 4] [补充] [不是报修]",
      ],
      "物业工单群": [
        "✎ 🔗 #1 供水问题 · 3号楼1单元
    “3号楼1单元没水了” — 邻居1 10:00
    和 #5 是同一件事,已合并",
        "✎ 🔗 #2 供水问题 · 3号楼2单元
    “3号楼2单元停水了” — 邻居2 10:00
    和 #5 是同一件事,已合并",
        "✎ 🔗 #3 供水问题 · 5号楼1单元
    “5号楼1单元没水” — 邻居3 10:00
    和 #5 是同一件事,已合并",
        "✎ 🔗 #4 供水问题 · 5号楼2单元
    “5号楼2单元水龙头没水” — 邻居4 10:00
    和 #5 是同一件事,已合并",
        "✎ 📣 已合成一件:#5 供水问题 · 3、5号楼
    [拆开]",
        "🔴 #5 紧急 供水问题 · 3、5号楼
    “3号楼1单元没水了” — 邻居1 10:00 · 附议 4
    接单 10:15 前 · 到场 10:30 前 · 办结 明天 10:00 前
    值班:刘师傅
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)
  // A late one is offered the same matter, wherever it is.
  await says(world, 5, '3号楼没水')
  expect(Object.values(world.news()).flat().join()).toMatch(/已经在办,像是同一件/)
  await world.press('李经理', '物业工单群', '已合成一件', '拆开')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🚰 #1 供水问题 · 3号楼1单元
    紧急 · 已通知值班 刘师傅
    今天 10:15 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
        "✎ 🚰 #2 供水问题 · 3号楼2单元
    紧急 · 已通知值班 刘师傅
    今天 10:15 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
        "✎ 🚰 #3 供水问题 · 5号楼1单元
    紧急 · 已通知值班 刘师傅
    今天 10:15 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
        "✎ 🚰 #4 供水问题 · 5号楼2单元
    紧急 · 已通知值班 刘师傅
    今天 10:15 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
        "✎ 🚫 #5 供水问题 · 3、5号楼
    没有受理:已拆开,各件分开办",
        "🚰 #6 供水问题 · 5号楼
    紧急 · 已通知值班 刘师傅
    今天 10:15 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "✎ 🔴 #1 紧急 供水问题 · 3号楼1单元
    “3号楼1单元没水了” — 邻居1 10:00
    接单 10:15 前 · 到场 10:30 前 · 办结 明天 10:00 前
    值班:刘师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
        "✎ 🔴 #2 紧急 供水问题 · 3号楼2单元
    “3号楼2单元停水了” — 邻居2 10:00
    接单 10:15 前 · 到场 10:30 前 · 办结 明天 10:00 前
    值班:刘师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
        "✎ 🔴 #3 紧急 供水问题 · 5号楼1单元
    “5号楼1单元没水” — 邻居3 10:00
    接单 10:15 前 · 到场 10:30 前 · 办结 明天 10:00 前
    值班:刘师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
        "✎ 🔴 #4 紧急 供水问题 · 5号楼2单元
    “5号楼2单元水龙头没水” — 邻居4 10:00
    接单 10:15 前 · 到场 10:30 前 · 办结 明天 10:00 前
    值班:刘师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
        "✎ 已拆开:#5 供水问题 · 3、5号楼,各件接着办。",
        "✎ 🚫 #5 供水问题 · 3、5号楼
    “3号楼1单元没水了” — 邻居1 10:00 · 附议 4
    没有受理:已拆开,各件分开办",
        "🔴 #6 紧急 供水问题 · 5号楼
    “没水了,5号楼” — 邻居5 10:00
    接单 10:15 前 · 到场 10:30 前 · 办结 明天 10:00 前
    值班:刘师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)
  const events = await world.sql`
    select t.number, string_agg(e.type, ' ' order by e.seq) as types, t.status from ticket t join ticket_event e on e.ticket_id = t.id
    group by t.id order by t.number`
  expect(events.map(({ number, types, status }) => `${number} ${status}: ${types}`)).toMatchInlineSnapshot(`
    [
      "1 open: reported merged split",
      "2 open: reported merged split",
      "3 open: reported merged split",
      "4 open: reported merged split",
      "5 rejected: reported supported supported supported supported rejected",
      "6 open: reported",
    ]
  `)
  expect(world.errors).toEqual([])
})

it('finished once, asked once', async () => {
  const world = await start()
  await five(world)
  await world.press('李经理', '物业工单群', '户报同样的事', '合成一件')
  const [{ number } = { number: 0 }] = await world.sql`select max(number)::int as number from ticket`
  world.news()
  await world.say('刘师傅', '物业工单群', `办结 ${number} 水泵换好了`)
  const asked = world.news().业主群?.filter((text) => text.includes('好了吗'))
  expect(asked).toHaveLength(1)
  expect(asked?.[0]).toContain('邻居1和另外')
  await world.until('2026-11-23 12:00')
  expect(await world.sql`select distinct status from ticket order by status`).toEqual([
    { status: 'closed' },
    { status: 'merged' },
  ])
  expect(world.errors).toEqual([])
})

it('put aside it is not proposed again in those minutes, and by word of command one report is taken out again', async () => {
  const world = await start()
  await five(world)
  await world.press('刘师傅', '物业工单群', '户报同样的事', '不用')
  world.news()
  await says(world, 5, '3号楼1单元201没水')
  expect(Object.values(world.news()).flat().join()).not.toContain('📣')
  await world.say('刘师傅', '物业工单群', '合并 2 到 1')
  await world.say('张女士', '物业工单群', '拆开 2')
  expect(Object.values(world.news()).flat().join()).toContain('只有物业人员可以拆开')
  await world.say('刘师傅', '物业工单群', '拆开 2')
  expect(await world.sql`select status, merged_into from ticket where number = 2`).toEqual([
    { status: 'open', mergedInto: null },
  ])
  await world.say('刘师傅', '物业工单群', '拆开 1')
  expect(Object.values(world.news()).flat().join()).toContain('不能拆开')
  expect(world.errors).toEqual([])
})

it('a published notice takes the reports, and an area of its own is proposed as that building', async () => {
  const world = await start()
  await world.say('刘师傅', '物业工单群', '现在5号楼停水抢修,12点恢复')
  await world.press('刘师傅', '物业工单群', '我这样理解', '发布')
  await five(world)
  expect(world.shows('物业工单群').join()).not.toContain('户报同样的事')
  for (const [index, line] of ['3号楼1单元没水', '3号楼2单元没水', '3号楼没水啊', '三号楼停水'].entries())
    await says(world, 3 + index, line)
  expect(world.shows('物业工单群').find((text) => text.includes('户报同样的事'))).toMatch(/供水问题 · 3号楼/)
  expect(world.errors).toEqual([])
})

it('T01 nobody but staff and manager joins, puts aside or takes apart, by button or by line', async () => {
  const cast = roles.map((role, index) => `  - { id: ${700 + index}, name: 某${index}, role: ${role} }`).join('\n')
  const world = await startWorld({ communities: [`${community}${cast}\n`] })
  for (const id of neighbours) world.telegram.addUser({ id, first_name: `邻居${id}` })
  for (const [index] of roles.entries()) world.telegram.addUser({ id: 700 + index, first_name: `某${index}` })
  await five(world)
  const state = () =>
    world.sql`select (select status from incident), json_agg(status order by id) as tickets from ticket`
  const tryAll = async (on: string, labels: readonly string[]) => {
    const before = await state()
    for (const [index, role] of roles.entries()) {
      if (role === 'staff' || role === 'manager') continue
      for (const label of labels) {
        const message = world.telegram.chat(-1002).find(on)
        if (!message) throw new Error(`nothing with ${on}`)
        const answer = await world.telegram.as(700 + index).press(-1002, message, label)
        await world.settle()
        expect([role, label, answer.text]).toEqual([role, label, expect.stringContaining('只有物业人员')])
      }
    }
    expect(await state()).toEqual(before)
  }
  await tryAll('户报同样的事', ['合成一件', '不用'])
  await world.press('刘师傅', '物业工单群', '户报同样的事', '合成一件')
  await tryAll('已合成一件', ['拆开'])
  for (const [index, role] of roles.entries()) {
    if (role === 'staff' || role === 'manager') continue
    const before = await state()
    world.telegram.as(700 + index).say(-1002, '拆开 5')
    await world.settle()
    expect(await state()).toEqual(before)
  }
  await world.say('王师傅', '物业工单群', '拆开 5')
  expect(await world.sql`select status from incident`).toEqual([{ status: 'split' }])
  expect(world.errors).toEqual([])
})

it('says the same in English', async () => {
  const world = await startWorld({ communities: [community.replace('language: zh-CN', 'language: en')] })
  for (const id of neighbours) world.telegram.addUser({ id, first_name: `N${id}` })
  const english = ['No water in building 3 unit 1', 'No water in building 3 unit 2', 'building 5 unit 1 has no water']
  for (const [index, line] of [...english, 'No water in building 5 unit 2', 'No water, building 5'].entries())
    await says(world, index, line)
  expect(world.shows('物业工单群').filter((text) => text.includes('📣'))).toMatchInlineSnapshot(`
    [
      "📣 5 households reported the like within 15 min: Water supply · Building 3; Building 5
    #1, #2, #3, #4; 1 more asked whether it is the same
    As one matter everybody gets one answer and it is finished once; it can be taken apart again.
    [Make it one] [Leave them]",
    ]
  `)
  await world.press('李经理', '物业工单群', 'reported the like', 'Make it one')
  expect(world.shows('物业工单群').filter((text) => text.includes('📣'))).toMatchInlineSnapshot(`
    [
      "📣 Now one matter: #5 Water supply · Buildings 3, 5
    [Take apart]",
    ]
  `)
  expect(world.shows('业主群').at(-1)).toMatchInlineSnapshot(`
    "🚰 #5 Water supply · Buildings 3, 5
    Urgent · 刘师傅 on duty has been told
    Somebody will take it by today 10:15
    [+1 Me too · 4] [Add] [Not a report]"
  `)
  await world.press('李经理', '物业工单群', 'Now one matter', 'Take apart')
  expect(world.shows('物业工单群').filter((text) => text.includes('Taken apart'))).toMatchInlineSnapshot(`
    [
      "Taken apart: #5 Water supply · Buildings 3, 5; each goes on.",
    ]
  `)
  expect(world.errors).toEqual([])
})
