import { expect, it, vi } from 'vitest'
import { startWorld } from '../support/world.ts'

// Adding to a queue that is away gives up after some real time, again and again.
vi.setConfig({ testTimeout: 120_000 })

it('F16 Redis is away for hours: reports, acks, reminders and escalations go on from the rows alone, each once', async () => {
  const world = await startWorld({ redisUrl: 'redis://127.0.0.1:1' })
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  expect(world.news().物业工单群?.[0]).toContain('#1 供电照明')
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  await world.press('王师傅', '物业工单群', '#2', '接单')
  expect(world.news().业主群?.at(-1)).toContain('王师傅 已接单')
  await world.until('2026-11-18 16:00')
  const news = world.news()
  const once = (chat: string, start: RegExp) => news[chat]?.filter((text) => start.test(text)).length
  expect([once('物业工单群', /^⏳ #1/u), once('物业工单群', /^⚠️ #1/u), once('督办群', /^📣 请督办 #1/u)]).toEqual([
    1, 1, 1,
  ])
  const health = await world.huying.health()
  expect(health).toMatchObject({ ok: true, parts: { jobs: { detail: { queue: { ok: false, backend: 'redis' } } } } })
  expect(world.errors).not.toEqual([])
  for (const error of world.errors) expect(error).toContain('queue is down, going on without')
})
