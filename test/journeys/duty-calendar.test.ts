import { expect, it } from 'vitest'
import { writeIcs } from '../../src/reports/write-ics.ts'
import { community, startWorld, type World } from '../support/world.ts'

const duty = `
duty:
  - { person: 王师傅, days: [mon], from: "08:00", to: "18:00", trades: [elevator, power] }
`
const publicUrl = 'https://bot.example.org'

/** The address in the newest message of a private chat, and what is behind it. */
async function behind(world: World, chat: number) {
  const text = world.telegram.chat(chat).fromBot.at(-1)?.text ?? ''
  const [, token = ''] = /\/duty\/([\w-]{16})\.ics/.exec(text) ?? []
  return { token, calendar: await world.huying.app.dutyCalendar(token) }
}

it('the manager gets an address in private, nobody else; a new one ends the old one', async () => {
  const world = await startWorld({ communities: [community + duty], publicUrl })
  await world.say('李经理', 'dm', '值班日历')
  const first = await behind(world, 201)
  expect(first.calendar?.community).toBe('幸福里小区')
  expect(first.calendar?.entries).toHaveLength(17)
  expect(writeIcs(first.calendar ?? never())).toContain('SUMMARY:值班:王师傅(电梯、供电照明)\r\n')
  await world.say('李经理', '物业工单群', '值班日历')
  await world.say('王师傅', '物业工单群', '/dutycal')
  await world.say('张女士', '业主群', '/dutycal')
  const masked = Object.fromEntries(
    Object.entries(world.news()).map(([chat, texts]) => [
      chat,
      texts.map((text) => text.replace(first.token, 'TOKEN')),
    ]),
  )
  expect(masked).toMatchInlineSnapshot(`
    {
      "业主群": [
        "这个要物业经理来发。需要帮忙请找 李经理。",
      ],
      "李经理": [
        "📅 幸福里小区的值班日历,在手机日历里选「订阅」,填这个地址:
    https://bot.example.org/duty/TOKEN.ics
    拿到地址的人都能看到谁值班,请只发给该看的人。
    再发一次「值班日历」会换新地址,旧的马上失效。",
      ],
      "物业工单群": [
        "日历的地址不在群里发。请私聊我发「值班日历」。",
        "这个要物业经理来发。需要帮忙请找 李经理。",
      ],
    }
  `)
  await world.say('李经理', 'dm', '值班日历')
  const second = await behind(world, 201)
  expect(second.calendar).toEqual(first.calendar)
  expect(await world.huying.app.dutyCalendar(first.token)).toBeNull()
  expect(await world.huying.app.dutyCalendar('')).toBeNull()
  // Neither address is anywhere in the database.
  const [kept] = await world.sql<{ text: string }[]>`
    select string_agg(t::text, '') as text from (select to_jsonb(post) as t from post union all select to_jsonb(secret) from secret union all select to_jsonb(inbox) from inbox) all_rows`
  expect(kept?.text).not.toContain(first.token)
  expect(kept?.text).not.toContain(second.token)
  expect(world.errors).toEqual([])
})

it('says what the operator has to set, and where a roster is written', async () => {
  const world = await startWorld({ communities: [community + duty] })
  await world.say('李经理', 'dm', '值班日历')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "李经理": [
        "日历还差一步:请装机器人的人把 PUBLIC_URL 设成外面能打开的地址(例如 https://bot.example.org)再重启,然后您再发一次「值班日历」。",
      ],
    }
  `)
  const bare = await startWorld({ publicUrl })
  await bare.say('李经理', 'dm', '值班日历')
  expect(bare.news()).toMatchInlineSnapshot(`
    {
      "李经理": [
        "还没有值班表。管理员可以写在小区文件的 duty 里。",
      ],
    }
  `)
})

it('speaks English where the community does, and never shows another community', async () => {
  const other = `
community: { name: Elsewhere, timezone: Asia/Shanghai, language: en }
chats:
  - { id: -2002, role: staff, title: Elsewhere staff }
people:
  - { id: 901, name: Adams, role: manager }
duty:
  - { person: Adams, days: [wed], from: "00:00", to: "24:00" }
`
  const world = await startWorld({ communities: [community + duty, other], publicUrl })
  world.telegram.addUser({ id: 901, first_name: 'Adams' })
  world.telegram.addGroup({ id: -2002, title: 'Elsewhere staff', owner: 901, members: [] })
  await world.say('李经理', 'dm', '值班日历')
  const here = await behind(world, 201)
  await world.telegram.as(901).say('dm', '/dutycal')
  await world.telegram.as(901).say(-2002, '/dutycal')
  await world.settle()
  const there = await behind(world, 901)
  const news = world.news()
  expect(
    [news.Adams, news['Elsewhere staff']].flat().map((text) => text?.replace(there.token, 'TOKEN')),
  ).toMatchInlineSnapshot(`
    [
      "📅 The duty calendar of Elsewhere. Subscribe to this address in your calendar:
    https://bot.example.org/duty/TOKEN.ics
    Whoever has the address can see who is on duty: please give it only to those who should.
    Sending /dutycal again makes a new address; the old one stops working at once.",
      "Its address is not for a group: please send me /dutycal in private.",
    ]
  `)
  expect(new Set(here.calendar?.entries.map(({ who }) => who))).toEqual(new Set(['王师傅']))
  expect(new Set(there.calendar?.entries.map(({ who }) => who))).toEqual(new Set(['Adams']))
  expect(writeIcs(there.calendar ?? never())).toContain('SUMMARY:On duty: Adams\r\n')
  expect(world.errors).toEqual([])
})

function never(): never {
  throw new Error('no calendar')
}
