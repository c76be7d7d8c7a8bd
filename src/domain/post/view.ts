import type { RunningClock } from '../escalation/clocks.ts'
import type { Lateness } from '../escalation/lateness.ts'
import type { Instant, Language } from '../ids.ts'
import type { Incident } from '../incident/incident.ts'
import type { Interruption } from '../interruption/interruption.ts'
import type { ShortNotice } from '../interruption/interruption-plan.ts'
import type { HardCase } from '../responsibility/hard-cases.ts'
import type { Person } from '../ticket/actor.ts'
import type { RecordedEvent } from '../ticket/event.ts'
import type { ClockName, Ticket } from '../ticket/ticket.ts'
import type { LateLine } from './notice.ts'

/** A ticket with what its card shows beside it: clocks computed now, the manager to turn to, the grid worker. */
export interface TicketView {
  readonly ticket: Ticket
  readonly clocks: readonly RunningClock[]
  /** A year that one of its working clocks runs into and whose statutory days are not known yet; null: there is none. */
  readonly unknownYear: number | null
  /** How late each running clock is, in its own kind of time; the ones that are not are left out. */
  readonly late: Readonly<Partial<Record<ClockName, Lateness>>>
  /** Who is asked whether it is done: never whoever did it. */
  readonly asked: { readonly reporter: boolean; readonly others: number }
  /** When an unanswered callback closes the ticket; null while nobody is asked. */
  readonly closesAt: Instant | null
  /** Left out or null: it is none. */
  readonly hardCase?: HardCase | null
  readonly managers: readonly Person[]
  readonly grid: string | null
  /** Staff whose trade fits, offered by 转派 and named on a new card. */
  readonly onCall: readonly Person[]
  readonly history: readonly RecordedEvent[]
}

/** A digest as it stands at the moment of sending: what was answered meanwhile is not in it. */
export interface DigestView {
  readonly lines: readonly LateLine[]
  readonly managers: readonly Person[]
}

/** A notice of an interruption as it stands at the moment of sending. */
export interface InterruptionView {
  readonly of: Interruption
  /** Titles of the residents' chats that hear of it. */
  readonly chats: readonly string[]
  /** Reports it has answered in place of a ticket. */
  readonly answered: number
  /** Announced now it would come later than a rule asks; null once it is published. */
  readonly short: ShortNotice | null
}

/** A possible incident as it stands: what was reported of it, and what the reports were joined to. */
export interface IncidentView {
  readonly of: Incident
  readonly households: number
  /** Numbers of the tickets, each once. */
  readonly numbers: readonly number[]
  /** Reports that wait for an answer whether they are the same as one of those. */
  readonly asked: number
  readonly withinMs: number
  /** Names of the buildings it is reported from. */
  readonly buildings: readonly string[]
  readonly parent: { readonly number: number; readonly active: boolean; readonly spot: string | null } | null
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
  readonly digest: DigestView | null
  readonly interruption: InterruptionView | null
  readonly incident: IncidentView | null
  /** A second copy of something whose first answer was lost: begins with 【重发】. */
  readonly resend: boolean
  /** A deep-link payload for the private chat with the bot, or null. */
  readonly deepLink: string | null
  /** Whether the bot may delete messages in this chat. */
  readonly canDelete: boolean
}
