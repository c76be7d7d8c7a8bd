import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('raised late to an emergency, a matter calls the secretary for the first time then, and goes on', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.until('2026-11-18 15:00')
  world.news()
  await world.say('李经理', '物业工单群', '改类 1 特急')
  await world.until('2026-11-18 15:41')
  expect(world.news().督办群).toMatchInlineSnapshot(`
    [
      "📣 陈书记,请过问 #1 供电照明 · 5号楼1单元
    应在今天 10:05 前有人接单,已超时 4 小时 55 分钟
    [督办] [延期] [退回] [看经过]",
      "📣 陈书记,请过问 #1 供电照明 · 5号楼1单元
    应在今天 10:05 前有人接单,已超时 5 小时 15 分钟
    第 2 次提醒
    [督办] [延期] [退回] [看经过]",
      "📣 陈书记,请过问 #1 供电照明 · 5号楼1单元
    应在今天 10:05 前有人接单,已超时 5 小时 35 分钟
    第 3 次提醒
    [督办] [延期] [退回] [看经过]",
    ]
  `)
  expect(world.errors).toEqual([])
})

it('the same where it was taken and is raised the next day', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  await world.until('2026-11-19 16:00')
  world.news()
  await world.say('李经理', '物业工单群', '改类 1 特急')
  await world.until('2026-11-19 18:00')
  expect(world.news().督办群).toMatchInlineSnapshot(`
    [
      "📣 陈书记,请过问 #1 供电照明 · 5号楼1单元
    应在昨天 10:30 前到场,已超时 1 天 5 小时
    [督办] [延期] [退回] [看经过]",
      "📣 陈书记,请过问 #1 供电照明 · 5号楼1单元
    应在昨天 10:30 前到场,已超时 1 天 5 小时
    第 2 次提醒
    [督办] [延期] [退回] [看经过]",
      "📣 陈书记,请过问 #1 供电照明 · 5号楼1单元
    应在昨天 10:30 前到场,已超时 1 天 6 小时
    第 3 次提醒
    [督办] [延期] [退回] [看经过]",
      "📣 陈书记,请过问 #1 供电照明 · 5号楼1单元
    应在昨天 10:30 前到场,已超时 1 天 6 小时
    第 4 次提醒
    [督办] [延期] [退回] [看经过]",
      "📣 陈书记,请过问 #1 供电照明 · 5号楼1单元
    应在昨天 10:30 前到场,已超时 1 天 6 小时
    第 5 次提醒
    [督办] [延期] [退回] [看经过]",
    ]
  `)
  expect(world.errors).toEqual([])
})
