import type { ChatId, Instant, Language, UserId } from '../domain/ids.ts'
import type { ButtonAction } from '../domain/post/body.ts'
import type { Person } from '../domain/ticket/actor.ts'
import type { Attachment } from '../domain/ticket/attachment.ts'
import type { Refusal } from '../domain/ticket/refusal.ts'

/** Where one message stands. */
export interface MessageAddress {
  readonly chatId: ChatId
  /** The topic of a forum; null outside one. */
  readonly threadId: number | null
  readonly messageId: number
}

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
  /** When it was put into the inbox, by our clock. */
  readonly receivedAt: Instant
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

/**
 * What became of a press, as a value; the bot words it (messages/toasts) in the community's language.
 * `hint` is shown instead of a plain "done" where the person has to do something next.
 */
export type PressResult =
  | {
      readonly kind: 'done'
      readonly action: ButtonAction
      readonly number: number | null
      readonly next: Instant | null
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly help: Person | null }

export interface PressAnswer {
  readonly result: PressResult
  readonly language: Language
  /** IANA zone for times in the answer. */
  readonly timezone: string
  readonly at: Instant
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
