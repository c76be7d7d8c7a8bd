import { type BotOptions, createBot, createWorld, type WorldOptions } from './create-world.ts'
import type { Fault, FaultHandle } from './faults.ts'
import { addGroup, addTopic, deleteTopic, type GroupOptions, migrate } from './groups.ts'
import { setMember } from './membership.ts'
import { createPerson, type Person, type PersonOptions } from './person.ts'
import { closeDuePolls } from './polls.ts'
import { privateRoom } from './rooms.ts'
import { createSandboxServer } from './server.ts'
import { dropExpired, injectUpdate, redeliverUpdate } from './updates.ts'
import { type ChatView, viewRoom } from './view.ts'
import { waitUntil } from './wait-until.ts'
import type { Chat, Update, UpdateBody, User } from './wire.ts'
import type { Bot, Call, MemberStatus, Room, SandboxEvent, World } from './world.ts'

export interface TelegramOptions extends WorldOptions {
  /** The first bot; a usable one is made up for what is left out. */
  bot?: BotOptions
  firstUpdateId?: number
}

export interface NewUser {
  id: number
  first_name: string
  last_name?: string
  username?: string
  language_code?: string
}

type UserRef = number | { id: number } | Person

/** A local Telegram: people and chats to act with, bots that talk to it over HTTP, and everything on record. */
export interface Telegram {
  readonly world: World
  /** The first bot. */
  readonly bot: Bot
  /** Serves the Bot API; resolves with the root URL, e.g. `http://127.0.0.1:40123`. */
  listen(where?: { port?: number; host?: string }): Promise<string>
  /** Stops serving; what was written stays readable. */
  close(): Promise<void>
  createBot(options?: BotOptions): Bot
  addUser(user: NewUser): User
  addGroup(options: GroupOptions): Chat
  as(user: UserRef, options?: PersonOptions): Person
  /** Posts of a channel in groups; `linked` for the group's own channel, which Telegram forwards by itself. */
  asChannel(
    channel: { id: number; title: string },
    options?: { linked?: boolean },
  ): Pick<Person, 'say' | 'photo' | 'album'>
  /** Puts the bot into a group as if `by` had added it: my_chat_member and the service message. */
  addBot(chat: number, by: UserRef, options?: { bot?: Bot; status?: MemberStatus }): void
  kickBot(chat: number, by?: UserRef, options?: { bot?: Bot }): void
  /** Any other change of the bot's standing, e.g. `'restricted'` (may not write) or `'administrator'`. */
  setBotStatus(
    chat: number,
    status: MemberStatus,
    by?: UserRef,
    options?: { bot?: Bot; rights?: Record<string, boolean> },
  ): void
  promote(chat: number, user: UserRef, by?: UserRef): void
  demote(chat: number, user: UserRef, by?: UserRef): void
  removeMember(chat: number, user: UserRef, by?: UserRef): void
  /** Upgrades a basic group; both service messages. Returns the supergroup's id. */
  migrate(chat: number, newId?: number): number
  addTopic(chat: number, name: string): number
  deleteTopic(chat: number, threadId: number): void
  /** Queues a raw update; without `update_id` it gets the next one, with one it is handed over whatever the offset says. */
  inject(update: UpdateBody & { update_id?: number }, bot?: Bot): Update
  /** Hands an update over again, under the same id, although it was confirmed. */
  redeliver(updateId: number, bot?: Bot): void
  /** The next update gets this id, as after a week of silence. */
  restartUpdateIds(from: number, bot?: Bot): void
  fault(fault: Fault): FaultHandle
  clearFaults(): void
  /** Every call in order of completion, newest last. */
  readonly calls: Call[]
  callsTo(method: string): Call[]
  /** The chat as it looks now. A positive id is the private chat of that user with the (first) bot. */
  chat(id: number, bot?: Bot): ChatView
  chats(): ChatView[]
  /** Updates that were not confirmed and have not expired, oldest first. */
  pendingUpdates(token?: string): Update[]
  /** Every update ever queued for the bot (the last 20,000), oldest first. */
  updates(bot?: Bot): Update[]
  subscribe(listener: (event: SandboxEvent) => void): () => void
  /** Tells the listeners that the clock was moved: pages show it at once, polls whose time is over close. */
  announceClock(): void
  /**
   * Resolves with what `probe` returns as soon as that is neither false nor null nor undefined; asked again after every
   * event. Rejects after `withinMs` (5000) of real time, naming `what`.
   */
  waitFor<T>(probe: () => T | false | null | undefined, options?: { withinMs?: number; what?: string }): Promise<T>
}

/** Makes a local Telegram with one bot and nobody else in it. */
export function createTelegram(options: TelegramOptions = {}): Telegram {
  const listeners = new Set<(event: SandboxEvent) => void>()
  const world = createWorld(options, (event) => {
    for (const listener of listeners) listener(event)
  })
  const first = createBot(world, options.bot ?? {}, options.firstUpdateId)
  const http = createSandboxServer(world)

  const userOf = (ref: UserRef): User => {
    const id = typeof ref === 'number' ? ref : 'user' in ref ? ref.user.id : ref.id
    const user = world.users.get(id)
    if (!user) throw new Error(`sandbox: no user ${id}; add it with addUser first`)
    return user
  }
  const groupOf = (id: number): Room => {
    const room = world.rooms.get(String(id))
    if (!room) throw new Error(`sandbox: no chat ${id}; add it with addGroup first`)
    return room
  }
  const ownerOf = (room: Room): User => {
    const creator = [...room.members.values()].find((member) => member.status === 'creator')
    return creator?.user ?? { id: 777000, is_bot: false, first_name: 'Telegram' }
  }
  const change = (
    chat: number,
    user: User,
    status: MemberStatus,
    by?: UserRef,
    rights?: Record<string, boolean>,
  ): void => {
    const room = groupOf(chat)
    setMember(world, room, user, status, by === undefined ? ownerOf(room) : userOf(by), rights)
  }

  return {
    world,
    bot: first,
    listen: ({ port = 0, host = '127.0.0.1' } = {}) => http.listen({ port, host }),
    close: () => http.close(),
    createBot: (more = {}) => createBot(world, more),
    addUser({ id, ...names }) {
      const user: User = { id, is_bot: false, ...names }
      world.users.set(id, user)
      return user
    },
    addGroup: (group) => addGroup(world, group, first, userOf),
    as: (ref, how = {}) => createPerson(world, userOf(ref), how.bot ?? first, how),
    asChannel({ id, title }, how = {}) {
      const channel: Chat = { id, title, type: 'channel' }
      const stand = { id, is_bot: false, first_name: title }
      return createPerson(world, stand, first, { channel, ...(how.linked && { linked: true }) })
    },
    addBot: (chat, by, { bot = first, status = 'member' } = {}) => change(chat, bot.user, status, by),
    kickBot: (chat, by, { bot = first } = {}) => change(chat, bot.user, 'kicked', by),
    setBotStatus: (chat, status, by, { bot = first, rights } = {}) => change(chat, bot.user, status, by, rights),
    promote: (chat, user, by) => change(chat, userOf(user), 'administrator', by),
    demote: (chat, user, by) => change(chat, userOf(user), 'member', by),
    removeMember: (chat, user, by) => change(chat, userOf(user), 'kicked', by),
    migrate: (chat, newId) => migrate(world, groupOf(chat), newId).chat.id,
    addTopic: (chat, name) => addTopic(world, groupOf(chat), name, ownerOf(groupOf(chat))),
    deleteTopic: (chat, threadId) => deleteTopic(world, groupOf(chat), threadId),
    inject: (update, bot = first) => injectUpdate(world, bot, update),
    redeliver: (updateId, bot = first) => redeliverUpdate(world, bot, updateId),
    restartUpdateIds(from, bot = first) {
      bot.nextUpdateId = from
    },
    fault: (fault) => world.faults.add(fault),
    clearFaults: () => world.faults.clear(),
    get calls() {
      return world.calls
    },
    callsTo: (method) => world.calls.filter((call) => call.method === method),
    chat: (id, bot = first) => viewRoom(world, id > 0 ? privateRoom(world, bot, userOf(id)) : groupOf(id)),
    chats: () => [...world.rooms.values()].map((room) => viewRoom(world, room)),
    pendingUpdates(token = first.token) {
      const bot = world.bots.get(token)
      if (!bot) throw new Error('sandbox: no bot with that token')
      closeDuePolls(world)
      dropExpired(world, bot)
      return bot.queue.map((queued) => queued.update)
    },
    updates: (bot = first) => [...bot.history.values()].map((queued) => queued.update),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    announceClock() {
      closeDuePolls(world)
      world.emit({ kind: 'clock', now: world.now() })
    },
    waitFor: (probe, how) => waitUntil(listeners, probe, how),
  }
}
