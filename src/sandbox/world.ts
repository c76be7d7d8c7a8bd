import type { FaultScript } from './faults.ts'
import type { FileStore } from './files.ts'
import type { Limits } from './limits.ts'
import type { Chat, Entity, Message, Reaction, Update, User } from './wire.ts'

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked'

export interface Member {
  user: User
  status: MemberStatus
  /** An administrator's rights or a restricted member's permissions, as Telegram names them. */
  rights: Record<string, boolean>
  /** Restricted and banned members: unix seconds at which that ends; 0 or nothing for never. */
  until?: number
}

export interface StoredMessage {
  /** As sent, without `reply_to_message`: that is looked up when the message is handed out. */
  wire: Message
  replyTo?: number
  /** The bot that wrote it, if one did. */
  botId?: number
  edits: number
  deleted: boolean
  fileIds: string[]
  reactions: Map<number, Reaction[]>
  /** A reply keyboard or a forced reply; inline keyboards are in `wire.reply_markup`. */
  markup?: Record<string, unknown>
}

export interface Topic {
  name: string
  deleted: boolean
}

/** One chat with all that happened in it. A private chat is one per (bot, user). */
export interface Room {
  key: string
  chat: Chat
  /** Only in private chats: whose chat with this user it is. */
  botId?: number
  members: Map<number, Member>
  messages: Map<number, StoredMessage>
  lastMessageId: number
  topics: Map<number, Topic>
  pinned: number[]
  migratedTo?: number
  /** The bot that wrote here last: in privacy mode it alone gets commands that name no bot. */
  lastBotId?: number
  /** Private chats: the user pressed Start at least once / blocked the bot since. */
  started: boolean
  blocked: boolean
}

export interface QueuedUpdate {
  update: Update
  at: number
  expiresAt: number
  /** Handed over whatever the offset says: a redelivery. Leaves the queue once it was handed over. */
  forced: boolean
  handed: boolean
  /** Webhook only: updates with one lane go one after another. */
  lane: string
}

export interface Webhook {
  url: string
  secret?: string
  maxConnections: number
  busyLanes: Set<string>
  lastError?: { at: number; message: string }
}

export interface Bot {
  token: string
  user: User
  readsAll: boolean
  queue: QueuedUpdate[]
  /** Every update ever queued, newest last, for redelivery; the oldest are dropped past a bound. */
  history: Map<number, QueuedUpdate>
  nextUpdateId: number
  allowed?: string[]
  webhook?: Webhook
  poll?: { wake: () => void; fail: (reason: Error) => void }
  commands: Map<string, unknown[]>
  profile: Map<string, string>
}

export interface Outcome {
  ok: boolean
  result?: unknown
  error_code?: number
  /** Of a refusal, and of a few successes, e.g. "Webhook was set". */
  description?: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

export interface Call {
  token: string
  method: string
  params: Record<string, unknown>
  /** What Telegram did and, unless `fault` says otherwise, what the bot was told. */
  outcome: Outcome
  /** Epoch ms on the sandbox's clock. */
  at: number
  fault?: string
}

export interface CallbackAnswer {
  answered: boolean
  text?: string
  alert: boolean
  url?: string
}

export interface Callback {
  id: string
  botId: number
  userId: number
  roomKey: string
  messageId: number
  at: number
  answers: CallbackAnswer[]
  waiting: ((answer: CallbackAnswer) => void)[]
}

/** A poll that a bot sent, with everybody's vote. */
export interface Poll {
  id: string
  botId: number
  question: string
  options: string[]
  isAnonymous: boolean
  isQuiz: boolean
  allowsMultiple: boolean
  allowsRevoting: boolean
  correct: number[]
  explanation?: { text: string; entities: Entity[] }
  openPeriod?: number
  /** Unix seconds at which it closes by itself. */
  closeDate?: number
  closed: boolean
  /** By user or, for who hides behind a chat, by chat. */
  votes: Map<number, number[]>
  /** The message it was sent in and its forwards. */
  shownIn: { room: Room; stored: StoredMessage }[]
}

export type SandboxEvent =
  | { kind: 'message' | 'edited' | 'deleted' | 'reacted'; roomKey: string; messageId: number }
  | { kind: 'chat'; roomKey: string }
  | { kind: 'press'; roomKey: string; messageId: number; userId: number; label: string }
  | { kind: 'answer'; roomKey: string; userId: number; answer: CallbackAnswer }
  | { kind: 'call'; call: Call }
  | { kind: 'update'; token: string; update: Update }
  | { kind: 'clock'; now: number }

/** Everything the sandbox knows; the other files are functions over it. */
export interface World {
  now: () => number
  bots: Map<string, Bot>
  users: Map<number, User>
  rooms: Map<string, Room>
  firstMessageId: number
  files: FileStore
  calls: Call[]
  keepCalls: number
  callbacks: Map<string, Callback>
  polls: Map<string, Poll>
  faults: FaultScript
  limits: Limits | undefined
  webhookRetryMs: number
  nextSerial: () => number
  emit: (event: SandboxEvent) => void
  /** Has the queue of a bot with a webhook posted. */
  pushToWebhook: (bot: Bot) => void
}

/** Unix seconds of the sandbox's clock, as messages carry them. */
export function seconds(world: World): number {
  return Math.floor(world.now() / 1000)
}

/** The bot with that user id; a fault if there is none. */
export function botById(world: World, id: number): Bot {
  for (const bot of world.bots.values()) if (bot.user.id === id) return bot
  throw new Error(`sandbox: no bot ${id}`)
}
