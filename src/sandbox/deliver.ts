import { isAdmin, isPresent } from './rooms.ts'
import { queueUpdate } from './updates.ts'
import type { Entity, Message } from './wire.ts'
import { type Bot, botById, type Room, type StoredMessage, type World } from './world.ts'

/** A message as it is handed out: with a copy of what it replies to, one level deep. */
export function messageWire(room: Room, stored: StoredMessage): Message {
  const target = stored.replyTo === undefined ? undefined : room.messages.get(stored.replyTo)
  const shown = { ...stored.wire, chat: room.chat }
  return target && !target.deleted ? { ...shown, reply_to_message: { ...target.wire, chat: room.chat } } : shown
}

/** Tells the bots in the room of a message that a person, a channel or Telegram itself wrote. */
export function deliverMessage(
  world: World,
  room: Room,
  stored: StoredMessage,
  kind: 'message' | 'edited_message',
): void {
  world.emit({ kind: kind === 'message' ? 'message' : 'edited', roomKey: room.key, messageId: stored.wire.message_id })
  // Bots never see what a bot wrote, themselves included.
  if (stored.botId !== undefined) return
  const wire = messageWire(room, stored)
  for (const bot of botsIn(world, room)) {
    if (room.botId === undefined && !isSeenBy(room, bot, wire)) continue
    queueUpdate(world, bot, { [kind]: wire })
  }
}

/** The bots that are in a room. */
export function botsIn(world: World, room: Room): Bot[] {
  if (room.botId !== undefined) return room.blocked ? [] : [botById(world, room.botId)]
  return [...world.bots.values()].filter((bot) => isPresent(room.members.get(bot.user.id)))
}

/** Privacy mode: a bot that may not read everything gets commands, replies to it, mentions of it and service messages. */
function isSeenBy(room: Room, bot: Bot, message: Message): boolean {
  if (bot.readsAll || isAdmin(room.members.get(bot.user.id))) return true
  if (isService(message)) return true
  if (message.reply_to_message?.from?.id === bot.user.id) return true
  const text = message.text ?? message.caption ?? ''
  const name = `@${bot.user.username ?? ''}`.toLowerCase()
  return (message.entities ?? message.caption_entities ?? []).some((entity) => {
    const marked = text.slice(entity.offset, entity.offset + entity.length).toLowerCase()
    return isAddressed(entity, marked, name, bot.user.id)
  })
}

function isAddressed(entity: Entity, marked: string, name: string, id: number): boolean {
  if (entity.type === 'mention') return marked === name
  if (entity.type === 'text_mention') return entity.user?.id === id
  return entity.type === 'bot_command' && (!marked.includes('@') || marked.endsWith(name))
}

/** Whether Telegram wrote the message to tell of an event in the chat. */
export function isService(message: Message): boolean {
  return Boolean(
    message.new_chat_members ||
      message.left_chat_member ||
      message.migrate_to_chat_id ||
      message.migrate_from_chat_id ||
      message.forum_topic_created ||
      message.pinned_message,
  )
}
