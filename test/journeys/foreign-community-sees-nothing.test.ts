import { expect, it } from 'vitest'
import type { Person } from '../../src/sandbox/person.ts'
import type { MessageView } from '../../src/sandbox/view.ts'
import { community, startWorld, type World } from '../support/world.ts'

/** A second neighbourhood that shares no chat, person, building or trade word with the first. */
const other = `
community: { name: 安乐苑, timezone: Asia/Shanghai, language: zh-CN, households: 300 }
buildings:
  - { name: "8", units: 2, floors: 6, handover: 2020-06-30, grid: 孙网格 }
chats:
  - { id: -2001, role: residents, title: 安乐业主群 }
  - { id: -2002, role: staff, title: 安乐工单群 }
  - { id: -2003, role: committee, title: 安乐督办群 }
people:
  - { id: 111, name: 周师傅, role: staff, trades: [elevator, power, water, leak] }
  - { id: 211, name: 吴经理, role: manager }
  - { id: 311, name: 郑书记, role: committee, title: 书记 }
`

const chatsHere = ['业主群', '物业工单群', '督办群']
const chatsThere = ['安乐业主群', '安乐工单群', '安乐督办群']
const wordsHere = /幸福里|供电照明|楼道灯|5号楼|张女士|王师傅|刘师傅|李经理|陈书记|赵网格/
const wordsThere = /安乐|漏水|屋顶|8号楼|何先生|周师傅|吴经理|郑书记|孙网格/

/** Two communities, each with a #1 of its own: a lamp here, a wet roof there. */
async function startTwo() {
  const world = await startWorld({ communities: [community, other] })
  const { telegram } = world
  for (const [id, name] of [
    [111, '周师傅'],
    [211, '吴经理'],
    [311, '郑书记'],
    [411, '何先生'],
  ] as const)
    telegram.addUser({ id, first_name: name })
  telegram.addGroup({ id: -2001, title: '安乐业主群', owner: 211, members: [411] })
  telegram.addGroup({ id: -2002, title: '安乐工单群', owner: 211, members: [111] })
  telegram.addGroup({ id: -2003, title: '安乐督办群', owner: 311, members: [] })
  await world.say('张女士', '业主群', '5号楼1单元楼道灯不亮')
  await telegram.as(411).say(-2001, '8号楼2单元屋顶漏水')
  await world.settle()
  return world
}

/** What is new, chat by chat, after a look that none of it holds a word of the community the chat does not belong to. */
function newsApart(world: World) {
  const news = world.news()
  for (const [chat, texts] of Object.entries(news)) {
    const there = [...chatsThere, '何先生', '周师傅', '吴经理', '郑书记'].includes(chat)
    expect(texts.join('\n')).not.toMatch(there ? wordsHere : wordsThere)
  }
  return news
}

function cardOf(world: World, chat: number): MessageView {
  const card = world.telegram.chat(chat).find('#1')
  if (card === undefined) throw new Error(`no card of #1 in ${chat}`)
  return card
}

async function says(world: World, person: Person, ...line: Parameters<Person['say']>) {
  person.say(...line)
  await world.settle()
}

it('T05 a number means the ticket of the community that is spoken in: in its chat, in private, by a reply', async () => {
  const world = await startTwo()
  const opened = newsApart(world)
  expect(Object.keys(opened).sort()).toEqual(['业主群', '物业工单群', '安乐业主群', '安乐工单群'].sort())
  expect(opened.物业工单群?.join()).toMatch(/供电照明.*5号楼.*楼道灯.*张女士.*王师傅.*赵网格/s)
  expect(opened.安乐工单群?.join()).toMatch(/漏水.*8号楼.*屋顶漏水.*何先生.*周师傅.*孙网格/s)
  const here = world.shows('物业工单群')
  const zhou = world.telegram.as(111)

  await says(world, zhou, -2002, '接单 1')
  const taken = newsApart(world)
  expect(Object.keys(taken).sort()).toEqual(['安乐业主群', '安乐工单群'].sort())
  expect(taken.安乐工单群?.join()).toContain('周师傅')

  zhou.start()
  await world.settle()
  newsApart(world)
  await says(world, zhou, 'dm', '接单 1')
  expect(newsApart(world)).toMatchInlineSnapshot(`
    {
      "周师傅": [
        "#1 已经有人接了,不用再接。",
      ],
    }
  `)
  await says(world, zhou, 'dm', '到场 1')
  expect(Object.keys(newsApart(world)).sort()).toEqual(['安乐业主群', '安乐工单群'].sort())
  await says(world, zhou, 'dm', '进度 1')
  expect(newsApart(world)).toMatchInlineSnapshot(`
    {
      "周师傅": [
        "#1 漏水排水 · 8号楼2单元:在办
    周师傅 在办,周一 10:00 前
    10:00 登记
    10:00 周师傅 接单
    10:00 派给 周师傅
    10:00 周师傅 到场
    [催一下]",
      ],
    }
  `)

  await says(world, zhou, 'dm', '谁负责 1')
  const who = newsApart(world)
  expect(Object.keys(who)).toEqual(['周师傅'])
  expect(who.周师傅?.join()).toMatch(/#1 漏水排水 · 8号楼2单元 该由物业负责.*周师傅 牵头/s)

  await says(world, zhou, -2002, '办结 已补防水', { replyTo: cardOf(world, -2002).id })
  const done = newsApart(world)
  expect(Object.keys(done).sort()).toEqual(['安乐业主群', '安乐工单群'].sort())
  expect(done.安乐工单群?.join()).toContain('已补防水')
  expect(world.shows('物业工单群')).toEqual(here)
  expect(here[0]).toContain('[接单]')
  expect(world.errors).toEqual([])
})

it("T01 T02 T05 the staff of one are nobody in the other's chats: not by button, by forged data, by line or by reply", async () => {
  const world = await startTwo()
  const zhou = world.telegram.as(111)
  const wang = world.telegram.as(101)
  const before = { here: world.shows('物业工单群'), there: world.telegram.chat(-2002).fromBot.map(({ text }) => text) }
  newsApart(world)

  // The data of each button of the card here, pressed on their own card there.
  const copied = cardOf(world, -1002).keyboard.flat()
  expect(copied.map(({ text }) => text)).toEqual(['接单', '转派', '挂起', '办结', '改类'])
  for (const { callback_data: data = '' } of copied) {
    const answer = await zhou.press(-2002, cardOf(world, -2002), { data })
    expect(answer.text).toBe('这个按钮已失效。请看最新的卡片,或直接打字,例如:接单 128')
  }
  await world.settle()
  expect(newsApart(world)).toEqual({})

  // On the other's card itself.
  const presses = [
    await zhou.press(-1002, cardOf(world, -1002), '接单'),
    await wang.press(-2002, cardOf(world, -2002), '接单'),
  ]
  expect(presses.map(({ text }) => text)).toMatchInlineSnapshot(`
    [
      "只有物业人员可以接单。需要帮忙请找 李经理。",
      "只有物业人员可以接单。需要帮忙请找 吴经理。",
    ]
  `)
  await world.settle()
  expect(newsApart(world)).toEqual({})

  // In words.
  await says(world, zhou, -1002, '接单 1')
  await says(world, wang, -2002, '接单 1')
  await says(world, zhou, -1002, '办结 已换', { replyTo: cardOf(world, -1002).id })
  await says(world, wang, -2002, '办结 已换', { replyTo: cardOf(world, -2002).id })
  expect(newsApart(world)).toMatchInlineSnapshot(`
    {
      "安乐工单群": [
        "只有物业人员可以接单。需要帮忙请找 吴经理。",
        "只有物业人员可以办结。需要帮忙请找 吴经理。",
      ],
      "物业工单群": [
        "只有物业人员可以接单。需要帮忙请找 李经理。",
        "只有物业人员可以办结。需要帮忙请找 李经理。",
      ],
    }
  `)
  expect(world.shows('物业工单群')[0]).toBe(before.here[0])
  expect(world.telegram.chat(-2002).fromBot[0]?.text).toBe(before.there[0])
  expect(world.errors).toEqual([])
})

it('on the way to the committee and in the summaries each hears of its own matter only', async () => {
  const world = await startTwo()
  newsApart(world)
  const heard: Record<string, string[]> = {}
  const hear = () => {
    for (const [chat, texts] of Object.entries(newsApart(world))) heard[chat] = [...(heard[chat] ?? []), ...texts]
  }
  for (const at of ['2026-11-18 16:00', '2026-11-20 18:00', '2026-11-23 08:59', '2026-11-23 09:00']) {
    await world.until(at)
    hear()
  }
  for (const chat of [...chatsHere, ...chatsThere]) {
    const there = chatsThere.includes(chat)
    const summaries = (heard[chat] ?? []).filter((text) => text.startsWith('(图)'))
    expect(summaries).toHaveLength(1)
    expect(summaries[0]).toContain(there ? '安乐苑' : '幸福里小区')
    expect(summaries[0]).toContain('新报 1 件')
    expect(summaries[0]).toMatch(there ? /最久未结:#1 .*8号楼/ : /最久未结:#1 .*5号楼/)
  }
  expect(heard.督办群?.filter((text) => text.startsWith('📣'))).toContainEqual(expect.stringContaining('陈书记'))
  expect(heard.安乐督办群?.filter((text) => text.startsWith('📣'))).toContainEqual(expect.stringContaining('郑书记'))
  expect(world.errors).toEqual([])
})
