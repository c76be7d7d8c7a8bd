import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

/** Wednesday 2026-11-18, 10:00. Saturday is the 21st. */
const duty = `
duty:
  - { person: 王师傅, days: [sat], from: "08:00", to: "20:00", trades: [elevator, power] }
  - { person: 刘师傅, days: [sun], from: "08:00", to: "20:00" }
`

it('whoever is asked says yes by button, and roster, cards and calendar follow', async () => {
  const world = await startWorld({ communities: [community + duty], publicUrl: 'https://bot.example.org' })
  await world.say('王师傅', '物业工单群', '换班 周六 刘师傅')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "🔁 刘师傅,周六 11/21 08:00–20:00 替王师傅值班,行吗?
    [行] [不行]",
      ],
    }
  `)
  // A stranger, and the one who asks, cannot answer for him.
  expect(await world.press('王师傅', '物业工单群', '行吗', '行')).toMatchInlineSnapshot(
    `"这是问 刘师傅 的,等本人或经理来点。"`,
  )
  expect(world.news()).toEqual({})
  expect(await world.press('刘师傅', '物业工单群', '行吗', '行')).toMatchInlineSnapshot(`"换好了,谢谢"`)
  await world.say('王师傅', '物业工单群', '换班 周六 刘师傅')
  await world.say('李经理', '物业工单群', '值班表')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "✎ (deleted)",
        "🔁 换好了:周六 11/21 08:00–20:00 由刘师傅替王师傅值班。",
        "那个班已经换给 刘师傅 了。",
        "📅 值班表
    周三 11/18 —
    周四 11/19 —
    周五 11/20 —
    周六 11/21 08:00–20:00 刘师傅(电梯、供电照明,替王师傅)
    周日 11/22 08:00–20:00 刘师傅
    周一 11/23 —
    周二 11/24 —",
      ],
    }
  `)
  await world.say('李经理', 'dm', '值班日历')
  const token = /\/duty\/([\w-]{16})/.exec(world.telegram.chat(201).fromBot.at(-1)?.text ?? '')?.[1] ?? ''
  const feed = await world.huying.app.dutyCalendar(token)
  const saturdays = feed?.entries.filter(({ trades }) => trades.includes('elevator')).map(({ who }) => who) ?? []
  expect(saturdays.filter((who) => who === '刘师傅')).toHaveLength(1)
  await world.until('2026-11-21 09:00')
  await world.say('张女士', '业主群', '5号楼1单元楼道灯不亮')
  expect(world.shows('业主群').at(-1)).toContain('已通知值班 刘师傅')
  expect(world.errors).toEqual([])
})

it('a no leaves it as it was; a manager’s word settles it at once; a begun shift is past', async () => {
  const world = await startWorld({ communities: [community + duty] })
  await world.say('王师傅', '物业工单群', '换班 周六 刘师傅')
  await world.press('刘师傅', '物业工单群', '行吗', '不行')
  await world.say('王师傅', '物业工单群', '换班 2026-11-21 刘师傅')
  await world.say('李经理', '物业工单群', '换班 周日 王师傅')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "(deleted)",
        "🔁 没换成:周六 11/21 08:00–20:00 还是王师傅值班。可以再问问别人。",
        "🔁 刘师傅,周六 11/21 08:00–20:00 替王师傅值班,行吗?
    [行] [不行]",
        "🔁 换好了:周日 11/22 08:00–20:00 由王师傅替刘师傅值班。",
      ],
    }
  `)
  // Nobody answers: when the shift begins the question says so in its place, once.
  await world.until('2026-11-21 07:59')
  expect(world.news()).toEqual({})
  await world.until('2026-11-21 08:00')
  expect(world.news()).toEqual({
    物业工单群: ['✎ 🔁 没换成:周六 11/21 08:00–20:00 没等到回复,还是王师傅值班。'],
  })
  const due = await world.sql`select outcome from due where key like 'community/swap/%' order by id`
  expect(due.map(({ outcome }) => outcome)).toEqual(['settled', 'expired'])
  await world.say('王师傅', '物业工单群', '换班 周六 刘师傅')
  expect(world.news().物业工单群).toMatchInlineSnapshot(`
    [
      "🔁 刘师傅,周六 11/28 08:00–20:00 替王师傅值班,行吗?
    [行] [不行]",
    ]
  `)
  expect(world.errors).toEqual([])
})

it.each([
  [
    'by the one asked',
    async (world: Awaited<ReturnType<typeof startWorld>>) => {
      await world.press('李经理', '物业工单群', '李经理,周六', '行')
    },
  ],
  [
    'by the manager',
    async (world: Awaited<ReturnType<typeof startWorld>>) =>
      world.say('李经理', '物业工单群', '换班 周六 王师傅 李经理'),
  ],
])('asked of two and settled %s, the other question says at once who has the shift', async (_, settle) => {
  const world = await startWorld({ communities: [community + duty] })
  await world.say('王师傅', '物业工单群', '换班 周六 刘师傅')
  await world.say('王师傅', '物业工单群', '换班 周六 李经理')
  await world.say('刘师傅', '物业工单群', '换班 周日 王师傅')
  world.news()
  await settle(world)
  const said = world.news().物业工单群 ?? []
  expect(said).toContain('✎ 🔁 换好了:周六 11/21 08:00–20:00 由李经理替王师傅值班。')
  expect(said.join('\n')).not.toContain('行吗')
  const due = await world.sql`select key, outcome from due where key like 'community/swap/%' order by id`
  expect(due.map(({ outcome }) => outcome)).toEqual(['settled', 'settled', null])
  await world.until('2026-11-21 08:01')
  expect((world.news().物业工单群 ?? []).filter((text) => text.includes('值班') && text.includes('🔁'))).toEqual([])
  // The question about another shift stands until that begins.
  await world.until('2026-11-22 08:00')
  expect(world.news().物业工单群).toContain('✎ 🔁 没换成:周日 11/22 08:00–20:00 没等到回复,还是刘师傅值班。')
  expect(world.errors).toEqual([])
})

it('asks the same only once, and whoever asked takes it back with 不行', async () => {
  const world = await startWorld({ communities: [community + duty] })
  await world.say('王师傅', '物业工单群', '换班 周六 刘师傅')
  await world.say('王师傅', '物业工单群', '换班 周六 刘师傅')
  expect(world.news().物业工单群).toEqual([
    '🔁 刘师傅,周六 11/21 08:00–20:00 替王师傅值班,行吗?\n[行] [不行]',
    '已经在问 刘师傅 了,等他回复。急的话可以再问问别人。',
  ])
  await world.press('王师傅', '物业工单群', '行吗', '不行')
  expect(world.news()).toEqual({ 物业工单群: ['✎ 🔁 不换了:周六 11/21 08:00–20:00 还是王师傅值班。'] })
  // Taken back it may be asked anew.
  await world.say('王师傅', '物业工单群', '换班 周六 刘师傅')
  await world.press('刘师傅', '物业工单群', '行吗', '行')
  expect(world.news().物业工单群).toContain('🔁 换好了:周六 11/21 08:00–20:00 由刘师傅替王师傅值班。')
  expect(world.errors).toEqual([])
})

it('says why not, and answers only where the crew can see it', async () => {
  const world = await startWorld({ communities: [community + duty] })
  for (const line of [
    '换班',
    '换班 刘师傅',
    '换班 周六',
    '换班 周六 张三',
    '换班 周一 刘师傅',
    '换班 2026-11-20 刘师傅',
    '换班 11月20日 刘师傅',
    '换班的事情明天再说',
    '换班 周六 王师傅',
    '换班 周日 刘师傅 王师傅',
  ])
    await world.say('王师傅', '物业工单群', line)
  await world.say('王师傅', 'dm', '换班 周六 刘师傅')
  await world.say('张女士', '业主群', '/swap sat 刘师傅')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "这个只有物业和社区的人能看。有事直接在群里说一声就行。",
      ],
      "物业工单群": [
        "哪一天的班?例如:换班 周六 李师傅",
        "哪一天的班?例如:换班 周六 李师傅",
        "请谁来替?例如:换班 周六 李师傅",
        "没有找到「张三」。请写名单里的名字。",
        "那个时间没有班可换。发「值班表」看看是哪天。",
        "那个时间没有班可换。发「值班表」看看是哪天。",
        "那个时间没有班可换。发「值班表」看看是哪天。",
        "本来就是这位的班,不用换。",
        "这个要物业经理来发。需要帮忙请找 李经理。",
      ],
      "王师傅": [
        "换班要大家看得到,请在物业群里说。",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('speaks English where the community does, and one community never swaps in another', async () => {
  const other = `
community: { name: Elsewhere, timezone: Asia/Shanghai, language: en }
chats:
  - { id: -2002, role: staff, title: Elsewhere staff }
people:
  - { id: 901, name: Adams, role: staff }
  - { id: 902, name: Brown, role: staff }
duty:
  - { person: Adams, days: [sat], from: "08:00", to: "20:00" }
`
  const world = await startWorld({ communities: [community + duty, other] })
  for (const [id, name] of [
    [901, 'Adams'],
    [902, 'Brown'],
  ] as const)
    world.telegram.addUser({ id, first_name: name })
  world.telegram.addGroup({ id: -2002, title: 'Elsewhere staff', owner: 901, members: [902] })
  const say = async (id: number, text: string) => {
    await world.telegram.as(id).say(-2002, text)
    await world.settle()
  }
  await say(901, '/swap sat 刘师傅')
  await say(901, '/swap sat Brown')
  const asked = world.telegram.chat(-2002).find('can you take')
  if (!asked) throw new Error('nobody was asked')
  await world.telegram.as(902).press(-2002, asked, 'Yes')
  await world.settle()
  await world.say('李经理', '物业工单群', '值班表')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "Elsewhere staff": [
        "Nobody called “刘师傅” is on the list.",
        "(deleted)",
        "🔁 Swapped: on Sat 21 Nov, 08:00–20:00, Brown is on duty for Adams.",
      ],
      "物业工单群": [
        "📅 值班表
    周三 11/18 —
    周四 11/19 —
    周五 11/20 —
    周六 11/21 08:00–20:00 王师傅(电梯、供电照明)
    周日 11/22 08:00–20:00 刘师傅
    周一 11/23 —
    周二 11/24 —",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})
