import { messageWire } from '../deliver.ts'
import type { RichText } from '../html.ts'
import { readMarkup } from '../keyboard.ts'
import { type MessageContent, messageIn, type PostOptions, post } from '../messages.ts'
import { flag, integer, isRecord, structure, text } from '../params.ts'
import { badRequest, tooMany } from '../refusal.ts'
import { readRichText } from '../rich-text.ts'
import { roomToWriteIn } from '../rooms.ts'
import type { Entity, Message } from '../wire.ts'
import type { Bot, Room, World } from '../world.ts'
import type { MethodCall } from './method.ts'

/** What every sending method shares: where it goes, what it replies to, its keyboard. */
export interface Envelope {
  room: Room
  content: Partial<MessageContent>
  options: PostOptions
}

/** Checks that the bot may write there now and reads thread, reply and keyboard. */
export function readEnvelope(call: MethodCall): Envelope {
  const { world, bot, params } = call
  const room = roomToWriteIn(world, bot, params.values.chat_id)
  const replyTo = readReply(call, room)
  const threadId = readThread(room, integer(params, 'message_thread_id'), replyTo)
  const markup = readMarkup(structure(params, 'reply_markup', 'reply keyboard markup'))
  return {
    room,
    content: {
      from: bot.user,
      ...(threadId !== undefined && { message_thread_id: threadId }),
      ...(threadId !== undefined && room.chat.is_forum && { is_topic_message: true }),
      ...(markup.inline && { reply_markup: markup.inline }),
    },
    options: {
      botId: bot.user.id,
      ...(replyTo !== undefined && { replyTo }),
      ...(markup.other && { markup: markup.other }),
    },
  }
}

function readReply(call: MethodCall, room: Room): number | undefined {
  const given = structure(call.params, 'reply_parameters', 'reply parameters')
  if (given !== undefined && !isRecord(given)) throw badRequest('object expected as reply parameters')
  const isNamed = given !== undefined && Object.keys(given).length > 0
  if (isNamed && given.message_id === undefined) throw badRequest('can\'t find field "message_id"')
  const id = isNamed ? Number(given.message_id) : integer(call.params, 'reply_to_message_id')
  if (id === undefined || id === 0) return undefined
  const isLax = given ? given.allow_sending_without_reply === true : flag(call.params, 'allow_sending_without_reply')
  if (messageIn(room, id)) return id
  if (isLax) return undefined
  throw badRequest('message to be replied not found')
}

function readThread(room: Room, asked: number | undefined, replyTo: number | undefined): number | undefined {
  const threadId = asked ?? (replyTo === undefined ? undefined : room.messages.get(replyTo)?.wire.message_thread_id)
  if (threadId === undefined || threadId === 0) return undefined
  const topic = room.topics.get(threadId)
  if (!topic || topic.deleted) {
    if (asked === undefined) return undefined
    throw badRequest('message thread not found')
  }
  return threadId
}

/** Takes the call's share of the sending limits, if they are on; 429 when they are used up. */
export function takeLimits(world: World, bot: Bot, room: Room, count: number): void {
  const wait = world.limits?.take(bot.user.id, room.chat, count, world.now()) ?? 0
  if (wait > 0) throw tooMany(wait)
}

/** Sends: limits last, so that a call that is refused anyway costs nothing. */
export function send(call: MethodCall, envelope: Envelope, content: MessageContent, fileIds: string[] = []): Message {
  const { room, options } = envelope
  takeLimits(call.world, call.bot, room, 1)
  const stored = post(call.world, room, { ...envelope.content, ...content }, { ...options, fileIds })
  return messageWire(room, stored)
}

/** The text of a message, at most 4096 UTF-16 units after parsing. `tooLong` is how this method words its refusal. */
export function readText(call: MethodCall, tooLong = 'message is too long'): RichText {
  const source = text(call.params, 'text')
  if (source === undefined || source === '') throw badRequest('message text is empty')
  const rich = readRichText(source, text(call.params, 'parse_mode'), entitiesOf(structure(call.params, 'entities')))
  if (rich.text === '') throw badRequest('text must be non-empty')
  if (rich.text.length > 4096) throw badRequest(tooLong)
  return rich
}

/** A caption, at most 1024 UTF-16 units after parsing, as fields of a message. */
export function captionOf(source: unknown, parseMode: unknown, given: unknown): Partial<Message> {
  if (typeof source !== 'string' || source === '') return {}
  const rich = readRichText(source, typeof parseMode === 'string' ? parseMode : undefined, entitiesOf(given))
  if (rich.text.length > 1024) throw badRequest('message caption is too long')
  if (rich.text === '') return {}
  return { caption: rich.text, ...(rich.entities.length > 0 && { caption_entities: rich.entities }) }
}

export function readCaption(call: MethodCall): Partial<Message> {
  const { params } = call
  return captionOf(text(params, 'caption'), text(params, 'parse_mode'), structure(params, 'caption_entities'))
}

function entitiesOf(value: unknown): Entity[] | undefined {
  if (!Array.isArray(value)) return undefined
  return value.filter(
    (entity): entity is Entity =>
      isRecord(entity) &&
      typeof entity.type === 'string' &&
      Number.isInteger(entity.offset) &&
      Number.isInteger(entity.length),
  )
}
