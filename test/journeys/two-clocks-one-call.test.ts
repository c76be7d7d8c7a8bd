import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

it('two clocks that reach a level together are one message to each, and both in the records', async () => {
  const together = `${community}sla: { repair: { acknowledge: PT2H, onsite: none, resolve: PT2H } }\n`
  const world = await startWorld({ communities: [together] })
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.until('2026-11-18 11:59')
  world.news()
  await world.until('2026-11-19 12:01')
  const fresh = (texts: readonly string[] = []) => texts.filter((text) => !text.startsWith('✎'))
  const { 物业工单群: staff, 督办群: committee } = world.news()
  expect(fresh(staff)).toMatchInlineSnapshot(`
    [
      "⚠️ #1 供电照明 · 5号楼1单元 办结刚超时(应在今天 12:00 前),请 李经理 处理。
    [接单] [转派] [挂起] [办结]",
    ]
  `)
  expect(fresh(committee)).toMatchInlineSnapshot(`
    [
      "📣 请督办 #1 供电照明 · 5号楼1单元
    应在昨天 12:00 前修好,已超时 1 个工作日
    物业:还没有人接单,负责人 李经理
    网格员:赵网格
    [督办] [延期] [退回] [看经过]",
      "📣 陈书记,请过问 #1 供电照明 · 5号楼1单元
    应在昨天 12:00 前办好,已超时 1 个工作日
    [督办] [延期] [退回] [看经过]",
    ]
  `)
  const told = await world.sql`
    select event ->> 'clock' as clock, event ->> 'level' as level from ticket_event where type = 'escalated' order by seq`
  expect(told.map(({ clock, level }) => `${clock} ${level}`)).toEqual([
    ...['resolve 1', 'acknowledge 1', 'resolve 2', 'acknowledge 2', 'resolve 3', 'acknowledge 3'],
  ])
  const rows = await world.sql`select key from due where decided_at is not null and outcome = 'done' order by id`
  expect(rows.filter(({ key }) => key.includes('/level/'))).toHaveLength(3)
  await world.say('李经理', '物业工单群', '看经过 1')
  expect(world.news().物业工单群).toMatchInlineSnapshot(`
    [
      "📜 #1 供电照明 · 5号楼1单元
    昨天 10:00 登记
    昨天 12:00 到时,提醒经理
    昨天 16:00 升级到第 2 级
    12:00 升级到第 3 级",
    ]
  `)
  expect(world.errors).toEqual([])
})

it('the secretary is called five times by both clocks, numbered through, and the finish has one of them', async () => {
  const slow = `${community}sla: { repair: { acknowledge: PT2H, onsite: none, resolve: P8D } }\n`
  const world = await startWorld({ communities: [slow] })
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.until('2026-12-31 18:00')
  const calls = (world.news().督办群 ?? []).filter((text) => text.includes('请过问'))
  expect(calls.map((text) => text.split('\n').slice(1, 3).join(' '))).toMatchInlineSnapshot(`
    [
      "应在昨天 12:00 前有人接单,已超时 1 个工作日 [督办] [延期] [退回] [看经过]",
      "应在11/18 12:00 前有人接单,已超时 2 个工作日 第 2 次提醒",
      "应在11/18 12:00 前有人接单,已超时 3 个工作日 第 3 次提醒",
      "应在11/18 12:00 前有人接单,已超时 4 个工作日 第 4 次提醒",
      "应在昨天 10:00 前办好,已超时 1 个工作日 第 5 次提醒",
    ]
  `)
  expect(world.errors).toEqual([])
})
