import { deliverMessage, isService } from './deliver.ts'
import type { Message } from './wire.ts'
import { type Room, type StoredMessage, seconds, type World } from './world.ts'

export type MessageContent = Omit<Message, 'message_id' | 'date' | 'chat'> & { date?: number }

export interface PostOptions {
  botId?: number
  replyTo?: number
  fileIds?: string[]
  markup?: Record<string, unknown>
}

/** Puts a message into a room under the room's next number and tells the bots that may see it. */
export function post(world: World, room: Room, content: MessageContent, options: PostOptions = {}): StoredMessage {
  room.lastMessageId += 1
  const wire: Message = { message_id: room.lastMessageId, date: seconds(world), chat: room.chat, ...content }
  const stored: StoredMessage = {
    wire,
    edits: 0,
    deleted: false,
    fileIds: options.fileIds ?? [],
    reactions: new Map(),
    ...(options.botId !== undefined && { botId: options.botId }),
    ...(options.replyTo !== undefined && { replyTo: options.replyTo }),
    ...(options.markup && { markup: options.markup }),
  }
  room.messages.set(wire.message_id, stored)
  if (options.botId !== undefined && !isService(wire)) room.lastBotId = options.botId
  deliverMessage(world, room, stored, 'message')
  return stored
}

/** Changes a message in place, counts the edit and, for a person's message, tells the bots. */
export function rewrite(world: World, room: Room, stored: StoredMessage, change: Partial<Message>): void {
  const wire: Message = { ...stored.wire, ...change, edit_date: seconds(world) }
  for (const key of Object.keys(change)) if (wire[key as keyof Message] === undefined) delete wire[key as keyof Message]
  stored.wire = wire
  stored.edits += 1
  deliverMessage(world, room, stored, 'edited_message')
}

/** Takes a message out of sight; bots are not told, as in Telegram. */
export function remove(world: World, room: Room, stored: StoredMessage): void {
  stored.deleted = true
  world.emit({ kind: 'deleted', roomKey: room.key, messageId: stored.wire.message_id })
}

/** The message with that number if it is still there. */
export function messageIn(room: Room, id: unknown): StoredMessage | undefined {
  const stored = room.messages.get(Number(id))
  return stored && !stored.deleted ? stored : undefined
}
