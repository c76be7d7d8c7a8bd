import type { RunningClock } from '../escalation/clocks.ts'
import type { Instant, Language } from '../ids.ts'
import type { Person } from '../ticket/actor.ts'
import type { RecordedEvent } from '../ticket/event.ts'
import type { Ticket } from '../ticket/ticket.ts'

/** A ticket with what its card shows beside it: clocks computed now, the manager to turn to, the grid worker. */
export interface TicketView {
  readonly ticket: Ticket
  readonly clocks: readonly RunningClock[]
  readonly managers: readonly Person[]
  readonly grid: string | null
  /** Staff whose trade fits, offered by 转派 and named on a new card. */
  readonly onCall: readonly Person[]
  readonly history: readonly RecordedEvent[]
}

/** Everything a post needs to be rendered, read at the moment of sending. */
export interface RenderContext {
  readonly language: Language
  /** IANA zone for every time shown. */
  readonly timezone: string
  readonly now: Instant
  readonly community: string
  readonly bot: string
  readonly buildings: readonly string[]
  readonly view: TicketView | null
  /** A second copy of something whose first answer was lost: begins with 【重发】. */
  readonly resend: boolean
  /** A deep-link payload for the private chat with the bot, or null. */
  readonly deepLink: string | null
  /** Whether the bot may delete messages in this chat. */
  readonly canDelete: boolean
}
