import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('T14 what people write, their names and numbers are in no log line, whatever goes wrong with it', async () => {
  const lines: string[] = []
  const world = await startWorld({ owners: [201], onLog: (line) => lines.push(line) })
  const canary = /13812345678|1381234|楼道灯|张女士|502|换了灯泡/
  for (const kind of ['500', '429', 'reset-after', 'broken-json'] as const) {
    world.telegram.fault({ kind, retryAfter: 1 })
    world.telegram.fault({ kind, method: 'getUpdates', retryAfter: 1 })
  }
  await world.say('张女士', '业主群', '5号楼1单元502楼道灯不亮,电话13812345678')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  // The database refuses the next change, and says with which values.
  await world.sql.unsafe(`alter table ticket_event add constraint refused check (event::text not like '%换了灯泡%')`)
  await world.say('王师傅', '物业工单群', '办结 1 换了灯泡,电话13812345678')
  world.telegram.kickBot(-1003, 301)
  await world.until('2026-11-18 16:00')
  expect(lines.length).toBeGreaterThan(5)
  expect(lines.filter((line) => line.includes('update'))).not.toEqual([])
  expect(lines.filter((line) => canary.test(line))).toEqual([])
})
