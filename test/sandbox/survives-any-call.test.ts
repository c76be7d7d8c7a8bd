import fc from 'fast-check'
import { expect, test } from 'vitest'
import { METHODS } from '../../src/sandbox/methods/table.ts'
import { fuzz, mutated, wrong } from '../support/mutations.ts'
import { type OpenSandbox, openSandbox } from './open-sandbox.ts'

const chat_id = -1001
const markup = { inline_keyboard: [[{ text: 'b', callback_data: 'd' }], [{ text: 'u', url: 'https://a.example/' }]] }
const reply_parameters = { message_id: 1, allow_sending_without_reply: true }
const rich = { parse_mode: 'HTML', reply_markup: markup, reply_parameters, message_thread_id: 0 }
const entities = [{ type: 'bold', offset: 0, length: 1 }]

/** A call of each method that could be right, of the files named in `known`; message 2 is the bot's own, 3 its poll, 6 its photo. */
function goodCalls(known: { photo: string; document: string }): Record<string, Record<string, unknown>> {
  const chat = { chat_id }
  const user = { chat_id, user_id: 102 }
  const message = { chat_id, message_id: 2 }
  const picture = { chat_id, message_id: 6 }
  const file = { caption: '<b>x</b>', ...rich, ...chat }
  const scope = { scope: { type: 'chat_member', chat_id, user_id: 101 }, language_code: 'zh' }
  return {
    answerCallbackQuery: {
      callback_query_id: '1',
      text: 'x',
      show_alert: true,
      url: 'https://a.example/',
      cache_time: 1,
    },
    banChatMember: { ...user, until_date: 1_800_000_000, revoke_messages: true },
    copyMessage: { ...chat, from_chat_id: chat_id, message_id: 1, caption: 'x', ...rich },
    deleteMessage: message,
    deleteMessages: { ...chat, message_ids: [1, 2] },
    deleteMyCommands: scope,
    deleteWebhook: { drop_pending_updates: true },
    editMessageCaption: { ...picture, caption: 'x', ...rich },
    editMessageMedia: { ...picture, media: { type: 'photo', media: known.photo, caption: 'x' }, reply_markup: markup },
    editMessageReplyMarkup: { ...message, reply_markup: { inline_keyboard: [[{ text: 'c', callback_data: 'e' }]] } },
    editMessageText: { ...message, text: '<i>x</i>', ...rich, entities },
    forwardMessage: { ...chat, from_chat_id: chat_id, message_id: 1 },
    getChat: chat,
    getChatAdministrators: chat,
    getChatMember: user,
    getChatMemberCount: chat,
    getFile: { file_id: known.photo },
    getMe: {},
    getMyCommands: scope,
    getMyDescription: { language_code: 'zh' },
    getMyName: { language_code: 'zh' },
    getMyShortDescription: { language_code: 'zh' },
    getUpdates: { offset: 1000, limit: 10, allowed_updates: ['message', 'poll'] },
    getWebhookInfo: {},
    leaveChat: chat,
    pinChatMessage: message,
    promoteChatMember: { ...user, can_pin_messages: true },
    restrictChatMember: { ...user, permissions: { can_send_messages: false }, until_date: 1 },
    sendAnimation: { animation: known.document, ...file },
    sendAudio: { audio: known.document, ...file },
    sendChatAction: { ...chat, action: 'typing' },
    sendDocument: { document: known.document, ...file },
    sendLocation: { ...chat, latitude: 31.2, longitude: 121.4, reply_markup: markup },
    sendMediaGroup: {
      ...chat,
      media: [
        { type: 'photo', media: known.photo, caption: 'x', caption_entities: entities },
        { type: 'photo', media: known.photo },
      ],
    },
    sendMessage: { ...chat, text: '<b>x</b> @a /b', ...rich, entities },
    sendPhoto: { photo: known.photo, ...file },
    sendPoll: {
      ...chat,
      question: '?',
      options: ['a', { text: 'b' }],
      type: 'quiz',
      correct_option_id: 1,
      open_period: 60,
    },
    sendVideo: { video: known.document, ...file },
    sendVoice: { voice: known.document, ...file },
    setMessageReaction: { ...chat, message_id: 1, reaction: [{ type: 'emoji', emoji: '👍' }] },
    setMyCommands: { commands: [{ command: 'a', description: 'b' }], ...scope },
    setMyDescription: { description: 'x', language_code: 'zh' },
    setMyName: { name: 'x' },
    setMyShortDescription: { short_description: 'x' },
    setWebhook: { url: 'http://127.0.0.1:9/', secret_token: 'a', max_connections: 2, allowed_updates: ['message'] },
    stopPoll: { ...chat, message_id: 3, reply_markup: markup },
    unbanChatMember: { ...user, only_if_banned: true },
    unpinAllChatMessages: chat,
    unpinChatMessage: message,
  }
}

async function furnished(): Promise<OpenSandbox & { known: { photo: string; document: string } }> {
  const sandbox = await openSandbox()
  const { tg, api } = sandbox
  tg.as(101).say(chat_id, 'a')
  await api('sendMessage', { chat_id, text: 'mine', reply_markup: markup })
  await api('sendPoll', { chat_id, question: '?', options: ['a', 'b'] })
  const photo = tg.as(101).photo(chat_id).wire.photo?.at(-1)?.file_id ?? ''
  const document = tg.as(101).document(chat_id).wire.document?.file_id ?? ''
  await api('sendPhoto', { chat_id, photo })
  return { ...sandbox, known: { photo, document } }
}

const WORDS = /^(Bad Request|Forbidden|Not Found|Unauthorized|Conflict|Too Many Requests)(: \S.*)?$/s

/** What Telegram answers with, whatever it was asked. */
async function expectTelegramsShape(response: Response): Promise<void> {
  const answer = (await response.json()) as Record<string, unknown>
  if (answer.ok === true) expect([response.status, 'result' in answer]).toEqual([200, true])
  else {
    expect(answer).toMatchObject({ ok: false, error_code: response.status, description: expect.stringMatching(WORDS) })
  }
}

const asJson = (params: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(params),
})

function asForm(params: Record<string, unknown>): RequestInit {
  const body = new FormData()
  for (const [name, value] of Object.entries(params))
    body.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  return { method: 'POST', body }
}

test('the calls above are right as they stand, and there is one for every method', async () => {
  const rights = { can_restrict_members: true, can_promote_members: true }
  for (const method of Object.keys(METHODS)) {
    const { api, known, tg } = await furnished()
    tg.setBotStatus(chat_id, 'administrator', 103, { rights })
    const { description = 'right' } = await api(method, goodCalls(known)[method] ?? {})
    if (method === 'answerCallbackQuery') expect(description).toContain('query is too old')
    else expect([method, description]).toEqual([method, expect.stringMatching(/^right$|^Webhook/)])
  }
  expect(Object.keys(goodCalls({ photo: '', document: '' })).sort()).toEqual(Object.keys(METHODS).sort())
})

test.each(Object.keys(METHODS))('%s answers as Telegram does whatever is missing, wrong or huge', async (method) => {
  const { root, tg, known, api } = await furnished()
  tg.setBotStatus(chat_id, 'administrator', 103)
  const good = goodCalls(known)[method]
  const params = mutated(good).filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  await fc.assert(
    fc.asyncProperty(params as fc.Arbitrary<Record<string, unknown>>, fc.boolean(), async (call, isForm) => {
      const init = isForm ? asForm(call) : asJson(call)
      await expectTelegramsShape(await fetch(`${root}/bot${tg.bot.token}/${method}`, init))
      // What it did may not hurt what comes after: all that is to be seen can still be seen.
      expect(tg.chats().every((chat) => chat.messages.length >= chat.visible.length)).toBe(true)
    }),
    fuzz(20),
  )
  expect((await api('getMe')).ok).toBe(true)
})

test('a body that is nothing of what it says, and a path that is nobody’s, are refused', async () => {
  const { root, tg, api } = await openSandbox()
  const type = fc.constantFrom(
    ...['application/json', 'multipart/form-data', 'multipart/form-data; boundary=x', 'text/plain', ''],
    ...['application/x-www-form-urlencoded', 'multipart/form-data; boundary="', 'application/json; charset=gbk'],
  )
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom(
      '{',
      '[]',
      'null',
      '--x',
      '--x\r\n\r\n--x--',
      '--x\r\nname="text"\r\n\r\n\r\n--x--',
      '%',
      'a=%zz&a[]=1',
    ),
    wrong.map((value) => JSON.stringify(value) ?? ''),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(METHODS)), type, body, async (method, contentType, content) => {
      if (method === 'setWebhook' || method === 'leaveChat') return
      const path = `${root}/bot${tg.bot.token}/${method}`
      const payload = typeof content === 'string' ? content : new Uint8Array(content)
      await expectTelegramsShape(
        await fetch(path, { method: 'POST', headers: { 'content-type': contentType }, body: payload }),
      )
    }),
    fuzz(150),
  )
  const paths = ['/', '/bot', '/bot1:x', '/bot%', '/bot1:x/%E0%A4%A', '//', '/file/bot1:x/../a', `/bot${tg.bot.token}/`]
  for (const path of paths) await expectTelegramsShape(await fetch(`${root}${path}`))
  expect((await api('getMe')).ok).toBe(true)
})
