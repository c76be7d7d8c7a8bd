import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import type { Update } from '../../../src/sandbox/wire.ts'
import { button, conforms } from './statement.ts'

interface Reply {
  status: number
  headers?: Record<string, string>
  body?: unknown
}

interface Hook {
  url: string
  seen: { update: Update; headers: IncomingHttpHeaders }[]
}

/** A bot's side of a webhook, which answers each update as told. */
async function listen(reply: (update: Update, nth: number) => Reply | Promise<Reply>): Promise<Hook> {
  const seen: Hook['seen'] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const update = JSON.parse(Buffer.concat(chunks).toString()) as Update
    seen.push({ update, headers: request.headers })
    const { status, headers, body } = await reply(update, seen.length)
    response.writeHead(status, { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers })
    response.end(body === undefined ? '' : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, seen }
}

conforms([
  {
    says: 'updates are posted as JSON with the secret in a header until one is answered 2xx',
    follows: 'bots/api#setwebhook',
    options: { webhookRetryMs: 5 },
    async holds({ tg, api }) {
      const hook = await listen((_update, nth) => ({ status: nth < 3 ? 500 : 204 }))
      await api('setWebhook', { url: hook.url, secret_token: 'S-3_cret' })
      tg.as(101).start()
      await tg.waitFor(() => tg.pendingUpdates().length === 0)
      expect(hook.seen.map(({ update }) => update.update_id)).toEqual([1000, 1000, 1000])
      expect(hook.seen[0]?.headers).toMatchObject({
        'x-telegram-bot-api-secret-token': 'S-3_cret',
        'content-type': 'application/json',
      })
    },
  },
  {
    says: 'a redirect is a wrong answer; getWebhookInfo tells of the last one and of what waits',
    follows: 'bots/api#webhookinfo',
    options: { webhookRetryMs: 60_000 },
    async holds({ tg, api, clock }) {
      const hook = await listen(() => ({ status: 302, headers: { location: '/elsewhere' } }))
      await api('setWebhook', { url: hook.url, max_connections: 7, allowed_updates: ['message'] })
      tg.as(101).start()
      await tg.waitFor(() => tg.bot.webhook?.lastError)
      expect((await api('getWebhookInfo')).result).toEqual({
        url: hook.url,
        has_custom_certificate: false,
        pending_update_count: 1,
        max_connections: 7,
        allowed_updates: ['message'],
        last_error_date: Math.floor(clock.now / 1000),
        last_error_message: 'Wrong response from the webhook: 302 Found',
      })
      expect(hook.seen).toHaveLength(1)
    },
  },
  {
    says: 'a Retry-After of the bot is kept to',
    follows: 'telegram-bot-api/WebhookActor.cpp on_update_error',
    options: { webhookRetryMs: 5 },
    async holds({ tg, api }) {
      const at: number[] = []
      const hook = await listen((_update, nth) => {
        at.push(Date.now())
        return nth === 1 ? { status: 503, headers: { 'retry-after': '1' } } : { status: 200 }
      })
      await api('setWebhook', { url: hook.url })
      tg.as(101).start()
      await tg.waitFor(() => tg.pendingUpdates().length === 0)
      expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(900)
    },
  },
  {
    says: 'messages of one chat come one after another, those of others do not wait for them',
    follows: 'telegram-bot-api/Client.cpp process_new_message_queue',
    async holds({ tg, api }) {
      let release = (): void => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      const hook = await listen(async (update) => {
        if (update.message?.text === 'slow') await held
        return { status: 200 }
      })
      await api('setWebhook', { url: hook.url })
      for (const text of ['slow', 'after']) tg.as(101).say(-1001, text)
      tg.as(102).say('dm', 'aside')
      await tg.waitFor(() => hook.seen.length === 2)
      expect(hook.seen.map(({ update }) => update.message?.text)).toEqual(['slow', 'aside'])
      release()
      await tg.waitFor(() => tg.pendingUpdates().length === 0)
      expect(hook.seen.at(-1)?.update.message?.text).toBe('after')
    },
  },
  {
    says: 'presses go in a lane of their presser, not of the chat',
    follows: 'telegram-bot-api/Client.cpp process_new_callback_query_queue',
    async holds({ tg, api }) {
      let release = (): void => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      const hook = await listen(async (update) => {
        if (update.message) await held
        return { status: 200 }
      })
      await api('sendMessage', { chat_id: -1001, text: 'x', reply_markup: button('b') })
      await api('setWebhook', { url: hook.url })
      tg.as(101).say(-1001, 'slow')
      await tg.as(102).press(-1001, 1, 'b', { waitMs: 0 })
      await tg.waitFor(() => hook.seen.some(({ update }) => update.callback_query))
      release()
      await tg.waitFor(() => tg.pendingUpdates().length === 0)
      expect(hook.seen).toHaveLength(2)
    },
  },
  {
    says: 'one call can be the answer to an update, but none that only asks or sets the webhook',
    follows: 'telegram-bot-api/WebhookActor.cpp handle',
    async holds({ tg, api }) {
      const bodies = [
        { method: 'sendMessage', chat_id: 101, text: 'by reply' },
        { method: 'deleteWebhook' },
        { method: 'getMe' },
      ]
      const hook = await listen((_update, nth) => ({ status: 200, body: bodies[nth - 1] }))
      await api('setWebhook', { url: hook.url })
      for (const text of ['a', 'b', 'c']) tg.as(101).say('dm', text)
      await tg.waitFor(() => tg.pendingUpdates().length === 0)
      await tg.waitFor(() => tg.chat(101).find('by reply'))
      expect(tg.calls.map((call) => call.method)).toEqual(['setWebhook', 'sendMessage'])
      expect(tg.bot.webhook?.url).toBe(hook.url)
    },
  },
  {
    says: 'setting the same webhook again and deleting none are both fine, and said to be nothing new',
    follows: 'telegram-bot-api/Client.cpp process_set_webhook_query',
    async holds({ api }) {
      const url = 'http://127.0.0.1:9/'
      const said = async (method: string, params = {}) => {
        const { result, description } = await api(method, params)
        return [result, description]
      }
      expect(await said('setWebhook', { url })).toEqual([true, 'Webhook was set'])
      expect(await said('setWebhook', { url })).toEqual([true, 'Webhook is already set'])
      expect(await said('deleteWebhook')).toEqual([true, 'Webhook was deleted'])
      expect(await said('setWebhook', { url: '' })).toEqual([true, 'Webhook is already deleted'])
    },
  },
  {
    says: 'drop_pending_updates forgets what waits, deleteWebhook alone does not',
    follows: 'bots/api#deletewebhook',
    async holds({ tg, api }) {
      tg.as(101).start()
      await api('deleteWebhook')
      expect(tg.pendingUpdates()).toHaveLength(1)
      await api('deleteWebhook', { drop_pending_updates: true })
      expect(tg.pendingUpdates()).toEqual([])
    },
  },
])
