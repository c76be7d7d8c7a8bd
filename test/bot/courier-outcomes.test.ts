import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CourierOutcome, Destination } from '../../src/app/courier.ts'
import { createCourier } from '../../src/bot/courier.ts'
import { createTelegram } from '../../src/bot/telegram-client.ts'
import type { Button, Rendered } from '../../src/domain/post/body.ts'
import type { FaultKind } from '../../src/sandbox/faults.ts'
import { createTelegram as createLocalTelegram, type Telegram } from '../../src/sandbox/telegram.ts'
import { silentLog } from './silent-log.ts'

const group = -1001
const to: Destination = { chatId: group, threadId: null, replyTo: null, token: 'abcdefghijklmnop' }
const ack: Button = { label: '接单', action: 'ack' }
const card: Rendered = { html: '<b>#12</b> 电梯', keyboard: [[ack]], forceReply: null }
const secret = '7000000001:canary-token-never-in-a-text'
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47])

let tg: Telegram
let root: string
let log: ReturnType<typeof silentLog>
const courierAt = (apiRoot: string) =>
  createCourier({ telegram: createTelegram(secret, apiRoot), log, sendMs: 300, pictureMs: 300 })

beforeEach(async () => {
  log = silentLog()
  tg = createLocalTelegram({ bot: { token: secret } })
  tg.addUser({ id: 101, first_name: '张三' })
  tg.addGroup({ id: group, title: '物业工单群', members: [101] })
  root = await tg.listen()
  return () => tg.close()
})

describe('T13 what a spoilt answer lets us conclude, and the token is nowhere', () => {
  const outcomes: Readonly<Record<FaultKind, CourierOutcome['kind']>> = {
    '429': 'slow-down',
    '401': 'unauthorized',
    '409': 'rejected',
    '500': 'unknown',
    '502-html': 'unknown',
    '200-html': 'unknown',
    'broken-json': 'unknown',
    reset: 'unknown',
    'reset-after': 'unknown',
    timeout: 'unknown',
    'timeout-after': 'unknown',
  }
  const methods = ['send', 'edit', 'sendPicture', 'sendMedia', 'delete', 'leave'] as const
  const cases = methods.flatMap((method) => Object.entries(outcomes).map(([fault, kind]) => ({ method, fault, kind })))

  it.each(cases)('$method, $fault: $kind', async ({ method, fault, kind }) => {
    const courier = courierAt(root)
    tg.fault({ kind: fault as FaultKind, retryAfter: 30 })
    const outcome = await {
      send: () => courier.send(to, card),
      edit: () => courier.edit(to, 1, card),
      sendPicture: () => courier.sendPicture(to, png, card),
      sendMedia: () => courier.sendMedia(to, [{ kind: 'photo', fileId: 'f' }], card),
      delete: () => courier.delete(group, 1),
      leave: () => courier.leave(group),
    }[method]()
    expect(outcome.kind).toBe(kind)
    if (outcome.kind === 'slow-down') expect(outcome.retryAfterMs).toBe(30_000)
    expect(JSON.stringify([outcome, log.lines])).not.toMatch(/canary|电梯|http/)
  })
})

describe('a connection that never came up delivered nothing', () => {
  let silent: Server
  let silentPort: number
  beforeAll(async () => {
    silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    silentPort = typeof address === 'object' && address !== null ? address.port : 0
  })
  afterAll(() => {
    silent.close()
  })

  it.each([
    ['refused', () => 'http://127.0.0.1:1', 'ECONNREFUSED'],
    ['no such name', () => 'http://telegram.invalid', /ENOTFOUND|EAI_AGAIN/],
    ['no TLS at the other end', () => root.replace('http:', 'https:'), 'EPROTO'],
  ])('%s', async (_, apiRoot, error) => {
    const outcome = await courierAt(apiRoot()).send(to, card)
    expect(outcome).toEqual({ kind: 'undelivered', error: expect.stringMatching(error) })
  })

  it('a handshake that hangs is given up before the send would be', async () => {
    const courier = createCourier({
      telegram: createTelegram(secret, `https://127.0.0.1:${silentPort}`),
      log: silentLog(),
    })
    expect(await courier.send(to, card)).toEqual({ kind: 'undelivered', error: 'CONNECT_TIMEOUT' })
  })
})

describe('what Telegram says of the chat and the message', () => {
  it('done, with the new message’s id; a second edit to the same changes nothing', async () => {
    const courier = courierAt(root)
    const sent = await courier.send(to, card)
    expect(sent).toEqual({ kind: 'done', messageId: expect.any(Number) })
    const messageId = sent.kind === 'done' ? (sent.messageId ?? 0) : 0
    expect(await courier.edit(to, messageId, card)).toEqual({ kind: 'not-modified' })
    expect(await courier.edit(to, messageId, { ...card, html: '已接单' })).toEqual({ kind: 'done', messageId })
    expect(await courier.delete(group, messageId)).toEqual({ kind: 'done', messageId: null })
    expect((await courier.edit(to, messageId, card)).kind).toBe('edit-gone')
    expect((await courier.delete(group, messageId)).kind).toBe('edit-gone')
  })

  it('kicked: the chat is gone', async () => {
    tg.kickBot(group)
    expect(await courierAt(root).send(to, card)).toMatchObject({
      kind: 'chat-gone',
      error: expect.stringMatching('403'),
    })
  })

  it('never known: the chat is gone', async () => {
    expect((await courierAt(root).send({ ...to, chatId: -999 }, card)).kind).toBe('chat-gone')
  })

  it('muted: the chat is gone', async () => {
    tg.setBotStatus(group, 'restricted', undefined, { rights: { can_send_messages: false } })
    expect((await courierAt(root).send(to, card)).kind).toBe('chat-gone')
  })

  it('never started in private, then blocked: the chat is gone', async () => {
    const courier = courierAt(root)
    expect((await courier.send({ ...to, chatId: 101 }, card)).kind).toBe('chat-gone')
    tg.as(101).start()
    expect((await courier.send({ ...to, chatId: 101 }, card)).kind).toBe('done')
    tg.as(101).blockBot()
    expect((await courier.send({ ...to, chatId: 101 }, card)).kind).toBe('chat-gone')
  })

  it('became a supergroup: where it is now', async () => {
    tg.addGroup({ id: -4001, title: '小群', type: 'group' })
    const moved = tg.migrate(-4001)
    expect(await courierAt(root).send({ ...to, chatId: -4001 }, card)).toEqual({ kind: 'migrated', to: moved })
  })

  it('a deleted topic: the thread is gone, not the chat', async () => {
    tg.addGroup({ id: -1005, title: '论坛', is_forum: true })
    const threadId = tg.addTopic(-1005, '报修')
    const destination = { ...to, chatId: -1005, threadId }
    expect((await courierAt(root).send(destination, card)).kind).toBe('done')
    tg.deleteTopic(-1005, threadId)
    expect(await courierAt(root).send(destination, card)).toEqual({ kind: 'thread-gone' })
  })

  it('a message answered that is gone does not stop the answer', async () => {
    expect((await courierAt(root).send({ ...to, replyTo: 4_711 }, card)).kind).toBe('done')
  })

  it('a button that cannot be written is our mistake and sends nothing', async () => {
    const broken: Rendered = { ...card, keyboard: [[{ ...ack, arg: '一楼' }]] }
    expect(await courierAt(root).send(to, broken)).toEqual({
      kind: 'rejected',
      error: 'cannot write sendMessage: RangeError',
    })
    expect(tg.callsTo('sendMessage')).toEqual([])
  })

  it('text that Telegram cannot parse is rejected without repeating it', async () => {
    const outcome = await courierAt(root).send(to, { ...card, html: '<canary>13800000000' })
    expect(outcome.kind).toBe('rejected')
    expect(JSON.stringify(outcome)).not.toMatch(/canary|138/)
  })
})
