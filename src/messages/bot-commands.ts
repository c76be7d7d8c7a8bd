import type { ChatRole } from '../domain/community/role.ts'
import type { Language } from '../domain/ids.ts'
import type { CommandTexts } from './catalogue.ts'
import { messagesIn } from './messages-in.ts'

/** A line of Telegram's command menu. */
export interface BotCommand {
  readonly command: string
  readonly description: string
}

const menus: Readonly<Record<ChatRole | 'direct', readonly (keyof CommandTexts)[]>> = {
  residents: ['report', 'progress', 'who', 'mine', 'urge', 'withdraw', 'reopen', 'summary', 'help'],
  staff: [
    'ack',
    'done',
    'hold',
    'promise',
    'assign',
    'handover',
    'note',
    'reject',
    'merge',
    'category',
    'reopen',
    'list',
    'overdue',
    'duty',
    'roster',
    'swap',
    'notice',
    'progress',
    'why',
    'who',
    'history',
    'summary',
    'people',
    'help',
  ],
  committee: [
    'supervise',
    'extend',
    'sendback',
    'handover',
    'category',
    'list',
    'overdue',
    'duty',
    'roster',
    'notice',
    'visit',
    'progress',
    'why',
    'who',
    'history',
    'reopen',
    'summary',
    'people',
    'help',
  ],
  direct: ['report', 'mine', 'progress', 'who', 'urge', 'withdraw', 'reopen', 'help'],
}

/** The command menu of a kind of chat, for Telegram's setMyCommands; the most used come first. */
export function botCommands(audience: ChatRole | 'direct', language: Language): readonly BotCommand[] {
  const texts = messagesIn(language).commands
  return menus[audience].map((command) => ({ command, description: texts[command] }))
}
