import { expect, test } from 'vitest'
import type { FaultKind } from '../../src/sandbox/faults.ts'
import { openSandbox } from './open-sandbox.ts'

const bot = { can_read_all_group_messages: true }

test('the 21st message or edit of a minute in one group is refused until the first is a minute old', async () => {
  const { api, clock, tg } = await openSandbox({ limits: true, bot })
  tg.addGroup({ id: -2, title: 'staff' })
  const say = (chat_id: number, text: string) => api('sendMessage', { chat_id, text })
  await say(-1001, 'card')
  for (let n = 1; n < 20; n += 1) {
    clock.now += 1000
    const edit = await api('editMessageText', { chat_id: -1001, message_id: 1, text: `card ${n}` })
    expect(edit.ok).toBe(true)
  }
  expect(await say(-1001, 'one more')).toMatchObject({
    status: 429,
    description: 'Too Many Requests: retry after 41',
    parameters: { retry_after: 41 },
  })
  expect((await say(-2, 'elsewhere')).ok).toBe(true)
  clock.now += 40_000
  expect((await say(-1001, 'still')).parameters).toEqual({ retry_after: 1 })
  clock.now += 1000
  expect((await say(-1001, 'now')).ok).toBe(true)
})

test('30 messages a second in all, whoever they go to', async () => {
  const { api, clock, tg } = await openSandbox({ limits: true, bot })
  for (let n = 1; n <= 31; n += 1) {
    tg.addUser({ id: 1000 + n, first_name: `u${n}` })
    tg.as(1000 + n).start()
  }
  const answers = []
  for (let n = 1; n <= 31; n += 1) answers.push((await api('sendMessage', { chat_id: 1000 + n, text: 'x' })).status)
  expect(answers).toEqual([...Array(30).fill(200), 429])
  clock.now += 1000
  expect((await api('sendMessage', { chat_id: 1031, text: 'x' })).ok).toBe(true)
})

/** What a client sees of a call, in a word. */
async function seen(root: string, token: string): Promise<string> {
  try {
    const response = await fetch(`${root}/bot${token}/sendMessage?chat_id=-1001&text=x`, {
      signal: AbortSignal.timeout(150),
    })
    const body = await response.text()
    try {
      return `${response.status} ${(JSON.parse(body) as { description?: string }).description ?? 'ok'}`
    } catch {
      return `${response.status} ${body.startsWith('<') ? 'html' : 'broken'}`
    }
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'silence' : 'reset'
  }
}

test.each<[FaultKind, string, number]>([
  ['429', '429 Too Many Requests: retry after 30', 0],
  ['500', '500 Internal Server Error', 0],
  ['502-html', '502 html', 0],
  ['200-html', '200 html', 0],
  ['broken-json', '200 broken', 0],
  ['reset', 'reset', 0],
  ['reset-after', 'reset', 1],
  ['timeout', 'silence', 0],
  ['timeout-after', 'silence', 1],
  ['401', '401 Unauthorized', 0],
  ['409', '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running', 0],
])('fault %s is seen as "%s" once and delivers %i', async (kind, outcome, delivered) => {
  const { tg, root } = await openSandbox()
  const fault = tg.fault({ kind, method: 'sendMessage', retryAfter: 30 })
  expect(await seen(root, tg.bot.token)).toBe(outcome)
  expect(tg.chat(-1001).fromBot).toHaveLength(delivered)
  expect(await seen(root, tg.bot.token)).toBe('200 ok')
  expect(fault.hits).toBe(1)
  expect(tg.callsTo('sendMessage').map((call) => [call.fault, call.outcome.ok])).toEqual([
    [kind, delivered === 1],
    [undefined, true],
  ])
})

test('faults meet only the calls they name, in order, as often as they say', async () => {
  const { tg, api } = await openSandbox()
  tg.addGroup({ id: -2, title: 'staff' })
  tg.fault({ kind: '500', chatId: -2, times: 2 })
  const forever = tg.fault({ kind: '401', method: 'getMe', times: Number.POSITIVE_INFINITY })
  const status = async (method: string, params = {}) => (await api(method, params)).status
  expect(await status('sendMessage', { chat_id: -1001, text: 'x' })).toBe(200)
  expect(await status('sendMessage', { chat_id: -2, text: 'x' })).toBe(500)
  expect(await status('sendChatAction', { chat_id: -2, action: 'typing' })).toBe(500)
  expect(await status('sendMessage', { chat_id: -2, text: 'x' })).toBe(200)
  expect(await status('getUpdates')).toBe(200)
  expect([await status('getMe'), await status('getMe')]).toEqual([401, 401])
  forever.cancel()
  expect(await status('getMe')).toBe(200)
})

test('a 500 can be scripted to have delivered all the same', async () => {
  const { tg, api } = await openSandbox()
  tg.fault({ kind: '500', delivered: true })
  expect((await api('sendMessage', { chat_id: -1001, text: 'x' })).status).toBe(500)
  expect(tg.chat(-1001).fromBot).toHaveLength(1)
})
