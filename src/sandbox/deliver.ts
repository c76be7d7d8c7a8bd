import { isAdmin, isPresent } from './rooms.ts'
import { queueUpdate } from './updates.ts'
import type { Message } from './wire.ts'
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
  const { wire } = stored
  // Bots never see what a bot wrote, themselves included; of what a bot did they are told.
  if (stored.botId !== undefined && !isService(wire)) return
  const told = messageWire(room, stored)
  const present = botsIn(world, room)
  for (const bot of present) {
    if (room.botId === undefined && !isSeenBy(room, bot, wire, present)) continue
    queueUpdate(world, bot, { [kind]: told })
  }
  const gone =
    wire.left_chat_member && [...world.bots.values()].find(({ user }) => user.id === wire.left_chat_member?.id)
  if (gone && !present.includes(gone)) queueUpdate(world, gone, { [kind]: told })
}

/** The bots that are in a room. */
export function botsIn(world: World, room: Room): Bot[] {
  if (room.botId !== undefined) return room.blocked ? [] : [botById(world, room.botId)]
  return [...world.bots.values()].filter((bot) => isPresent(room.members.get(bot.user.id)))
}

/**
 * Privacy mode: a bot that may not read everything gets service messages, replies to it, commands and mentions that name it,
 * and commands that name nobody if it wrote here last. A reply to another such bot is that bot's alone.
 */
function isSeenBy(room: Room, bot: Bot, message: Message, present: Bot[]): boolean {
  const readsAll = ({ readsAll: all, user }: Bot): boolean => all || isAdmin(room.members.get(user.id))
  if (readsAll(bot) || isService(message)) return true
  const answered = present.find((other) => other.user.id === replyTarget(room, message))
  if (answered && !readsAll(answered)) return answered === bot
  const text = message.text ?? message.caption ?? ''
  const name = `@${bot.user.username ?? ''}`.toLowerCase()
  const isLast = room.lastBotId === undefined || room.lastBotId === bot.user.id
  return (message.entities ?? message.caption_entities ?? []).some((entity) => {
    const marked = text.slice(entity.offset, entity.offset + entity.length).toLowerCase()
    if (entity.type === 'mention') return marked === name
    if (entity.type === 'text_mention') return entity.user?.id === bot.user.id
    return entity.type === 'bot_command' && (marked.includes('@') ? marked.endsWith(name) : isLast)
  })
}

function replyTarget(room: Room, message: Message): number | undefined {
  const stored = room.messages.get(message.message_id)
  return stored?.replyTo === undefined ? undefined : room.messages.get(stored.replyTo)?.wire.from?.id
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
