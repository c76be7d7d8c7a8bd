import { setMember } from '../membership.ts'
import { integer } from '../params.ts'
import { badRequest } from '../refusal.ts'
import { isAdmin, isPresent, memberWire, roomSeen } from '../rooms.ts'
import type { MethodCall } from './method.ts'

export function getChat({ world, bot, params }: MethodCall): unknown {
  const room = roomSeen(world, bot, params.values.chat_id)
  const pinned = room.pinned.at(-1)
  const message = pinned === undefined ? undefined : room.messages.get(pinned)?.wire
  return {
    ...room.chat,
    accent_color_id: 0,
    max_reaction_count: 11,
    ...(room.botId === undefined && { permissions: { can_send_messages: true, can_invite_users: true } }),
    ...(message && { pinned_message: message }),
  }
}

export function getChatMember({ world, bot, params }: MethodCall): unknown {
  const userId = Math.max(integer(params, 'user_id') ?? 0, 0)
  if (userId === 0) throw badRequest('invalid user_id specified')
  const room = roomSeen(world, bot, params.values.chat_id, 'members')
  const member = room.members.get(userId)
  if (member) return memberWire(member)
  const user = world.users.get(userId)
  if (!user) throw badRequest('PARTICIPANT_ID_INVALID')
  return { user, status: 'left' }
}

/** Bots other than the caller are left out, as in Telegram. */
export function getChatAdministrators({ world, bot, params }: MethodCall): unknown {
  const room = roomSeen(world, bot, params.values.chat_id, 'members')
  if (room.botId !== undefined) throw badRequest('there are no administrators in the private chat')
  return [...room.members.values()]
    .filter((member) => isAdmin(member) && (!member.user.is_bot || member.user.id === bot.user.id))
    .map(memberWire)
}

export function getChatMemberCount({ world, bot, params }: MethodCall): number {
  const room = roomSeen(world, bot, params.values.chat_id, 'members')
  return room.botId === undefined ? [...room.members.values()].filter(isPresent).length : 2
}

export function leaveChat({ world, bot, params }: MethodCall): true {
  const room = roomSeen(world, bot, params.values.chat_id)
  if (room.botId !== undefined) throw badRequest("chat member status can't be changed in private chats")
  setMember(world, room, bot.user, 'left', bot.user)
  return true
}
