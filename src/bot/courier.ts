import type { Telegram } from 'telegraf'
import type { Courier } from '../app/courier.ts'
import type { Log } from '../app/log.ts'
import { addressed, createCarry, present } from './carry.ts'
import { inlineKeyboard, replyMarkup } from './reply-markup.ts'
import { sendMediaParts } from './send-media.ts'

export interface CourierOptions {
  readonly telegram: Telegram
  readonly log: Log
  /** How long to wait for Telegram's answer to a text, an edit or a deletion (ms). */
  readonly sendMs?: number
  /** The same for pictures and media. */
  readonly pictureMs?: number
}

/** The `Courier` port over telegraf's client, with deadlines of our own: 10 s, pictures 30 s. */
export function createCourier({ telegram, log, sendMs = 10_000, pictureMs = 30_000 }: CourierOptions): Courier {
  const carry = createCarry(telegram, { sendMs, pictureMs })

  return {
    send: (to, message) =>
      carry('sendMessage', 'text', to, () => ({
        ...addressed(to),
        text: message.html,
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
        ...present('reply_markup', replyMarkup(message, to.token)),
      })),

    edit: (to, messageId, message) =>
      carry('editMessageText', 'edit', to, () => ({
        chat_id: to.chatId,
        message_id: messageId,
        text: message.html,
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
        // Never a forced reply: Telegram allows it on new messages only.
        ...present('reply_markup', inlineKeyboard(message, to.token)),
      })),

    sendPicture: (to, png, message) =>
      carry('sendPhoto', 'media', to, () => {
        const { reply_parameters: reply, ...rest } = addressed(to)
        return {
          ...rest,
          photo: { source: Buffer.from(png), filename: 'summary.png' },
          caption: message.html,
          parse_mode: 'HTML',
          ...present('reply_markup', replyMarkup(message, to.token)),
          ...(reply && { reply_parameters: formValue(reply) }),
        }
      }),

    sendDocuments: (to, documents, message) =>
      carry('sendMediaGroup', 'media', to, () => {
        const { reply_parameters: reply, ...rest } = addressed(to)
        return {
          ...rest,
          media: documents.map(({ name, bytes }, index) => ({
            type: 'document' as const,
            media: { source: Buffer.from(bytes), filename: name },
            ...(index === documents.length - 1 && { caption: message.html, parse_mode: 'HTML' as const }),
          })),
          ...(reply && { reply_parameters: formValue(reply) }),
        }
      }),

    sendMedia: (to, media, message) => sendMediaParts(carry, log, to, media, message),

    pin: (chatId, messageId) =>
      carry('pinChatMessage', 'pin', { threadId: null }, () => ({
        chat_id: chatId,
        message_id: messageId,
        disable_notification: true,
      })),

    unpin: (chatId, messageId) =>
      carry('unpinChatMessage', 'pin', { threadId: null }, () => ({ chat_id: chatId, message_id: messageId })),

    delete: (chatId, messageId) =>
      carry('deleteMessage', 'delete', { threadId: null }, () => ({ chat_id: chatId, message_id: messageId })),

    leave: (chatId) => carry('leaveChat', 'leave', { threadId: null }, () => ({ chat_id: chatId })),
  }
}

/** In a form telegraf writes out only some objects as JSON and drops the others without a word. */
function formValue<T>(value: T): T {
  return JSON.stringify(value) as unknown as T
}
