import type { CallbackQuery, Chat, ChatMember, ChatMemberUpdated } from 'telegraf/types'
import type { BotStanding, ButtonPress, GroupMigration, IncomingMessage } from '../app/incoming.ts'
import type { Instant } from '../domain/ids.ts'
import { addresseeOf, type BotName, repliedMessage } from './addressing.ts'
import { attachmentsOf } from './attachments-of.ts'
import { authorOf, titleOf, userOf } from './author-of.ts'
import { decode } from './callback-data.ts'
import { cleanText } from './clean-text.ts'
import type { WireMessage, WireUpdate } from './wire-message.ts'

/**
 * A message or an edit, as the use cases take it; null for what is none of theirs: service messages, stickers and polls,
 * what bots write, commands meant for another bot, the moving pin of a live location, channels.
 */
export function toMessage(
  update: WireUpdate,
  bot: BotName,
  inboxId: number,
  receivedAt: Instant,
): IncomingMessage | null {
  const message = update.message ?? update.edited_message
  if (message === undefined) return null
  const edited = update.message === undefined
  const chatKind = kindOf(message.chat)
  const text = textOf(message)
  const attachments = attachmentsOf(message)
  if (chatKind === null || (text === null && attachments.length === 0) || isFromBot(message)) return null
  if (edited && message.location !== undefined && 'live_period' in message.location) return null
  const addressee = addresseeOf(message, bot)
  if (addressee === 'other-bot') return null

  return {
    inboxId,
    chatId: message.chat.id,
    chatKind,
    chatTitle: titleOf(message.chat),
    // Plain groups give replies a thread of their own; only a topic is a place to answer in.
    threadId: message.is_topic_message === true ? (message.message_thread_id ?? null) : null,
    messageId: message.message_id,
    author: authorOf(message),
    date: message.date * 1000,
    receivedAt,
    edited,
    forwarded: message.forward_origin !== undefined || message.is_automatic_forward === true,
    text,
    attachments,
    mediaGroupId: message.media_group_id ?? null,
    replyTo: replyOf(message, bot),
    addressed: addressee === 'this-bot',
  }
}

/** A press on a button of ours; null when its data is not ours or the message it stood on is not named. `at` = when it came in. */
export function toPress(query: CallbackQuery, inboxId: number, at: Instant): ButtonPress | null {
  const data = decode('data' in query ? query.data : undefined)
  const { message } = query
  if (data === null || message === undefined) return null
  return { inboxId, chatId: message.chat.id, messageId: message.message_id, user: userOf(query.from), at, ...data }
}

/** The bot's own standing after my_chat_member; null in channels. Whether a plain member may write is not told: yes is assumed. */
export function toStanding(change: ChatMemberUpdated, inboxId: number): BotStanding | null {
  const chatKind = kindOf(change.chat)
  if (chatKind === null) return null
  const { status, canWrite, canDelete } = rightsOf(change.new_chat_member)
  return {
    inboxId,
    chatId: change.chat.id,
    chatKind,
    chatTitle: titleOf(change.chat),
    by: userOf(change.from),
    status,
    canWrite,
    canDelete,
    at: change.date * 1000,
  }
}

/** A group that became a supergroup, told by the old chat's last message or the new one's first; null for any other. */
export function toMigration({ message }: WireUpdate, inboxId: number): GroupMigration | null {
  if (message?.migrate_to_chat_id !== undefined) {
    return { inboxId, from: message.chat.id, to: message.migrate_to_chat_id }
  }
  if (message?.migrate_from_chat_id !== undefined) {
    return { inboxId, from: message.migrate_from_chat_id, to: message.chat.id }
  }
  return null
}

function kindOf(chat: Chat): 'group' | 'private' | null {
  if (chat.type === 'private') return 'private'
  return chat.type === 'channel' ? null : 'group'
}

function textOf({ text, caption }: WireMessage): string | null {
  return cleanText(text ?? caption ?? '') || null
}

/** `from` is a bot for anonymous admins and channels too; who speaks as a chat is no bot. */
function isFromBot({ from, sender_chat }: WireMessage): boolean {
  return sender_chat === undefined && from?.is_bot === true
}

function replyOf(message: WireMessage, bot: BotName): IncomingMessage['replyTo'] {
  const replied = repliedMessage(message)
  if (replied === null) return null
  return { messageId: replied.message_id, author: authorOf(replied), fromThisBot: replied.from?.id === bot.id }
}

function rightsOf(member: ChatMember): Pick<BotStanding, 'status' | 'canWrite' | 'canDelete'> {
  switch (member.status) {
    case 'creator':
      return { status: 'administrator', canWrite: true, canDelete: true }
    case 'administrator':
      return { status: 'administrator', canWrite: true, canDelete: member.can_delete_messages }
    case 'member':
      return { status: 'member', canWrite: true, canDelete: false }
    case 'restricted':
      if (!member.is_member) return { status: 'left', canWrite: false, canDelete: false }
      return { status: 'restricted', canWrite: member.can_send_messages, canDelete: false }
    case 'left':
    case 'kicked':
      return { status: member.status, canWrite: false, canDelete: false }
    default:
      throw new TypeError(`unknown chat member status ${String((member satisfies never as ChatMember).status)}`)
  }
}
