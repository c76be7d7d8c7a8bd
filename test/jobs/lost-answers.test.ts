import { beforeEach, describe, expect, it } from 'vitest'
import { createCourier } from '../../src/bot/courier.ts'
import { createTelegram } from '../../src/bot/telegram-client.ts'
import { createDeliverer } from '../../src/jobs/deliver.ts'
import { createLimiter } from '../../src/jobs/limiter.ts'
import type { Fault } from '../../src/sandbox/faults.ts'
import { createTelegram as createLocalTelegram, type Telegram } from '../../src/sandbox/telegram.ts'
import { memoryDeliveries } from './memory-deliveries.ts'

/** The outbox against Telegram over HTTP: what is in the chat in the end, after answers that were spoilt, late or missing. */

const group = -1002
const start = Date.UTC(2026, 10, 18, 2)
let now: number
let tg: Telegram
let outbox: ReturnType<typeof memoryDeliveries>
let texts: Map<number, string>
let root: string
let drain: () => Promise<void>
let errors: string[]

beforeEach(async () => {
  now = start
  errors = []
  texts = new Map()
  tg = createLocalTelegram({ now: () => now })
  tg.addGroup({ id: group, title: '物业工单群' })
  outbox = memoryDeliveries(start)
  const log = { info() {}, warn() {}, error: (_facts: object, message: string) => void errors.push(message) }
  root = await tg.listen()
  const telegram = createTelegram(tg.bot.token, root)
  const unexpected = (): Promise<never> => Promise.reject(new Error('not expected here'))
  const deliverer = createDeliverer({
    deliveries: outbox.deliveries,
    courier: createCourier({ telegram, log, sendMs: 300 }),
    app: { threadLost: unexpected, chatMigrated: unexpected, chatLost: unexpected, media: unexpected },
    compose: async (post, resend) => {
      const text = texts.get(post.id) ?? `post ${post.id}`
      const message = { html: resend ? `again: ${text}` : text, keyboard: [], forceReply: null }
      return { message, picture: null, documents: [], media: [] }
    },
    clock: { now: () => now },
    limiter: createLimiter(),
    log,
    hint: () => {},
    onUnauthorized: () => void errors.push('unauthorized'),
  })
  drain = async () => {
    for (let turns = 0; turns < 4; turns += 1) {
      await deliverer.drainChat(group)
      now += 60_000
    }
  }
  return () => tg.close()
})

const inChat = (): readonly string[] =>
  tg
    .chat(group)
    .fromBot.filter(({ deleted }) => !deleted)
    .map(({ text }) => text)
const statuses = () => outbox.rows.map(({ status }) => status)

/** Sends an escalation and a reminder, each meeting the fault once. */
async function bothMeet(fault: Fault): Promise<void> {
  for (const purpose of ['escalation', 'reminder'] as const) {
    tg.fault({ ...fault, method: 'sendMessage' })
    outbox.say({ chatId: group, purpose })
    await drain()
  }
  expect(errors).toEqual([])
}

describe('the answer to a message is lost', () => {
  it.each(['500', '502-html'] as const)(
    'F30 %s and nothing arrived: the escalation comes once, marked; the reminder is not risked again',
    async (kind) => {
      await bothMeet({ kind })
      expect(inChat()).toEqual(['again: post 1'])
      expect(statuses()).toEqual(['sent', 'unknown'])
    },
  )

  it('F30 500 though it arrived: one more copy of the escalation, marked, none of the reminder', async () => {
    await bothMeet({ kind: '500', delivered: true })
    expect(inChat()).toEqual(['post 1', 'again: post 1', 'post 2'])
  })

  it('F31 no answer in time though it arrived: one more copy of the escalation, marked, none of the reminder', async () => {
    await bothMeet({ kind: 'timeout-after' })
    expect(inChat()).toEqual(['post 1', 'again: post 1', 'post 2'])
    expect(statuses()).toEqual(['sent', 'unknown'])
  })

  it('F32 no answer in time and nothing arrived: the escalation is sent again', async () => {
    await bothMeet({ kind: 'timeout' })
    expect(inChat()).toEqual(['again: post 1'])
  })
})

describe('a card is to be changed', () => {
  const show = async (text: string): Promise<void> => {
    texts.set(1, text)
    outbox.add({ chatId: group, purpose: 'card', op: { kind: 'show', postId: 1 } })
    await drain()
  }
  beforeEach(async () => {
    outbox.say({ chatId: group, purpose: 'card' })
    await drain()
  })

  it('F33 Telegram says that it is so already: success, and it is not asked again', async () => {
    // The first edit is done but its answer lost, so it is tried again.
    tg.fault({ kind: '500', method: 'editMessageText', delivered: true })
    await show('taken')
    const edits = tg.callsTo('editMessageText')
    expect(edits).toHaveLength(2)
    expect(JSON.stringify(edits[1]?.outcome)).toContain('message is not modified')
    expect(inChat()).toEqual(['taken'])
    expect(statuses()).toEqual(['sent', 'sent'])
    expect(errors).toEqual([])
  })

  it('F34 it is gone: a fresh one takes its place, and later changes are made to that', async () => {
    const first = outbox.posts.get(1)?.messageId ?? 0
    await createTelegram(tg.bot.token, root).deleteMessage(group, first)
    await show('taken')
    expect(inChat()).toEqual(['taken'])
    const second = outbox.posts.get(1)?.messageId
    expect(second).not.toBe(first)
    await show('done')
    expect(inChat()).toEqual(['done'])
    expect(outbox.posts.get(1)?.messageId).toBe(second)
    expect(errors).toEqual([])
  })
})
