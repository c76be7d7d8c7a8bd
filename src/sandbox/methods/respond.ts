import { messageIn, post } from '../messages.ts'
import { flag, integer, isRecord, list, text } from '../params.ts'
import { badRequest } from '../refusal.ts'
import { isAdmin, roomSeen, roomToWriteIn } from '../rooms.ts'
import { CALLBACK_LIFE } from '../updates.ts'
import type { CallbackAnswer } from '../world.ts'
import type { MethodCall } from './method.ts'

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

export function setMessageReaction({ world, bot, params }: MethodCall): true {
  const room = roomSeen(world, bot, params.values.chat_id)
  const stored = messageIn(room, params.values.message_id)
  if (!stored) throw badRequest('message to react not found')
  const reactions = (list(params, 'reaction') ?? []).flatMap((reaction) =>
    isRecord(reaction) && typeof reaction.type === 'string'
      ? [{ type: reaction.type, ...(typeof reaction.emoji === 'string' && { emoji: reaction.emoji }) }]
      : [],
  )
  if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY')
  if (reactions.length > 0) stored.reactions.set(bot.user.id, reactions)
  else stored.reactions.delete(bot.user.id)
  world.emit({ kind: 'reacted', roomKey: room.key, messageId: stored.wire.message_id })
  return true
}

export function pinChatMessage({ world, bot, params }: MethodCall): true {
  const room = roomToWriteIn(world, bot, params.values.chat_id)
  const me = room.members.get(bot.user.id)
  if (room.botId === undefined && !(isAdmin(me) && me?.rights.can_pin_messages)) {
    throw badRequest('not enough rights to manage pinned messages in the chat')
  }
  const stored = messageIn(room, params.values.message_id)
  if (!stored) throw badRequest('message to pin not found')
  if (room.pinned.includes(stored.wire.message_id)) return true
  room.pinned.push(stored.wire.message_id)
  post(world, room, { from: bot.user, pinned_message: stored.wire }, { botId: bot.user.id })
  return true
}

export function unpinChatMessage({ world, bot, params }: MethodCall): true {
  const room = roomToWriteIn(world, bot, params.values.chat_id)
  const id = integer(params, 'message_id') ?? room.pinned.at(-1)
  room.pinned = room.pinned.filter((pinned) => pinned !== id)
  world.emit({ kind: 'chat', roomKey: room.key })
  return true
}

export function sendChatAction({ world, bot, params }: MethodCall): true {
  roomToWriteIn(world, bot, params.values.chat_id)
  if (!text(params, 'action')) throw badRequest('wrong parameter action in request')
  return true
}
