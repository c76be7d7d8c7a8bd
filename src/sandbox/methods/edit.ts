import { messageWire } from '../deliver.ts'
import { readMarkup } from '../keyboard.ts'
import { messageIn, remove, rewrite } from '../messages.ts'
import { list, structure } from '../params.ts'
import { badRequest } from '../refusal.ts'
import { isAdmin, roomSeen, roomToWriteIn } from '../rooms.ts'
import type { Message } from '../wire.ts'
import type { Room, StoredMessage } from '../world.ts'
import type { MethodCall } from './method.ts'
import { readCaption, readText, takeLimits } from './outgoing.ts'

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
const TWO_DAYS = 48 * 60 * 60_000

export function editMessageText(call: MethodCall): Message {
  const { room, stored } = ownMessage(call)
  // The limit is the same as for sending; Telegram words this refusal differently.
  const { text, entities } = readText(call, 'MESSAGE_TOO_LONG')
  if (stored.wire.text === undefined) throw badRequest('there is no text in the message to edit')
  return change(call, room, stored, { text, entities: entities.length > 0 ? entities : undefined })
}

export function editMessageCaption(call: MethodCall): Message {
  const { room, stored } = ownMessage(call)
  if (stored.wire.text !== undefined) throw badRequest('there is no caption in the message to edit')
  return change(call, room, stored, { caption: undefined, caption_entities: undefined, ...readCaption(call) })
}

export function editMessageReplyMarkup(call: MethodCall): Message {
  const { room, stored } = ownMessage(call)
  return change(call, room, stored, {})
}

function ownMessage(call: MethodCall): { room: Room; stored: StoredMessage } {
  const { world, bot, params } = call
  const room = roomToWriteIn(world, bot, params.values.chat_id)
  if (params.values.message_id === undefined) throw badRequest('message identifier is not specified')
  const stored = messageIn(room, params.values.message_id)
  if (!stored) throw badRequest('message to edit not found')
  if (stored.botId !== bot.user.id) throw badRequest("message can't be edited")
  return { room, stored }
}

type Change = { [Field in 'text' | 'entities' | 'caption' | 'caption_entities']?: Message[Field] | undefined }

/** An edit without `reply_markup` takes the buttons away; one that changes nothing is refused. */
function change(call: MethodCall, room: Room, stored: StoredMessage, fields: Change): Message {
  const markup = readMarkup(structure(call.params, 'reply_markup')).inline
  const whole = { ...fields, reply_markup: markup }
  const isSame = Object.entries(whole).every(
    ([key, value]) => JSON.stringify(stored.wire[key as keyof Message]) === JSON.stringify(value),
  )
  if (isSame) throw badRequest(NOT_MODIFIED)
  takeLimits(call.world, call.bot, room, 1)
  rewrite(call.world, room, stored, whole as Partial<Message>)
  return messageWire(room, stored)
}

export function deleteMessage(call: MethodCall): true {
  const { world, bot, params } = call
  const room = roomSeen(world, bot, params.values.chat_id)
  const stored = messageIn(room, params.values.message_id)
  if (!stored) throw badRequest('message to delete not found')
  checkDeletable(call, room, stored)
  remove(world, room, stored)
  return true
}

/** Deletes what it may and skips what is gone, as Telegram's deleteMessages does. */
export function deleteMessages(call: MethodCall): true {
  const { world, bot, params } = call
  const room = roomSeen(world, bot, params.values.chat_id)
  for (const id of list(params, 'message_ids') ?? []) {
    const stored = messageIn(room, id)
    if (!stored) continue
    checkDeletable(call, room, stored)
    remove(world, room, stored)
  }
  return true
}

function checkDeletable({ world, bot }: MethodCall, room: Room, stored: StoredMessage): void {
  const me = room.members.get(bot.user.id)
  const isOwn = stored.botId === bot.user.id
  if (room.botId === undefined) {
    if (isAdmin(me) && me?.rights.can_delete_messages) return
    if (!isOwn) throw badRequest("message can't be deleted")
  }
  if (stored.wire.date * 1000 < world.now() - TWO_DAYS) throw badRequest("message can't be deleted for everyone")
}
