import { post, remove } from './messages.ts'
import { isPresent, memberWith, openGroup } from './rooms.ts'
import type { Chat, User } from './wire.ts'
import type { Bot, Member, Room, World } from './world.ts'

export interface GroupOptions<Ref = number | { id: number }> {
  /** Negative. */
  id: number
  title: string
  /** `supergroup` unless given. */
  type?: 'group' | 'supergroup'
  is_forum?: boolean
  username?: string
  owner?: Ref
  admins?: Ref[]
  members?: Ref[]
  /** How the first bot stands in it from the start; `member` unless given, `false`: not in it. No update tells of it. */
  bot?: 'member' | 'administrator' | false
}

/** Opens a group with its people in it, silently: nobody is told who was there from the start. */
export function addGroup(
  world: World,
  options: GroupOptions,
  bot: Bot,
  userOf: (ref: number | { id: number }) => User,
): Chat {
  const chat: Chat = {
    id: options.id,
    type: options.type ?? 'supergroup',
    title: options.title,
    ...(options.username && { username: options.username }),
    ...(options.is_forum && { is_forum: true }),
  }
  if (chat.id >= 0) throw new Error('sandbox: a group has a negative id')
  if (chat.is_forum && chat.type !== 'supergroup') throw new Error('sandbox: only supergroups have topics')
  const room = openGroup(world, chat)
  const put = (member: Member): void => {
    room.members.set(member.user.id, member)
  }
  for (const ref of options.members ?? []) put(memberWith(userOf(ref), 'member'))
  for (const ref of options.admins ?? []) put(memberWith(userOf(ref), 'administrator'))
  if (options.owner !== undefined) put(memberWith(userOf(options.owner), 'creator'))
  if (options.bot !== false) put(memberWith(bot.user, options.bot ?? 'member'))
  return chat
}

/** Turns a basic group into a supergroup with new numbers, as Telegram does; both chats say so in a service message. */
export function migrate(world: World, old: Room, newId?: number): Room {
  if (old.chat.type !== 'group' || old.migratedTo !== undefined)
    throw new Error('sandbox: only a basic group is upgraded')
  const id = newId ?? Number(`-100${Math.abs(old.chat.id)}0`)
  const room = openGroup(world, { ...old.chat, id, type: 'supergroup' })
  for (const [userId, member] of old.members) if (isPresent(member)) room.members.set(userId, member)
  const owner = [...old.members.values()].find((member) => member.status === 'creator')?.user
  const from = owner ?? { id: 777000, is_bot: false, first_name: 'Telegram' }
  post(world, old, { from, migrate_to_chat_id: id })
  old.migratedTo = id
  post(world, room, { from, migrate_from_chat_id: old.chat.id })
  return room
}

/** Opens a topic; its id is the number of the service message that tells of it. */
export function addTopic(world: World, room: Room, name: string, by: User): number {
  if (!room.chat.is_forum) throw new Error(`sandbox: chat ${room.chat.id} has no topics`)
  const id = room.lastMessageId + 1
  room.topics.set(id, { name, deleted: false })
  const told = { forum_topic_created: { name, icon_color: 7_322_096 } }
  post(world, room, { from: by, message_thread_id: id, is_topic_message: true, ...told })
  return id
}

/** Deletes a topic with all that is in it; bots are not told, as in Telegram. */
export function deleteTopic(world: World, room: Room, id: number): void {
  const topic = room.topics.get(id)
  if (!topic) throw new Error(`sandbox: no topic ${id} in chat ${room.chat.id}`)
  topic.deleted = true
  for (const stored of room.messages.values()) if (stored.wire.message_thread_id === id) remove(world, room, stored)
  world.emit({ kind: 'chat', roomKey: room.key })
}
