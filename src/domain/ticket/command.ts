import type { Category, Place, TicketClass, Urgency } from '../category.ts'
import type { Instant } from '../ids.ts'
import type { Actor, Person } from './actor.ts'
import type { Attachment } from './attachment.ts'
import type { ClockName, Known, Origin, Rating } from './ticket.ts'

/** What opens a ticket. */
export interface ReportCommand {
  readonly type: 'report'
  readonly category: Category
  readonly class: TicketClass
  readonly urgency: Urgency
  readonly text: string
  readonly place: Place
  readonly needsPlace: boolean
  readonly private: boolean
  readonly since: Instant | null
  readonly origin: Origin
  readonly attachments: readonly Attachment[]
  /** When the resident wrote it. */
  readonly reportedAt: Instant
}

/** Everything that can be asked of an existing ticket. Imperative; each has a row in the transition table. */
export type TicketCommand =
  | { readonly type: 'acknowledge' }
  | { readonly type: 'arrive' }
  | { readonly type: 'promise'; readonly until: Instant | null }
  | {
      readonly type: 'hold'
      readonly party: string | null
      readonly until: Instant | null
      readonly reason: string | null
    }
  | { readonly type: 'return' }
  | { readonly type: 'assign'; readonly to: Person | null }
  | { readonly type: 'hand-over'; readonly receiver: string | null; readonly reason: string | null }
  | { readonly type: 'note'; readonly text: string }
  | {
      readonly type: 'attach'
      readonly attachments: readonly Attachment[]
      readonly proof: boolean
      readonly text: string | null
    }
  | { readonly type: 'revise'; readonly text: string; readonly place: Place | null }
  | { readonly type: 'locate'; readonly place: Place }
  | { readonly type: 'support' }
  | { readonly type: 'urge' }
  | { readonly type: 'resolve'; readonly text: string | null }
  | { readonly type: 'confirm' }
  | { readonly type: 'rate'; readonly rating: Rating }
  | { readonly type: 'reopen'; readonly reason: string | null }
  | { readonly type: 'withdraw'; readonly reason: string | null }
  | { readonly type: 'reject'; readonly reason: string | null }
  | { readonly type: 'merge'; readonly into: number | null }
  /** Takes a merge back. */
  | { readonly type: 'split' }
  | { readonly type: 'supervise'; readonly supervisor: string | null; readonly due: Instant | null }
  | { readonly type: 'extend'; readonly until: Instant | null; readonly reason: string | null }
  | { readonly type: 'send-back'; readonly reason: string | null; readonly due: Instant }
  | {
      readonly type: 'recategorise'
      readonly category: Category | null
      readonly class: TicketClass
      /** Left out: it stays. */
      readonly urgency?: Urgency
      /** Somebody named the urgency; else it follows from category and season. */
      readonly named?: boolean
    }
  | ({ readonly type: 'clarify' } & Known)
  | { readonly type: 'expire' }
  | { readonly type: 'ask'; readonly about: 'callback' | 'recheck'; readonly step: string }
  | { readonly type: 'still-fine' }
  | { readonly type: 'break-promise' }
  | {
      readonly type: 'warn'
      readonly clock: ClockName
      readonly steps: readonly string[]
      readonly due: Instant
      /** As at `escalate`. */
      readonly late: boolean
    }
  | {
      readonly type: 'escalate'
      readonly clock: ClockName
      readonly level: number
      readonly notify: readonly string[]
      /** Said much later than planned, because the system was down. */
      readonly late: boolean
      readonly repeat: number
      /** What this says and speaks for, of all clocks. */
      readonly steps: readonly string[]
      readonly due: Instant
      /** Other clocks that have reached the same level at the same moment, each with the step that did; nothing more is said of them. */
      readonly also?: readonly {
        readonly clock: ClockName
        readonly repeat: number
        readonly due: Instant
        readonly steps: readonly string[]
      }[]
    }

export type TicketCommandType = TicketCommand['type']

/** Who acts and when; `standing` is the actor's relation to this very ticket, read from the database. */
export interface Envelope {
  readonly actor: Actor
  readonly at: Instant
  readonly standing: Standing
}

export interface Standing {
  readonly reporter: boolean
  readonly supporter: boolean
}
