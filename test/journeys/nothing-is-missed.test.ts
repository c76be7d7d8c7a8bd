import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { community, startWorld } from '../support/world.ts'

/** Somebody outside who expects a sign of life. */
async function watcher() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.end('OK')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ping`, asked }
}

const nothing = { unread: 0, undecided: 0, undelivered: 0, untold: 0, unheard: 0 }

it('all is well: the watcher outside hears it and nobody else does', async () => {
  const { url, asked } = await watcher()
  const world = await startWorld({ deadmanUrl: url, owners: [201] })
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.until('2026-11-19 18:00')
  world.news()
  expect(await world.huying.audit()).toEqual({ missed: nothing, replanned: 0, walkedTo: 0 })
  await world.settle()
  expect([asked, world.news()]).toEqual([['GET /ping'], {}])
  expect((await world.huying.health()).parts.audit).toEqual({ ok: true, detail: nothing })
})

it('a ticket whose steps are gone from the table gets them back, and time goes on as planned', async () => {
  const { url, asked } = await watcher()
  const world = await startWorld({ deadmanUrl: url, owners: [201] })
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.sql`delete from due where decided_at is null`
  world.news()
  expect(await world.huying.audit()).toMatchObject({ missed: nothing, replanned: 1 })
  await world.settle()
  expect(asked).toEqual([])
  expect(world.news()).toEqual({ 李经理: [expect.stringContaining('有事到点没办')] })
  await world.until('2026-11-18 12:00')
  expect(world.news().物业工单群?.join('\n')).toContain('#1 供电照明 · 5号楼1单元 接单刚超时')
  expect(await world.huying.audit()).toMatchObject({ missed: nothing, replanned: 0 })
  expect(asked).toHaveLength(1)
})

it('what fell due and was passed over is counted until it is done', async () => {
  const { url, asked } = await watcher()
  const world = await startWorld({ deadmanUrl: url, owners: [201] })
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  world.passUntil('2026-11-18 12:04')
  expect(await world.huying.audit()).toMatchObject({ missed: { undecided: 1 } })
  expect((await world.huying.health()).ok).toBe(false)
  await world.sweepAt('2026-11-18 12:05')
  expect(await world.huying.audit()).toMatchObject({ missed: nothing })
  expect(asked).toHaveLength(1)
  expect((await world.huying.health()).ok).toBe(true)
})

it('messages that do not go out, and calls that nobody can hear, end the signs of life', async () => {
  const { url, asked } = await watcher()
  const world = await startWorld({
    deadmanUrl: url,
    communities: [community.replace(/ {2}- \{ id: -1003.*\n/, '')],
  })
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  const fault = world.telegram.fault({ kind: '500', chatId: -1002, times: Number.POSITIVE_INFINITY })
  await world.until('2026-11-18 13:00')
  expect(await world.huying.audit()).toMatchObject({ missed: { ...nothing, undelivered: expect.any(Number) } })
  expect((await world.huying.audit()).missed.undelivered).toBeGreaterThan(0)
  fault.cancel()
  // The committee has no chat and there is no owner.
  await world.until('2026-11-18 16:01')
  expect(await world.huying.audit()).toMatchObject({ missed: { ...nothing, untold: 1 } })
  expect(asked).toEqual([])
})
