import { expect, it } from 'vitest'
import { startWorld, type World } from '../support/world.ts'

/** A lamp that nobody took and that has come up to the committee. */
async function climbed(): Promise<World> {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.until('2026-11-18 16:00')
  world.news()
  return world
}

it('退回 by button asks for the reason; staff hear it, the committee is rid of it until the next due time is missed', async () => {
  const world = await climbed()
  expect(await world.press('陈书记', '督办群', '请督办 #1', '退回')).toMatchInlineSnapshot(
    `"请回复下面那条:为什么退回"`,
  )
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "督办群": [
        "#1 为什么退回?直接回复这条,可以写上时间,例如:先说清楚什么原因 周五18:00前",
      ],
    }
  `)
  const prompt = world.telegram.chat(-1003).last
  await world.say('陈书记', '督办群', '先说清楚什么原因 周五18:00前', { replyTo: prompt?.id ?? 0 })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 5号楼1单元
    已通知值班 王师傅
    接单晚了,已提醒 李经理
    社区请物业周五 18:00 前办好
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "✎ 🟡 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 10:00
    接单 12:00 已过 · 办结 周五 18:00 前
    社区请物业周五 18:00 前办好
    社区退回(陈书记):先说清楚什么原因
    值班:王师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
        "↩️ #1 供电照明 · 5号楼1单元 社区退回(陈书记):先说清楚什么原因
    请 李经理 安排,周五 18:00 前办好;到时没办好会再报社区。
    [接单] [转派] [挂起] [办结]",
      ],
      "督办群": [
        "✎ ↩️ 已退回物业 #1 供电照明 · 5号楼1单元
    应在今天 12:00 前有人接单,已超时 2 个工作小时
    社区请物业周五 18:00 前办好
    社区退回(陈书记):先说清楚什么原因
    物业:还没有人接单,负责人 李经理
    网格员:赵网格
    [看经过]",
        "✎ (deleted)",
      ],
    }
  `)

  await world.until('2026-11-20 17:59')
  world.news()
  await world.until('2026-11-20 18:00')
  expect(world.news().物业工单群?.at(-1)).toMatchInlineSnapshot(`
    "⚠️ #1 供电照明 · 5号楼1单元 办结刚超时(应在今天 18:00 前),请 李经理 处理。
    [接单] [转派] [挂起] [办结]"
  `)
  // Two working hours later it is on the committee's table again.
  await world.until('2026-11-23 10:30')
  expect(world.news().督办群?.at(-1)).toMatchInlineSnapshot(`
    "📣 请督办 #1 供电照明 · 5号楼1单元
    应在11/20 18:00 前修好,已超时 2 个工作小时
    社区请物业11/20 18:00 前办好
    退回过一次:先说清楚什么原因
    物业:还没有人接单,负责人 李经理
    网格员:赵网格
    [督办] [延期] [退回] [看经过]"
  `)
  expect(world.errors).toEqual([])
})

it.each([
  ['退回 1 先查原因', '明天 16:00'],
  ['退回 1 先查原因 到 周五18:00', '周五 18:00'],
  ['/sendback 1 find the cause first by Fri 18:00', '周五 18:00'],
  ['send back 1 find the cause first', '明天 16:00'],
  ['驳回 1 先查原因', '明天 16:00'],
])('%s sends it back until %s', async (line, due) => {
  const world = await climbed()
  await world.say('陈书记', '督办群', line)
  expect(world.shows('物业工单群')[0]).toContain(`社区请物业${due} 前办好`)
  expect(world.errors).toEqual([])
})

it('staff who say 退回 turn a report down, and 恢复 still resumes a held one', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.say('王师傅', '物业工单群', '挂起 1 等厂家 到 周五18:00')
  await world.say('王师傅', '物业工单群', '恢复 1')
  expect(world.shows('物业工单群')[0]).toContain('[改时间]')
  await world.say('王师傅', '物业工单群', '退回 1 属于市政路灯')
  expect(world.shows('物业工单群')[0]).toContain('没有受理:属于市政路灯')
})

it('what has not come up, no reason, and the wrong person are refused in words', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.until('2026-11-18 12:00')
  world.news()
  await world.say('陈书记', '督办群', '退回 1 先查原因')
  expect(world.news()).toEqual({ 督办群: ['#1 还在物业手里,没有报到社区,不用退回。'] })
  await world.until('2026-11-18 16:00')
  world.news()
  await world.say('陈书记', '督办群', '退回 1')
  await world.say('陈书记', '督办群', '退回 1 先查原因 到 2027年6月1日')
  await world.say('小陈', '业主群', '/sendback 1 不行')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "只有社区党委/居委可以退回。需要帮忙请找 陈书记。",
      ],
      "督办群": [
        "退回 #1 还差一样:原因。例如:退回 1 先说清楚什么原因 周五18:00前",
        "2027/6/1 18:00 太远了,最晚到 12/30 16:00。",
      ],
    }
  `)
})

it.each([
  ['督办 1 李经理 到 周五18:00', '✅ #1 已督办,请物业周五 18:00 前办好。'],
  ['延期 1 等配件 到 11月26日18点', '✅ #1 已延期,请物业11/26 18:00 前办好。'],
])('%s of what has not come up is answered where it was written', async (line, answer) => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  world.news()
  await world.say('陈书记', '督办群', line)
  expect(world.news().督办群).toEqual([answer])
  await world.say('陈书记', '物业工单群', line)
  // The card stands there, and so does what staff are told.
  expect(world.news().物业工单群?.some((text) => text.startsWith('✅'))).toBe(false)
  expect(world.errors).toEqual([])
})

it('退回 where no card stands is answered there: in private as the committee writes it, and staff hear it as ever', async () => {
  const world = await climbed()
  await world.say('陈书记', 'dm', '退回 1 先查原因 到 周五18:00')
  const { 陈书记: told, 物业工单群: staff } = world.news()
  expect(told).toEqual(['✅ #1 已退回,请物业周五 18:00 前办好。'])
  expect(staff?.at(-1)).toContain('社区退回(陈书记):先查原因')
  expect(world.shows('督办群')[0]).toContain('已退回物业')
  expect(world.errors).toEqual([])
})
