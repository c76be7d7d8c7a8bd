import type { CallbackQuery, Chat, ChatMemberUpdated, Message } from 'telegraf/types'

/** A message with every field that any kind of it may carry: Telegram's union, opened up for reading. */
export type WireMessage = Message.CommonMessage &
  Partial<Message.TextMessage> &
  Partial<Message.PhotoMessage> &
  Partial<Message.VideoMessage> &
  Partial<Message.VoiceMessage> &
  Partial<Message.VideoNoteMessage> &
  Partial<Message.AudioMessage> &
  Partial<Message.DocumentMessage> &
  Partial<Message.VenueMessage> &
  Partial<Message.MigrateToChatIdMessage> &
  Partial<Message.MigrateFromChatIdMessage> &
  Partial<Message.ForumTopicCreatedMessage>

/** An update opened up in the same way: the kinds that are asked for. */
export interface WireUpdate {
  readonly update_id: number
  readonly message?: WireMessage
  readonly edited_message?: WireMessage
  readonly callback_query?: CallbackQuery
  readonly my_chat_member?: ChatMemberUpdated
  readonly chat_member?: ChatMemberUpdated
  readonly message_reaction?: { readonly chat: Chat }
}

/** The kinds of update that Telegram is asked for; chat_member and message_reaction come only when named. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'chat_member',
  'message_reaction',
] as const satisfies readonly Exclude<keyof WireUpdate, 'update_id'>[]

/** The chat an update belongs to, and so its place in the queue; null when it names none. Never throws. */
export function chatIdOf(update: unknown): number | null {
  const { message, edited_message, callback_query, my_chat_member, chat_member, message_reaction } = fieldsOf(update)
  const chats = [
    message,
    edited_message,
    fieldsOf(callback_query).message,
    my_chat_member,
    chat_member,
    message_reaction,
  ]
  for (const holder of chats) {
    const { id } = fieldsOf(fieldsOf(holder).chat)
    if (Number.isSafeInteger(id)) return id as number
  }
  return null
}

/** The number Telegram gave the update; null when there is none, and then it is no update. */
export function updateIdOf(update: unknown): number | null {
  const { update_id } = fieldsOf(update)
  return Number.isSafeInteger(update_id) ? (update_id as number) : null
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
