import type { MessageEntity } from 'telegraf/types'
import type { WireMessage } from './wire-message.ts'

/** What is needed of the bot to tell whether it is spoken to. */
export interface BotName {
  readonly id: number
  readonly username: string
}

/** Whom a message speaks to: this bot, some other bot by a command of its own, or nobody in particular. */
export type Addressee = 'this-bot' | 'other-bot' | 'nobody'

/** Reads mentions, `/command@name` and replies. Offsets count in the raw text, so this comes before any cleaning. */
export function addresseeOf(message: WireMessage, bot: BotName): Addressee {
  const text = message.text ?? message.caption ?? ''
  const entities = (message.text === undefined ? message.caption_entities : message.entities) ?? []
  const ours = `@${bot.username.toLowerCase()}`
  const first = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  const [, commanded] = first === undefined ? [] : wordsOf(text, first).split(/(?=@)/)
  if (commanded !== undefined && commanded !== ours) return 'other-bot'

  const mentioned = entities.some(
    (entity) =>
      (entity.type === 'mention' && wordsOf(text, entity) === ours) ||
      (entity.type === 'bot_command' && wordsOf(text, entity).endsWith(ours)) ||
      (entity.type === 'text_mention' && entity.user.id === bot.id),
  )
  const answered = repliedMessage(message)?.from?.id === bot.id
  return message.chat.type === 'private' || mentioned || answered ? 'this-bot' : 'nobody'
}

/**
 * The message this one answers. In a topic everything that answers nothing still "replies" to the service message that
 * opened the topic; that one does not count.
 */
export function repliedMessage(message: WireMessage): WireMessage | null {
  const replied = message.reply_to_message as WireMessage | undefined
  return replied === undefined || replied.forum_topic_created !== undefined ? null : replied
}

function wordsOf(text: string, { offset, length }: MessageEntity): string {
  return text.slice(offset, offset + length).toLowerCase()
}
