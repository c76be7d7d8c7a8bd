import readExcel from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

it('T07 a private matter is masked in the group, told in full to staff, and continued in private by its reporter alone', async () => {
  const world = await startWorld()
  const words = await world.say('张女士', '业主群', '3号楼2单元601王老太一个人住,病了没人照顾')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🔒 #1 已转专人处理,细节不在群里说。
    [私聊补充]",
      ],
      "物业工单群": [
        "🟡 #1 关爱求助 · 3号楼2单元 601
    “3号楼2单元601王老太一个人住,病了没人照顾” — 张女士 10:00
    接单 10:30 前(只算白天) · 到场 明天 10:00 前
    私密工单:只在这里办,细节不外传
    网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)
  expect(world.shows('业主群').join()).not.toMatch(/601|王老太|病/)
  expect(world.shows('督办群')).toEqual([])

  const link =
    world.telegram
      .chat(-1001)
      .last?.keyboard.flat()
      .find(({ url }) => url)?.url ?? ''
  const payload = new URL(link).searchParams.get('start') ?? ''
  await world.as('老李').start(payload)
  await world.settle()
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "老李": [
        "只有报的人、物业人员可以补充。需要帮忙请找 李经理。",
      ],
    }
  `)
  await world.as('张女士').start(payload)
  await world.settle()
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "张女士": [
        "#1 要补充什么?直接回复这条,文字、照片都可以。",
      ],
    }
  `)
  const prompt = world.telegram.chat(401).last
  await world.say('张女士', 'dm', '子女电话打不通', { replyTo: prompt?.id ?? 0 })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "张女士": [
        "✎ (deleted)",
        "已记到 #1,只有办事的人看得到,谢谢。",
      ],
      "物业工单群": [
        "✎ 🟡 #1 关爱求助 · 3号楼2单元 601
    “3号楼2单元601王老太一个人住,病了没人照顾” — 张女士 10:00
    接单 10:30 前(只算白天) · 到场 明天 10:00 前
    补充:子女电话打不通 — 张女士
    私密工单:只在这里办,细节不外传
    网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)

  // The words can be taken out of the group, by whoever wrote them.
  world.telegram.setBotStatus(-1001, 'administrator', 201, { rights: { can_delete_messages: true } })
  await world.settle()
  await world.say('张女士', '业主群', '催 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🔒 #1 已转专人处理,细节不在群里说。
    [私聊补充] [删掉原话]",
        "#1 已催办,下一步:今天 10:30 前。每 4 小时可催一次。",
      ],
      "物业工单群": [
        "✎ 🟡 #1 关爱求助 · 3号楼2单元 601
    “3号楼2单元601王老太一个人住,病了没人照顾” — 张女士 10:00 · 催过 1 次
    接单 10:30 前(只算白天) · 到场 明天 10:00 前
    补充:子女电话打不通 — 张女士
    私密工单:只在这里办,细节不外传
    网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
        "🔔 #1 关爱求助 · 3号楼2单元,住户催办(第 1 次),应在今天 10:30 前办好。
    [接单] [转派] [挂起] [办结]",
      ],
    }
  `)
  await world.press('张女士', '业主群', '🔒', '删掉原话')
  expect(world.telegram.chat(-1001).message(words.id).deleted).toBe(true)
  expect(world.errors).toEqual([])
})

it('what is written to the bot alone is a private report, from whoever is in a chat of the community', async () => {
  const world = await startWorld()
  await world.say('陌生人', 'dm', '3号楼2单元电梯坏了')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "陌生人": [
        "您好,我是呼应。您还没加入用呼应的小区:请先在小区群里说一句话,再回来找我。",
      ],
    }
  `) // in no chat of ours
  await world.say('张女士', 'dm', '3号楼2单元电梯坏了')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "张女士": [
        "🛗 #1 电梯故障 · 3号楼2单元
    “3号楼2单元电梯坏了” 10:00
    紧急 · 已通知值班 王师傅
    今天 10:15 前会有人接单
    网格员:赵网格
    只有您和办事的人看得到
    [补充] [催一下]",
      ],
      "物业工单群": [
        "🔴 #1 紧急 电梯故障 · 3号楼2单元
    “3号楼2单元电梯坏了” — 张女士 10:00
    接单 10:15 前 · 到场 10:30 前 · 办结 明天 10:00 前
    私密工单:只在这里办,细节不外传
    值班:王师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `) // never seen before, but she is in the residents' chat
  expect(world.errors).toEqual([])
})

it('a quarrel and a household that is blamed are masked in the group, and English says so in English', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '楼上邻居天天骂我还威胁我家人')
  await world.say('老李', '业主群', '3号楼2单元601麻将打到半夜吵死了')
  const masked = (number: number) => `🔒 #${number} 已转专人处理,细节不在群里说。\n[私聊补充]`
  expect(world.news().业主群).toEqual([masked(1), masked(2)])
  expect(world.shows('物业工单群').join('\n')).toContain('“楼上邻居天天骂我还威胁我家人” — 张女士')
  const english = await startWorld({ communities: [community.replace('zh-CN', 'en')] })
  english.telegram.setBotStatus(-1001, 'administrator', 201, { rights: { can_delete_messages: true } })
  await english.settle()
  await english.say('张女士', '业主群', '3号楼2单元601王老太一个人住,病了没人照顾')
  expect(english.news().业主群).toMatchInlineSnapshot(`
    [
      "🔒 #1 is being handled in person. No details here, please.
    [Tell us privately] [Delete my words]",
    ]
  `)
  expect([...world.errors, ...english.errors]).toEqual([])
})

it('whom a private matter waits for is on its card alone: in no summary, no file and no answer', async () => {
  const world = await startWorld()
  await world.say('张女士', 'dm', '3号楼2单元502的老太太一个人在家摔倒过,想请社区关心一下')
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.say('王师傅', '物业工单群', '挂起 1 等张强603回来13900001111 到 12月3日10点')
  await world.say('王师傅', '物业工单群', '挂起 2 等502张女士开门13812345678 到 12月3日10点')
  expect(world.news().物业工单群?.join('\n')).toContain('在等张强603回来13900001111')
  await world.say('陈书记', '督办群', '为什么 1')
  await world.say('王师傅', '物业工单群', '为什么 1')
  await world.say('张女士', '业主群', '为什么 1')
  const why = world.news()
  expect(why.督办群?.[0]).toContain('挂起,等别的单位,')
  expect(why.物业工单群?.[0]).toContain('挂起,等别的单位,')
  expect(why.业主群?.[0]).toContain('在等别的单位,')
  await world.until('2026-11-23 09:00')
  const weekly = world.news()
  expect(weekly.业主群?.join()).toContain('等***张女士开门***,预计 12/3')
  await world.say('陈书记', '督办群', '月报')
  const files = world.telegram.chat(-1003).messages.flatMap((message) => (message.byBot ? message.files : []))
  const tables = await Promise.all(
    files.map(async ({ name, bytes }) => {
      if (name.endsWith('.csv')) return Buffer.from(bytes).toString('utf8')
      return name.endsWith('.xlsx') ? JSON.stringify(await readExcel(Buffer.from(bytes))) : ''
    }),
  )
  expect(tables.join()).toContain('***张女士开门***')
  expect(tables.join()).toMatch(/其他,1,0,1/)
  const all = JSON.stringify([why, weekly, world.news(), tables])
  expect(all).not.toMatch(/13900001111|13812345678|张强|603|502/)
  expect(world.errors).toEqual([])
})

it('a care matter that was not solved reaches the committee without its place, and so does every call about it', async () => {
  const world = await startWorld()
  await world.say('张女士', 'dm', '3号楼2单元601的老人一个人在家摔倒过,想请社区关心一下')
  await world.until('2026-11-18 14:00')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  await world.say('王师傅', '物业工单群', '办结 1 已上门')
  await world.press('张女士', 'dm', '好了吗', '没解决')
  await world.press('陈书记', '督办群', /🔁 #1/, '看经过')
  await world.say('陈书记', '督办群', '为什么 1')
  await world.until('2026-11-20 18:00')
  const told = world.news().督办群 ?? []
  expect(told.find((text) => text.startsWith('🔁'))).toMatchInlineSnapshot(`
    "🔁 #1 关爱求助 物业说办好了,住户说没解决(第 1 次重办)
    已请 李经理 亲自联系住户,今天 14:30 前。
    [督办] [看经过]"
  `)
  expect(told.length).toBeGreaterThan(4)
  expect(told.join('\n')).not.toMatch(/3号楼|2单元|601/)
  expect(world.errors).toEqual([])
})
