import { expect, it } from 'vitest'
import { publishedDays, withYears } from '../../src/domain/time/china-days.ts'
import { startWorld } from '../support/world.ts'

/** 2026 is the last year that is out, whatever the library knows by now. */
const until2026 = withYears({ ...publishedDays, holidays: publishedDays.holidays.filter((date) => date < '2027') }, [])

it('F45 60 days before a year without a notice the owners are told in private, once', async () => {
  const world = await startWorld({ at: '2026-11-02 08:00', owners: [201], chinaDays: until2026 })
  await world.until('2026-11-02 08:59')
  expect(Object.values(world.news()).flat().join()).not.toContain('放假安排')
  await world.until('2026-11-02 09:01')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "李经理": [
        "📅 幸福里小区:2027年放假安排还没有数据,先按平常工作日算到期时间。
    国务院办公厅的通知出来后,请把它写进 china-days.yaml 再重启,或升级呼应;在办的工单会跟着改。",
      ],
    }
  `)
  // A start looks at it again, and says nothing again.
  await world.huying.app.followStatutoryDays()
  await world.until('2026-11-05 12:00')
  expect(world.news()).toEqual({})
  expect(await world.sql`select key, outcome from due where key like 'community/%' order by key`).toEqual([
    { key: 'community/days/2027', outcome: 'warned' },
    { key: 'community/days/2028', outcome: null },
  ])
})

it('where nobody owns the installation yet, whoever claims it hears of it the next day', async () => {
  const world = await startWorld({ at: '2026-11-18 10:00', chinaDays: until2026 })
  await world.until('2026-11-18 12:00')
  const code = await world.huying.app.claimCode()
  await world.say('李经理', 'dm', `/claim ${code}`)
  world.news()
  await world.until('2026-11-19 12:00')
  expect(Object.keys(world.news())).toEqual(['李经理'])
})

it('a year that is known by then is warned of by nobody', async () => {
  const world = await startWorld({ at: '2026-11-02 08:00', owners: [201] })
  await world.until('2026-11-03 12:00')
  expect(Object.values(world.news()).flat().join()).not.toContain('放假安排')
})

it('F45 a card says that its time lies in such a year', async () => {
  const world = await startWorld({ at: '2026-12-30 10:00', chinaDays: until2026 })
  await world.say('张女士', '业主群', '5号楼1单元楼道灯不亮')
  expect(world.news().物业工单群).toMatchInlineSnapshot(`
    [
      "🟡 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 张女士 10:00
    接单 12:00 前 · 到场 明天 10:00 前 · 办结 周一 10:00 前
    2027年放假安排还没公布,先按平常工作日算
    值班:王师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
    ]
  `)
  await world.say('张女士', '业主群', '3号楼2单元电梯又坏了')
  expect(world.news().物业工单群?.join()).not.toContain('放假安排')
})
