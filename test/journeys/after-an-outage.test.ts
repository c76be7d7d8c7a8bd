import { expect, it, vi } from 'vitest'
import { startWorld, type World, type WorldOptions } from '../support/world.ts'

// Forty tickets are opened one after the other.
vi.setConfig({ testTimeout: 120_000 })

const houses = Array.from({ length: 45 }, (_, index) => `  - { name: "${index + 1}", units: 2, floors: 11 }`).join('\n')

const neighbourhood = (language: string, name: string): string => `
community: { name: ${name}, timezone: Asia/Shanghai, language: ${language} }
buildings:
${houses}
chats:
  - { id: -1001, role: residents, title: 业主群 }
  - { id: -1002, role: staff, title: 物业工单群 }
  - { id: -1003, role: committee, title: 督办群 }
people:
  - { id: 101, name: 王师傅, role: staff }
  - { id: 201, name: 李经理, role: manager }
  - { id: 301, name: 陈书记, role: committee, title: 书记 }
`

/** Reports about dark staircases, one for each building; nobody takes them. */
async function given(reports: number, options: WorldOptions = {}, language = 'zh-CN'): Promise<World> {
  const world = await startWorld({ communities: [neighbourhood(language, '灯下小区')], ...options })
  for (let house = 1; house <= reports; house += 1) {
    const text = language === 'en' ? `Building ${house}: the corridor light is broken` : `${house}号楼楼道灯不亮`
    world.as('小陈').say(-1001, text)
  }
  await world.settle()
  world.news()
  return world
}

/** New messages of one chat since the last look; edits left out. */
function written(world: World, chat: string): readonly string[] {
  return (world.news()[chat] ?? []).filter((text) => !text.startsWith('✎'))
}

it('an answer that waited at Telegram comes before the step that fell due, and takes it back', async () => {
  const world = await given(1)
  await world.outageUntil('2026-11-18 15:30') // due at 12:00
  world.as('王师傅').say(-1002, '接单 1')
  await world.comeBack()
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 1号楼
    王师傅 已接单(15:30),明天 10:00 前到场
    周一 10:00 前修好
    [+1 我家也是] [补充]",
      ],
      "物业工单群": [
        "✎ 🔧 #1 供电照明 · 1号楼
    “1号楼楼道灯不亮” — 小陈 10:00
    王师傅 已接单(15:30)
    到场 明天 10:00 前 · 办结 周一 10:00 前
    [改时间] [转派] [挂起] [办结]
    [到场] [改类]",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('nothing overdue waits for the inbox longer than two minutes', async () => {
  const world = await given(1)
  const fault = world.telegram.fault({ kind: '500', method: 'getUpdates', times: Number.POSITIVE_INFINITY })
  await world.outageUntil('2026-11-18 15:30')
  world.as('王师傅').say(-1002, '接单 1')
  await world.comeBack({ settle: false })
  await world.huying.sweep()
  expect(world.news()).toEqual({})
  await world.sweepAt('2026-11-18 15:32')
  expect(written(world, '物业工单群')).toMatchInlineSnapshot(`
    [
      "📣 #1 供电照明 · 1号楼 接单已超时 1 个工作小时 32 分钟(系统停机,迟报),请 李经理 处理。
    [接单] [转派] [挂起] [办结]",
    ]
  `)
  fault.cancel()
  await world.settle()
  expect(world.shows('物业工单群')[0]).toContain('王师傅 已接单')
})

it('a ticket whose clocks have all run out speaks once, at the level it has reached', async () => {
  const world = await given(1)
  await world.outageUntil('2026-11-23 11:00')
  await world.comeBack()
  const news = world.news()
  expect(news.督办群?.filter((text) => text.startsWith('📣'))).toMatchInlineSnapshot(`
    [
      "📣 陈书记,请过问 #1 供电照明 · 1号楼
    应在11/18 12:00 前有人接单,已超时 2 个工作日 6 个工作小时(系统停机,迟报)
    [督办] [延期] [退回] [看经过]",
    ]
  `)
  expect(news.物业工单群?.filter((text) => /^(📣|⚠️|⏳)/u.test(text))).toEqual([])
  const decided = await world.sql<{ key: string; outcome: string }[]>`
    select key, outcome from due where decided_at is not null order by id`
  expect(decided).toMatchInlineSnapshot(`
    Result [
      {
        "key": "1/acknowledge/warn",
        "outcome": "done",
      },
      {
        "key": "1/resolve/warn",
        "outcome": "said with 1/acknowledge/warn",
      },
    ]
  `)
  expect(world.errors).toEqual([])
})

it('five go out one by one, each saying that it comes late', async () => {
  const world = await given(5)
  await world.outageUntil('2026-11-18 13:30')
  await world.comeBack()
  expect(written(world, '物业工单群')).toMatchInlineSnapshot(`
    [
      "📣 #1 供电照明 · 1号楼 接单已超时 1 小时 30 分钟(系统停机,迟报),请 李经理 处理。
    [接单] [转派] [挂起] [办结]",
      "📣 #2 供电照明 · 2号楼 接单已超时 1 小时 30 分钟(系统停机,迟报),请 李经理 处理。
    [接单] [转派] [挂起] [办结]",
      "📣 #3 供电照明 · 3号楼 接单已超时 1 小时 30 分钟(系统停机,迟报),请 李经理 处理。
    [接单] [转派] [挂起] [办结]",
      "📣 #4 供电照明 · 4号楼 接单已超时 1 小时 30 分钟(系统停机,迟报),请 李经理 处理。
    [接单] [转派] [挂起] [办结]",
      "📣 #5 供电照明 · 5号楼 接单已超时 1 小时 30 分钟(系统停机,迟报),请 李经理 处理。
    [接单] [转派] [挂起] [办结]",
    ]
  `)
})

it('six go out as one digest; its buttons bring the cards', async () => {
  const world = await given(6)
  await world.outageUntil('2026-11-18 13:30')
  await world.comeBack()
  expect(written(world, '物业工单群')).toMatchInlineSnapshot(`
    [
      "📣 系统停机,迟报:6 件已超时,请 李经理 安排处理
    1. #1 供电照明 · 1号楼 — 接单已超时 1 小时 30 分钟 · 还没有人接单
    2. #2 供电照明 · 2号楼 — 接单已超时 1 小时 30 分钟 · 还没有人接单
    3. #3 供电照明 · 3号楼 — 接单已超时 1 小时 30 分钟 · 还没有人接单
    4. #4 供电照明 · 4号楼 — 接单已超时 1 小时 30 分钟 · 还没有人接单
    5. #5 供电照明 · 5号楼 — 接单已超时 1 小时 30 分钟 · 还没有人接单
    6. #6 供电照明 · 6号楼 — 接单已超时 1 小时 30 分钟 · 还没有人接单
    点编号看工单。
    [#1] [#2] [#3] [#4] [#5]
    [#6]",
    ]
  `)
  expect(await world.press('李经理', '物业工单群', '迟报', '#4')).toMatchInlineSnapshot(`"#4 的工单卡片发在下面了"`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "🟡 #4 供电照明 · 4号楼
    “4号楼楼道灯不亮” — 小陈 10:00
    接单 12:00 已过 · 到场 明天 10:00 前 · 办结 周一 10:00 前
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)
  // Pressed again, nothing more is said; somebody without a part in the work is refused.
  await world.press('李经理', '物业工单群', '迟报', '#4')
  expect(world.news()).toEqual({})
  expect(world.errors).toEqual([])
})

it('the committee has its own digest, and opens a card to supervise', async () => {
  const world = await given(6)
  await world.outageUntil('2026-11-18 17:30') // level 2 since 16:00
  await world.comeBack()
  const news = world.news()
  expect(news.督办群).toMatchInlineSnapshot(`
    [
      "📣 系统停机,迟报:6 件已超时,请督办
    1. #1 供电照明 · 1号楼 — 接单已超时 3 个工作小时 30 分钟 · 还没有人接单
    2. #2 供电照明 · 2号楼 — 接单已超时 3 个工作小时 30 分钟 · 还没有人接单
    3. #3 供电照明 · 3号楼 — 接单已超时 3 个工作小时 30 分钟 · 还没有人接单
    4. #4 供电照明 · 4号楼 — 接单已超时 3 个工作小时 30 分钟 · 还没有人接单
    5. #5 供电照明 · 5号楼 — 接单已超时 3 个工作小时 30 分钟 · 还没有人接单
    6. #6 供电照明 · 6号楼 — 接单已超时 3 个工作小时 30 分钟 · 还没有人接单
    点编号看工单。
    [#1] [#2] [#3] [#4] [#5]
    [#6]",
    ]
  `)
  expect(news.物业工单群?.filter((text) => !text.startsWith('✎'))).toEqual([])
  await world.press('陈书记', '督办群', '迟报', '#2')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "督办群": [
        "📣 请督办 #2 供电照明 · 2号楼
    应在今天 12:00 前有人接单,已超时 3 个工作小时 30 分钟
    物业:还没有人接单,负责人 李经理
    [督办] [延期] [退回] [看经过]",
      ],
    }
  `)
  expect(await world.press('陈书记', '督办群', '请督办 #2', '督办')).toMatchInlineSnapshot(`"#2 已督办"`)
})

it('an emergency is in no digest: it comes first and by itself', async () => {
  const world = await given(6)
  await world.say('张女士', '业主群', '44号楼电梯困人了')
  world.news()
  await world.outageUntil('2026-11-18 17:30')
  await world.comeBack()
  expect(world.news().督办群).toMatchInlineSnapshot(`
    [
      "📣 陈书记,请过问 #7 电梯故障 · 44号楼
    应在今天 10:05 前有人接单,已超时 7 小时 25 分钟(系统停机,迟报)
    [督办] [延期] [退回] [看经过]",
      "📣 系统停机,迟报:6 件已超时,请督办
    1. #1 供电照明 · 1号楼 — 接单已超时 3 个工作小时 30 分钟 · 还没有人接单
    2. #2 供电照明 · 2号楼 — 接单已超时 3 个工作小时 30 分钟 · 还没有人接单
    3. #3 供电照明 · 3号楼 — 接单已超时 3 个工作小时 30 分钟 · 还没有人接单
    4. #4 供电照明 · 4号楼 — 接单已超时 3 个工作小时 30 分钟 · 还没有人接单
    5. #5 供电照明 · 5号楼 — 接单已超时 3 个工作小时 30 分钟 · 还没有人接单
    6. #6 供电照明 · 6号楼 — 接单已超时 3 个工作小时 30 分钟 · 还没有人接单
    点编号看工单。
    [#1] [#2] [#3] [#4] [#5]
    [#6]",
    ]
  `)
})

it('a line goes when its ticket is answered before the digest is sent', async () => {
  const world = await given(7)
  await world.outageUntil('2026-11-18 13:30')
  // Telegram refuses to hear the staff chat for a while: the digest is decided and waits.
  const fault = world.telegram.fault({ kind: '429', chatId: -1002, retryAfter: 5 })
  await world.comeBack({ settle: false })
  await world.huying.settle()
  expect(fault.hits).toBe(1)
  await world.say('王师傅', '物业工单群', '接单 3')
  expect(written(world, '物业工单群')).toMatchInlineSnapshot(`
    [
      "📣 系统停机,迟报:6 件已超时,请 李经理 安排处理
    1. #1 供电照明 · 1号楼 — 接单已超时 1 小时 30 分钟 · 还没有人接单
    2. #2 供电照明 · 2号楼 — 接单已超时 1 小时 30 分钟 · 还没有人接单
    3. #4 供电照明 · 4号楼 — 接单已超时 1 小时 30 分钟 · 还没有人接单
    4. #5 供电照明 · 5号楼 — 接单已超时 1 小时 30 分钟 · 还没有人接单
    5. #6 供电照明 · 6号楼 — 接单已超时 1 小时 30 分钟 · 还没有人接单
    6. #7 供电照明 · 7号楼 — 接单已超时 1 小时 30 分钟 · 还没有人接单
    点编号看工单。
    [#1] [#2] [#4] [#5] [#6]
    [#7]",
    ]
  `)
})

it('in English, too', async () => {
  const world = await given(6, {}, 'en')
  await world.outageUntil('2026-11-18 13:30')
  await world.comeBack()
  expect(written(world, '物业工单群')).toMatchInlineSnapshot(`
    [
      "📣 Reported late, the system was down: 6 overdue. 李经理, please see to them.
    1. #1 Power or lighting · Building 1 — ack: 1 hour 30 min late · nobody has taken it
    2. #2 Power or lighting · Building 2 — ack: 1 hour 30 min late · nobody has taken it
    3. #3 Power or lighting · Building 3 — ack: 1 hour 30 min late · nobody has taken it
    4. #4 Power or lighting · Building 4 — ack: 1 hour 30 min late · nobody has taken it
    5. #5 Power or lighting · Building 5 — ack: 1 hour 30 min late · nobody has taken it
    6. #6 Power or lighting · Building 6 — ack: 1 hour 30 min late · nobody has taken it
    Press a number to see its ticket.
    [#1] [#2] [#3] [#4] [#5]
    [#6]",
    ]
  `)
})

it('warnings have a digest of their own', async () => {
  const world = await given(6)
  await world.outageUntil('2026-11-18 11:55') // warned at 11:36
  await world.comeBack()
  expect(written(world, '物业工单群')).toMatchInlineSnapshot(`
    [
      "⏳ 系统停机,迟报:6 件快到期,请看看来不来得及
    1. #1 供电照明 · 1号楼 — 接单还有 5 分钟到期 · 还没有人接单
    2. #2 供电照明 · 2号楼 — 接单还有 5 分钟到期 · 还没有人接单
    3. #3 供电照明 · 3号楼 — 接单还有 5 分钟到期 · 还没有人接单
    4. #4 供电照明 · 4号楼 — 接单还有 5 分钟到期 · 还没有人接单
    5. #5 供电照明 · 5号楼 — 接单还有 5 分钟到期 · 还没有人接单
    6. #6 供电照明 · 6号楼 — 接单还有 5 分钟到期 · 还没有人接单
    点编号看工单。
    [#1] [#2] [#3] [#4] [#5]
    [#6]",
    ]
  `)
})

it('forty after an outage: one digest in each chat, whole lines, and never more than twenty a minute in a group', async () => {
  const world = await given(40, { limits: true })
  await world.outageUntil('2026-11-18 17:30')
  const before = world.telegram.callsTo('sendMessage').length
  await world.comeBack()
  const [digest, ...others] = written(world, '督办群')
  expect(others).toEqual([])
  const text = digest?.split('\n[')[0] ?? ''
  expect(text.split('\n').filter((line) => /^\d+\. #/.test(line))).toHaveLength(40)
  expect(text.length).toBeLessThanOrEqual(4096)
  expect(before).toBeGreaterThan(0)
  expect(busiestMinute(world)).toBeLessThanOrEqual(20)
  const decided = await world.sql<{ number: number; level: number; steps: number }[]>`
    select t.number, t.level, count(distinct s) as steps from ticket t, jsonb_array_elements_text(t.decided_steps) s
    group by t.number, t.level order by t.number`
  expect(decided.map(({ level }) => level)).toEqual(Array(40).fill(2))
  const [said] = await world.sql<{ escalations: number }[]>`
    select count(*) as escalations from ticket_event where type = 'escalated'`
  expect(said).toEqual({ escalations: 40 })
  expect(world.errors).toEqual([])
})

it('three chats have three digests, each of its own matters', async () => {
  const chats = `  - { id: -1002, role: staff, title: 物业工单群, buildings: ["1", "2", "3", "4", "5", "6"] }
  - { id: -1004, role: staff, title: 南区工单群, buildings: ["7", "8", "9", "10", "11", "12"] }`
  const file = neighbourhood('zh-CN', '灯下小区').replace(/ {2}- \{ id: -1002.*/, chats)
  const world = await startWorld({ communities: [file], at: '2026-11-18 08:30' })
  world.telegram.addGroup({ id: -1004, title: '南区工单群', owner: 201, members: [101] })
  for (let house = 13; house <= 18; house += 1) world.as('小陈').say(-1001, `${house}号楼楼道灯不亮`)
  await world.until('2026-11-18 10:00')
  for (let house = 1; house <= 12; house += 1) world.as('小陈').say(-1001, `${house}号楼楼道灯不亮`)
  await world.settle()
  world.news()
  await world.outageUntil('2026-11-18 15:00')
  await world.comeBack()
  const news = world.news()
  const heads = ['物业工单群', '南区工单群', '督办群'].map((chat) =>
    (news[chat] ?? []).filter((text) => !text.startsWith('✎')).map((text) => text.split('\n').slice(0, 2)),
  )
  expect(heads).toMatchInlineSnapshot(`
    [
      [
        [
          "📣 系统停机,迟报:6 件已超时,请 李经理 安排处理",
          "1. #7 供电照明 · 1号楼 — 接单已超时 1 个工作小时 · 还没有人接单",
        ],
      ],
      [
        [
          "📣 系统停机,迟报:6 件已超时,请 李经理 安排处理",
          "1. #13 供电照明 · 7号楼 — 接单已超时 1 个工作小时 · 还没有人接单",
        ],
      ],
      [
        [
          "📣 系统停机,迟报:6 件已超时,请督办",
          "1. #1 供电照明 · 13号楼 — 接单已超时 2 个工作小时 30 分钟 · 还没有人接单",
        ],
      ],
    ]
  `)
})

it('超时 lists what is overdue: staff all of it, the committee what has passed its tier, a resident nothing', async () => {
  const world = await given(2)
  await world.until('2026-11-18 12:00')
  world.news()
  await world.say('李经理', '物业工单群', '超时')
  await world.say('陈书记', '督办群', '/overdue')
  await world.say('小陈', 'dm', '/overdue')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "小陈": [
        "这个只有物业和社区的人能看。有事直接在群里说一声就行。",
      ],
      "物业工单群": [
        "超时 2 件:
    #1 供电照明 · 1号楼 — 接单已超时 不到 1 分钟 · 还没有人接单
    #2 供电照明 · 2号楼 — 接单已超时 不到 1 分钟 · 还没有人接单
    点编号看工单。
    [#1] [#2]",
      ],
      "督办群": [
        "没有超时的工单,辛苦了。",
      ],
    }
  `)
  await world.until('2026-11-18 16:00')
  world.news()
  await world.say('陈书记', '督办群', '超时')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "督办群": [
        "超时 2 件:
    #1 供电照明 · 1号楼 — 接单已超时 2 个工作小时 · 还没有人接单
    #2 供电照明 · 2号楼 — 接单已超时 2 个工作小时 · 还没有人接单
    点编号看工单。
    [#1] [#2]",
      ],
    }
  `)
})

/** The most sends and edits that any group saw within one minute of the world's clock. */
function busiestMinute(world: World): number {
  const calls = ['sendMessage', 'sendPhoto', 'editMessageText'].flatMap((method) =>
    world.telegram
      .callsTo(method)
      .filter(({ outcome }) => outcome.ok)
      .map(({ at, params }) => ({ at, chat: Number(params.chat_id) })),
  )
  return Math.max(
    ...calls.map(
      ({ at, chat }) => calls.filter((one) => one.chat === chat && one.at >= at && one.at < at + 60_000).length,
    ),
  )
}
