import { expect } from 'vitest'
import { button, conforms } from './statement.ts'

const chat_id = -1001
const HOUR = 3_600_000

conforms([
  {
    says: 'a text has at most 4096 UTF-16 units after its entities are parsed',
    follows: 'bots/api#sendmessage',
    async holds({ api }) {
      const send = (text: string) => api('sendMessage', { chat_id, text, parse_mode: 'HTML' })
      expect((await send(`<b>${'字'.repeat(4096)}</b>`)).ok).toBe(true)
      expect((await send('🛗'.repeat(2049))).description).toBe('Bad Request: message is too long')
    },
  },
  {
    says: 'callback_data has 1 to 64 bytes, not characters',
    follows: 'bots/api#inlinekeyboardbutton',
    async holds({ api }) {
      const send = (data: string) => api('sendMessage', { chat_id, text: 'x', reply_markup: button('b', data) })
      expect((await send('报'.repeat(21))).ok).toBe(true)
      expect((await send('报'.repeat(22))).description).toBe('Bad Request: BUTTON_DATA_INVALID')
    },
  },
  {
    says: 'an edit without reply_markup takes the buttons away',
    follows: 'bots/api#editmessagetext',
    async holds({ tg, api }) {
      await api('sendMessage', { chat_id, text: 'one', reply_markup: button('a') })
      await api('editMessageText', { chat_id, message_id: 1, text: 'two' })
      expect(tg.chat(chat_id).last).toMatchObject({ text: 'two', buttons: [], edits: 1 })
    },
  },
  {
    says: 'an edit that changes neither content nor buttons is refused',
    follows: 'telegram-bot-api/Client.cpp fail_query_with_error',
    async holds({ api }) {
      const same = { chat_id, message_id: 1, text: '<b>x</b>', parse_mode: 'HTML', reply_markup: button('a') }
      await api('sendMessage', same)
      const description =
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
      expect((await api('editMessageText', same)).description).toBe(description)
      expect((await api('editMessageReplyMarkup', same)).description).toBe(description)
    },
  },
  {
    says: 'a bot edits only what it wrote, at any age, and not what it forwarded',
    follows: 'bots/api#updating-messages',
    async holds({ tg, api, clock }) {
      const theirs = tg.as(101).say(chat_id, 'a')
      await api('sendMessage', { chat_id, text: 'mine' })
      await api('forwardMessage', { chat_id, from_chat_id: chat_id, message_id: theirs.id })
      clock.now += 24 * 30 * HOUR
      const edit = (message_id: number) => api('editMessageText', { chat_id, message_id, text: 'new' })
      expect((await edit(theirs.id)).description).toBe("Bad Request: message can't be edited")
      expect((await edit(2)).ok).toBe(true)
      expect((await edit(3)).description).toBe("Bad Request: message can't be edited")
    },
  },
  {
    says: 'text, caption and file are each edited by the method that is theirs',
    follows: 'bots/api#updating-messages',
    async holds({ tg, api }) {
      const photo = tg.as(101).photo(chat_id).wire.photo?.at(-1)?.file_id
      const other = tg.as(101).photo(chat_id).wire.photo?.at(-1)?.file_id
      await api('sendMessage', { chat_id, text: 'x' })
      await api('sendPhoto', { chat_id, photo, caption: 'old' })
      const edit = async (method: string, message_id: number, params: object) =>
        (await api(method, { chat_id, message_id, ...params })).description ?? 'done'
      expect(await edit('editMessageText', 4, { text: 'y' })).toBe(
        'Bad Request: there is no text in the message to edit',
      )
      expect(await edit('editMessageCaption', 3, { caption: 'y' })).toBe(
        'Bad Request: there is no caption in the message to edit',
      )
      expect(await edit('editMessageCaption', 4, { caption: 'y' })).toBe('done')
      expect(await edit('editMessageMedia', 4, { media: { type: 'photo', media: other, caption: 'z' } })).toBe('done')
      expect(tg.chat(chat_id).message(4)).toMatchObject({ text: 'z', edits: 2 })
      expect(tg.chat(chat_id).message(4).files[0]?.id).toBe(other)
    },
  },
  {
    says: 'a bot deletes its own for 48 hours, others’ only as an administrator with the right, then at any age',
    follows: 'bots/api#deletemessage',
    async holds({ tg, api, clock }) {
      const theirs = tg.as(101).say(chat_id, 'a')
      await api('sendMessage', { chat_id, text: 'mine' })
      await api('sendMessage', { chat_id, text: 'mine too' })
      const del = async (message_id: number) =>
        (await api('deleteMessage', { chat_id, message_id })).description ?? 'gone'
      expect(await del(theirs.id)).toBe("Bad Request: message can't be deleted")
      clock.now += 48 * HOUR
      expect(await del(2)).toBe('gone')
      clock.now += 1000
      expect(await del(3)).toBe("Bad Request: message can't be deleted for everyone")
      tg.setBotStatus(chat_id, 'administrator', 103, { rights: { can_delete_messages: false } })
      expect(await del(theirs.id)).toBe("Bad Request: message can't be deleted")
      tg.setBotStatus(chat_id, 'administrator', 103)
      expect(await del(theirs.id)).toBe('gone')
    },
  },
  {
    says: 'deleteMessages skips what is not there',
    follows: 'bots/api#deletemessages',
    async holds({ tg, api }) {
      await api('sendMessage', { chat_id, text: 'mine' })
      expect((await api('deleteMessages', { chat_id, message_ids: [1, 77] })).result).toBe(true)
      expect(tg.chat(chat_id).visible).toEqual([])
    },
  },
  {
    says: 'pinning needs the right, shows a service message and tells the bot of it',
    follows: 'bots/api#pinchatmessage',
    async holds({ tg, api }) {
      await api('sendMessage', { chat_id, text: 'mine' })
      const pin = () => api('pinChatMessage', { chat_id, message_id: 1 })
      expect((await pin()).description).toBe('Bad Request: not enough rights to manage pinned messages in the chat')
      tg.setBotStatus(chat_id, 'administrator', 103)
      expect((await pin()).result).toBe(true)
      expect(tg.chat(chat_id).pinned).toEqual([1])
      expect(tg.pendingUpdates().at(-1)?.message?.pinned_message?.message_id).toBe(1)
      expect((await api('getChat', { chat_id })).result).toMatchObject({ pinned_message: { text: 'mine' } })
      await api('unpinAllChatMessages', { chat_id })
      expect(tg.chat(chat_id).pinned).toEqual([])
    },
  },
  {
    says: 'a reply carries what it answers one level deep, and allow_sending_without_reply sends without',
    follows: 'bots/api#replyparameters',
    async holds({ tg, api }) {
      const first = tg.as(101).say(chat_id, 'a')
      const second = tg.as(102).say(chat_id, 'b', { replyTo: first })
      const sent = await api('sendMessage', { chat_id, text: 'c', reply_parameters: { message_id: second.id } })
      const target = (sent.result as { reply_to_message: { text: string; reply_to_message?: object } }).reply_to_message
      expect([target.text, target.reply_to_message]).toEqual(['b', undefined])
      const reply_parameters = { message_id: 99, allow_sending_without_reply: true }
      expect((await api('sendMessage', { chat_id, text: 'd', reply_parameters })).ok).toBe(true)
    },
  },
  {
    says: 'no bot is told what a bot wrote, itself included',
    follows: 'bots/faq#why-doesn-39t-my-bot-see-messages-from-other-bots',
    async holds({ tg, api }) {
      const other = tg.createBot({ can_read_all_group_messages: true })
      tg.addBot(chat_id, 103, { bot: other, status: 'administrator' })
      const before = [tg.updates().length, tg.updates(other).length]
      await api('sendMessage', { chat_id, text: 'x' })
      await api('editMessageText', { chat_id, message_id: 3, text: 'y' })
      expect([tg.updates().length, tg.updates(other).length]).toEqual(before)
    },
  },
  {
    says: '20 messages and edits a minute in a group, 30 a second in all, one a second in a private chat after a burst',
    follows: 'bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this',
    options: { limits: true },
    async holds({ tg, api, clock }) {
      const statuses = async (to: number, count: number) => {
        const seen = []
        for (let n = 0; n < count; n += 1) seen.push((await api('sendMessage', { chat_id: to, text: `${n}` })).status)
        return seen
      }
      expect(await statuses(chat_id, 21)).toEqual([...Array(20).fill(200), 429])
      const refused = await api('editMessageText', { chat_id, message_id: 1, text: 'y' })
      expect(refused).toMatchObject({
        description: 'Too Many Requests: retry after 60',
        parameters: { retry_after: 60 },
      })
      clock.now += 60_000
      expect((await api('sendMessage', { chat_id, text: 'z' })).ok).toBe(true)
      clock.now += 1000
      tg.as(101).start()
      expect(await statuses(101, 6)).toEqual([...Array(5).fill(200), 429])
    },
  },
  {
    says: 'a 429 says when to try again in the body and in the header',
    follows: 'bots/api#responseparameters',
    async holds({ tg, root }) {
      tg.fault({ kind: '429', method: 'sendMessage', retryAfter: 7 })
      const response = await fetch(`${root}/bot${tg.bot.token}/sendMessage?chat_id=-1001&text=x`)
      expect(response.headers.get('retry-after')).toBe('7')
      expect(await response.json()).toEqual({
        ok: false,
        error_code: 429,
        description: 'Too Many Requests: retry after 7',
        parameters: { retry_after: 7 },
      })
    },
  },
])
