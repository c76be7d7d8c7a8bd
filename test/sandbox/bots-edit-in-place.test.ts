import { expect, test } from 'vitest'
import { openSandbox } from './open-sandbox.ts'

const keyboard = (text: string) => ({ inline_keyboard: [[{ text, callback_data: 'd' }]] })

test('an edit changes the message in place; without reply_markup the buttons go', async () => {
  const { tg, api } = await openSandbox()
  await api('sendMessage', { chat_id: -1001, text: 'one', reply_markup: keyboard('a') })
  const edited = await api('editMessageText', {
    chat_id: -1001,
    message_id: 1,
    text: '<i>two</i>',
    parse_mode: 'HTML',
    reply_markup: keyboard('b'),
  })
  expect(edited.result).toMatchObject({ text: 'two', edit_date: 1794790800 })
  expect(tg.chat(-1001).last).toMatchObject({ html: '<i>two</i>', buttons: ['b'], edits: 1 })
  await api('editMessageText', { chat_id: -1001, message_id: 1, text: 'three' })
  expect(tg.chat(-1001).visible.map((m) => [m.text, m.buttons, m.edits])).toEqual([['three', [], 2]])
})

test('an edit that changes nothing is refused and leaves no trace', async () => {
  const { tg, api } = await openSandbox()
  const same = { chat_id: -1001, text: '<b>x</b>', parse_mode: 'HTML', reply_markup: keyboard('a') }
  await api('sendMessage', same)
  expect((await api('editMessageText', { ...same, message_id: 1 })).description).toBe(
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  )
  expect((await api('editMessageReplyMarkup', { ...same, message_id: 1 })).description).toContain(
    'message is not modified',
  )
  expect(tg.chat(-1001).last?.edits).toBe(0)
})

test('only the bot’s own messages are edited, text as text and captions as captions', async () => {
  const { tg, api } = await openSandbox()
  const photo = tg.as(101).photo(-1001, { caption: 'theirs' })
  expect((await api('editMessageCaption', { chat_id: -1001, message_id: photo.id, caption: 'x' })).description).toBe(
    "Bad Request: message can't be edited",
  )
  const own = photo.wire.photo?.at(-1)?.file_id
  await api('sendPhoto', { chat_id: -1001, photo: own, caption: 'mine' })
  expect((await api('editMessageText', { chat_id: -1001, message_id: 2, text: 'x' })).description).toBe(
    'Bad Request: there is no text in the message to edit',
  )
  expect((await api('editMessageCaption', { chat_id: -1001, message_id: 2, caption: 'new' })).ok).toBe(true)
  expect(tg.chat(-1001).message(2)).toMatchObject({ text: 'new', photo: true })
  const long = await api('editMessageCaption', { chat_id: -1001, message_id: 2, caption: 'x'.repeat(1025) })
  expect(long.description).toBe('Bad Request: message caption is too long')
})

test('deleting: own for 48 hours, others only as administrator', async () => {
  const { tg, api, clock } = await openSandbox()
  const theirs = tg.as(101).say(-1001, 'private matter')
  await api('sendMessage', { chat_id: -1001, text: 'mine' })
  const del = (message_id: number) => api('deleteMessage', { chat_id: -1001, message_id })
  expect((await del(theirs.id)).description).toBe("Bad Request: message can't be deleted")
  clock.now += 49 * 3_600_000
  expect((await del(2)).description).toBe("Bad Request: message can't be deleted for everyone")
  tg.setBotStatus(-1001, 'administrator', 103)
  expect((await del(theirs.id)).ok).toBe(true)
  expect(tg.chat(-1001).message(theirs.id).deleted).toBe(true)
})

test('commands are kept by scope and language; the chat, its people and the bot tell who they are', async () => {
  const { api, tg } = await openSandbox()
  const scope = { type: 'chat', chat_id: -1001 }
  await api('setMyCommands', { commands: [{ command: 'my', description: '我的' }], scope, language_code: 'zh' })
  expect((await api('getMyCommands', { scope, language_code: 'zh' })).result).toEqual([
    { command: 'my', description: '我的' },
  ])
  expect((await api('getMyCommands', { scope })).result).toEqual([])
  expect((await api('getChat', { chat_id: -1001 })).result).toMatchObject({
    id: -1001,
    title: '业主群',
    type: 'supergroup',
  })
  expect((await api('getChatMember', { chat_id: -1001, user_id: 101 })).result).toMatchObject({ status: 'member' })
  expect((await api('getChatAdministrators', { chat_id: -1001 })).result).toMatchObject([
    { status: 'creator', user: { id: 103 } },
  ])
  expect((await api('getMe')).result).toMatchObject({ id: tg.bot.user.id, can_read_all_group_messages: true })
})

test('forwarding names the origin, copying does not', async () => {
  const { api, tg } = await openSandbox()
  tg.addGroup({ id: -2, title: 'staff' })
  tg.as(101).say(-1001, '灯坏了')
  await api('forwardMessage', { chat_id: -2, from_chat_id: -1001, message_id: 1 })
  await api('copyMessage', { chat_id: -2, from_chat_id: -1001, message_id: 1 })
  expect(tg.chat(-2).visible.map((m) => [m.text, m.wire.forward_origin?.type])).toEqual([
    ['灯坏了', 'user'],
    ['灯坏了', undefined],
  ])
})
