import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

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
    [接单] [转派] [挂起] [办结]",
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
    [接单] [转派] [挂起] [办结]",
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
    [督办] [延期] [看经过]",
        "📣 陈书记,请过问 #1 电梯故障 · 3号楼2单元
    应在今天 02:15 前有人接单,已超时 20 分钟
    [督办] [延期] [看经过]",
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
