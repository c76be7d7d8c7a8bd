import { isPresent } from './rooms.ts'
import type { Telegram } from './telegram.ts'
import { type MessageView, viewMessage, viewRoom } from './view.ts'
import type { Chat, User } from './wire.ts'
import type { Room } from './world.ts'

const SHOWN = 300

/** A message as the page draws it; `service` and `attachments` are put into words there. */
export interface PageMessage {
  id: number
  at: number
  author: { id: number; name: string; isBot: boolean }
  html: string
  text: string
  keyboard: { text: string; url?: string; isCallback: boolean }[][]
  replyTo?: { id: number; name: string; text: string }
  albumId?: string
  topic?: string
  isForwarded: boolean
  edits: number
  deleted: boolean
  photo?: { file: string; width: number; height: number }
  attachments: { kind: string; name: string; fileId?: string }[]
  reactions: string[]
  service?: { kind: string; names: string[] }
}

export interface PageChat {
  key: string
  id: number
  title: string
  type: Chat['type']
  /** Private chats: whose it is. */
  ownerId?: number
  open: boolean
  memberIds: number[]
  closed: boolean
  messages: PageMessage[]
}

/** Everything the page shows when it opens. */
export function pageState(tg: Telegram): Record<string, unknown> {
  const people = [...tg.world.users.values()].filter((user) => !user.is_bot)
  const groups = [...tg.world.rooms.values()].filter((room) => room.botId === undefined)
  const isOutside = (user: User): boolean => !groups.some((room) => isPresent(room.members.get(user.id)))
  return {
    bot: { id: tg.bot.user.id, name: tg.bot.user.first_name, username: tg.bot.user.username },
    people: people.map((user) => ({ id: user.id, name: nameOf(user), ...(isOutside(user) && { isOutside: true }) })),
    chats: [...tg.world.rooms.values()].map((room) => pageChat(tg, room)),
  }
}

export function pageChat(tg: Telegram, room: Room): PageChat {
  const view = viewRoom(tg.world, room)
  const isPrivate = room.botId !== undefined
  return {
    key: room.key,
    id: room.chat.id,
    title: room.chat.title ?? nameOf({ first_name: room.chat.first_name ?? '', last_name: room.chat.last_name ?? '' }),
    type: room.chat.type,
    ...(isPrivate && { ownerId: room.chat.id }),
    open: view.open,
    memberIds: view.members.filter((member) => !member.user.is_bot).map((member) => member.user.id),
    closed: room.migratedTo !== undefined,
    messages: view.messages.slice(-SHOWN).flatMap((message) => (message.deleted ? [] : pageMessage(room, message))),
  }
}

/** One message by its number, as it is now. */
export function pageMessageIn(tg: Telegram, room: Room, id: number): PageMessage | undefined {
  const stored = room.messages.get(id)
  return stored && pageMessage(room, viewMessage(tg.world, room, stored))
}

function pageMessage(room: Room, view: MessageView): PageMessage {
  const { wire } = view
  const reply = wire.reply_to_message
  const topic = view.threadId === undefined ? undefined : room.topics.get(view.threadId)?.name
  const photo = wire.photo?.at(-1)
  const service = serviceOf(view)
  return {
    id: view.id,
    at: view.at,
    author: { id: view.from?.id ?? 0, name: authorName(view), isBot: view.byBot },
    html: view.html,
    text: view.text,
    keyboard: view.keyboard.map((row) =>
      row.map(({ text, url, callback_data }) => ({
        text,
        isCallback: callback_data !== undefined,
        ...(url !== undefined && { url }),
      })),
    ),
    ...(reply && {
      replyTo: { id: reply.message_id, name: nameOf(reply.from), text: reply.text ?? reply.caption ?? '' },
    }),
    ...(view.albumId !== undefined && { albumId: view.albumId }),
    ...(topic !== undefined && { topic }),
    isForwarded: wire.forward_origin !== undefined,
    edits: view.edits,
    deleted: view.deleted,
    ...(photo && { photo: { file: photo.file_id, width: photo.width ?? 1, height: photo.height ?? 1 } }),
    attachments: attachmentsOf(view),
    reactions: view.reactions.flatMap((one) => one.reactions.map((reaction) => reaction.emoji ?? '⭐')),
    ...(service && { service }),
  }
}

function authorName(view: MessageView): string {
  return view.senderChat?.title ?? nameOf(view.from)
}

function nameOf(user: Partial<User> | undefined): string {
  return [user?.first_name, user?.last_name].filter(Boolean).join(' ')
}

function attachmentsOf({ wire }: MessageView): PageMessage['attachments'] {
  const found: PageMessage['attachments'] = []
  for (const kind of ['document', 'voice', 'video'] as const) {
    const file = wire[kind]
    if (file) found.push({ kind, name: file.file_name ?? '', fileId: file.file_id })
  }
  if (wire.location) {
    found.push({
      kind: 'location',
      name: `${wire.location.latitude.toFixed(4)}, ${wire.location.longitude.toFixed(4)}`,
    })
  }
  return found
}

function serviceOf({ wire }: MessageView): PageMessage['service'] {
  if (wire.new_chat_members) return { kind: 'joined', names: wire.new_chat_members.map(nameOf) }
  if (wire.left_chat_member) return { kind: 'left', names: [nameOf(wire.left_chat_member)] }
  if (wire.migrate_to_chat_id || wire.migrate_from_chat_id) return { kind: 'migrated', names: [] }
  if (wire.forum_topic_created) return { kind: 'topic', names: [wire.forum_topic_created.name] }
  if (wire.pinned_message) return { kind: 'pinned', names: [nameOf(wire.from)] }
  return undefined
}
