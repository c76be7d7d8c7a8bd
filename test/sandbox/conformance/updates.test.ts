import { expect } from 'vitest'
import { button, conforms, updatesOf } from './statement.ts'

const DAY = 86_400_000
const ids = (answer: Parameters<typeof updatesOf>[0]) => updatesOf(answer).map((update) => update.update_id)
const kinds = (answer: Parameters<typeof updatesOf>[0]) => updatesOf(answer).map((update) => Object.keys(update)[1])

conforms([
  {
    says: 'an update is confirmed by a higher offset and by nothing else',
    follows: 'bots/api#getupdates',
    async holds({ tg, api }) {
      for (const text of ['a', 'b', 'c']) tg.as(101).say(-1001, text)
      expect(ids(await api('getUpdates'))).toEqual([1000, 1001, 1002])
      expect(ids(await api('getUpdates', { offset: 1001 }))).toEqual([1001, 1002])
      expect(ids(await api('getUpdates'))).toEqual([1001, 1002])
    },
  },
  {
    says: 'a negative offset keeps that many from the end and forgets all before them',
    follows: 'bots/api#getupdates',
    async holds({ tg, api }) {
      for (const text of ['a', 'b', 'c', 'd']) tg.as(101).say(-1001, text)
      expect(ids(await api('getUpdates', { offset: -2 }))).toEqual([1002, 1003])
      expect(ids(await api('getUpdates', { offset: -9 }))).toEqual([1002, 1003])
    },
  },
  {
    says: 'an offset far ahead of the numbers in use confirms nothing',
    follows: 'td/TQueue.cpp get',
    async holds({ tg, api }) {
      tg.as(101).say(-1001, 'a')
      expect(ids(await api('getUpdates', { offset: 1012 }))).toEqual([1000])
      expect(ids(await api('getUpdates', { offset: 1011 }))).toEqual([])
    },
  },
  {
    says: 'limit is taken into 1 to 100 and timeout into 0 to 50, wrong ones for the usual',
    follows: 'telegram-bot-api/Client.cpp get_integer_arg',
    async holds({ tg, api }) {
      for (let n = 0; n < 102; n += 1) tg.as(101).say(-1001, `${n}`)
      expect(ids(await api('getUpdates', { limit: 0 }))).toHaveLength(1)
      expect(ids(await api('getUpdates', { limit: 500, timeout: -3 }))).toHaveLength(100)
      expect(ids(await api('getUpdates', { limit: '', timeout: 'long' }))).toHaveLength(100)
    },
  },
  {
    says: 'allowed_updates is kept until another is given, an empty list brings the usual kinds back',
    follows: 'bots/api#getupdates',
    async holds({ tg, api }) {
      await api('getUpdates', { allowed_updates: ['edited_message'] })
      const said = tg.as(101).say(-1001, 'a')
      tg.as(101).edit(-1001, said, 'b')
      expect(kinds(await api('getUpdates'))).toEqual(['edited_message'])
      await api('getUpdates', { allowed_updates: [] })
      tg.as(101).say(-1001, 'c')
      expect(kinds(await api('getUpdates'))).toEqual(['edited_message', 'message'])
    },
  },
  {
    says: 'allowed_updates is read without regard to case, unknown kinds are left out, no list changes nothing',
    follows: 'telegram-bot-api/Client.cpp get_allowed_update_types',
    async holds({ tg, api }) {
      await api('getUpdates', { allowed_updates: ['Edited_Message', 'telepathy'] })
      expect(tg.bot.allowed).toEqual(['edited_message'])
      for (const allowed_updates of ['all', { message: true }, ['message', 1]]) {
        await api('getUpdates', { allowed_updates })
        expect(tg.bot.allowed).toEqual(['edited_message'])
      }
      await api('getUpdates', { allowed_updates: ['telepathy'] })
      expect(tg.bot.allowed).toBeUndefined()
    },
  },
  {
    says: 'chat_member and message_reaction come only to who asked for them and is an administrator',
    follows: 'bots/api#update',
    async holds({ tg, api }) {
      tg.addGroup({ id: -2, title: 'staff', owner: 103, members: [101, 102], bot: 'administrator' })
      const act = () => {
        for (const chat of [-1001, -2]) {
          tg.promote(chat, 102, 103)
          tg.demote(chat, 102, 103)
          tg.as(102).react(chat, tg.as(101).say(chat, 'a'), '👍')
        }
      }
      act()
      expect(kinds(await api('getUpdates', { allowed_updates: ['chat_member', 'message_reaction'] }))).toEqual([
        'message',
        'message',
      ])
      act()
      expect(kinds(await api('getUpdates', { offset: 1002 }))).toEqual([
        'chat_member',
        'chat_member',
        'message_reaction',
      ])
    },
  },
  {
    says: 'an update lives 24 hours, a callback query 150 seconds',
    follows: 'telegram-bot-api/Client.cpp process_new_callback_query_queue',
    async holds({ tg, api, clock }) {
      await api('sendMessage', { chat_id: -1001, text: 'x', reply_markup: button('b') })
      tg.as(101).say(-1001, 'a')
      await tg.as(101).press(-1001, 1, 'b', { waitMs: 0 })
      clock.now += 150_000
      expect(kinds(await api('getUpdates'))).toEqual(['message', 'callback_query'])
      clock.now += 1000
      expect(kinds(await api('getUpdates'))).toEqual(['message'])
      clock.now += DAY
      expect(kinds(await api('getUpdates'))).toEqual([])
    },
  },
  {
    says: 'a callback query is answered within its life and with at most 200 characters',
    follows: 'bots/api#answercallbackquery',
    async holds({ tg, api, clock }) {
      await api('sendMessage', { chat_id: -1001, text: 'x', reply_markup: button('b') })
      const pressed = tg.as(101).press(-1001, 1, 'b')
      const callback_query_id = updatesOf(await api('getUpdates'))[0]?.callback_query?.id
      const long = await api('answerCallbackQuery', { callback_query_id, text: 'x'.repeat(201) })
      expect(long.description).toBe('Bad Request: MESSAGE_TOO_LONG')
      expect((await api('answerCallbackQuery', { callback_query_id, text: 'ok', show_alert: true })).result).toBe(true)
      expect(await pressed).toEqual({ answered: true, text: 'ok', alert: true })
      clock.now += 151_000
      const late = await api('answerCallbackQuery', { callback_query_id })
      expect(late.description).toContain('query is too old and response timeout expired or query ID is invalid')
    },
  },
  {
    says: 'a second getUpdates ends the first with 409',
    follows: 'telegram-bot-api/Client.cpp abort_long_poll',
    async holds({ tg, api }) {
      const first = api('getUpdates', { timeout: 50 })
      await tg.waitFor(() => tg.bot.poll)
      await api('getUpdates')
      expect(await first).toMatchObject({
        status: 409,
        description:
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      })
    },
  },
  {
    says: 'setWebhook ends a waiting getUpdates with 409, and while it is set each next one',
    follows: 'telegram-bot-api/Client.cpp process_get_updates_query',
    async holds({ tg, api }) {
      const first = api('getUpdates', { timeout: 50 })
      await tg.waitFor(() => tg.bot.poll)
      await api('setWebhook', { url: 'http://127.0.0.1:9/' })
      expect((await first).description).toBe('Conflict: terminated by setWebhook request')
      expect(await api('getUpdates')).toMatchObject({
        status: 409,
        description:
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      })
    },
  },
  {
    says: 'methods are found in any case, by GET, form, JSON and multipart alike',
    follows: 'bots/api#making-requests',
    async holds({ tg, root }) {
      const base = `${root}/bot${tg.bot.token}`
      const form = new FormData()
      form.set('chat_id', '-1001')
      form.set('text', '四')
      const calls = [
        fetch(`${base}/SENDMESSAGE?chat_id=-1001&text=${encodeURIComponent('一')}`),
        fetch(`${base}/sendmessage`, { method: 'POST', body: new URLSearchParams({ chat_id: '-1001', text: '二' }) }),
        fetch(`${base}/sendMessage`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ chat_id: '-1001', text: '三' }),
        }),
        fetch(`${base}/sendMessage`, { method: 'POST', body: form }),
      ]
      for (const response of await Promise.all(calls)) expect(response.status).toBe(200)
      expect(new Set(tg.chat(-1001).fromBot.map((message) => message.text))).toEqual(new Set('一二三四'))
    },
  },
])
