import type { Telegram } from 'telegraf'
import type { BotCommandScope } from 'telegraf/types'
import type { Log } from '../app/log.ts'
import type { ChatRole } from '../domain/community/role.ts'
import type { ChatId, Language } from '../domain/ids.ts'
import { botCommands } from '../messages/bot-commands.ts'
import { sleep } from './backoff.ts'
import { callTelegram } from './telegram-client.ts'
import { faultText, readFault } from './telegram-fault.ts'

/** A chat whose menu is to be right: its role and its community's language. */
export interface MenuChat {
  readonly id: ChatId
  readonly role: ChatRole
  readonly language: Language
}

export interface CommandMenus {
  /**
   * Sets the menus of these chats and of all private chats, where they differ from what was set before. Never rejects:
   * a menu that cannot be set is logged and tried again the next time.
   */
  set(chats: readonly MenuChat[]): Promise<void>
}

/** Telegram's own language codes; the menu without a code is for everybody else. */
const codes: Readonly<Record<Language, string>> = { 'zh-CN': 'zh', en: 'en' }
const callMs = 10_000
/** A start with hundreds of chats must not use up what Telegram lets a bot send in a second. */
const betweenMs = 50

/** Keeps Telegram's command menus: by role in each bound chat, for residents in private. */
export function createCommandMenus(telegram: Telegram, log: Log): CommandMenus {
  const set = new Map<string, string>()

  async function setMenu(scope: BotCommandScope, audience: ChatRole | 'direct', language: Language): Promise<void> {
    const other: Language = language === 'en' ? 'zh-CN' : 'en'
    for (const [shown, code] of [[language, ''] as const, [other, codes[other]] as const]) {
      const key = JSON.stringify([scope, code])
      const commands = botCommands(audience, shown)
      const wanted = JSON.stringify(commands)
      if (set.get(key) === wanted) continue
      try {
        const menu = { commands, scope, ...(code !== '' && { language_code: code }) }
        await callTelegram(telegram, 'setMyCommands', menu, { timeoutMs: callMs })
        set.set(key, wanted)
      } catch (error) {
        const chatId = scope.type === 'chat' ? scope.chat_id : null
        log.warn({ chatId, error: faultText(readFault(error)) }, 'a command menu could not be set')
      }
      await sleep(betweenMs)
    }
  }

  return {
    async set(chats) {
      await setMenu({ type: 'all_private_chats' }, 'direct', 'zh-CN')
      for (const { id, role, language } of chats) await setMenu({ type: 'chat', chat_id: id }, role, language)
    },
  }
}
