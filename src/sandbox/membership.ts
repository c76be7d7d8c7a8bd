import { botsIn } from './deliver.ts'
import { post } from './messages.ts'
import { isPresent, memberWire, memberWith } from './rooms.ts'
import { queueUpdate } from './updates.ts'
import type { MemberChange, User } from './wire.ts'
import { type MemberStatus, type Room, seconds, type World } from './world.ts'

/**
 * Changes what somebody is in a group, with all that Telegram tells about it: `my_chat_member` to a bot it concerns,
 * `chat_member` to bots that asked for it and are administrators, and the service message of joining and leaving.
 */
export function setMember(
  world: World,
  room: Room,
  user: User,
  status: MemberStatus,
  by: User,
  rights?: Record<string, boolean>,
  until?: number,
): void {
  const before = room.members.get(user.id) ?? memberWith(user, 'left')
  const after = { ...memberWith(user, status, rights), ...(until !== undefined && { until }) }
  room.members.set(user.id, after)
  const change: MemberChange = {
    chat: room.chat,
    from: by,
    date: seconds(world),
    old_chat_member: memberWire(before),
    new_chat_member: memberWire(after),
  }
  for (const bot of world.bots.values()) {
    if (bot.user.id === user.id) queueUpdate(world, bot, { my_chat_member: change })
    else if (room.members.get(bot.user.id)?.status === 'administrator') queueUpdate(world, bot, { chat_member: change })
  }
  world.emit({ kind: 'chat', roomKey: room.key })
  const came = !isPresent(before) && isPresent(after)
  const went = isPresent(before) && !isPresent(after)
  if (came) post(world, room, { from: by, new_chat_members: [user] })
  if (went) post(world, room, { from: by, left_chat_member: user })
}

/** A user blocks the bot in their private chat, or lets it back in. */
export function setBlocked(world: World, room: Room, user: User, blocked: boolean): void {
  const bot = botsIn(world, { ...room, blocked: false })[0]
  if (!bot || room.blocked === blocked) return
  const state = (isBlocked: boolean) => memberWire(memberWith(bot.user, isBlocked ? 'kicked' : 'member'))
  room.blocked = blocked
  const change: MemberChange = {
    chat: room.chat,
    from: user,
    date: seconds(world),
    old_chat_member: state(!blocked),
    new_chat_member: state(blocked),
  }
  queueUpdate(world, bot, { my_chat_member: change })
  world.emit({ kind: 'chat', roomKey: room.key })
}
