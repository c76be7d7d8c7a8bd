import { isRecord } from './params.ts'
import { badRequest } from './refusal.ts'
import type { Button, InlineKeyboard } from './wire.ts'

export interface Markup {
  inline?: InlineKeyboard
  /** A reply keyboard, its removal or a forced reply: kept as it came. */
  other?: Record<string, unknown>
}

/** Reads `reply_markup`. Refuses what Telegram refuses: callback_data outside 1–64 bytes, buttons that do nothing. */
export function readMarkup(value: unknown): Markup {
  if (value === undefined || value === null) return {}
  if (!isRecord(value)) throw badRequest('object expected as reply markup')
  const rows = value.inline_keyboard
  if (rows === undefined) return { other: value }
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" must be of type Array')
  const read = rows.map(readRow).filter((row) => row.length > 0)
  return read.length > 0 ? { inline: { inline_keyboard: read } } : {}
}

function readRow(row: unknown): Button[] {
  if (!Array.isArray(row))
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
  return row.map(readButton)
}

function readButton(value: unknown): Button {
  const wrong = "can't parse inline keyboard button: "
  if (!isRecord(value)) throw badRequest(`${wrong}InlineKeyboardButton must be an Object`)
  if (value.text === undefined) throw badRequest(`${wrong}Can't find field "text"`)
  const { text } = value
  if (typeof text !== 'string') throw badRequest(`${wrong}Field "text" must be of type String`)
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty')
  if (typeof value.url === 'string') {
    if (!/^(https?|tg):\/\/\S+/i.test(value.url))
      throw badRequest(`inline keyboard button URL '${value.url}' is invalid`)
    return { ...value, text }
  }
  if (typeof value.callback_data === 'string') {
    const size = Buffer.byteLength(value.callback_data)
    if (size < 1 || size > 64) throw badRequest('BUTTON_DATA_INVALID')
    return { ...value, text }
  }
  const acts = ['web_app', 'login_url', 'switch_inline_query', 'switch_inline_query_current_chat', 'copy_text', 'pay']
  if (acts.some((act) => act in value)) return { ...value, text }
  throw badRequest(`${wrong}Text buttons are unallowed in the inline keyboard`)
}
