import { beforeEach, describe, expect, it } from 'vitest'
import { createCommandMenus } from '../../src/bot/command-menus.ts'
import { askChatMember, ChatMemberUnknown, fetchIdentity } from '../../src/bot/setup.ts'
import { createTelegram } from '../../src/bot/telegram-client.ts'
import { TokenRefused } from '../../src/bot/token-refused.ts'
import { createTelegram as createLocalTelegram, type Telegram } from '../../src/sandbox/telegram.ts'
import { silentLog } from './silent-log.ts'

const group = -1001
let tg: Telegram
let root: string
let log: ReturnType<typeof silentLog>

beforeEach(async () => {
  tg = createLocalTelegram({ bot: { token: '7000000001:canary', username: 'huying_bot' } })
  tg.addUser({ id: 101, first_name: '张三' })
  tg.addUser({ id: 102, first_name: '李经理' })
  tg.addGroup({ id: group, title: '业主群', owner: 102, members: [101] })
  root = await tg.listen()
  log = silentLog()
  return () => tg.close()
})

const telegram = (token = tg.bot.token) => createTelegram(token, root)
const backoff = { baseMs: 5, capMs: 10 }

describe('who the bot is', () => {
  it('is asked until Telegram says', async () => {
    for (const kind of ['502-html', 'reset', '200-html'] as const) tg.fault({ kind, method: 'getMe' })
    expect(await fetchIdentity({ telegram: telegram(), log, backoff })).toEqual({
      id: 7_000_000_001,
      username: 'huying_bot',
      canReadAll: false,
    })
    expect(log.lines).toHaveLength(3)
    expect(JSON.stringify(log.lines)).not.toContain('canary')
  })

  it.each(['7000000009:canary', 'canary'])('ends the start when the token is not known: %s', async (token) => {
    const asked = fetchIdentity({ telegram: telegram(token), log, backoff })
    await expect(asked).rejects.toThrow(TokenRefused)
    await expect(asked).rejects.not.toThrow(/canary/)
  })

  it('can be broken off', async () => {
    const stopping = new AbortController()
    tg.fault({ kind: '500', method: 'getMe', times: 1_000 })
    const asked = fetchIdentity({ telegram: telegram(), log, backoff, signal: stopping.signal })
    stopping.abort(new Error('stopped'))
    await expect(asked).rejects.toThrow('stopped')
  })
})

describe('who administers a chat', () => {
  it('is Telegram’s to say', async () => {
    const chatMember = askChatMember(telegram())
    expect(await chatMember(group, 102)).toBe('admin')
    expect(await chatMember(group, 101)).toBe('member')
    tg.promote(group, 101)
    expect(await chatMember(group, 101)).toBe('admin')
    expect(await chatMember(-999, 102)).toBe('none')
  })

  it('is not guessed when Telegram does not answer', async () => {
    tg.fault({ kind: '500', method: 'getChatMember' })
    await expect(askChatMember(telegram())(group, 102)).rejects.toThrow(ChatMemberUnknown)
  })
})

describe('command menus', () => {
  const residents = { id: group, role: 'residents', language: 'zh-CN' } as const

  it('are set per role and language, and again only when they changed', async () => {
    const menus = createCommandMenus(telegram(), log)
    await menus.set([residents])
    const first = tg.callsTo('setMyCommands').map(({ params }) => [params.scope, params.language_code])
    expect(first).toEqual([
      [{ type: 'all_private_chats' }, undefined],
      [{ type: 'all_private_chats' }, 'en'],
      [{ type: 'chat', chat_id: group }, undefined],
      [{ type: 'chat', chat_id: group }, 'en'],
    ])
    await menus.set([residents])
    expect(tg.callsTo('setMyCommands')).toHaveLength(4)
    await menus.set([{ ...residents, role: 'staff' }])
    expect(tg.callsTo('setMyCommands')).toHaveLength(6)
    expect(log.lines).toEqual([])
  })

  it('in an English community are Chinese for those whose Telegram is', async () => {
    await createCommandMenus(telegram(), log).set([{ ...residents, language: 'en' }])
    const [shown, other] = tg.callsTo('setMyCommands').slice(-2)
    expect(JSON.stringify(shown?.params.commands)).not.toMatch(/\p{Script=Han}/u)
    expect(other?.params.language_code).toBe('zh')
    expect(JSON.stringify(other?.params.commands)).toMatch(/\p{Script=Han}/u)
  })

  it('that cannot be set stop nothing and are tried the next time', async () => {
    const menus = createCommandMenus(telegram(), log)
    tg.fault({ kind: '500', method: 'setMyCommands' })
    await menus.set([residents])
    expect(log.lines).toMatchObject([{ level: 'warn', facts: { error: 'Telegram answered 500' } }])
    await menus.set([residents])
    expect(tg.callsTo('setMyCommands')).toHaveLength(5)
  })
})
