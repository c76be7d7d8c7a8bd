import { isRecord } from './params.ts'
import type { Person } from './person.ts'
import type { Telegram } from './telegram.ts'
import { botById, type CallbackAnswer, type Room } from './world.ts'

const PRESS_PATIENCE_MS = 8000

export type ActionResult = { ok: true; answer?: CallbackAnswer } | { ok: false; why: string }

/**
 * Carries out what somebody did on the page: `{ do, as, chat, … }` with `do` one of start, say, photo, album, location, edit,
 * react and press. What cannot be done comes back as `ok: false` with the reason.
 */
export async function actOnPage(tg: Telegram, action: unknown): Promise<ActionResult> {
  if (!isRecord(action)) return { ok: false, why: 'an action is an object' }
  try {
    const answer = await carryOutAction(tg, action)
    return { ok: true, ...(answer && { answer }) }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message.replace(/^sandbox: /, '') : String(error) }
  }
}

async function carryOutAction(tg: Telegram, action: Record<string, unknown>): Promise<CallbackAnswer | undefined> {
  const userId = Number(action.as)
  if (action.do === 'start') {
    tg.as(userId).start(typeof action.payload === 'string' && action.payload !== '' ? action.payload : undefined)
    return undefined
  }
  const room = tg.world.rooms.get(String(action.chat))
  if (!room) throw new Error(`no chat ${String(action.chat)}`)
  if (room.botId !== undefined && room.chat.id !== userId) throw new Error('a private chat has one person in it')
  const person = room.botId === undefined ? tg.as(userId) : tg.as(userId, { bot: botById(tg.world, room.botId) })
  if (action.do === 'press') return pressOnPage(person, room, action)
  write(person, room, action)
  return undefined
}

function write(person: Person, room: Room, action: Record<string, unknown>): void {
  const chat = room.botId === undefined ? room.chat.id : 'dm'
  const text = typeof action.text === 'string' ? action.text.trim() : ''
  const how = { ...(Number.isInteger(action.replyTo) && { replyTo: Number(action.replyTo) }) }
  const caption = text === '' ? {} : { caption: text }
  const message = Number(action.message)
  switch (action.do) {
    case 'say':
      if (text === '') throw new Error('there is nothing to send')
      person.say(chat, text, how)
      return
    case 'photo':
      person.photo(chat, { ...how, ...caption })
      return
    case 'album':
      person.album(chat, [text || undefined, undefined, undefined], how)
      return
    case 'location':
      person.location(chat, { latitude: 31.2304, longitude: 121.4737 }, how)
      return
    case 'edit':
      person.edit(chat, message, text)
      return
    case 'react':
      person.react(chat, message, typeof action.emoji === 'string' ? action.emoji : undefined)
      return
    default:
      throw new Error(`no action ${String(action.do)}`)
  }
}

function pressOnPage(person: Person, room: Room, action: Record<string, unknown>): Promise<CallbackAnswer> {
  const chat = room.botId === undefined ? room.chat.id : 'dm'
  const message = Number(action.message)
  const keyboard = room.messages.get(message)?.wire.reply_markup?.inline_keyboard
  const data = keyboard?.[Number(action.row)]?.[Number(action.column)]?.callback_data
  // The message may have changed under the finger.
  if (data === undefined) throw new Error('that button is gone')
  return person.press(chat, message, { data }, { waitMs: PRESS_PATIENCE_MS })
}
