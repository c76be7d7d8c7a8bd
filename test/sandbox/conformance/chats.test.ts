import { expect } from 'vitest'
import { conforms, updatesOf } from './statement.ts'

const chat_id = -1001
const privacy = { bot: { username: 'echo_bot' } }

conforms([
  {
    says: 'in privacy mode a bot gets commands, replies to it, mentions and service messages, and nothing else',
    follows: 'bots/features#privacy-mode',
    options: privacy,
    async holds({ tg, api }) {
      await api('sendMessage', { chat_id, text: 'card' })
      const zhang = tg.as(101)
      const heard = () => tg.pendingUpdates().map(({ message }) => message?.text ?? 'service')
      for (const text of ['灯坏了', '/my', '/my@Echo_Bot', '/my@other_bot', '问 @echo_bot']) zhang.say(chat_id, text)
      zhang.say(chat_id, '接单', { replyTo: 1 })
      tg.as(102).leave(chat_id)
      expect(heard()).toEqual(['/my', '/my@Echo_Bot', '问 @echo_bot', '接单', 'service'])
    },
  },
  {
    says: 'a command that names no bot goes to the one that wrote last, a reply to one bot to that bot alone',
    follows: 'bots/faq#what-messages-will-my-bot-get',
    options: privacy,
    async holds({ tg, api, root }) {
      const other = tg.createBot({ username: 'other_bot' })
      tg.addBot(chat_id, 103, { bot: other })
      await api('sendMessage', { chat_id, text: 'first' })
      await fetch(`${root}/bot${other.token}/sendMessage?chat_id=${chat_id}&text=last`)
      const zhang = tg.as(101)
      zhang.say(chat_id, '/who')
      zhang.say(chat_id, '/who@other_bot', { replyTo: 2 })
      const texts = (token: string) => tg.pendingUpdates(token).flatMap(({ message }) => message?.text ?? [])
      expect(texts(tg.bot.token)).toEqual(['/who@other_bot'])
      expect(texts(other.token)).toEqual(['/who'])
    },
  },
  {
    says: 'an administrator gets every message, privacy mode or not',
    follows: 'bots/faq#what-messages-will-my-bot-get',
    options: privacy,
    async holds({ tg }) {
      tg.setBotStatus(chat_id, 'administrator', 103)
      tg.as(101).say(chat_id, 'anything')
      expect(tg.pendingUpdates().at(-1)?.message?.text).toBe('anything')
    },
  },
  {
    says: 'a bot cannot write to a person first, nor to one who blocked it',
    follows: 'bots#how-are-bots-different-from-users',
    async holds({ tg, api }) {
      const send = async () => {
        const { status, description = 'sent' } = await api('sendMessage', { chat_id: 101, text: 'x' })
        return [status, description]
      }
      expect(await send()).toEqual([403, "Forbidden: bot can't initiate conversation with a user"])
      tg.as(101).start()
      expect(await send()).toEqual([200, 'sent'])
      tg.as(101).blockBot()
      expect(await send()).toEqual([403, 'Forbidden: bot was blocked by the user'])
      tg.as(101).unblockBot()
      expect(
        tg
          .pendingUpdates()
          .slice(-2)
          .map((update) => update.my_chat_member?.new_chat_member.status),
      ).toEqual(['kicked', 'member'])
      expect(await send()).toEqual([200, 'sent'])
    },
  },
  {
    says: 'a deep link opens the chat with its parameter, 1 to 64 of A-Za-z0-9_-',
    follows: 'bots/features#deep-linking',
    async holds({ tg }) {
      const word = `${'a'.repeat(60)}-_0Z`
      tg.as(101).start(word)
      expect(tg.pendingUpdates()[0]?.message).toMatchObject({
        chat: { id: 101, type: 'private' },
        text: `/start ${word}`,
        entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      })
      for (const wrong of ['', 'a b', '号', 'a'.repeat(65)]) expect(() => tg.as(101).start(wrong)).toThrow('deep link')
    },
  },
  {
    says: 'who was thrown out, left or never was in a chat is told which',
    follows: 'telegram-bot-api/Client.cpp check_chat_access',
    async holds({ tg, api }) {
      tg.addGroup({ id: -7, title: 'g', type: 'group', owner: 103 })
      tg.addGroup({ id: -8, title: 'strange', bot: false })
      tg.kickBot(-7, 103)
      await api('leaveChat', { chat_id })
      const send = async (to: number) => (await api('sendMessage', { chat_id: to, text: 'x' })).description
      expect(await send(-7)).toBe('Forbidden: bot was kicked from the group chat')
      expect(await send(chat_id)).toBe('Forbidden: bot is not a member of the supergroup chat')
      expect(await send(-8)).toBe('Bad Request: chat not found')
      expect((await api('getChat', { chat_id: -7 })).ok).toBe(true)
      expect((await api('getChat', { chat_id })).status).toBe(403)
    },
  },
  {
    says: 'a bot that is thrown out hears of it as my_chat_member and as the service message',
    follows: 'telegram-bot-api/Client.cpp need_skip_update_message',
    async holds({ tg, api }) {
      tg.kickBot(chat_id, 103)
      const [changed, told] = updatesOf(await api('getUpdates'))
      expect(changed?.my_chat_member).toMatchObject({
        from: { id: 103 },
        old_chat_member: { status: 'member' },
        new_chat_member: { status: 'kicked' },
      })
      expect(told?.message?.left_chat_member?.id).toBe(tg.bot.user.id)
    },
  },
  {
    says: 'a group that was upgraded tells both ids, refuses its old one and says the new one in parameters',
    follows: 'telegram-bot-api/Client.cpp check_chat_access',
    async holds({ tg, api }) {
      tg.addGroup({ id: -7, title: 'g', type: 'group', owner: 103, members: [101] })
      tg.migrate(-7, -1007)
      const told = updatesOf(await api('getUpdates')).map(({ message }) => message)
      expect(told).toMatchObject([
        { chat: { id: -7, type: 'group' }, migrate_to_chat_id: -1007 },
        { chat: { id: -1007, type: 'supergroup' }, migrate_from_chat_id: -7 },
      ])
      for (const method of ['sendMessage', 'getChatMemberCount', 'getChatAdministrators']) {
        expect(await api(method, { chat_id: -7, text: 'x' })).toEqual({
          status: 400,
          ok: false,
          error_code: 400,
          description: 'Bad Request: group chat was upgraded to a supergroup chat',
          parameters: { migrate_to_chat_id: -1007 },
        })
      }
      expect((await api('getChat', { chat_id: -7 })).ok).toBe(true)
      expect((await api('sendMessage', { chat_id: -1007, text: 'x' })).ok).toBe(true)
    },
  },
  {
    says: 'an administrator who hides writes as GroupAnonymousBot with the group as sender_chat, a channel as Channel_Bot',
    follows: 'bots/api#message',
    async holds({ tg, api }) {
      tg.as(103, { anonymous: true }).say(chat_id, 'a')
      tg.asChannel({ id: -10077, title: 'linked' }, { linked: true }).say(chat_id, 'b')
      tg.asChannel({ id: -10078, title: 'other' }).say(chat_id, 'c')
      expect(updatesOf(await api('getUpdates')).map(({ message }) => message)).toMatchObject([
        { from: { id: 1087968824, is_bot: true, username: 'GroupAnonymousBot' }, sender_chat: { id: chat_id } },
        { from: { id: 777000 }, sender_chat: { id: -10077, type: 'channel' }, is_automatic_forward: true },
        { from: { id: 136817688, username: 'Channel_Bot' }, sender_chat: { id: -10078, type: 'channel' } },
      ])
    },
  },
  {
    says: 'members are banned, let back in, muted and promoted by an administrator with the right alone',
    follows: 'bots/api#banchatmember',
    async holds({ tg, api, clock }) {
      const act = async (method: string, more: object = {}) =>
        (await api(method, { chat_id, user_id: 101, ...more })).description ?? 'done'
      expect(await act('banChatMember')).toBe('Bad Request: not enough rights to restrict/unrestrict chat member')
      tg.setBotStatus(chat_id, 'administrator', 103, { rights: { can_promote_members: true } })
      const member = async () => (await api('getChatMember', { chat_id, user_id: 101 })).result
      const until_date = Math.floor(clock.now / 1000) + 3600
      expect(await act('restrictChatMember', { permissions: { can_send_messages: false }, until_date })).toBe('done')
      expect(await member()).toMatchObject({ status: 'restricted', can_send_messages: false, until_date })
      expect(await act('promoteChatMember', { can_pin_messages: true })).toBe('done')
      expect(await member()).toMatchObject({ status: 'administrator', can_pin_messages: true })
      expect(await act('banChatMember')).toBe('Bad Request: user is an administrator of the chat')
      expect(await act('promoteChatMember')).toBe('done')
      expect(await act('banChatMember')).toBe('done')
      expect(await member()).toMatchObject({ status: 'kicked', until_date: 0 })
      expect(await act('unbanChatMember')).toBe('done')
      expect(await member()).toMatchObject({ status: 'left' })
      expect(await act('banChatMember', { user_id: 103 })).toBe("Bad Request: can't remove chat owner")
    },
  },
  {
    says: 'getChatAdministrators names people and the asking bot, no other bots',
    follows: 'bots/api#getchatadministrators',
    async holds({ tg, api }) {
      const other = tg.createBot()
      tg.addBot(chat_id, 103, { bot: other, status: 'administrator' })
      tg.setBotStatus(chat_id, 'administrator', 103)
      const { result } = await api('getChatAdministrators', { chat_id })
      const ids = (result as { user: { id: number } }[]).map(({ user }) => user.id)
      expect(new Set(ids)).toEqual(new Set([103, tg.bot.user.id]))
    },
  },
  {
    says: 'commands are kept by scope and language, each alone',
    follows: 'bots/api#botcommandscope',
    async holds({ api }) {
      const menu = (command: string) => ({ commands: [{ command, description: command }] })
      const scopes = [{ type: 'default' }, { type: 'all_group_chats' }, { type: 'chat', chat_id }]
      const member = { type: 'chat_member', chat_id, user_id: 101 }
      for (const [index, scope] of [...scopes, member].entries())
        expect((await api('setMyCommands', { ...menu(`c${index}`), scope })).result).toBe(true)
      await api('setMyCommands', { ...menu('zh'), language_code: 'zh' })
      const names = async (params: object) =>
        ((await api('getMyCommands', { ...params })).result as { command: string }[]).map(({ command }) => command)
      expect(await names({})).toEqual(['c0'])
      expect(await names({ language_code: 'zh' })).toEqual(['zh'])
      expect(await names({ scope: member })).toEqual(['c3'])
      await api('deleteMyCommands', { scope: member })
      expect(await names({ scope: member })).toEqual([])
      expect(await names({ scope: scopes[2] })).toEqual(['c2'])
    },
  },
  {
    says: 'a topic that is gone is not found, and a message in one that exists says so',
    follows: 'telegram-bot-api/Client.cpp check_reply_parameters',
    async holds({ tg, api }) {
      tg.addGroup({ id: -9, title: 'forum', is_forum: true, owner: 103 })
      const message_thread_id = tg.addTopic(-9, '报修')
      const send = () => api('sendMessage', { chat_id: -9, text: 'x', message_thread_id })
      expect((await send()).result).toMatchObject({ message_thread_id, is_topic_message: true })
      tg.deleteTopic(-9, message_thread_id)
      expect((await send()).description).toBe('Bad Request: message thread not found')
    },
  },
])
