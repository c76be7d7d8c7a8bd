import { type Attachment, attach } from './attachments.ts'
import { setBlocked, setMember } from './membership.ts'
import { type MessageContent, messageIn, post, rewrite } from './messages.ts'
import { vote } from './polls.ts'
import { type PressTarget, press } from './press.ts'
import { react } from './reactions.ts'
import { readRichText } from './rich-text.ts'
import { ANONYMOUS_ADMIN, CHANNEL_BOT, isPresent, memberWith, privateRoom, SERVICE_USER } from './rooms.ts'
import { type MessageView, viewMessage } from './view.ts'
import type { Chat, Message, User } from './wire.ts'
import type { Bot, CallbackAnswer, Room, StoredMessage, World } from './world.ts'

/** A chat by its id; `'dm'` (or the person's own id) is the private chat with the bot. */
export type ChatRef = number | 'dm'

export interface WriteOptions {
  replyTo?: number | { id: number }
  threadId?: number
  /** Epoch ms; the sandbox's clock unless given. */
  date?: number
  forwardFrom?: User
}

export interface MediaOptions extends WriteOptions {
  caption?: string
  bytes?: Buffer
  name?: string
  mime?: string
}

/** What somebody does in the chats; every action is done, and its update queued, when the call returns. */
export interface Person {
  readonly user: User
  /** Opens the private chat with /start; `payload` is the deep link's parameter, 1-64 of `A-Za-z0-9_-`. */
  start(payload?: string): MessageView
  say(chat: ChatRef, text: string, options?: WriteOptions): MessageView
  photo(chat: ChatRef, options?: MediaOptions): MessageView
  /** One message and one update per part, all with one media_group_id. */
  album(chat: ChatRef, captions: (string | undefined)[], options?: WriteOptions): MessageView[]
  voice(chat: ChatRef, options?: MediaOptions): MessageView
  video(chat: ChatRef, options?: MediaOptions): MessageView
  document(chat: ChatRef, options?: MediaOptions): MessageView
  location(chat: ChatRef, at: { latitude: number; longitude: number }, options?: WriteOptions): MessageView
  edit(chat: ChatRef, message: number | { id: number }, text: string): MessageView
  /** Presses a button by label (exact, else the one label containing it), by test, or with forged data; see press.ts. */
  press(
    chat: ChatRef,
    message: number | { id: number },
    target: PressTarget,
    options?: { waitMs?: number },
  ): Promise<CallbackAnswer>
  /** Sets one emoji as this person's reaction, or takes it back with undefined. */
  react(chat: ChatRef, message: number | { id: number }, emoji: string | undefined): void
  /** Votes in a poll by the options' indices; none takes the vote back. */
  vote(chat: ChatRef, message: number | { id: number }, options: number[]): void
  blockBot(): void
  unblockBot(): void
  join(chat: number): void
  leave(chat: number): void
}

export interface PersonOptions {
  /** Which bot's private chat `'dm'` means. */
  bot?: Bot
  /** Writes as the group itself, as an administrator who hides does. */
  anonymous?: boolean
  /** Writes as this channel. */
  channel?: Chat
  /** The channel is the group's linked one: Telegram forwards its posts there by itself. */
  linked?: boolean
}

/** Hands out the actions of one person. */
export function createPerson(world: World, user: User, bot: Bot, options: PersonOptions): Person {
  const roomOf = (chat: ChatRef): Room => {
    if (chat === 'dm' || chat === user.id) return privateRoom(world, bot, user)
    const room = world.rooms.get(String(chat))
    if (!room) throw new Error(`sandbox: no chat ${chat}`)
    if (room.migratedTo !== undefined) throw new Error(`sandbox: chat ${chat} has become ${room.migratedTo}`)
    return room
  }

  const write = (
    chat: ChatRef,
    content: Partial<Message>,
    how: WriteOptions = {},
    fileIds: string[] = [],
  ): MessageView => {
    const room = roomOf(chat)
    if (!options.channel) enter(room, user)
    if (room.botId !== undefined) {
      room.started = true
      setBlocked(world, room, user, false)
    }
    const replyTo = idOf(how.replyTo)
    const threadId =
      how.threadId ?? (replyTo === undefined ? undefined : room.messages.get(replyTo)?.wire.message_thread_id)
    const whole: MessageContent = {
      ...authorOf(room, user, options),
      ...(how.date !== undefined && { date: Math.floor(how.date / 1000) }),
      ...(threadId !== undefined && { message_thread_id: threadId }),
      ...(threadId !== undefined && room.chat.is_forum && { is_topic_message: true }),
      ...(how.forwardFrom && {
        forward_origin: {
          type: 'user',
          sender_user: how.forwardFrom,
          date: Math.floor((how.date ?? world.now()) / 1000),
        },
      }),
      ...content,
    }
    const stored = post(world, room, whole, { fileIds, ...(replyTo !== undefined && { replyTo }) })
    return viewMessage(world, room, stored)
  }

  const media = (kind: Attachment, chat: ChatRef, how: MediaOptions = {}, group?: string): MessageView => {
    const { content, fileId } = attach(world, kind, how)
    const album = group === undefined ? {} : { media_group_id: group }
    return write(chat, { ...content, ...captionFields(how.caption), ...album }, how, [fileId])
  }

  const existing = (chat: ChatRef, message: number | { id: number }): { room: Room; stored: StoredMessage } => {
    const room = roomOf(chat)
    const stored = messageIn(room, idOf(message))
    if (!stored) throw new Error(`sandbox: no message ${idOf(message)} in chat ${room.chat.id}`)
    return { room, stored }
  }

  return {
    user,
    start(payload) {
      if (payload !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(payload))
        throw new Error(`sandbox: no deep link can carry ${payload}`)
      return write('dm', textFields(payload === undefined ? '/start' : `/start ${payload}`))
    },
    say: (chat, text, how) => write(chat, textFields(text), how),
    photo: (chat, how) => media('photo', chat, how),
    album(chat, captions, how) {
      const group = `${world.nextSerial()}0${user.id}`
      return captions.map((caption) =>
        media('photo', chat, { ...how, ...(caption !== undefined && { caption }) }, group),
      )
    },
    voice: (chat, how) => media('voice', chat, how),
    video: (chat, how) => media('video', chat, how),
    document: (chat, how) => media('document', chat, how),
    location: (chat, { latitude, longitude }, how) => write(chat, { location: { latitude, longitude } }, how),
    edit(chat, message, text) {
      const { room, stored } = existing(chat, message)
      if (stored.wire.from?.id !== authorOf(room, user, options).from?.id) {
        throw new Error(`sandbox: message ${stored.wire.message_id} is not by ${user.first_name}`)
      }
      const hasText = stored.wire.text !== undefined
      const fields = hasText
        ? { entities: undefined, ...textFields(text) }
        : { caption_entities: undefined, ...captionFields(text) }
      rewrite(world, room, stored, fields as Partial<Message>)
      return viewMessage(world, room, stored)
    },
    press(chat, message, target, how) {
      const { room, stored } = existing(chat, message)
      return press(world, room, stored, user, target, how?.waitMs ?? 10_000)
    },
    react(chat, message, emoji) {
      const { room, stored } = existing(chat, message)
      react(world, room, stored, user, emoji)
    },
    vote(chat, message, chosen) {
      const { room, stored } = existing(chat, message)
      const poll = world.polls.get(stored.wire.poll?.id ?? '')
      if (!poll) throw new Error(`sandbox: message ${stored.wire.message_id} is no poll`)
      const hidden = options.anonymous && room.botId === undefined
      vote(world, poll, hidden ? { user: CHANNEL_BOT, chat: room.chat } : { user }, chosen)
    },
    blockBot: () => setBlocked(world, roomOf('dm'), user, true),
    unblockBot: () => setBlocked(world, roomOf('dm'), user, false),
    join: (chat) => setMember(world, roomOf(chat), user, 'member', user),
    leave: (chat) => setMember(world, roomOf(chat), user, 'left', user),
  }
}

export function idOf(message: number | { id: number } | undefined): number | undefined {
  return typeof message === 'object' ? message.id : message
}

/** Whoever writes for the first time is taken for a member; whoever left or was removed cannot write. */
function enter(room: Room, user: User): void {
  if (room.botId !== undefined) return
  const member = room.members.get(user.id)
  if (!member) room.members.set(user.id, memberWith(user, 'member'))
  else if (!isPresent(member)) throw new Error(`sandbox: ${user.first_name} is no longer in chat ${room.chat.id}`)
}

function authorOf(room: Room, user: User, options: PersonOptions): Partial<Message> {
  if (options.channel && options.linked) {
    return { from: SERVICE_USER, sender_chat: options.channel, is_automatic_forward: true }
  }
  if (options.channel) return { from: CHANNEL_BOT, sender_chat: options.channel }
  if (options.anonymous && room.botId === undefined) return { from: ANONYMOUS_ADMIN, sender_chat: room.chat }
  return { from: user }
}

function textFields(source: string): Partial<Message> {
  const { text, entities } = readRichText(source)
  return { text, ...(entities.length > 0 && { entities }) }
}

function captionFields(source: string | undefined): Partial<Message> {
  if (!source) return {}
  const { text, entities } = readRichText(source)
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) }
}
