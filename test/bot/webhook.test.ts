import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTelegram } from '../../src/bot/telegram-client.ts'
import { TokenRefused } from '../../src/bot/token-refused.ts'
import { createWebhook, installWebhook, type Webhook } from '../../src/bot/webhook.ts'
import { createTelegram as createLocalTelegram, type Telegram } from '../../src/sandbox/telegram.ts'
import { createMemoryInbox, type MemoryInbox } from './memory-inbox.ts'
import { silentLog } from './silent-log.ts'

const secret = 'a-secret-of-thirty-two-characters-or-more'
const update = { update_id: 7, message: { message_id: 1, chat: { id: -1001 }, text: '电梯坏了' } }
const now = 1_794_816_000_000

let inbox: MemoryInbox
let log: ReturnType<typeof silentLog>
let webhook: Webhook
let woken: number

beforeEach(() => {
  inbox = createMemoryInbox()
  log = silentLog()
  woken = 0
  webhook = createWebhook({ secret, botId: 1, inbox, clock: { now: () => now }, log, onAccepted: () => (woken += 1) })
})

it('says yes once the update is stored, and stores a repeat no second time', async () => {
  expect(await webhook(update, secret)).toEqual({ status: 200 })
  expect(await webhook(update, secret)).toEqual({ status: 200 })
  expect(inbox.rows().map(({ row }) => row)).toEqual([
    { id: 1, updateId: 7, chatId: -1001, payload: update, attempts: 0, receivedAt: now },
  ])
  expect(woken).toBe(2)
})

it.each([undefined, '', 'wrong', `${secret} `, secret.slice(1)])('T16 turns away the secret %j', async (given) => {
  expect(await webhook(update, given)).toEqual({ status: 401 })
  expect(inbox.rows()).toEqual([])
})

it('T16 an empty secret opens to nobody without the header', async () => {
  const open = createWebhook({ secret: '', botId: 1, inbox, clock: { now: () => now }, log, onAccepted: () => {} })
  expect(await open(update, undefined)).toEqual({ status: 401 })
})

it('F20 T16 asks for a repeat while the update cannot be stored', async () => {
  inbox.broken = new Error('电梯坏了')
  expect(await webhook(update, secret)).toEqual({ status: 503 })
  expect(woken).toBe(0)
  expect(JSON.stringify(log.lines)).not.toContain('电梯')
})

it.each([null, undefined, 'x', [], {}, { update_id: '7' }])('refuses what is no update: %j', async (body) => {
  expect(await webhook(body, secret)).toEqual({ status: 400 })
})

describe('with Telegram', () => {
  let tg: Telegram
  let server: Server
  let url: string
  let root: string

  beforeEach(async () => {
    tg = createLocalTelegram({ webhookRetryMs: 20, bot: { can_read_all_group_messages: true } })
    tg.addUser({ id: 101, first_name: '张三' })
    tg.addGroup({ id: -1001, title: '业主群', members: [101] })
    root = await tg.listen()
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const header = request.headers['x-telegram-bot-api-secret-token']
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString())
      const { status } = await webhook(body, typeof header === 'string' ? header : undefined)
      response.writeHead(status).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/hook`
  })
  afterEach(async () => {
    await tg.close()
    server.closeAllConnections()
    server.close()
  })

  const install = () =>
    installWebhook({
      telegram: createTelegram(tg.bot.token, root),
      url,
      secret,
      log,
      backoff: { baseMs: 5, capMs: 10 },
    })

  it('is installed through failures, and updates arrive over it even after an outage of ours', async () => {
    tg.fault({ kind: '502-html', method: 'setWebhook', times: 2 })
    await install()
    expect(tg.callsTo('setWebhook').at(-1)?.params).toMatchObject({ url, max_connections: 20 })
    inbox.broken = new Error('database down')
    tg.as(101).say(-1001, '电梯坏了')
    const refused = () => log.lines.filter(({ message }) => message.includes('could not be stored')).length
    await vi.waitFor(() => expect(refused()).toBeGreaterThan(1), { timeout: 5_000 })
    inbox.broken = null
    await vi.waitFor(() => expect(tg.pendingUpdates()).toEqual([]), { timeout: 5_000 })
    expect(inbox.rows()).toHaveLength(1)
  })

  it('gives up when Telegram does not know the token', async () => {
    tg.fault({ kind: '401', method: 'setWebhook' })
    await expect(install()).rejects.toThrow(TokenRefused)
  })
})
