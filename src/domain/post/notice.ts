import type { Category, Place, Urgency } from '../category.ts'
import type { ChatRole, Role } from '../community/role.ts'
import type { Explanation } from '../escalation/explain.ts'
import type { Lateness } from '../escalation/lateness.ts'
import type { Told } from '../escalation/told.ts'
import type { Instant } from '../ids.ts'
import type { Person } from '../ticket/actor.ts'
import type { TicketCommandType } from '../ticket/command.ts'
import type { RecordedEvent } from '../ticket/event.ts'
import type { Refusal } from '../ticket/refusal.ts'
import type { ClockName, Hold, TicketStatus } from '../ticket/ticket.ts'

/** What a one-line mention of a ticket needs. No private detail: `place` stops at the unit. */
export interface TicketMention {
  readonly number: number
  readonly category: Category
  readonly place: Place
  readonly status: TicketStatus
  readonly private: boolean
}

/** An overdue matter (or one about to be) as one line of a list. */
export interface LateLine {
  readonly ticket: TicketMention
  readonly clock: ClockName
  readonly due: Instant
  readonly late: Lateness
  readonly assignee: string | null
  /** Whom the ladder calls by name. */
  readonly named: readonly Person[]
}

/** Kinds of matter with the same person on duty; null where nobody is. */
export interface DutyLine {
  readonly trades: readonly (Category | null)[]
  readonly who: string | null
  /** When that changes, and to whom; null where it does not within the week. */
  readonly next: { readonly at: Instant; readonly who: string | null } | null
}

/** A shift that one person takes over from another; the hours are local. */
export interface SwapMention {
  /** The person who is to do it. */
  readonly who: Person
  readonly instead: string
  readonly at: Instant
  readonly from: string
  readonly to: string
}

/** One local day of the roster: its shifts as their rows have them. */
export interface DutyDay {
  /** Its first instant. */
  readonly at: Instant
  readonly shifts: readonly {
    readonly from: string
    readonly to: string
    readonly who: string
    /** Whom the row names, where somebody stands in for him. */
    readonly instead?: string
    readonly trades: readonly Category[]
  }[]
}

/** What 改类 made of a matter: category and urgency before and after, by whom and when. */
export interface Changed {
  readonly by: string
  readonly at: Instant
  readonly category: Category
  readonly urgency?: Urgency
  readonly before: { readonly category: Category; readonly urgency?: Urgency }
}

/** One-off messages: each has a text in both languages under its key. Everything else is a card, edited in place. */
export type Notice =
  // Staff chat
  | {
      readonly key: 'warned'
      readonly ticket: TicketMention
      readonly clock: ClockName
      readonly due: Instant
      readonly assignee: Person | null
    }
  | {
      readonly key: 'overdue'
      readonly ticket: TicketMention
      readonly clock: ClockName
      readonly due: Instant
      readonly late: Lateness
      readonly managers: readonly Person[]
      readonly assignee: Person | null
      readonly outage: boolean
    }
  | {
      readonly key: 'returned'
      readonly ticket: TicketMention
      readonly party: string
      readonly assignee: Person | null
      /** The time that the committee has named, which no wait moves. */
      readonly granted?: Instant
    }
  | { readonly key: 'assigned'; readonly ticket: TicketMention; readonly to: Person; readonly by: string }
  | { readonly key: 'urged'; readonly ticket: TicketMention; readonly times: number; readonly due: Instant | null }
  | {
      readonly key: 'reopened'
      readonly ticket: TicketMention
      readonly reason: string | null
      /** Who asked for it: null for a resident, else the name of the manager or committee member. */
      readonly by: string | null
      readonly unsatisfied: boolean
      readonly managers: readonly Person[]
      readonly due: Instant | null
    }
  | { readonly key: 'supervised'; readonly ticket: TicketMention; readonly supervisor: string; readonly due: Instant }
  | {
      readonly key: 'sent-back'
      readonly ticket: TicketMention
      readonly reason: string
      readonly by: string
      readonly due: Instant
      readonly managers: readonly Person[]
    }
  | { readonly key: 'extended'; readonly ticket: TicketMention; readonly until: Instant; readonly reason: string }
  // Committee chat
  | {
      readonly key: 'secretary'
      readonly ticket: TicketMention
      readonly clock: ClockName
      readonly due: Instant
      readonly late: Lateness
      readonly named: readonly Person[]
      readonly repeat: number
      readonly outage: boolean
    }
  /** Said to be done, and residents say otherwise. */
  | {
      readonly key: 'unsolved'
      readonly ticket: TicketMention
      readonly unsatisfied: boolean
      readonly times: number
      readonly managers: readonly Person[]
      readonly due: Instant | null
    }
  /** To owners: the ladder calls a part that nobody in the community holds. */
  | { readonly key: 'nobody-holds'; readonly community: string; readonly part: string }
  | { readonly key: 'chat-lost'; readonly title: string; readonly role: ChatRole }
  // Answers to people
  | { readonly key: 'refused'; readonly refusal: Refusal; readonly help: Person | null }
  /** One line that named several tickets: what was done and what was not. */
  | {
      readonly key: 'done-many'
      readonly command: TicketCommandType
      readonly done: readonly number[]
      readonly refused: readonly { readonly number: number; readonly refusal: Refusal }[]
    }
  /** To whoever set the time, where no card shows it. */
  | {
      readonly key: 'due-set'
      readonly number: number
      readonly command: 'supervise' | 'extend' | 'send-back'
      readonly due: Instant
    }
  /** To whoever changed category or urgency, where no card shows it. */
  | {
      readonly key: 'recategorised'
      readonly number: number
      readonly category: Category
      readonly urgency: Urgency
      readonly before: { readonly category: Category; readonly urgency: Urgency }
    }
  | { readonly key: 'urge-passed'; readonly number: number; readonly due: Instant | null; readonly everyHours: number }
  | {
      readonly key: 'progress'
      readonly ticket: TicketMention
      readonly due: Instant | null
      readonly assignee: string | null
      readonly lastNote: string | null
      readonly history: readonly RecordedEvent[]
    }
  /** Why it makes itself heard, for those who work on it. `people`: the names behind a part of the ladder. */
  | {
      readonly key: 'why'
      readonly ticket: TicketMention
      readonly explanation: Explanation
      readonly hold: Hold | null
      /** A promised time that stands still while others are waited for. */
      readonly promisePaused?: Instant
      /** The latest 改类 under these clocks. */
      readonly changed?: Changed
      readonly supervisor: string | null
      readonly people: Readonly<Record<string, readonly string[]>>
    }
  /** The same for those who wait for it. */
  | {
      readonly key: 'why-waiting'
      readonly ticket: TicketMention
      readonly explanation: Explanation
      readonly hold: Hold | null
      readonly promisePaused?: Instant
      readonly changed?: Changed
      readonly supervisor: string | null
      readonly worker: string | null
      readonly managers: readonly string[]
      /** Whom the ladder has reached. */
      readonly told: Told
    }
  | { readonly key: 'mine'; readonly tickets: readonly TicketMention[] }
  | {
      readonly key: 'list'
      readonly tickets: readonly (TicketMention & { readonly due: Instant | null; readonly assignee: string | null })[]
      readonly total: number
    }
  /** Who is on duty now and next, for each kind of matter (null: all others). */
  | { readonly key: 'duty'; readonly lines: readonly DutyLine[] }
  /** The roster from today on; `week` is empty where there is none. */
  | { readonly key: 'roster'; readonly week: readonly DutyDay[] }
  /** Asks somebody to take a shift over; only he and a manager may answer. */
  | { readonly key: 'swap-asked'; readonly swap: number; readonly shift: SwapMention }
  | { readonly key: 'swap-agreed'; readonly shift: SwapMention }
  | { readonly key: 'swap-declined'; readonly shift: SwapMention }
  /** In the place of the question that nobody answered before the shift began. */
  | { readonly key: 'swap-expired'; readonly shift: SwapMention }
  /** The address of the duty calendar. Said once: it is gone from the post when it has been sent. */
  | { readonly key: 'duty-link'; readonly community: string; readonly url: string }
  /** No operator has said under which address we can be reached. */
  | { readonly key: 'duty-link-unset' }
  | { readonly key: 'overdue-list'; readonly tickets: readonly LateLine[]; readonly total: number }
  | { readonly key: 'history'; readonly ticket: TicketMention; readonly history: readonly RecordedEvent[] }
  | {
      readonly key: 'help'
      readonly audience: ChatRole | 'direct'
      readonly roles: readonly Role[]
      readonly mentionOnly: boolean
      readonly bot: string
    }
  | { readonly key: 'did-you-mean'; readonly line: string }
  | { readonly key: 'write-here'; readonly community: string | null }
  | { readonly key: 'write-details'; readonly number: number }
  | { readonly key: 'details-kept'; readonly number: number }
  | { readonly key: 'told-privately'; readonly person: Person }
  | { readonly key: 'not-understood' }
  /** `asked` names no week, month or quarter that there is. */
  | { readonly key: 'no-period'; readonly asked: string }
  | { readonly key: 'period-ahead'; readonly asked: string }
  // Owner and set-up
  | { readonly key: 'owner-welcome'; readonly communities: readonly string[]; readonly bot: string }
  | { readonly key: 'claimed' }
  | { readonly key: 'claim-refused' }
  | { readonly key: 'community-made'; readonly name: string }
  | {
      readonly key: 'bind-code'
      readonly code: string
      readonly role: ChatRole
      readonly community: string
      readonly minutes: number
    }
  | {
      readonly key: 'bound'
      readonly community: string
      readonly role: ChatRole
      readonly canReadAll: boolean
      readonly bot: string
    }
  | {
      readonly key: 'bind-refused'
      readonly reason: 'unknown-code' | 'not-admin' | 'other-community' | 'not-owner' | 'no-community'
    }
  | { readonly key: 'appointed'; readonly name: string; readonly role: Role }
  | { readonly key: 'dismissed'; readonly name: string; readonly role: Role }
  | { readonly key: 'appoint-how' }
  | {
      readonly key: 'people'
      readonly people: readonly { readonly name: string; readonly role: Role; readonly trades: readonly string[] }[]
    }
  | { readonly key: 'chat-id'; readonly chat: number; readonly thread: number | null; readonly user: number }
  | { readonly key: 'language-set' }
  | { readonly key: 'privacy-mode'; readonly bot: string }
  | { readonly key: 'parked'; readonly count: number }
  /** To whoever wrote what was parked. */
  | { readonly key: 'not-handled' }
  | { readonly key: 'days-unknown'; readonly community: string; readonly year: number }

export type NoticeKey = Notice['key']
