import { messageIn, post } from '../messages.ts'
import { flag, integer, isRecord, structure, text } from '../params.ts'
import { badRequest } from '../refusal.ts'
import { needRight, roomSeen, roomToWriteIn } from '../rooms.ts'
import { CALLBACK_LIFE } from '../updates.ts'
import type { Reaction } from '../wire.ts'
import type { CallbackAnswer } from '../world.ts'
import type { MethodCall } from './method.ts'

const NO_PINNING = 'not enough rights to manage pinned messages in the chat'
const ACTIONS = [
  ...['cancel', 'typing', 'record_video', 'upload_video', 'record_audio', 'record_voice', 'upload_audio'],
  ...['upload_voice', 'upload_photo', 'upload_document', 'choose_sticker', 'pick_up_location', 'find_location'],
  ...['record_video_note', 'upload_video_note'],
]

export function answerCallbackQuery({ world, bot, params }: MethodCall): true {
  const callback = world.callbacks.get(text(params, 'callback_query_id') ?? '')
  const isLive = callback && callback.botId === bot.user.id && callback.at + CALLBACK_LIFE >= world.now()
  if (!isLive) throw badRequest('query is too old and response timeout expired or query ID is invalid')
  const words = text(params, 'text')
  const url = text(params, 'url')
  if (words && words.length > 200) throw badRequest('MESSAGE_TOO_LONG')
  const answer: CallbackAnswer = {
    answered: true,
    alert: flag(params, 'show_alert'),
    ...(words && { text: words }),
    ...(url && { url }),
  }
  callback.answers.push(answer)
  for (const tell of callback.waiting.splice(0)) tell(answer)
  world.emit({ kind: 'answer', roomKey: callback.roomKey, userId: callback.userId, answer })
  return true
}

/** Sets the bot's one reaction, or takes it back when none is given. */
export function setMessageReaction({ world, bot, params }: MethodCall): true {
  const given = structure(params, 'reaction', 'reaction types') ?? []
  if (!Array.isArray(given)) throw badRequest('expected an Array of ReactionType')
  const reactions = given.map(readReaction)
  const room = roomSeen(world, bot, params.values.chat_id)
  const stored = messageIn(room, params.values.message_id)
  if (!stored) throw badRequest('message to react not found')
  if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY')
  if (reactions.length > 0) stored.reactions.set(bot.user.id, reactions)
  else stored.reactions.delete(bot.user.id)
  world.emit({ kind: 'reacted', roomKey: room.key, messageId: stored.wire.message_id })
  return true
}

function readReaction(value: unknown): Reaction {
  const wrong = "can't parse ReactionType: "
  if (!isRecord(value)) throw badRequest(`${wrong}expected an Object`)
  if (value.type === 'custom_emoji') return { type: 'custom_emoji' }
  if (value.type !== 'emoji') throw badRequest(`${wrong}invalid reaction type specified`)
  if (typeof value.emoji !== 'string') throw badRequest(`${wrong}can't find field "emoji"`)
  return { type: 'emoji', emoji: value.emoji }
}

export function pinChatMessage({ world, bot, params }: MethodCall): true {
  const room = roomToWriteIn(world, bot, params.values.chat_id)
  const stored = messageIn(room, params.values.message_id)
  if (!stored) throw badRequest('message to pin not found')
  needRight(room, bot, 'can_pin_messages', NO_PINNING)
  if (room.pinned.includes(stored.wire.message_id)) return true
  room.pinned.push(stored.wire.message_id)
  post(world, room, { from: bot.user, pinned_message: stored.wire }, { botId: bot.user.id })
  return true
}

export function unpinChatMessage({ world, bot, params }: MethodCall): true {
  const room = roomToWriteIn(world, bot, params.values.chat_id)
  needRight(room, bot, 'can_pin_messages', NO_PINNING)
  const id = integer(params, 'message_id') ?? room.pinned.at(-1)
  room.pinned = room.pinned.filter((pinned) => pinned !== id)
  world.emit({ kind: 'chat', roomKey: room.key })
  return true
}

export function unpinAllChatMessages({ world, bot, params }: MethodCall): true {
  const room = roomToWriteIn(world, bot, params.values.chat_id)
  needRight(room, bot, 'can_pin_messages', NO_PINNING)
  room.pinned = []
  world.emit({ kind: 'chat', roomKey: room.key })
  return true
}

export function sendChatAction({ world, bot, params }: MethodCall): true {
  if (!ACTIONS.includes((text(params, 'action') ?? '').toLowerCase()))
    throw badRequest('wrong parameter action in request')
  roomToWriteIn(world, bot, params.values.chat_id)
  return true
}
