import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('an urgent matter taken after the visit was due is late, and no system was down', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼全楼停水了')
  await world.until('2026-11-18 11:00') // on site by 10:30
  world.news()
  await world.say('王师傅', '物业工单群', '接单 1')
  expect(world.news().物业工单群).toMatchInlineSnapshot(`
    [
      "✎ 🔴 #1 紧急 供水问题 · 5号楼
    “5号楼全楼停水了” — 小陈 10:00
    王师傅 已接单(11:00)
    到场 10:30 已过 · 办结 明天 10:00 前
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [到场] [改类]",
      "⚠️ #1 供水问题 · 5号楼 到场已超时 30 分钟(应在今天 10:30 前),请 李经理 处理。
    经手:王师傅
    [到场] [办结] [挂起] [改时间]",
    ]
  `)
  // The ladder of the visit counts from the taking: two hours on.
  await world.until('2026-11-18 12:59')
  expect(world.news().督办群).toBeUndefined()
  expect(world.errors).toEqual([])
})

it('an emergency taken late climbs from its first level', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '3号楼电梯困人了')
  await world.until('2026-11-18 10:45') // on site by 10:30
  world.news()
  await world.say('王师傅', '物业工单群', '接单 1')
  const taken = world.news()
  expect(taken.物业工单群?.at(-1)).toMatchInlineSnapshot(`
    "⚠️ #1 电梯故障 · 3号楼 到场已超时 15 分钟(应在今天 10:30 前),请 李经理 处理。
    经手:王师傅
    [到场] [办结] [挂起] [改时间]"
  `)
  expect(taken.督办群?.filter((text) => !text.startsWith('✎'))).toEqual([])
  await world.until('2026-11-18 10:54')
  expect(world.news()).toEqual({})
  await world.until('2026-11-18 10:55')
  expect(world.news().督办群?.at(-1)).toMatchInlineSnapshot(`
    "📣 请督办 #1 电梯故障 · 3号楼
    应在今天 10:30 前到场,已超时 25 分钟
    物业:王师傅 10:45 接单,未说明原因
    网格员:赵网格
    [督办] [延期] [退回] [看经过]
    [改类]"
  `)
  expect(world.errors).toEqual([])
})

it('a wake that finds its row late has the sweep do it at once, and everything comes to rest', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  world.news()
  const planned = await world.sql`select key, at from due where ticket_id = 1 order by key`
  await world.sql`update due set at = ${Date.parse('2026-11-18T09:40+08:00')} where ticket_id = 1`
  await world.say('刘师傅', '物业工单群', '今天风大')
  expect(world.news()).toEqual({})
  // Nothing was due by the plan, and the table says again what the plan says.
  expect(await world.sql`select key, at from due where ticket_id = 1 order by key`).toEqual(planned)
  expect(world.errors).toEqual([])
})
