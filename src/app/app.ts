import type { ChatId, Instant } from '../domain/ids.ts'
import type { RateWeights } from '../domain/policy/policy.ts'
import type { RenderContext } from '../domain/post/view.ts'
import type { WeeklyFacts } from '../domain/summary/weekly-facts.ts'
import type { BotStanding, ButtonPress, GroupMigration, IncomingMessage, PressAnswer } from './incoming.ts'
import type { Clock, CommunitySetup, Ids, PostRow, Store } from './ports.ts'

/** What Telegram says of the bot itself. */
export interface BotIdentity {
  readonly id: number
  readonly username: string
  /** False: privacy mode is on, the bot hears only commands, mentions and replies in groups. */
  readonly canReadAll: boolean
}

/** What the use cases are made with. */
export interface AppDeps {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
  readonly bot: () => BotIdentity
  /** Asks Telegram what this user is in the chat: for bind codes, and to find out where somebody lives who writes in private. */
  readonly chatMember: (chatId: ChatId, userId: number) => Promise<'admin' | 'member' | 'none'>
  /** Chats were bound or their language changed: command menus may need setting. Called after the commit. */
  readonly chatsChanged?: () => void
  /** A named point at which tests may end the process; does nothing otherwise. */
  readonly probe?: (point: string) => void
}

/** The use cases. Each method is one transaction that also settles its inbox row, so a replayed update does nothing. */
export interface App {
  receiveMessage(message: IncomingMessage): Promise<void>
  pressButton(press: ButtonPress): Promise<PressAnswer>
  botStandingChanged(change: BotStanding): Promise<void>
  groupMigrated(change: GroupMigration): Promise<void>
  /** Does what time asks: one due row, decided exactly once. A stale wake is a no-op. */
  runDue(dueId: number): Promise<void>
  /** Decides the summaries of communities whose hour has come (or of one), for the week just ended. */
  postSummaries(communityId?: number): Promise<number>
  importCommunity(
    setup: CommunitySetup,
  ): Promise<{ readonly name: string; readonly created: boolean; readonly changed: readonly string[] }>
  addOwners(userIds: readonly number[]): Promise<void>
  /** A one-time code that makes who sends it to the bot (`/claim CODE`) the owner; null when there is an owner already. */
  claimCode(): Promise<string | null>
  /** Everything that rendering a post needs, read now. */
  renderContext(post: PostRow, resend: boolean): Promise<RenderContext>
  /** Media to send for a `photos` post. */
  media(ticketId: number): Promise<readonly { readonly kind: string; readonly fileId: string }[]>
  /** The week's figures for a `summary` post. */
  weeklyFacts(
    communityId: number,
    week: string,
  ): Promise<{ readonly facts: WeeklyFacts; readonly timezone: string; readonly weights: RateWeights }>
  /** A chat turned out to be gone while sending: suspend it and tell the committee (or the owners) once. */
  chatLost(chatId: ChatId, error: string): Promise<void>
  chatMigrated(from: ChatId, to: ChatId): Promise<void>
  threadLost(chatId: ChatId, threadId: number): Promise<void>
  /** Where the bot cannot hear ordinary messages, the owners are told how to change that; at most once a week. */
  tellPrivacyMode(): Promise<void>
  /** An update was parked after its last try: the owners hear of it. */
  updateParked(chatId: ChatId | null, at: Instant): Promise<void>
}
