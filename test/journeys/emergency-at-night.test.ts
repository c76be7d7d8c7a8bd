import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

it('an emergency says what to do first, waits for no morning, and climbs in minutes', async () => {
  const world = await startWorld({ at: '2026-11-19 02:10' })
  await world.say('老李', '业主群', '有人被困电梯了!3号楼2单元!快来人')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🚨 #1 电梯故障 · 3号楼2单元
    先保证安全:不要扒门,按轿厢里的对讲,等专业人员来。
    被困可打 119,有人受伤马上打 120。
    特急 · 已通知值班 王师傅
    今天 02:15 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "🚨 #1 特急 电梯故障 · 3号楼2单元
    “有人被困电梯了!3号楼2单元!快来人” — 老李 02:10
    接单 02:15 前 · 到场 02:40 前
    值班:王师傅 · 网格员:赵网格
    被困可打 119,有人受伤马上打 120。
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)
  await world.until('2026-11-19 02:35') // due 02:15, committee 02:25, secretary 02:35
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🚨 #1 电梯故障 · 3号楼2单元
    先保证安全:不要扒门,按轿厢里的对讲,等专业人员来。
    被困可打 119,有人受伤马上打 120。
    特急 · 已通知值班 王师傅
    接单晚了,已提醒 李经理
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "✎ 🚨 #1 特急 电梯故障 · 3号楼2单元
    “有人被困电梯了!3号楼2单元!快来人” — 老李 02:10
    接单 02:15 已过 · 到场 02:40 前
    值班:王师傅 · 网格员:赵网格
    被困可打 119,有人受伤马上打 120。
    [接单] [转派] [挂起] [办结]
    [改类]",
        "⏳ #1 电梯故障 · 3号楼2单元,接单还有 1 分钟到期(今天 02:15)。哪位来接?
    [接单] [转派] [挂起] [办结]",
        "⚠️ #1 电梯故障 · 3号楼2单元 接单刚超时(应在今天 02:15 前),请 李经理 处理。
    [接单] [转派] [挂起] [办结]",
      ],
      "督办群": [
        "📣 请督办 #1 电梯故障 · 3号楼2单元
    应在今天 02:15 前有人接单,已超时 20 分钟
    物业:还没有人接单,负责人 李经理
    网格员:赵网格
    [督办] [延期] [退回] [看经过]
    [改类]",
        "📣 陈书记,请过问 #1 电梯故障 · 3号楼2单元
    应在今天 02:15 前有人接单,已超时 20 分钟
    [督办] [延期] [退回] [看经过]",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('what is no emergency waits for the end of the quiet hours', async () => {
  const world = await startWorld({ at: '2026-11-18 21:50' })
  await world.say('张女士', '业主群', '3号楼停水了')
  expect(world.news().物业工单群?.[0]).toContain('紧急')
  await world.until('2026-11-19 06:59')
  expect(world.news()).toEqual({})
  await world.until('2026-11-19 07:00')
  expect(world.news().物业工单群?.join('\n')).toContain('请 李经理 处理')
  expect(world.errors).toEqual([])
})

it('whoever tells the bot alone gets what to do first and whom to call, in the language of the community', async () => {
  const world = await startWorld()
  await world.say('老李', 'dm', '3号楼有煤气味')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "🚨 #1 特急 燃气问题 · 3号楼
    “3号楼有煤气味” — 老李 10:00
    接单 10:05 前 · 到场 10:30 前
    私密工单:只在这里办,细节不外传
    网格员:赵网格
    到屋外再打 119,有人不舒服打 120。
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
      "老李": [
        "🚨 #1 燃气问题 · 3号楼
    先保证安全:开窗、关阀门,不点火,不碰电器开关,人到屋外去。
    到屋外再打 119,有人不舒服打 120。
    “3号楼有煤气味” 10:00
    特急 · 已通知物业
    今天 10:05 前会有人接单
    网格员:赵网格
    只有您和办事的人看得到
    [补充] [催一下]",
      ],
    }
  `)
  const english = await startWorld({ communities: [community.replace('zh-CN', 'en')] })
  await english.say('老李', '业主群', 'There is a strong smell of gas in building 3')
  expect(english.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🚨 #1 Gas · Building 3
    Stay safe: open windows, shut the valve, no flames, touch no switch, go outside.
    Once outside ring 119; if somebody feels unwell, 120.
    Emergency · The property office has been told
    Somebody will take it by today 10:05
    Grid worker: 赵网格
    [+1 Me too] [Add] [Not a report]",
      ],
      "物业工单群": [
        "🚨 #1 Emergency · Gas · Building 3
    “There is a strong smell of gas in building 3” — 老李, 10:00
    Ack by 10:05 · On site by 10:30
    Grid worker: 赵网格
    Once outside ring 119; if somebody feels unwell, 120.
    [Ack] [Assign] [Hold] [Done]
    [Category]",
      ],
    }
  `)
  expect([...world.errors, ...english.errors]).toEqual([])
})
