import { expect, test } from 'vitest'
import type { Update } from '../../src/sandbox/wire.ts'
import { openSandbox } from './open-sandbox.ts'

const ids = (answer: { result?: unknown }): number[] => (answer.result as Update[]).map((update) => update.update_id)

test('only an offset confirms, and ids go up by one from the configured start', async () => {
  const { tg, api } = await openSandbox({ firstUpdateId: 500, bot: { can_read_all_group_messages: true } })
  for (const text of ['a', 'b', 'c']) tg.as(101).say(-1001, text)
  expect(ids(await api('getUpdates'))).toEqual([500, 501, 502])
  expect(ids(await api('getUpdates', { limit: 2 }))).toEqual([500, 501])
  expect(ids(await api('getUpdates', { offset: 502 }))).toEqual([502])
  expect(ids(await api('getUpdates', { offset: -1 }))).toEqual([502])
  expect(ids(await api('getUpdates', { offset: 503 }))).toEqual([])
  expect(tg.pendingUpdates()).toEqual([])
})

test('a long poll ends as soon as something comes', async () => {
  const { tg, api } = await openSandbox()
  const poll = api('getUpdates', { timeout: 30 })
  await tg.waitFor(() => tg.bot.poll, { what: 'the poll to wait' })
  tg.as(101).say(-1001, 'a')
  expect(ids(await poll)).toEqual([1000])
})

test('a second poll ends the waiting one with 409; a webhook refuses polls', async () => {
  const { tg, api } = await openSandbox()
  const first = api('getUpdates', { timeout: 30 })
  await tg.waitFor(() => tg.bot.poll, { what: 'the poll to wait' })
  const second = await api('getUpdates')
  expect(second.ok).toBe(true)
  expect(await first).toMatchObject({
    error_code: 409,
    description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  })
  await api('setWebhook', { url: 'http://127.0.0.1:9/' })
  expect((await api('getUpdates')).description).toBe(
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  )
  await api('deleteWebhook')
  expect((await api('getUpdates')).ok).toBe(true)
})

test('an update that nobody fetches lives 24 hours, a callback query 150 seconds', async () => {
  const { tg, api, clock } = await openSandbox()
  const zhang = tg.as(101)
  await api('sendMessage', {
    chat_id: -1001,
    text: 'x',
    reply_markup: { inline_keyboard: [[{ text: 'b', callback_data: 'd' }]] },
  })
  zhang.say(-1001, 'a')
  await zhang.press(-1001, 1, 'b', { waitMs: 0 })
  const [, pressed] = tg.pendingUpdates()
  expect(pressed?.callback_query).toMatchObject({ data: 'd', from: { id: 101 }, message: { message_id: 1 } })

  clock.now += 151_000
  expect(ids(await api('getUpdates'))).toEqual([1000])
  const late = await api('answerCallbackQuery', { callback_query_id: pressed?.callback_query?.id })
  expect(late.description).toBe('Bad Request: query is too old and response timeout expired or query ID is invalid')
  clock.now += 24 * 3_600_000
  expect(ids(await api('getUpdates'))).toEqual([])
})

test('allowed_updates leave kinds out; reactions come only to an administrator who asked', async () => {
  const { tg, api } = await openSandbox()
  const zhang = tg.as(101)
  const said = zhang.say(-1001, 'a')
  zhang.react(-1001, said, '👍')
  expect(tg.pendingUpdates()).toHaveLength(1)
  tg.setBotStatus(-1001, 'administrator', 103)
  await api('getUpdates', { offset: 1002, allowed_updates: ['message_reaction'] })
  zhang.react(-1001, said, '❤')
  zhang.say(-1001, 'b')
  const [only] = (await api('getUpdates')).result as Update[]
  expect(only?.message_reaction).toMatchObject({ user: { id: 101 }, new_reaction: [{ type: 'emoji', emoji: '❤' }] })
  expect(tg.pendingUpdates()).toHaveLength(1)
})

test('a confirmed update can be handed over again under its id, and a raw one injected', async () => {
  const { tg, api } = await openSandbox()
  tg.as(101).say(-1001, 'a')
  await api('getUpdates', { offset: 1001 })
  tg.redeliver(1000)
  expect(ids(await api('getUpdates', { offset: 1001 }))).toEqual([1000])
  expect(ids(await api('getUpdates', { offset: 1001 }))).toEqual([])
  tg.inject({ message: { message_id: 9, date: 1, chat: { id: -1001, type: 'supergroup' }, text: 'raw' } })
  tg.restartUpdateIds(77)
  tg.as(101).say(-1001, 'b')
  expect(tg.pendingUpdates().map((update) => update.update_id)).toEqual([1001, 77])
})

test('a webhook that fails is tried again with its secret until it answers 2xx', async () => {
  const { createServer } = await import('node:http')
  const { tg, api } = await openSandbox({ webhookRetryMs: 5, bot: { can_read_all_group_messages: true } })
  const seen: (string | undefined)[] = []
  const server = createServer((request, response) => {
    seen.push(request.headers['x-telegram-bot-api-secret-token'] as string | undefined)
    response.statusCode = seen.length < 3 ? 500 : 200
    request.resume().on('end', () => response.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as import('node:net').AddressInfo
  await api('setWebhook', { url: `http://127.0.0.1:${port}/`, secret_token: 'S3cret' })
  tg.as(101).say(-1001, 'a')
  await tg.waitFor(() => tg.pendingUpdates().length === 0, { what: 'the third try' })
  expect(seen).toEqual(['S3cret', 'S3cret', 'S3cret'])
  expect((await api('getWebhookInfo')).result).toMatchObject({
    pending_update_count: 0,
    last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
  })
  server.closeAllConnections()
  server.close()
})
