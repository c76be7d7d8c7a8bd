import { isService, messageWire } from './deliver.ts'
import type { StoredFile } from './files.ts'
import { toHtml } from './rich-text.ts'
import { isPresent } from './rooms.ts'
import type { Button, Chat, Message, PollWire, Reaction, User } from './wire.ts'
import type { Member, Room, StoredMessage, World } from './world.ts'

/** A message as a chat shows it now. */
export interface MessageView {
  id: number
  chatId: number
  /** Epoch ms. */
  at: number
  from: User | undefined
  senderChat: Chat | undefined
  /** Whether a bot of the sandbox wrote it. */
  byBot: boolean
  /** Visible text, caption or a poll's question, and the same with its formatting as HTML. Empty for what has neither. */
  text: string
  html: string
  /** Inline buttons, row by row, and their labels in one list. */
  keyboard: Button[][]
  buttons: string[]
  /** A reply keyboard or forced reply that came with it. */
  markup: Record<string, unknown> | undefined
  replyTo: number | undefined
  threadId: number | undefined
  albumId: string | undefined
  edits: number
  deleted: boolean
  isService: boolean
  photo: boolean
  poll: PollWire | undefined
  files: StoredFile[]
  /** By whom with what. */
  reactions: { userId: number; reactions: Reaction[] }[]
  /** The message as the Bot API would hand it out. */
  wire: Message
}

export interface ChatView {
  id: number
  key: string
  chat: Chat
  members: Member[]
  pinned: number[]
  topics: { id: number; name: string; deleted: boolean }[]
  migratedTo: number | undefined
  /** Private chats: the bot may write. */
  open: boolean
  /** Everything ever written, deleted messages too. */
  messages: MessageView[]
  /** What is there to see: not deleted, no service messages. */
  visible: MessageView[]
  /** The visible messages that bots wrote. */
  fromBot: MessageView[]
  /** The newest visible message. */
  last: MessageView | undefined
  /** The newest visible message by a bot whose text contains that, or that holds. */
  find(what: string | RegExp | ((message: MessageView) => boolean)): MessageView | undefined
  /** The message with that number, deleted or not; a fault if it never was. */
  message(id: number): MessageView
}

/** What one message looks like now. */
export function viewMessage(world: World, room: Room, stored: StoredMessage): MessageView {
  const wire = messageWire(room, stored)
  const text = wire.text ?? wire.caption ?? wire.poll?.question ?? ''
  const keyboard = wire.reply_markup?.inline_keyboard ?? []
  return {
    id: wire.message_id,
    chatId: room.chat.id,
    at: wire.date * 1000,
    from: wire.from,
    senderChat: wire.sender_chat,
    byBot: stored.botId !== undefined,
    text,
    html: toHtml(text, wire.entities ?? wire.caption_entities),
    keyboard,
    buttons: keyboard.flat().map((button) => button.text),
    markup: stored.markup,
    replyTo: stored.replyTo,
    threadId: wire.message_thread_id,
    albumId: wire.media_group_id,
    edits: stored.edits,
    deleted: stored.deleted,
    isService: isService(wire),
    photo: wire.photo !== undefined,
    poll: wire.poll,
    files: stored.fileIds.flatMap((id) => world.files.byId(id) ?? []),
    reactions: [...stored.reactions].map(([userId, reactions]) => ({ userId, reactions })),
    wire,
  }
}

/** What a chat shows now. */
export function viewRoom(world: World, room: Room): ChatView {
  const messages = [...room.messages.values()].map((stored) => viewMessage(world, room, stored))
  const visible = messages.filter((message) => !message.deleted && !message.isService)
  const fromBot = visible.filter((message) => message.byBot)
  return {
    id: room.chat.id,
    key: room.key,
    chat: room.chat,
    members: [...room.members.values()].filter(isPresent),
    pinned: room.pinned,
    topics: [...room.topics].map(([id, topic]) => ({ id, ...topic })),
    migratedTo: room.migratedTo,
    open: room.botId === undefined || (room.started && !room.blocked),
    messages,
    visible,
    fromBot,
    last: visible.at(-1),
    find: (what) => fromBot.findLast((message) => matches(message, what)),
    message(id) {
      const found = messages.find((message) => message.id === id)
      if (!found) throw new Error(`sandbox: no message ${id} in chat ${room.chat.id}`)
      return found
    },
  }
}

function matches(message: MessageView, what: string | RegExp | ((message: MessageView) => boolean)): boolean {
  if (typeof what === 'function') return what(message)
  return typeof what === 'string' ? message.text.includes(what) : what.test(message.text)
}
