import type { ForceReply, InlineKeyboardMarkup } from 'telegraf/types'
import { cutAtGrapheme } from '../domain/cut-at-grapheme.ts'
import type { Rendered } from '../domain/post/body.ts'
import { encode } from './callback-data.ts'

const longestPlaceholder = 64

/** The inline keyboard under a message; undefined when it has no buttons, which on an edit takes the old ones away. */
export function inlineKeyboard(message: Rendered, token: string): InlineKeyboardMarkup | undefined {
  if (message.keyboard.length === 0) return undefined
  return {
    inline_keyboard: message.keyboard.map((row) =>
      row.map((button) =>
        'url' in button
          ? { text: button.label, url: button.url }
          : { text: button.label, callback_data: encode(token, button.action, button.arg) },
      ),
    ),
  }
}

/** What stands under a new message. Telegram takes one thing only, and buttons go before the answer field. */
export function replyMarkup(message: Rendered, token: string): InlineKeyboardMarkup | ForceReply | undefined {
  const keyboard = inlineKeyboard(message, token)
  if (keyboard !== undefined || message.forceReply === null) return keyboard
  const hint = cutAtGrapheme(message.forceReply, longestPlaceholder)
  return { force_reply: true, selective: true, ...(hint !== '' && { input_field_placeholder: hint }) }
}
