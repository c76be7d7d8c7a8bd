import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('督办 and 延期 by button: a named supervisor, a new due time with its reason, and the ladder starts anew from there', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.until('2026-11-18 16:00')
  world.news()
  expect(await world.press('王师傅', '物业工单群', '🟡 #1', '接单')).toContain('已接单')
  world.news()

  expect(await world.press('陈书记', '督办群', '#1', '延期')).toMatchInlineSnapshot(`"请回复下面那条:原因和时间"`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "督办群": [
        "#1 为什么延期、延到什么时候?直接回复这条,例如:等专项维修资金 到 下周五18:00",
      ],
    }
  `)
  // Without a date it is refused, and the question stays.
  const prompt = world.telegram.chat(-1003).last
  await world.say('陈书记', '督办群', '等配件', { replyTo: prompt?.id ?? 0 })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "督办群": [
        "延期 #1 还差一样:什么时候。例如:延期 1 等维修资金 到 下周五18:00",
      ],
    }
  `)
  await world.say('陈书记', '督办群', '等配件 到 11月26日18点', { replyTo: prompt?.id ?? 0 })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 5号楼1单元
    王师傅 已接单(16:00)
    11/26 18:00 前修好
    社区同意延期到11/26 18:00
    网格员:赵网格
    [+1 我家也是] [补充]",
      ],
      "物业工单群": [
        "✎ 🔧 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 10:00
    王师傅 已接单(16:00)
    办结 11/26 18:00 前
    社区同意延期到11/26 18:00
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [改类]",
        "🗓 #1 供电照明 · 5号楼1单元 延期到11/26 18:00:等配件",
      ],
      "督办群": [
        "✎ 🔧 在办 #1 供电照明 · 5号楼1单元
    社区同意延期到11/26 18:00
    物业:王师傅 16:00 接单,未说明原因
    网格员:赵网格
    [督办] [延期] [退回] [看经过]",
        "✎ (deleted)",
      ],
    }
  `)

  await world.until('2026-11-26 17:59')
  expect(world.news().物业工单群?.filter((text) => text.startsWith('⚠️'))).toEqual([])
  await world.until('2026-11-26 18:00')
  expect(world.news().物业工单群?.join('\n')).toContain('请 李经理 处理')
  expect(await world.press('陈书记', '督办群', /请督办 #1/, '看经过')).toMatchInlineSnapshot(`"经过发在下面了"`)
  expect(world.news().督办群).toMatchInlineSnapshot(`
    [
      "📜 #1 供电照明 · 5号楼1单元
    11/18 10:00 登记
    11/18 12:00 到时,提醒经理
    11/18 16:00 升级到第 2 级
    11/18 16:00 王师傅 接单
    11/18 16:00 派给 王师傅
    11/18 16:00 延期到今天 18:00:等配件
    18:00 到时,提醒经理",
    ]
  `)
  expect(world.errors).toEqual([])
})

it('an extension moves what the supervisor watches: no card goes on naming the old time', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.say('陈书记', '督办群', '督办 1 李经理 到 周五18:00')
  expect(world.shows('物业工单群')[0]).toContain('周五 18:00')
  await world.say('陈书记', '督办群', '延期 1 等配件 到 11月26日18点')
  for (const chat of ['业主群', '物业工单群'] as const) {
    expect(world.shows(chat)[0]).toContain('11/26 18:00')
    expect(world.shows(chat)[0]).not.toContain('周五 18:00')
  }
  expect(world.errors).toEqual([])
})

it('a time that the committee named waits for nobody: in a hold it stands on the cards and in /why, and calls', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.say('陈书记', '督办群', '督办 1 李经理 到 周四18:00')
  await world.say('王师傅', '物业工单群', '挂起 1 等灯具厂家 到 11月20日10点')
  world.news()
  await world.say('王师傅', '物业工单群', '为什么 1')
  await world.say('小陈', '业主群', '为什么 1')
  expect([world.shows('物业工单群')[0], world.news()]).toMatchInlineSnapshot(`
    [
      "⏸ #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 10:00
    在等灯具厂家,到周五 10:00
    办结 明天 18:00 前
    社区督办:李经理 盯着,明天 18:00 前要办好
    网格员:赵网格
    [转派] [挂起] [办结]
    [改类]",
      {
        "业主群": [
          "❓ #1 供电照明 · 5号楼1单元
    在等灯具厂家,到周五 10:00;到时接着办。
    社区 李经理 在督办,要求明天 18:00 前办好,到时没有就先提醒李经理,再报社区。",
        ],
        "物业工单群": [
          "❓ #1 供电照明 · 5号楼1单元 为什么催:
    挂起,等灯具厂家,今天 10:00 起到周五 10:00;到时自动恢复,社区定的时间照走。
    社区督办(李经理)定的时间;到期明天 18:00;明天 11:36 先提醒王师傅,明天 18:00 提醒李经理,周五 10:30 报社区党委。",
        ],
      },
    ]
  `)
  await world.until('2026-11-19 18:00')
  expect(world.news().物业工单群?.at(-1)).toMatchInlineSnapshot(`
    "⚠️ #1 供电照明 · 5号楼1单元 办结刚超时(应在今天 18:00 前),请 李经理 处理。
    经手:王师傅
    [办结] [挂起]"
  `)
  await world.until('2026-11-20 09:30')
  world.news()
  await world.until('2026-11-20 10:30')
  const { 物业工单群: staff = [], 督办群: committee = [] } = world.news()
  expect([staff.at(-1), committee.at(-1)]).toMatchInlineSnapshot(`
    [
      "▶️ #1 供电照明 · 5号楼1单元,等灯具厂家的时间到了,社区定的昨天 18:00 不变。王师傅,可以接着办了吗?
    [办结] [挂起] [改时间]",
      "📣 督办又超时 #1 供电照明 · 5号楼1单元
    应在昨天 18:00 前修好,已超时 2 个工作小时
    社区督办:李经理 盯着,昨天 18:00 前要办好
    物业:王师傅 11/18 10:00 接单,说明:灯具厂家
    网格员:赵网格
    [督办] [延期] [退回] [看经过]",
    ]
  `)
  expect(world.errors).toEqual([])
})
