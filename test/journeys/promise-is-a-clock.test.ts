import { expect, it } from 'vitest'
import { startWorld, type World } from '../support/world.ts'

async function taken(): Promise<World> {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  await world.say('王师傅', '物业工单群', '到场 1')
  world.news()
  return world
}

const counts = async (world: World) => {
  const { facts } = await world.huying.app.periodFacts(1, '2026-W47')
  const { promisesKept: kept, promisesBroken: broken, promisesMoved: moved } = facts.current
  return moved === 0 ? { kept, broken } : { kept, broken, moved }
}

it.each([
  ['明天下午5点前修好', true, '明天 17:00'],
  ['1 周五前弄好', false, '周五 18:00'],
  ['承诺 1 明天17:00', false, '明天 17:00'],
  ['will be done by tomorrow 5pm', true, '明天 17:00'],
  ['1 done by Fri 17:00', false, '周五 17:00'],
])('"%s" is a promise', async (line, reply, until) => {
  const world = await taken()
  const card = world.telegram.chat(-1002).find('#1')
  await world.say('王师傅', '物业工单群', line, reply ? { replyTo: card?.id ?? 0 } : {})
  expect(world.shows('物业工单群')[0]).toContain(`承诺 ${until} 前`)
  expect(world.shows('业主群')[0]).toContain(`说好${until} 前修好`)
  expect(world.errors).toEqual([])
})

it('says that there is no such day or hour', async () => {
  const world = await taken()
  for (const [line, said] of [
    ['承诺 1 11月31日', '11月31日'],
    ['承诺 1 明天25:00', '明天25:00'],
    ['挂起 1 等配件厂家 到 2月30日', '2月30日'],
    ['1 11月31日前修好', '11月31日'],
  ] as const) {
    await world.say('王师傅', '物业工单群', line)
    expect(world.news()).toEqual({ 物业工单群: [expect.stringContaining(`没有「${said}」这个时间`)] })
  }
  expect(world.shows('业主群')[0]).not.toContain('说好')
  expect(world.errors).toEqual([])
})

it('reminds before its time, tells the manager when it is missed, and counts as broken once', async () => {
  const world = await taken()
  await world.say('王师傅', '物业工单群', '承诺 1 明天17:00')
  world.news()
  await world.until('2026-11-19 10:47')
  expect(world.news()).toEqual({})
  await world.until('2026-11-19 10:48') // 80 % of the 31 hours
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 5号楼1单元
    王师傅 已到场(昨天 10:00)
    说好今天 17:00 前修好
    网格员:赵网格
    [+1 我家也是] [补充]",
      ],
      "物业工单群": [
        "✎ 🔧 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 昨天 10:00
    王师傅 已到场(昨天 10:00)
    办结 周一 10:00 前 · 承诺 17:00 前
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [改类]",
        "⏳ #1 供电照明 · 5号楼1单元,承诺还有 6 小时 12 分钟到期(今天 17:00)。王师傅,来得及吗?
    [办结] [挂起] [改时间]",
      ],
    }
  `)
  await world.until('2026-11-19 17:00')
  expect(world.news().物业工单群?.at(-1)).toMatchInlineSnapshot(`
    "⚠️ #1 供电照明 · 5号楼1单元 承诺刚超时(应在今天 17:00 前),请 李经理 处理。
    经手:王师傅
    [办结] [挂起] [改时间]"
  `)
  await world.until('2026-11-19 17:30')
  expect(await counts(world)).toEqual({ kept: 0, broken: 1 })
  await world.say('王师傅', '物业工单群', '承诺 1 明天12:00')
  await world.say('王师傅', '物业工单群', '办结 1 已换灯')
  await world.until('2026-11-20 13:00')
  expect(await counts(world)).toEqual({ kept: 1, broken: 1 })
  expect(world.errors).toEqual([])
})

it('counts a promise that passes in quiet hours at its time, and not again when the work is done late', async () => {
  const world = await taken()
  await world.say('王师傅', '物业工单群', '承诺 1 今天23:00')
  await world.until('2026-11-18 23:30')
  expect(await counts(world)).toEqual({ kept: 0, broken: 1 })
  await world.say('王师傅', '物业工单群', '办结 1 已换灯')
  await world.until('2026-11-19 08:00')
  expect(await counts(world)).toEqual({ kept: 0, broken: 1 })
})

it('a promise that runs into a wait for somebody else is put off by as long, with its reason, and is not broken', async () => {
  const world = await taken()
  await world.say('王师傅', '物业工单群', '承诺 1 今天17:00')
  await world.say('王师傅', '物业工单群', '挂起 1 等灯具厂家 到 11月20日10点')
  world.news()
  await world.say('王师傅', '物业工单群', '为什么 1')
  await world.say('小陈', '业主群', '为什么 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "❓ #1 供电照明 · 5号楼1单元
    在等灯具厂家,到周五 10:00;到时接着办,说好的今天 17:00 跟着顺延。",
      ],
      "物业工单群": [
        "❓ #1 供电照明 · 5号楼1单元 为什么催:
    挂起,等灯具厂家,今天 10:00 起到周五 10:00;到时自动恢复,到场和办结的表都停着,说好的今天 17:00 跟着顺延。",
      ],
    }
  `)
  await world.until('2026-11-20 09:59')
  expect(await counts(world)).toEqual({ kept: 0, broken: 0 })
  world.news()
  await world.until('2026-11-20 10:00')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 5号楼1单元
    王师傅 已到场(11/18 10:00)
    说好今天 17:00 前修好
    网格员:赵网格
    [+1 我家也是] [补充]",
      ],
      "物业工单群": [
        "✎ 🔧 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 11/18 10:00
    王师傅 已到场(11/18 10:00)
    办结 周三 10:00 前 · 承诺 17:00 前
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [改类]",
        "▶️ #1 供电照明 · 5号楼1单元,等灯具厂家的时间到了,时限重新开始计。王师傅,可以接着办了吗?
    [办结] [挂起] [改时间]",
      ],
    }
  `)
  await world.say('王师傅', '物业工单群', '为什么 1')
  await world.say('小陈', '业主群', '为什么 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "❓ #1 供电照明 · 5号楼1单元
    王师傅 说好今天 17:00 前办好(原说11/18 17:00,等灯具厂家顺延)。
    王师傅 在办,应该周三 10:00 前办好,到时没有就先提醒李经理,再报社区。",
      ],
      "物业工单群": [
        "❓ #1 供电照明 · 5号楼1单元 为什么催:
    办结时限 3 个工作日,11/18 10:00 起算;午休、周末、挂起(等灯具厂家 11/18 10:00–今天 10:00)不算;到期周三 10:00;周二 15:00 先提醒王师傅,周三 10:00 提醒李经理,周三 12:00 报社区党委。
    说好的时间(原说11/18 17:00,等灯具厂家顺延);到期今天 17:00;今天 15:36 先提醒王师傅,今天 17:00 提醒李经理。",
      ],
    }
  `)
  await world.say('王师傅', '物业工单群', '办结 1 已换灯')
  await world.say('王师傅', '物业工单群', '进度 1')
  expect(world.news().物业工单群?.at(-1)).toContain('承诺从11/18 17:00 顺延到今天 17:00')
  await world.until('2026-11-20 17:30')
  expect(await counts(world)).toEqual({ kept: 1, broken: 0, moved: 1 })
  expect(world.errors).toEqual([])
})
