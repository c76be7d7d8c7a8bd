import { expect, it } from 'vitest'
import { createHttp, listen } from '../../src/http/create-http.ts'
import { startWorld } from '../support/world.ts'

it('by webhook with a secret the same report makes the same cards; without the secret nothing comes in', async () => {
  const secret = 'a-secret-of-more-than-thirty-two-characters'
  const world = await startWorld({ webhookSecret: secret })
  const webhook = world.huying.webhook
  if (!webhook) throw new Error('no webhook')
  const listening = await listen(
    createHttp({
      health: () => world.huying.health(),
      metrics: world.huying.metrics,
      webhook: { path: '/hook', handle: webhook },
      dutyFeed: null,
      page: null,
    }),
    '127.0.0.1',
    world.webhookPort,
  )
  try {
    await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
    expect(Object.keys(world.news()).sort()).toEqual(['业主群', '物业工单群'])
    const update = {
      update_id: 99,
      message: { message_id: 1, date: 1, chat: { id: -1001, type: 'supergroup' }, text: '5号楼停电了' },
    }
    for (const secrets of [undefined, { 'x-telegram-bot-api-secret-token': 'wrong' }]) {
      const init = {
        method: 'POST',
        body: JSON.stringify(update),
        headers: { 'content-type': 'application/json', ...secrets },
      }
      expect((await fetch(`${listening.url}/hook`, init)).status).toBe(401)
    }
    await world.settle()
    expect(world.news()).toEqual({})
    expect((await fetch(`${listening.url}/healthz`)).status).toBe(200)
  } finally {
    await listening.close()
  }
  expect(world.errors).toEqual([])
})
