import { isService } from '../deliver.ts'
import { messageIn } from '../messages.ts'
import { requiredText } from '../params.ts'
import { badRequest } from '../refusal.ts'
import { roomSeen } from '../rooms.ts'
import type { Message } from '../wire.ts'
import type { StoredMessage } from '../world.ts'
import type { MethodCall } from './method.ts'
import { readCaption, readEnvelope, send } from './outgoing.ts'

const CONTENT = [
  'text',
  'entities',
  'caption',
  'caption_entities',
  'photo',
  'document',
  'voice',
  'video',
  'audio',
  'animation',
  'location',
] as const

export function forwardMessage(call: MethodCall): Message {
  const original = source(call, 'message to forward not found')
  const envelope = readEnvelope(call)
  if (isService(original.wire)) throw badRequest("message can't be forwarded")
  const { from, sender_chat: chat, date } = original.wire
  const origin = chat ? { type: 'chat', date, sender_chat: chat } : { type: 'user', date, sender_user: from }
  const { poll } = original.wire
  const content = { ...contentOf(original), ...(poll && { poll }), forward_origin: origin }
  const message = send(call, envelope, content, original.fileIds)
  const stored = messageIn(envelope.room, message.message_id)
  // A forwarded poll is the same poll: votes and its end show in both places.
  if (poll && stored) call.world.polls.get(poll.id)?.shownIn.push({ room: envelope.room, stored })
  return message
}

export function copyMessage(call: MethodCall): { message_id: number } {
  const original = source(call, 'message to copy not found')
  const envelope = readEnvelope(call)
  if (original.wire.poll || isService(original.wire)) throw badRequest("message can't be copied")
  const content = { ...contentOf(original), ...readCaption(call) }
  return { message_id: send(call, envelope, content, original.fileIds).message_id }
}

function source({ world, bot, params }: MethodCall, missing: string): StoredMessage {
  requiredText(params, 'from_chat_id')
  const room = roomSeen(world, bot, params.values.from_chat_id)
  const stored = messageIn(room, params.values.message_id)
  if (!stored) throw badRequest(missing)
  return stored
}

function contentOf({ wire }: StoredMessage): Partial<Message> {
  const content: Record<string, unknown> = {}
  for (const field of CONTENT) if (wire[field] !== undefined) content[field] = wire[field]
  return content
}
