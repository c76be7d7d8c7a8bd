import { isAdmin } from './rooms.ts'
import { queueUpdate } from './updates.ts'
import type { User } from './wire.ts'
import type { Room, StoredMessage, World } from './world.ts'

/** Sets or takes back a person's reaction. Only bots that are administrators and asked for reactions hear of them. */
export function react(world: World, room: Room, stored: StoredMessage, user: User, emoji: string | undefined): void {
  const before = stored.reactions.get(user.id) ?? []
  const after = emoji === undefined ? [] : [{ type: 'emoji', emoji }]
  if (after.length > 0) stored.reactions.set(user.id, after)
  else stored.reactions.delete(user.id)
  world.emit({ kind: 'reacted', roomKey: room.key, messageId: stored.wire.message_id })
  const change = {
    chat: room.chat,
    message_id: stored.wire.message_id,
    user,
    date: Math.floor(world.now() / 1000),
    old_reaction: before,
    new_reaction: after,
  }
  for (const bot of world.bots.values()) {
    if (isAdmin(room.members.get(bot.user.id))) queueUpdate(world, bot, { message_reaction: change })
  }
}
