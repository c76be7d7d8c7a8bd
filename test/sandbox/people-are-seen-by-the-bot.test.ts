import { expect, test } from 'vitest'
import { openSandbox } from './open-sandbox.ts'

const texts = (tg: { pendingUpdates(): { message?: { text?: string } }[] }) =>
  tg.pendingUpdates().map((update) => update.message?.text)

test('in privacy mode only commands, replies, mentions and service messages come', async () => {
  const { tg, api } = await openSandbox({ bot: { username: 'huying_bot' } })
  const zhang = tg.as(101)
  await api('sendMessage', { chat_id: -1001, text: 'card' })
  zhang.say(-1001, '灯坏了')
  zhang.say(-1001, '/my')
  zhang.say(-1001, '/my@other_bot')
  zhang.say(-1001, '/my@Huying_bot')
  zhang.say(-1001, '接单', { replyTo: 1 })
  zhang.say(-1001, '问 @huying_bot')
  zhang.say('dm', 'anything')
  expect(texts(tg)).toEqual(['/my', '/my@Huying_bot', '接单', '问 @huying_bot', 'anything'])
  tg.as(102).leave(-1001)
  expect(tg.pendingUpdates().at(-1)?.message?.left_chat_member?.id).toBe(102)
})

test('an administrator bot and one without privacy mode read everything', async () => {
  const { tg } = await openSandbox({ bot: {} })
  const other = tg.createBot({ can_read_all_group_messages: true })
  tg.addBot(-1001, 103, { bot: other })
  tg.addGroup({ id: -2, title: 'staff', bot: 'administrator', members: [101] })
  tg.as(101).say(-1001, 'a')
  tg.as(101).say(-2, 'b')
  expect(texts(tg)).toEqual([undefined, 'b'])
  expect(tg.pendingUpdates(other.token).map((u) => u.message?.text ?? Object.keys(u)[1])).toEqual([
    'my_chat_member',
    'message',
    'a',
  ])
})

test('an album is one update per part with one media_group_id, and every part is downloadable', async () => {
  const { tg, api, root } = await openSandbox()
  const parts = tg.as(101).album(-1001, ['3号楼漏水', undefined, undefined])
  const messages = tg.pendingUpdates().map((update) => update.message)
  expect(messages.map((message) => message?.caption)).toEqual(['3号楼漏水', undefined, undefined])
  expect(new Set(messages.map((message) => message?.media_group_id)).size).toBe(1)
  const file_id = messages[2]?.photo?.at(-1)?.file_id
  const { file_path } = (await api('getFile', { file_id })).result as { file_path: string }
  const bytes = Buffer.from(await (await fetch(`${root}/file/bot${tg.bot.token}/${file_path}`)).arrayBuffer())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(parts[2]?.files[0]?.bytes.equals(bytes)).toBe(true)
})

test('edits, replies, forwards and dates come as Telegram tells them', async () => {
  const { tg, clock } = await openSandbox()
  const zhang = tg.as(101)
  const said = zhang.say(-1001, 'a')
  clock.now += 5000
  zhang.edit(-1001, said, 'b')
  zhang.say(-1001, 'c', { replyTo: said, forwardFrom: tg.as(102).user, date: clock.now - 60_000 })
  const [first, edited, reply] = tg.pendingUpdates()
  const start = first?.message?.date ?? 0
  expect(edited?.edited_message).toMatchObject({ message_id: said.id, text: 'b', date: start, edit_date: start + 5 })
  expect(reply?.message).toMatchObject({
    date: start - 55,
    reply_to_message: { message_id: said.id, text: 'b' },
    forward_origin: { type: 'user', sender_user: { id: 102 } },
  })
})

test('anonymous administrators and channels hide behind stand-ins', async () => {
  const { tg } = await openSandbox()
  tg.as(103, { anonymous: true }).say(-1001, 'a')
  tg.asChannel({ id: -10077, title: '社区通知' }, { linked: true }).say(-1001, 'b')
  tg.asChannel({ id: -10078, title: 'someone' }).say(-1001, 'c')
  const [admin, linked, channel] = tg.pendingUpdates().map((update) => update.message)
  expect(admin).toMatchObject({ from: { id: 1087968824 }, sender_chat: { id: -1001 } })
  expect(linked).toMatchObject({ from: { id: 777000 }, sender_chat: { id: -10077 }, is_automatic_forward: true })
  expect(channel).toMatchObject({ from: { id: 136817688 }, sender_chat: { id: -10078, type: 'channel' } })
})

test('a button can be pressed by label, by test or with forged data, and not if it is not there', async () => {
  const { tg, api } = await openSandbox()
  const zhang = tg.as(101)
  const row = [
    { text: '+1 我家也是 · 4', callback_data: 'p' },
    { text: '补充', callback_data: 'n' },
  ]
  await api('sendMessage', { chat_id: -1001, text: 'card', reply_markup: { inline_keyboard: [row] } })
  for (const target of ['我家也是', /^补充$/, { data: 'forged' }]) void zhang.press(-1001, 1, target, { waitMs: 0 })
  expect(tg.pendingUpdates().map((update) => update.callback_query?.data)).toEqual(['p', 'n', 'forged'])
  expect(() => zhang.press(-1001, 1, '办结')).toThrow('has no button 办结; it has: +1 我家也是 · 4 | 补充')
})

test('who left cannot write, and being somebody else’s message cannot be edited', async () => {
  const { tg } = await openSandbox()
  const said = tg.as(101).say(-1001, 'a')
  expect(() => tg.as(102).edit(-1001, said, 'b')).toThrow('is not by')
  tg.removeMember(-1001, 101, 103)
  expect(() => tg.as(101).say(-1001, 'b')).toThrow('no longer in chat')
})
