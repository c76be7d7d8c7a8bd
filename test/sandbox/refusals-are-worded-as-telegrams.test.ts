import { expect, test } from 'vitest'
import { openSandbox } from './open-sandbox.ts'

test.each<[string, string, Record<string, unknown>, number, string]>([
  ['unknown chat', 'sendMessage', { chat_id: -5, text: 'x' }, 400, 'Bad Request: chat not found'],
  ['no chat', 'sendMessage', { text: 'x' }, 400, 'Bad Request: chat_id is empty'],
  ['no text', 'sendMessage', { chat_id: -1001 }, 400, 'Bad Request: message text is empty'],
  ['blank text', 'sendMessage', { chat_id: -1001, text: ' \n ' }, 400, 'Bad Request: text must be non-empty'],
  ['long text', 'sendMessage', { chat_id: -1001, text: 'x'.repeat(4097) }, 400, 'Bad Request: message is too long'],
  [
    'person who never wrote to the bot',
    'sendMessage',
    { chat_id: 101, text: 'x' },
    403,
    "Forbidden: bot can't initiate conversation with a user",
  ],
  [
    'reply to nothing',
    'sendMessage',
    { chat_id: -1001, text: 'x', reply_parameters: { message_id: 99 } },
    400,
    'Bad Request: message to be replied not found',
  ],
  [
    'button data of 65 bytes',
    'sendMessage',
    { chat_id: -1001, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: '报'.repeat(22) }]] } },
    400,
    'Bad Request: BUTTON_DATA_INVALID',
  ],
  [
    'button that does nothing',
    'sendMessage',
    { chat_id: -1001, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a' }]] } },
    400,
    "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    'thread in a chat without topics',
    'sendMessage',
    { chat_id: -1001, text: 'x', message_thread_id: 7 },
    400,
    'Bad Request: message thread not found',
  ],
  [
    'edit of nothing',
    'editMessageText',
    { chat_id: -1001, message_id: 99, text: 'x' },
    400,
    'Bad Request: message to edit not found',
  ],
  [
    'deletion of nothing',
    'deleteMessage',
    { chat_id: -1001, message_id: 99 },
    400,
    'Bad Request: message to delete not found',
  ],
  [
    'unknown callback query',
    'answerCallbackQuery',
    { callback_query_id: '1' },
    400,
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
  ],
  ['unknown method', 'sendTelepathy', {}, 404, 'Not Found: method not found'],
  ['unknown file', 'getFile', { file_id: 'x' }, 400, 'Bad Request: invalid file_id'],
])('%s', async (_what, method, params, code, description) => {
  const { api } = await openSandbox()
  expect(await api(method, params)).toMatchObject({ status: code, ok: false, error_code: code, description })
})

test('a token that is no bot’s is 401, a path that is no call 404', async () => {
  const { root } = await openSandbox()
  const get = async (path: string) => (await fetch(`${root}${path}`)).json()
  expect(await get('/bot1:x/getMe')).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
  expect(await get('/botx/getMe')).toEqual({ ok: false, error_code: 404, description: 'Not Found' })
})

test('text and captions are measured after parsing, in UTF-16 units', async () => {
  const { api } = await openSandbox()
  const text = `<b>${'字'.repeat(4096)}</b>`
  expect((await api('sendMessage', { chat_id: -1001, text, parse_mode: 'HTML' })).ok).toBe(true)
  const emoji = '🛗'.repeat(2049)
  expect((await api('sendMessage', { chat_id: -1001, text: emoji })).description).toBe(
    'Bad Request: message is too long',
  )
  const edit = await api('editMessageText', { chat_id: -1001, message_id: 1, text: 'x'.repeat(4097) })
  expect(edit.description).toBe('Bad Request: MESSAGE_TOO_LONG')
})

test('allow_sending_without_reply sends without the reply', async () => {
  const { api, tg } = await openSandbox()
  const reply_parameters = { message_id: 99, allow_sending_without_reply: true }
  expect((await api('sendMessage', { chat_id: -1001, text: 'x', reply_parameters })).ok).toBe(true)
  expect(tg.chat(-1001).last?.replyTo).toBeUndefined()
})

test('a person who blocked the bot is out of reach until they write again', async () => {
  const { api, tg } = await openSandbox()
  const zhang = tg.as(101)
  zhang.start()
  expect((await api('sendMessage', { chat_id: 101, text: 'a' })).ok).toBe(true)
  zhang.blockBot()
  expect(await api('sendMessage', { chat_id: 101, text: 'b' })).toMatchObject({
    error_code: 403,
    description: 'Forbidden: bot was blocked by the user',
  })
  zhang.say('dm', 'back')
  expect((await api('sendMessage', { chat_id: 101, text: 'c' })).ok).toBe(true)
  const kinds = tg.pendingUpdates().map((update) => Object.keys(update)[1])
  expect(kinds).toEqual(['message', 'my_chat_member', 'my_chat_member', 'message'])
})

test('a bot that was kicked, left or never was in a group is told which', async () => {
  const { api, tg } = await openSandbox()
  tg.addGroup({ id: -7, title: 'g', type: 'group', owner: 103 })
  tg.addGroup({ id: -8, title: 'other', bot: false })
  tg.kickBot(-7, 103)
  await api('leaveChat', { chat_id: -1001 })
  const says = async (chat_id: number) => (await api('sendMessage', { chat_id, text: 'x' })).description
  expect(await says(-7)).toBe('Forbidden: bot was kicked from the group chat')
  expect(await says(-1001)).toBe('Forbidden: bot is not a member of the supergroup chat')
  expect(await says(-8)).toBe('Bad Request: chat not found')
})

test('a bot that may not write in a group is told so', async () => {
  const { api, tg } = await openSandbox()
  tg.setBotStatus(-1001, 'restricted', 103)
  const answer = await api('sendMessage', { chat_id: -1001, text: 'x' })
  expect(answer.description).toBe('Bad Request: not enough rights to send text messages to the chat')
})

test('a topic that was deleted is not found, one that exists keeps its number', async () => {
  const { api, tg } = await openSandbox()
  tg.addGroup({ id: -9, title: 'forum', is_forum: true, owner: 103 })
  const topic = tg.addTopic(-9, '报修')
  expect((await api('sendMessage', { chat_id: -9, text: 'x', message_thread_id: topic })).ok).toBe(true)
  expect(tg.chat(-9).last?.threadId).toBe(topic)
  tg.deleteTopic(-9, topic)
  expect(tg.chat(-9).visible).toEqual([])
  const answer = await api('sendMessage', { chat_id: -9, text: 'x', message_thread_id: topic })
  expect(answer.description).toBe('Bad Request: message thread not found')
})

test('an upgraded group refuses with its new id, and both chats say so', async () => {
  const { api, tg } = await openSandbox()
  tg.addGroup({ id: -7, title: 'g', type: 'group', owner: 103, members: [101] })
  tg.as(101).say(-7, 'hello')
  const id = tg.migrate(-7, -1007)
  expect(await api('sendMessage', { chat_id: -7, text: 'x' })).toMatchObject({
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: -1007 },
  })
  expect((await api('sendMessage', { chat_id: id, text: 'x' })).ok).toBe(true)
  const told = tg
    .pendingUpdates()
    .map(({ message }) => [message?.chat.id, message?.migrate_to_chat_id ?? message?.migrate_from_chat_id])
  expect(told).toEqual([
    [-7, undefined],
    [-7, -1007],
    [-1007, -7],
  ])
})
