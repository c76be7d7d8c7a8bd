import { messageIn } from '../messages.ts'
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
  'location',
] as const

export function forwardMessage(call: MethodCall): Message {
  const envelope = readEnvelope(call)
  const original = source(call, 'message to forward not found')
  const { from, sender_chat: chat, date } = original.wire
  const origin = chat ? { type: 'chat', date, sender_chat: chat } : { type: 'user', date, sender_user: from }
  return send(call, envelope, { ...contentOf(original), forward_origin: origin }, original.fileIds)
}

export function copyMessage(call: MethodCall): { message_id: number } {
  const envelope = readEnvelope(call)
  const original = source(call, 'message to copy not found')
  const content = { ...contentOf(original), ...readCaption(call) }
  return { message_id: send(call, envelope, content, original.fileIds).message_id }
}

function source({ world, bot, params }: MethodCall, missing: string): StoredMessage {
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
