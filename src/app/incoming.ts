import type { ChatId, Instant, UserId } from '../domain/ids.ts'
import type { ButtonAction } from '../domain/post/body.ts'
import type { Attachment } from '../domain/ticket/attachment.ts'

/** Who wrote, as Telegram says. `userId` is null for anonymous admins and channels: they hold no role. */
export interface Author {
  readonly userId: UserId | null
  readonly name: string
  readonly username: string | null
}

/** A message as the bot adapter hands it in: Telegram's shapes are gone, its facts are kept. */
export interface IncomingMessage {
  readonly inboxId: number
  readonly chatId: ChatId
  readonly chatKind: 'group' | 'private'
  readonly chatTitle: string
  readonly threadId: number | null
  readonly messageId: number
  readonly author: Author
  /** When it was written, by Telegram's clock (ms, whole seconds). */
  readonly date: Instant
  readonly edited: boolean
  readonly forwarded: boolean
  /** Text or caption; null for bare media. NUL and lone surrogates are already gone. */
  readonly text: string | null
  readonly attachments: readonly Attachment[]
  readonly mediaGroupId: string | null
  readonly replyTo: { readonly messageId: number; readonly author: Author; readonly fromThisBot: boolean } | null
  /** The bot was addressed: mentioned, replied to, or written to in private. */
  readonly addressed: boolean
}

export interface ButtonPress {
  readonly inboxId: number
  readonly chatId: ChatId
  readonly messageId: number
  readonly user: Author
  readonly token: string
  readonly action: ButtonAction
  readonly arg: string | null
  readonly at: Instant
}

/** The answer to a press, at most 200 UTF-16 units. `alert` shows a box instead of a passing toast. */
export interface PressAnswer {
  readonly text: string
  readonly alert: boolean
}

/** The bot's own standing in a chat changed (my_chat_member). */
export interface BotStanding {
  readonly inboxId: number
  readonly chatId: ChatId
  readonly chatKind: 'group' | 'private'
  readonly chatTitle: string
  readonly by: Author
  readonly status: 'member' | 'administrator' | 'restricted' | 'left' | 'kicked'
  readonly canWrite: boolean
  readonly canDelete: boolean
  readonly at: Instant
}

export interface GroupMigration {
  readonly inboxId: number
  readonly from: ChatId
  readonly to: ChatId
}
