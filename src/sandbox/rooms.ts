import { badRequest, forbidden } from './refusal.ts'
import type { Chat, User } from './wire.ts'
import type { Bot, Member, MemberStatus, Room, World } from './world.ts'

/** The stand-ins that Telegram names as author of anonymous administrators, channels and linked channels. */
export const ANONYMOUS_ADMIN: User = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}
export const CHANNEL_BOT: User = { id: 136817688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' }
export const SERVICE_USER: User = { id: 777000, is_bot: false, first_name: 'Telegram' }

const PRESENT: readonly MemberStatus[] = ['creator', 'administrator', 'member', 'restricted']
const ADMIN_RIGHTS = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_pin_messages: true,
  can_manage_topics: true,
}
const MUTED = { is_member: true, can_send_messages: false, can_send_photos: false, can_send_documents: false }

export function isPresent(member: Member | undefined): member is Member {
  return member !== undefined && PRESENT.includes(member.status)
}

export function isAdmin(member: Member | undefined): boolean {
  return member?.status === 'creator' || member?.status === 'administrator'
}

/** A member with the rights that go with the status unless others are given. */
export function memberWith(user: User, status: MemberStatus, rights?: Record<string, boolean>): Member {
  const usual = status === 'administrator' ? ADMIN_RIGHTS : status === 'restricted' ? MUTED : {}
  return { user, status, rights: { ...usual, ...rights } }
}

/** A member as getChatMember shows one. */
export function memberWire(member: Member): Record<string, unknown> {
  const { user, status, rights } = member
  if (status === 'creator') return { user, status, is_anonymous: rights.is_anonymous ?? false }
  if (status === 'kicked') return { user, status, until_date: member.until ?? 0 }
  if (status === 'restricted') return { user, status, ...rights, until_date: member.until ?? 0 }
  return { user, status, ...rights }
}

function emptyRoom({ firstMessageId }: World, key: string, chat: Chat): Room {
  return {
    key,
    chat,
    members: new Map(),
    messages: new Map(),
    lastMessageId: firstMessageId - 1,
    topics: new Map(),
    pinned: [],
    started: false,
    blocked: false,
  }
}

/** Opens a room for a group; a fault if the id is taken. */
export function openGroup(world: World, chat: Chat): Room {
  const key = String(chat.id)
  if (world.rooms.has(key)) throw new Error(`sandbox: chat ${chat.id} exists already`)
  const room = emptyRoom(world, key, chat)
  world.rooms.set(key, room)
  world.emit({ kind: 'chat', roomKey: key })
  return room
}

/** The private chat of a bot and a user, opened on first use. */
export function privateRoom(world: World, bot: Bot, user: User): Room {
  const key = `${bot.user.id}:${user.id}`
  const known = world.rooms.get(key)
  if (known) return known
  const { id, first_name, last_name, username } = user
  const chat: Chat = { id, type: 'private', first_name, ...(last_name && { last_name }), ...(username && { username }) }
  const room = { ...emptyRoom(world, key, chat), botId: bot.user.id }
  room.members.set(user.id, memberWith(user, 'member'))
  world.rooms.set(key, room)
  world.emit({ kind: 'chat', roomKey: key })
  return room
}

/** Refuses with Telegram's words unless the bot is an administrator with that right; in private chats it needs none. */
export function needRight(room: Room, bot: Bot, right: string, refusal: string): void {
  const me = room.members.get(bot.user.id)
  if (room.botId !== undefined || me?.status === 'creator') return
  if (me?.status !== 'administrator' || !me.rights[right]) throw badRequest(refusal)
}

/** The room that a bot means by a chat id, member or not; "chat not found" if there is none such for it. */
export function roomNamed(world: World, bot: Bot, chatId: unknown): Room {
  if (chatId === undefined || chatId === '') throw badRequest('chat_id is empty')
  const id = typeof chatId === 'object' ? Number.NaN : Number(chatId)
  if (id > 0) {
    const user = world.users.get(id)
    if (user) return privateRoom(world, bot, user)
  } else if (id < 0) {
    const room = world.rooms.get(String(id))
    if (room?.members.has(bot.user.id)) return room
  } else {
    for (const room of world.rooms.values()) {
      if (room.chat.username && `@${room.chat.username}` === chatId && !room.botId) return room
    }
  }
  throw badRequest('chat not found')
}

/** What a method wants in a chat; after tdlib/telegram-bot-api's check_chat_access. */
export type Access = 'read' | 'members' | 'write'

/**
 * The room, if the bot may do that there. A basic group that was upgraded can still be looked at, but neither written in nor
 * asked for its members; one that the bot has left can still be looked at too, a supergroup cannot.
 */
export function roomSeen(world: World, bot: Bot, chatId: unknown, access: Access = 'read'): Room {
  const room = roomNamed(world, bot, chatId)
  const isLookedAt = room.chat.type === 'group' && access === 'read'
  if (room.migratedTo !== undefined && !isLookedAt) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: room.migratedTo })
  }
  if (room.botId !== undefined || isLookedAt) return room
  const status = room.members.get(bot.user.id)?.status
  if (status === 'kicked') throw forbidden(`bot was kicked from the ${room.chat.type} chat`)
  if (status === 'left' || status === undefined) throw forbidden(`bot is not a member of the ${room.chat.type} chat`)
  return room
}

/** The room, if the bot may write in it; otherwise Telegram's refusal. */
export function roomToWriteIn(world: World, bot: Bot, chatId: unknown): Room {
  const room = roomSeen(world, bot, chatId, 'write')
  if (room.botId !== undefined) {
    if (room.blocked) throw forbidden('bot was blocked by the user')
    if (!room.started) throw forbidden("bot can't initiate conversation with a user")
    return room
  }
  const me = room.members.get(bot.user.id)
  if (me?.status === 'restricted' && me.rights.can_send_messages === false) {
    throw badRequest('not enough rights to send text messages to the chat')
  }
  return room
}
