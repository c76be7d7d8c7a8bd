import type { Category, Place, TicketClass, Urgency } from '../category.ts'
import type { ChatId, Instant } from '../ids.ts'
import type { Age, Part } from '../responsibility/facts.ts'
import type { Person } from './actor.ts'

export const ticketStatuses = [
  'open',
  'acknowledged',
  'held',
  'resolved',
  'closed',
  'rejected',
  'withdrawn',
  'merged',
] as const

export type TicketStatus = (typeof ticketStatuses)[number]

/** Statuses in which somebody still owes work. */
export const activeStatuses = ['open', 'acknowledged', 'held'] as const satisfies readonly TicketStatus[]

export type Rating = 'satisfied' | 'basically' | 'unsatisfied'

/** Clocks that can run on a ticket; `promise` is the time staff named themselves. */
export const clockNames = ['acknowledge', 'onsite', 'resolve', 'promise'] as const

export type ClockName = (typeof clockNames)[number]

/** The message a ticket came from. `direct` = written to the bot in private. */
export interface Origin {
  readonly chatId: ChatId
  readonly messageId: number
  readonly threadId: number | null
  readonly direct: boolean
}

/** Waiting on a named party until a named date; stops the resolution clock. */
export interface Hold {
  readonly party: string
  readonly until: Instant
  readonly since: Instant
  readonly reason: string | null
}

export interface Promised {
  readonly until: Instant
  readonly by: Person
  readonly at: Instant
}

export interface Resolution {
  readonly text: string | null
  readonly by: Person
  readonly at: Instant
}

/** 督办: a named supervisor and a new due time set by the committee. */
export interface Supervision {
  readonly supervisor: string
  readonly by: Person
  readonly due: Instant
  readonly at: Instant
}

/** 退回: the committee gave the matter back to the property, with the reason and a new due time. */
export interface SentBack {
  readonly reason: string
  readonly by: Person
  readonly at: Instant
  /** The ladder has brought it to the committee again since. */
  readonly climbedAgain: boolean
}

/** What somebody has said of the building, for the question who is responsible. */
export interface Known {
  readonly part?: Part
  readonly age?: Age
}

/** 移交: handed on to somebody outside the staff's own hands. Whoever was asked first goes on leading it. */
export interface HandedOver {
  /** Every receiver so far, the latest last. */
  readonly trail: readonly string[]
  readonly reason: string
  readonly by: Person
  readonly at: Instant
  /** It has gone to and fro too often, and the committee has not yet said whose it is. */
  readonly referred: boolean
}

export interface Ticket {
  readonly id: number
  readonly communityId: number
  /** Counts per community: #128. */
  readonly number: number
  readonly status: TicketStatus
  /** Grows when the clocks start afresh (reopen, supervise, extend, send back); each ladder level is decided once per cycle. */
  readonly cycle: number
  /** The policy version stamped at opening; later changes leave this ticket alone. */
  readonly policyVersion: number
  readonly class: TicketClass
  readonly category: Category
  readonly urgency: Urgency
  readonly text: string
  readonly place: Place
  readonly needsPlace: boolean
  readonly private: boolean
  /** Null when an anonymous admin or a channel wrote it. */
  readonly reporter: Person | null
  readonly reporterName: string
  readonly origin: Origin
  readonly openedAt: Instant
  readonly since: Instant | null
  /** When the clocks of this cycle started. */
  readonly clockStart: Instant
  readonly acknowledged: { readonly at: Instant; readonly by: Person } | null
  readonly onSiteAt: Instant | null
  readonly assignee: Person | null
  readonly promise: Promised | null
  readonly hold: Hold | null
  /** Finished holds, excluded from the resolution clock. */
  readonly pauses: readonly (readonly [Instant, Instant])[]
  readonly supervision: Supervision | null
  readonly sentBack: SentBack | null
  readonly handedOver: HandedOver | null
  /** A due time granted by 督办, 延期 or 退回 in place of the class's own. */
  readonly dueOverride: Instant | null
  /** When the granted time was granted. Null: none, or granted before this was kept. */
  readonly dueFrom: Instant | null
  /** Ladder steps that a change of category put before this moment are due at it; null: no such change in this cycle. */
  readonly ladderFrom: Instant | null
  readonly resolution: Resolution | null
  readonly closedAt: Instant | null
  /** Why it ended, in somebody's words; `expired` where nobody answered the callback. */
  readonly endReason: string | null
  readonly mergedInto: number | null
  readonly rating: Rating | null
  readonly supporters: number
  readonly urges: number
  readonly urgedAt: Instant | null
  readonly reopens: number
  /** Null: nobody has said anything. */
  readonly known: Known | null
  /** Staff's and residents' latest note, shown on the staff card. */
  readonly lastNote: { readonly text: string; readonly by: string } | null
  readonly photos: number
  /** Keys of the reminder and ladder steps already decided in this cycle (see escalation/plan). */
  readonly decidedSteps: readonly string[]
  /** The highest ladder level reached in this cycle. */
  readonly level: number
  /** Number of events so far; the next event's sequence number. */
  readonly version: number
}

/** An unknown reporter and one who did the work himself answer nothing; then the first supporter's word decides. */
export function reporterMayAnswer({ reporter, resolution }: Pick<Ticket, 'reporter' | 'resolution'>): boolean {
  return reporter !== null && reporter.id !== resolution?.by.id
}

/** Whether the reporter was asked again after it was closed, and has not said that it is still fine. */
export function isRecheckOpen({ cycle, decidedSteps }: Pick<Ticket, 'cycle' | 'decidedSteps'>): boolean {
  return decidedSteps.includes(`${cycle}/recheck/ask`) && !decidedSteps.includes(recheckAnswered(cycle))
}

export function recheckAnswered(cycle: number): string {
  return `${cycle}/recheck/answered`
}

/** True while somebody still owes work on the ticket. */
export function isActive(ticket: Pick<Ticket, 'status'>): boolean {
  return (activeStatuses as readonly TicketStatus[]).includes(ticket.status)
}
