import type { DutyCalendar } from '../domain/duty/duty-calendar.ts'
import type { ChatId, Instant } from '../domain/ids.ts'
import type { AlarmKind } from '../domain/post/alarm.ts'
import type { RenderContext } from '../domain/post/view.ts'
import type { PeriodFacts } from '../domain/summary/period-facts.ts'
import type { AuditResult } from './audit-result.ts'
import type {
  BotStanding,
  ButtonPress,
  GroupMigration,
  IncomingMessage,
  MessageAddress,
  PressAnswer,
} from './incoming.ts'
import type { Clock, CommunitySetup, Ids, PostRow, Store } from './ports.ts'
import type { SecondOpinion } from './second-opinion.ts'

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
  /** Where people reach what we serve, without a slash at the end; left out where no operator said. */
  readonly publicUrl?: string
  /** Asked about doubtful lines; left out where no operator named one. */
  readonly secondOpinion?: SecondOpinion
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
  /** The same for a timer's call, which leaves to the sweep what an outage has held up; false then. */
  wake(dueId: number): Promise<boolean>
  /** What an outage has held up and the sweep has decided: above five for a chat become one digest, the rest goes out. */
  gatherLate(): Promise<void>
  /** Decides the summaries of communities whose hour has come (or of one), each for the period just ended. */
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
  /** The figures of a period, by its label, for a `summary` post. */
  periodFacts(communityId: number, period: string): Promise<{ readonly facts: PeriodFacts; readonly timezone: string }>
  /** The duty roster that this address stands for; null for an address that is none, or none any more. */
  dutyCalendar(token: string): Promise<DutyCalendar | null>
  /** A chat turned out to be gone while sending: suspend it and tell the committee (or the owners) once. */
  chatLost(chatId: ChatId, error: string): Promise<void>
  chatMigrated(from: ChatId, to: ChatId): Promise<void>
  threadLost(chatId: ChatId, threadId: number): Promise<void>
  /** Due times follow the statutory days known now, and the owners will be warned of the next unknown year. At every start. */
  followStatutoryDays(): Promise<void>
  /** Where the bot cannot hear ordinary messages, the owners are told how to change that; at most once a week. */
  tellPrivacyMode(): Promise<void>
  /** Looks for what was missed, mends and tells; see audit.ts. */
  audit(from: { readonly since: Instant; readonly after: number }): Promise<AuditResult>
  /** Something about the machine that somebody should look at: the owners hear of it, once a day. */
  alarm(of: AlarmKind): Promise<void>
  /** An update was parked after its last try: the owners hear of it, and the writer of the message in it, if it holds one. */
  updateParked(message: MessageAddress | null, at: Instant): Promise<void>
}
