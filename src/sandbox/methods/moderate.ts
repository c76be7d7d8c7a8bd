import { setMember } from '../membership.ts'
import { flag, integer, record } from '../params.ts'
import { badRequest } from '../refusal.ts'
import { isAdmin, isPresent, needRight, roomSeen } from '../rooms.ts'
import type { User } from '../wire.ts'
import type { MemberStatus, Room } from '../world.ts'
import { seconds } from '../world.ts'
import type { MethodCall } from './method.ts'

const NOT_ENOUGH = 'not enough rights to restrict/unrestrict chat member'
const NO_PROMOTING = 'not enough rights'
// Telegram takes a shorter or longer time for ever.
const SHORTEST_BAN = 30
const LONGEST_BAN = 366 * 86_400

export function banChatMember(call: MethodCall): true {
  const { room, user } = target(call, 'can_restrict_members', NOT_ENOUGH)
  change(call, room, user, 'kicked', undefined, until(call))
  return true
}

/** Lifts a ban; without `only_if_banned` it also removes a member, as Telegram's does. */
export function unbanChatMember(call: MethodCall): true {
  const { room, user } = target(call, 'can_restrict_members', NOT_ENOUGH)
  const member = room.members.get(user.id)
  if (member?.status === 'kicked' || (isPresent(member) && !flag(call.params, 'only_if_banned')))
    change(call, room, user, 'left')
  return true
}

export function restrictChatMember(call: MethodCall): true {
  const { room, user } = target(call, 'can_restrict_members', NOT_ENOUGH)
  if (room.chat.type !== 'supergroup') throw badRequest('method is available only for supergroups')
  const permissions = record(call.params, 'permissions')
  if (!permissions) throw badRequest('parameter "permissions" is required')
  const rights = Object.fromEntries(Object.entries(permissions).map(([right, may]) => [right, may === true]))
  const isFree = rights.can_send_messages === true
  if (isFree) change(call, room, user, 'member')
  else change(call, room, user, 'restricted', { is_member: true, can_send_messages: false, ...rights }, until(call))
  return true
}

/** Gives the rights that are asked for, or takes all of them when none is. */
export function promoteChatMember(call: MethodCall): true {
  const { room, user } = target(call, 'can_promote_members', NO_PROMOTING)
  const rights = Object.fromEntries(
    Object.keys(call.params.values)
      .filter((name) => name.startsWith('can_') || name === 'is_anonymous')
      .map((name) => [name, flag(call.params, name)]),
  )
  const some = Object.values(rights).includes(true)
  change(call, room, user, some ? 'administrator' : 'member', some ? { can_manage_chat: true, ...rights } : undefined)
  return true
}

function target(call: MethodCall, right: string, refusal: string): { room: Room; user: User } {
  const { world, bot, params } = call
  const room = roomSeen(world, bot, params.values.chat_id, 'write')
  const id = Math.max(integer(params, 'user_id') ?? 0, 0)
  if (id === 0) throw badRequest('invalid user_id specified')
  if (room.botId !== undefined) throw badRequest("chat member status can't be changed in private chats")
  const user = world.users.get(id)
  if (!user) throw badRequest('PARTICIPANT_ID_INVALID')
  if (room.members.get(id)?.status === 'creator') throw badRequest("can't remove chat owner")
  needRight(room, bot, right, refusal)
  if (id === bot.user.id) throw badRequest("can't restrict self")
  if (right === 'can_restrict_members' && isAdmin(room.members.get(id)))
    throw badRequest('user is an administrator of the chat')
  return { room, user }
}

function until({ world, params }: MethodCall): number {
  const date = integer(params, 'until_date') ?? 0
  const span = date - seconds(world)
  return span < SHORTEST_BAN || span > LONGEST_BAN ? 0 : date
}

function change(
  { world, bot }: MethodCall,
  room: Room,
  user: User,
  status: MemberStatus,
  rights?: Record<string, boolean>,
  until?: number,
): void {
  setMember(world, room, user, status, bot.user, rights, until)
}
