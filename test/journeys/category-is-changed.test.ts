import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

it('改类 by button: a choice of every kind, the cards change in place, and the clocks go on from the old start', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  await world.until('2026-11-18 11:00')
  world.news()
  expect(await world.press('王师傅', '物业工单群', '#1', '改类')).toMatchInlineSnapshot(`"请选改成哪一类"`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "#1 改成哪一类?点一下;时限会跟着变,已经走的时间照算。
    [电梯] [供水] [漏水排水]
    [供电照明] [燃气] [供暖]
    [消防] [门禁治安] [环境卫生]
    [宠物] [噪声] [油烟异味扬尘]
    [停车车辆] [绿化] [违建装修]
    [违规出租] [公共设施] [矛盾纠纷]
    [收费与议事] [关爱求助] [其他]
    [改为紧急] [改为特急]",
      ],
    }
  `)
  expect(await world.press('王师傅', '物业工单群', '改成哪一类', '噪声')).toMatchInlineSnapshot(`"#1 已改类"`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🔊 #1 噪声扰民 · 5号楼1单元
    王师傅 已接单(10:00)
    11/25 10:00 前办好
    网格员:赵网格
    [+1 我家也是] [补充]",
      ],
      "物业工单群": [
        "✎ 🔧 #1 噪声扰民 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 10:00
    王师傅 已接单(10:00)
    办结 11/25 10:00 前
    改类:供电照明 → 噪声(王师傅 11:00),时限从 10:00 起算
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [改类]",
        "✎ (deleted)",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it.each([
  ['改类 1 漏水', '漏水排水'],
  ['类别 1 电梯', '电梯故障'],
  ['/category 1 leak', '漏水排水'],
  ['category 1 noise', '噪声扰民'],
  ['改类 1 物业费', '收费议事'],
])('%s', async (line, matter) => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  world.news()
  await world.say('李经理', '物业工单群', line)
  expect(world.shows('物业工单群')[0]).toContain(`#1 ${matter}`)
  expect(world.shows('业主群')[0]).toContain(`#1 ${matter}`)
  expect(world.errors).toEqual([])
})

it('an unknown kind is refused with the nearest, the same one and a stranger too', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  world.news()
  await world.say('王师傅', '物业工单群', '改类 1 漏睡')
  await world.say('王师傅', '物业工单群', '改类 1 qqq')
  await world.say('王师傅', '物业工单群', '改类 1')
  await world.say('王师傅', '物业工单群', '改类 1 照明')
  await world.say('小陈', '业主群', '改类 1 漏水')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "只有物业人员、社区党委/居委可以改类。需要帮忙请找 李经理。",
      ],
      "物业工单群": [
        "没有「漏睡」这一类,是不是:漏水排水?",
        "没有「qqq」这一类。点卡片上的「改类」可以挑。",
        "改类 #1 还差一样:改成哪一类。例如:改类 1 漏水",
        "#1 已经是「供电照明」了。",
      ],
    }
  `)
})

it('under a quicker class whose dues are past, the ladder speaks once, at its present level, and not of an outage', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼门口垃圾没人清')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  await world.say('王师傅', '物业工单群', '到场 1')
  // A complaint has five working days; a repair three.
  await world.until('2026-11-24 15:00')
  world.news()
  await world.say('王师傅', '物业工单群', '改类 1 公共设施')
  const { 物业工单群: staff = [], 督办群: committee = [] } = world.news()
  expect(staff.filter((text) => !text.startsWith('✎'))).toEqual([])
  expect(committee).toMatchInlineSnapshot(`
    [
      "📣 陈书记,请过问 #1 公共设施 · 5号楼
    应在昨天 10:00 前办好,已超时 1 个工作日 3 个工作小时
    [督办] [延期] [退回] [看经过]",
    ]
  `)
  expect(world.errors).toEqual([])
})

it.each([
  ['11-15', 'by line', '办结 明天 10:00 前'],
  ['11-15', 'by button', '办结 明天 10:00 前'],
  ['12-01', 'by line', '办结 周一 10:00 前'],
])('heating from %s on, 改类 %s on 18 November: the season of the report gives the limits', async (from, how, due) => {
  const world = await startWorld({ communities: [`${community}seasons: { heating: ["${from}", "03-15"] }\n`] })
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  if (how === 'by line') await world.say('王师傅', '物业工单群', '改类 1 供暖')
  else {
    await world.press('王师傅', '物业工单群', '#1', '改类')
    await world.press('王师傅', '物业工单群', '改成哪一类', '供暖')
  }
  const [card] = world.shows('物业工单群')
  expect(card).toMatch(/#1 (紧急 )?供暖/)
  expect(card).toContain(due)
  expect(world.errors).toEqual([])
})

it('a false emergency is lowered by manager or committee: cards, /why and the history say what changed, the clocks why', async () => {
  const world = await startWorld()
  await world.say('老李', '业主群', '有人被困电梯了!3号楼2单元!快来人')
  await world.until('2026-11-18 10:16')
  world.news()
  await world.say('王师傅', '物业工单群', '改类 1 普通')
  expect(await world.press('陈书记', '督办群', '请督办 #1', '改类')).toBe('请选改成哪一类')
  const [refused] = world.news().物业工单群 ?? []
  expect(refused).toBe('#1 能不能降急,要物业经理或社区来定。需要帮忙请找 李经理。')
  expect(await world.press('陈书记', '督办群', '改成哪一类', '不急,改为一般')).toBe('#1 轻重已改')
  await world.say('王师傅', '物业工单群', '为什么 1')
  await world.say('老李', '业主群', '为什么 1')
  await world.press('陈书记', '督办群', /在办 #1|请督办 #1/, '看经过')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🛗 #1 电梯故障 · 3号楼2单元
    已核实,不是险情
    已通知值班 王师傅
    今天 12:00 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
        "❓ #1 电梯故障 · 3号楼2单元
    已核实,不是险情。
    还没有人接手,今天 12:00 前应该有人接,到时没有就先提醒李经理,再报社区。",
      ],
      "物业工单群": [
        "✎ 🟡 #1 电梯故障 · 3号楼2单元
    “有人被困电梯了!3号楼2单元!快来人” — 老李 10:00
    接单 12:00 前 · 到场 明天 10:00 前 · 办结 周一 10:00 前
    改类:特急 → 一般(陈书记 10:16),时限从 10:00 起算
    值班:王师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
        "❓ #1 电梯故障 · 3号楼2单元 为什么催:
    今天 10:16 陈书记 改类:特急 → 一般;时限按新的,走过的时间照算,到新时限照常提醒。
    接单时限 2 个工作小时,今天 10:00 起算;到期今天 12:00;今天 11:36 先提醒物业人员,今天 12:00 提醒李经理,今天 16:00 报社区党委。
    办结时限 3 个工作日,今天 10:00 起算;午休、周末不算;到期周一 10:00;周五 15:00 先提醒物业人员,周一 10:00 提醒李经理,周一 12:00 报社区党委。",
      ],
      "督办群": [
        "✎ 🔧 在办 #1 电梯故障 · 3号楼2单元
    改类:特急 → 一般(陈书记 10:16),时限从 10:00 起算
    物业:还没有人接单,负责人 李经理
    网格员:赵网格
    [督办] [延期] [退回] [看经过]",
        "✎ (deleted)",
        "📜 #1 电梯故障 · 3号楼2单元
    10:00 登记
    10:05 到时,提醒经理
    10:15 升级到第 2 级
    10:16 陈书记 改类:特急 → 一般",
      ],
    }
  `)
  // The reminders that 为什么 announces come at their hour, each once: staff, the manager by name, the committee.
  const heard = async (until: string) => {
    await world.until(until)
    return Object.fromEntries(
      Object.entries(world.news()).map(([chat, texts]) => [chat, texts.filter((text) => !text.startsWith('✎'))]),
    )
  }
  expect(await heard('2026-11-18 11:35')).toEqual({})
  expect(await heard('2026-11-18 11:59')).toEqual({
    物业工单群: [
      '⏳ #1 电梯故障 · 3号楼2单元,接单还有 24 分钟到期(今天 12:00)。哪位来接?\n[接单] [转派] [挂起] [办结]',
    ],
  })
  expect((await heard('2026-11-18 15:59')).物业工单群).toMatchInlineSnapshot(`
    [
      "⚠️ #1 电梯故障 · 3号楼2单元 接单刚超时(应在今天 12:00 前),请 李经理 处理。
    [接单] [转派] [挂起] [办结]",
    ]
  `)
  expect((await heard('2026-11-18 16:01')).督办群).toMatchInlineSnapshot(`
    [
      "📣 请督办 #1 电梯故障 · 3号楼2单元
    应在今天 12:00 前有人接单,已超时 2 个工作小时
    改类:特急 → 一般(陈书记 10:16),时限从 10:00 起算
    物业:还没有人接单,负责人 李经理
    网格员:赵网格
    [督办] [延期] [退回] [看经过]",
    ]
  `)
  expect(world.errors).toEqual([])
})

it('改类 of the committee is answered where no card stands, with urgency too', async () => {
  const world = await startWorld()
  await world.say('老李', '业主群', '3号楼电梯困人了')
  world.news()
  await world.say('陈书记', '督办群', '改类 1 维修 普通')
  await world.say('陈书记', '督办群', '改类 1 普通')
  expect(world.news().督办群).toMatchInlineSnapshot(`
    [
      "✅ #1 改好了:特急 → 一般,走过的时间照算。",
      "#1 已经是「电梯、一般」了。",
    ]
  `)
  expect(world.errors).toEqual([])
})
