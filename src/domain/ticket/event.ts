import type { Category, Place, TicketClass, Urgency } from '../category.ts'
import type { Instant } from '../ids.ts'
import type { Person } from './actor.ts'
import type { Attachment } from './attachment.ts'
import type { ReportCommand } from './command.ts'
import type { ClockName, Known, Rating } from './ticket.ts'

/** What happened to a ticket; append-only. Past tense. Instants ride in `at` of the recorded event. */
export type TicketEvent =
  | ({ readonly type: 'reported'; readonly reporter: Person | null; readonly reporterName: string } & Omit<
      ReportCommand,
      'type'
    >)
  | { readonly type: 'acknowledged'; readonly by: Person }
  | { readonly type: 'arrived' }
  | { readonly type: 'promised'; readonly until: Instant; readonly by: Person }
  | { readonly type: 'promiseKept'; readonly until: Instant }
  | { readonly type: 'promiseBroken'; readonly until: Instant }
  /** Put off before its time: by whoever made it, or by the wait for a named party. */
  | {
      readonly type: 'promiseMoved'
      readonly until: Instant
      readonly to: Instant
      readonly hold: { readonly party: string; readonly reason: string | null } | null
    }
  | { readonly type: 'held'; readonly party: string; readonly until: Instant; readonly reason: string | null }
  | { readonly type: 'returned' }
  | { readonly type: 'assigned'; readonly to: Person; readonly from: Person | null }
  | { readonly type: 'handedOver'; readonly to: string; readonly reason: string; readonly by: Person }
  /** Handed on as often as the policy lets staff: the committee is to say whose it is. `level`: of the ladder. */
  | { readonly type: 'referred'; readonly times: number; readonly level: number }
  | { readonly type: 'noted'; readonly text: string; readonly by: string }
  | { readonly type: 'attached'; readonly attachments: readonly Attachment[]; readonly proof: boolean }
  | { readonly type: 'revised'; readonly text: string; readonly before: string }
  | { readonly type: 'located'; readonly place: Place }
  | { readonly type: 'supported'; readonly by: Person }
  | { readonly type: 'urged' }
  | {
      readonly type: 'resolved'
      readonly text: string | null
      readonly by: Person
      /** The finish clock had run out; events of the first release have none. */
      readonly late?: boolean
    }
  | { readonly type: 'answered'; readonly by: Person; readonly solved: boolean }
  | { readonly type: 'confirmed'; readonly by: Person }
  | { readonly type: 'rated'; readonly rating: Rating; readonly by: Person }
  | { readonly type: 'reopened'; readonly reason: string | null }
  | { readonly type: 'withdrawn'; readonly reason: string | null }
  | { readonly type: 'rejected'; readonly reason: string }
  | { readonly type: 'merged'; readonly into: number }
  | { readonly type: 'split'; readonly from: number }
  | { readonly type: 'supervised'; readonly supervisor: string; readonly due: Instant; readonly by: Person }
  | { readonly type: 'extended'; readonly until: Instant; readonly reason: string }
  | { readonly type: 'sentBack'; readonly reason: string; readonly due: Instant; readonly by: Person }
  | {
      readonly type: 'recategorised'
      readonly category: Category
      readonly class: TicketClass
      /** As at `before`, left out by events from before urgency could be changed. */
      readonly urgency?: Urgency
      readonly private: boolean
      readonly before: { readonly category: Category; readonly class: TicketClass; readonly urgency?: Urgency }
      /** Steps that the new class puts into the past and that a later one speaks for, and how often each level was said before. */
      readonly steps: readonly string[]
    }
  /** Asked again: an unanswered callback, or a matter of a kind that comes back, some time after it was closed. */
  | { readonly type: 'asked'; readonly about: 'callback' | 'recheck'; readonly steps: readonly string[] }
  /** What somebody has said of the building. */
  | ({ readonly type: 'clarified'; readonly by: Person } & Known)
  | { readonly type: 'stillFine'; readonly by: Person }
  | { readonly type: 'expired' }
  | {
      readonly type: 'warned'
      readonly clock: ClockName
      readonly steps: readonly string[]
      readonly due: Instant
      /** As at `escalated`; events of the first release have none. */
      readonly late?: boolean
    }
  | {
      readonly type: 'escalated'
      readonly clock: ClockName
      readonly level: number
      readonly notify: readonly string[]
      /** Said much later than planned, because the system was down. */
      readonly late: boolean
      readonly repeat: number
      readonly steps: readonly string[]
      readonly due: Instant
      /** Another clock that reached this level at the same moment and whose message speaks for it. */
      readonly saidWith?: ClockName
    }

export type TicketEventType = TicketEvent['type']

/** An event with its place in the ticket's history. */
export interface RecordedEvent {
  readonly seq: number
  readonly at: Instant
  readonly actorId: number | null
  readonly actorName: string
  readonly event: TicketEvent
}
