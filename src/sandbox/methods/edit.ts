import { messageWire } from '../deliver.ts'
import { readMarkup } from '../keyboard.ts'
import { messageIn, remove, rewrite } from '../messages.ts'
import { integer, requiredText, structure, text } from '../params.ts'
import { badRequest } from '../refusal.ts'
import { isAdmin, roomSeen, roomToWriteIn } from '../rooms.ts'
import type { InlineKeyboard, Message } from '../wire.ts'
import type { Room, StoredMessage } from '../world.ts'
import { MEDIA, readInputMedia } from './media.ts'
import { readMessageIds } from './message-ids.ts'
import type { MethodCall } from './method.ts'
import { readCaption, readText, takeLimits } from './outgoing.ts'

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
const TWO_DAYS = 48 * 60 * 60_000
const NOTHING = {}

export function editMessageText(call: MethodCall): Message {
  // The limit is the same as for sending; Telegram words this refusal differently.
  const { text, entities } = readText(call, 'MESSAGE_TOO_LONG')
  const target = ownMessage(call)
  if (target.stored.wire.text === undefined) throw badRequest('there is no text in the message to edit')
  return change(call, target, { text, entities: entities.length > 0 ? entities : undefined })
}

export function editMessageCaption(call: MethodCall): Message {
  const caption = readCaption(call)
  const target = ownMessage(call)
  if (!hasFile(target.stored.wire)) throw badRequest('there is no caption in the message to edit')
  return change(call, target, { caption: undefined, caption_entities: undefined, ...caption })
}

export function editMessageReplyMarkup(call: MethodCall): Message {
  return change(call, ownMessage(call), NOTHING)
}

/** Puts another file, and its caption, in the place of the one a message carries. */
export function editMessageMedia(call: MethodCall): Message {
  requiredText(call.params, 'media')
  const { content, file } = readInputMedia(call, structure(call.params, 'media', 'input media'), false)
  const target = ownMessage(call)
  if (!hasFile(target.stored.wire)) throw badRequest('there is no media in the message to edit')
  const none = Object.fromEntries(MEDIA.map((kind) => [kind, undefined]))
  const edited = change(call, target, { ...none, caption: undefined, caption_entities: undefined, ...content })
  target.stored.fileIds = [file.id]
  return edited
}

function hasFile(wire: Message): boolean {
  return MEDIA.some((kind) => wire[kind] !== undefined)
}

interface Target {
  room: Room
  stored: StoredMessage
  markup: InlineKeyboard | undefined
}

/** The message that an edit means, and the buttons it is to have. */
function ownMessage({ world, bot, params }: MethodCall): Target {
  const markup = readMarkup(structure(params, 'reply_markup', 'reply keyboard markup')).inline
  const id = integer(params, 'message_id') ?? 0
  // Neither chat nor message: the edit is of an inline message, which nothing here has sent.
  if (!text(params, 'chat_id') && id === 0) {
    throw badRequest(text(params, 'inline_message_id') ? 'MESSAGE_ID_INVALID' : 'message identifier is not specified')
  }
  const room = roomToWriteIn(world, bot, params.values.chat_id)
  const stored = messageIn(room, id)
  if (!stored) throw badRequest('message to edit not found')
  if (stored.botId !== bot.user.id || stored.wire.forward_origin) throw badRequest("message can't be edited")
  return { room, stored, markup }
}

type Change = { [Field in keyof Message]?: Message[Field] | undefined }

/** An edit without `reply_markup` takes the buttons away; one that changes nothing is refused. */
function change(call: MethodCall, { room, stored, markup }: Target, fields: Change): Message {
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
  const room = roomSeen(world, bot, params.values.chat_id, 'write')
  const stored = messageIn(room, integer(params, 'message_id'))
  if (!stored) throw badRequest('message to delete not found')
  checkDeletable(call, room, stored)
  remove(world, room, stored)
  return true
}

/** Deletes what it may and skips what is gone, as Telegram's deleteMessages does. */
export function deleteMessages(call: MethodCall): true {
  const { world, bot, params } = call
  const ids = readMessageIds(params)
  const room = roomSeen(world, bot, params.values.chat_id, 'write')
  const found = ids.flatMap((id) => messageIn(room, id) ?? [])
  for (const stored of found) checkDeletable(call, room, stored)
  for (const stored of found) remove(world, room, stored)
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
