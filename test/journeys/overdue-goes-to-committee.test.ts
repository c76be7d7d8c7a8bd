import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('what nobody takes is warned about, named to the manager, then to the committee, then to the secretary by name', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  world.news()

  await world.until('2026-11-18 11:35')
  expect(world.news()).toEqual({})

  await world.until('2026-11-18 11:36') // 80 % of two working hours
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "⏳ #1 供电照明 · 5号楼1单元,接单还有 24 分钟到期(今天 12:00)。哪位来接?
    [接单] [转派] [挂起] [办结]",
      ],
    }
  `)

  await world.until('2026-11-18 12:00') // due
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 5号楼1单元
    已通知值班 王师傅
    接单晚了,已提醒 李经理
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "✎ 🟡 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 10:00
    接单 12:00 已过 · 到场 明天 10:00 前 · 办结 周一 10:00 前
    值班:王师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
        "⚠️ #1 供电照明 · 5号楼1单元 接单刚超时(应在今天 12:00 前),请 李经理 处理。
    [接单] [转派] [挂起] [办结]",
      ],
    }
  `)

  await world.until('2026-11-18 15:59')
  expect(world.news()).toEqual({})
  await world.until('2026-11-18 16:00') // two working hours later: the noon break does not count
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "督办群": [
        "📣 请督办 #1 供电照明 · 5号楼1单元
    应在今天 12:00 前有人接单,已超时 2 个工作小时
    物业:还没有人接单,负责人 李经理
    网格员:赵网格
    [督办] [延期] [退回] [看经过]",
      ],
    }
  `)

  await world.until('2026-11-19 12:00') // one working day after the due time (and the on-site clock's own steps)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "✎ 🟡 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 昨天 10:00
    接单 昨天 12:00 已过 · 到场 10:00 已过 · 办结 周一 10:00 前
    值班:王师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
      "督办群": [
        "✎ 📣 请督办 #1 供电照明 · 5号楼1单元
    应在昨天 12:00 前有人接单,已超时 1 个工作日
    物业:还没有人接单,负责人 李经理
    网格员:赵网格
    [督办] [延期] [退回] [看经过]",
        "📣 陈书记,请过问 #1 供电照明 · 5号楼1单元
    应在昨天 12:00 前有人接单,已超时 1 个工作日
    [督办] [延期] [退回] [看经过]",
      ],
    }
  `)

  // 督办 gives a new due time and a name; what was planned before is off.
  expect(await world.press('陈书记', '督办群', '请督办 #1', '督办')).toMatchInlineSnapshot(`"#1 已督办"`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 5号楼1单元
    已通知值班 王师傅
    接单晚了,已提醒 李经理
    社区督办:陈书记 盯着,明天 12:00 前要办好
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "✎ 🟡 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 昨天 10:00
    接单 昨天 12:00 已过 · 办结 明天 12:00 前
    社区督办:陈书记 盯着,明天 12:00 前要办好
    值班:王师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
        "📌 #1 供电照明 · 5号楼1单元 社区督办:陈书记 盯着,请在明天 12:00 前办好。
    [接单] [转派] [挂起] [办结]",
      ],
      "督办群": [
        "✎ 📣 督办中 #1 供电照明 · 5号楼1单元
    应在昨天 12:00 前有人接单,已超时 1 个工作日
    社区督办:陈书记 盯着,明天 12:00 前要办好
    物业:还没有人接单,负责人 李经理
    网格员:赵网格
    [督办] [延期] [退回] [看经过]",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('a part that nobody holds is missed without a word in the group; the owner hears why, once', async () => {
  const world = await startWorld({ owners: [402] })
  await world.say('小陈', '业主群', '3号楼电梯困人了')
  await world.until('2026-11-18 11:30')
  const news = world.news()
  expect(news.督办群?.join()).not.toContain('街道')
  expect(news.老李).toMatchInlineSnapshot(`
    [
      "👋 您好,您是呼应的所有者。
    先建小区:发 /community 幸福里
    再把 @huying_bot 拉进业主群、物业群、社区督办群。
    然后在这里发 /bind 领绑定码,把它发到对应的群里。
    最后在群里回复一个人任命:任命 物业 王师傅 电梯,电工",
      "👤 幸福里小区:有工单升级,要叫「街道」,名单里没有人担任,这一级就少叫了人。
    请在小区文件的 people 里写上(例如 title: 街道),或从 ladder 里去掉。同样的事不再提醒。",
    ]
  `)
  // Five calls for the taking, and none is left for the visit.
  await world.until('2026-11-18 12:30')
  await world.say('王师傅', '物业工单群', '接单 1')
  world.news()
  await world.until('2026-11-18 15:30')
  expect(world.news().督办群?.filter((text) => text.includes('请过问'))).toEqual([])
  const calls = await world.sql`select from post where key like 'secretary/%'`
  expect(calls).toHaveLength(5)
  expect(world.errors).toEqual([])
})
