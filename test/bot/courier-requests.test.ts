import { beforeEach, expect, it } from 'vitest'
import type { Courier, Destination } from '../../src/app/courier.ts'
import { createCourier } from '../../src/bot/courier.ts'
import { createTelegram } from '../../src/bot/telegram-client.ts'
import type { Rendered } from '../../src/domain/post/body.ts'
import { createTelegram as createLocalTelegram, type Telegram } from '../../src/sandbox/telegram.ts'
import { silentLog } from './silent-log.ts'

const group = -1001
const to: Destination = { chatId: group, threadId: null, replyTo: null, token: 'abcdefghijklmnop' }
const bare: Rendered = { html: '<b>#12</b> 电梯', keyboard: [], forceReply: null }

let tg: Telegram
let courier: Courier
let log: ReturnType<typeof silentLog>

beforeEach(async () => {
  tg = createLocalTelegram()
  tg.addUser({ id: 101, first_name: '张三' })
  tg.addGroup({ id: group, title: '物业工单群', members: [101] })
  log = silentLog()
  courier = createCourier({ telegram: createTelegram(tg.bot.token, await tg.listen()), log })
  return () => tg.close()
})

const lastParams = () => tg.calls.at(-1)?.params

it('sends HTML without link previews, as an answer, with its buttons', async () => {
  const asked = tg.as(101).say(group, '电梯坏了')
  await courier.send(
    { ...to, replyTo: asked.id },
    {
      ...bare,
      keyboard: [
        [
          { label: '接单', action: 'ack' },
          { label: '详情', url: 'https://t.me/huying_bot' },
        ],
        [{ label: '3号楼', action: 'place', arg: 'b3' }],
      ],
    },
  )
  expect(lastParams()).toMatchObject({
    chat_id: group,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_parameters: { message_id: asked.id, allow_sending_without_reply: true },
    reply_markup: {
      inline_keyboard: [
        [
          { text: '接单', callback_data: 'abcdefghijklmnopak' },
          { text: '详情', url: 'https://t.me/huying_bot' },
        ],
        [{ text: '3号楼', callback_data: 'abcdefghijklmnopplb3' }],
      ],
    },
  })
  const sent = tg.chat(group).find('#12')
  expect(sent?.text).toBe('#12 电梯')
  expect(sent?.replyTo).toBe(asked.id)
})

it('writes into the topic', async () => {
  tg.addGroup({ id: -1005, title: '论坛', is_forum: true })
  const threadId = tg.addTopic(-1005, '报修')
  await courier.send({ ...to, chatId: -1005, threadId }, bare)
  expect(tg.chat(-1005).find('#12')?.threadId).toBe(threadId)
})

it('asks for a reply with a hint that fits; buttons come before it; an edit never asks', async () => {
  const prompt: Rendered = { ...bare, forceReply: '写明原因和时间，'.repeat(20) }
  await courier.send(to, prompt)
  expect(lastParams()).toMatchObject({
    reply_markup: { force_reply: true, selective: true, input_field_placeholder: expect.stringMatching(/^写明.{62}$/) },
  })
  await courier.send(to, { ...prompt, keyboard: [[{ label: '接单', action: 'ack' }]] })
  expect(lastParams()?.reply_markup).not.toHaveProperty('force_reply')
  await courier.edit(to, 2, { ...prompt, html: '新' })
  expect(lastParams()).not.toHaveProperty('reply_markup')
})

it('an edit without buttons takes the old ones away', async () => {
  const sent = await courier.send(to, { ...bare, keyboard: [[{ label: '接单', action: 'ack' }]] })
  expect(tg.chat(group).find('#12')?.buttons).toEqual(['接单'])
  await courier.edit(to, sent.kind === 'done' ? (sent.messageId ?? 0) : 0, bare)
  expect(tg.chat(group).find('#12')?.buttons).toEqual([])
})

it('uploads a picture with its caption, still as an answer', async () => {
  const asked = tg.as(101).say(group, '/summary')
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
  const outcome = await courier.sendPicture({ ...to, replyTo: asked.id }, png, bare)
  const view = tg.chat(group).find('#12')
  expect(outcome).toEqual({ kind: 'done', messageId: view?.id })
  expect(view?.replyTo).toBe(asked.id)
  expect(Array.from(view?.files[0]?.bytes ?? [])).toEqual(Array.from(png))
})

it('sends stored photos as one album with one caption', async () => {
  const photos = tg.as(101).album(group, ['坏的', undefined])
  const media = photos.map((part) => ({ kind: 'photo', fileId: part.wire.photo?.[0]?.file_id ?? '' }))
  const outcome = await courier.sendMedia(to, media, bare)
  const sent = tg.chat(group).fromBot
  expect(outcome).toEqual({ kind: 'done', messageId: sent[0]?.id })
  expect(sent.map((message) => message.text)).toEqual(['#12 电梯', ''])
  expect(new Set(sent.map((message) => message.albumId)).size).toBe(1)
})

it('sends what cannot share an album one after another; a later failure is reported, not retried', async () => {
  const person = tg.as(101)
  const photo = person.photo(group).wire.photo?.[0]?.file_id ?? ''
  const voice = person.voice(group).wire.voice?.file_id ?? ''
  tg.fault({ kind: '500', method: 'sendVoice' })
  const media = [
    { kind: 'voice', fileId: voice },
    { kind: 'photo', fileId: photo },
  ]
  expect((await courier.sendMedia(to, media, bare)).kind).toBe('done')
  expect(tg.calls.map((call) => call.method)).toEqual(['sendPhoto', 'sendVoice'])
  expect(log.lines).toEqual([
    { level: 'warn', facts: { chatId: group, outcome: 'unknown' }, message: 'some media were not sent' },
  ])
})

it('has nothing to send without media', async () => {
  expect(await courier.sendMedia(to, [], bare)).toEqual({ kind: 'rejected', error: 'no media to send' })
})

it('leaves a chat', async () => {
  expect(await courier.leave(group)).toEqual({ kind: 'done', messageId: null })
  expect(tg.callsTo('leaveChat')).toHaveLength(1)
})

it('sends files of ours as one album, the text under the last, as an answer', async () => {
  const asked = tg.as(101).say(group, '周报')
  const documents = ['幸福里小区 2026-W47.xlsx', '幸福里小区 2026-W47.csv'].map((name) => ({
    name,
    bytes: Buffer.from(name),
  }))
  const outcome = await courier.sendDocuments({ ...to, replyTo: asked.id }, documents, bare)
  expect(outcome.kind).toBe('done')
  const sent = tg.chat(group).fromBot
  expect(sent.map(({ text, files: [file], replyTo }) => [text, file?.name, file?.bytes.toString(), replyTo])).toEqual([
    ['', documents[0]?.name, documents[0]?.name, asked.id],
    ['#12 电梯', documents[1]?.name, documents[1]?.name, asked.id],
  ])
  expect(new Set(sent.map(({ albumId }) => albumId)).size).toBe(1)
})
