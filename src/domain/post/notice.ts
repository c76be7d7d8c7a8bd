import type { Category, Place, Urgency } from '../category.ts'
import type { ChatRole, Role } from '../community/role.ts'
import type { Explanation } from '../escalation/explain.ts'
import type { Lateness } from '../escalation/lateness.ts'
import type { Told } from '../escalation/told.ts'
import type { Visit } from '../grid/grid.ts'
import type { Instant } from '../ids.ts'
import type { Window } from '../interruption/interruption.ts'
import type { HardCase } from '../responsibility/hard-cases.ts'
import type { Missing, Route } from '../responsibility/route.ts'
import type { Person } from '../ticket/actor.ts'
import type { TicketCommandType } from '../ticket/command.ts'
import type { RecordedEvent } from '../ticket/event.ts'
import type { Refusal } from '../ticket/refusal.ts'
import type { ClockName, Hold, TicketStatus } from '../ticket/ticket.ts'
import type { AlarmKind } from './alarm.ts'

/** Where a ticket stands, for whoever asks. */
export interface Standing {
  readonly ticket: TicketMention
  readonly due: Instant | null
  readonly assignee: string | null
  readonly lastNote: string | null
}

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
  /** Handed on as often as staff may: the committee is asked, and whoever leads goes on. */
  | {
      readonly key: 'referred'
      readonly ticket: TicketMention
      readonly trail: readonly string[]
      readonly lead: readonly Person[]
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
  /** In a group, to somebody who cannot be written to in private. */
  | { readonly key: 'dm-closed'; readonly person: Person; readonly bot: string }
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
  | (Standing & { readonly key: 'progress'; readonly history: readonly RecordedEvent[] })
  /** 进度 1 2: each that there is, and the numbers that there are not. */
  | { readonly key: 'progress-many'; readonly standings: readonly Standing[]; readonly unknown: readonly number[] }
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
  /** Who is responsible and why; `ask`: what the answer still hangs on, put to whoever may say it. */
  | {
      readonly key: 'who'
      readonly ticket: TicketMention
      readonly route: Route
      /** Whose hands it is in meanwhile. */
      readonly lead: readonly string[]
      /** Whom it was handed to last; null: nobody. */
      readonly handedTo: string | null
      /** A hard case, told as its hearer may: those who work on it, its reporter, or everybody. */
      readonly hardCase: { readonly id: HardCase; readonly hearer: 'crew' | 'reporter' | 'group' } | null
      readonly ask: Missing | null
    }
  /** The same asked in a group of a matter that is not for groups. */
  | { readonly key: 'who-in-private'; readonly number: number }
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
  /** In the place of the question that whoever asked took back. */
  | { readonly key: 'swap-withdrawn'; readonly shift: SwapMention }
  /** The address of the duty calendar. Said once: it is gone from the post when it has been sent. */
  | { readonly key: 'duty-link'; readonly community: string; readonly url: string }
  /** No operator has said under which address we can be reached. */
  | { readonly key: 'duty-link-unset' }
  /** To a grid worker in private: what is open in her buildings of care, disputes and safety; `others`: how many of other kinds. */
  | {
      readonly key: 'grid-week'
      readonly community: string
      readonly tickets: readonly (TicketMention & { readonly openedAt: Instant })[]
      readonly total: number
      readonly others: number
    }
  /** To whoever kept a visit; a group is not told at which door it was. */
  | { readonly key: 'visit-kept'; readonly number: number | null; readonly place: Place; readonly inGroup: boolean }
  /** One's own latest visits, in private. */
  | { readonly key: 'visits'; readonly visits: readonly Visit[] }
  /** Some time before an announced interruption begins. */
  | { readonly key: 'interruption-reminder'; readonly of: Window }
  /** In place of a ticket: what is reported was announced. `report`: what would be registered after all. */
  | { readonly key: 'interruption-answers'; readonly of: Window; readonly report: number }
  /** To those it was told so, when it is over. `others`: how many more than those named. */
  | {
      readonly key: 'interruption-restored'
      readonly interruption: number
      readonly of: Window
      readonly at: Instant
      readonly people: readonly Person[]
      readonly others: number
    }
  /** Those announced now, by their beginnings. */
  | { readonly key: 'interruptions'; readonly list: readonly Window[] }
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
  /** To the owners: something about the machine that somebody should look at. */
  | { readonly key: 'alarm'; readonly of: AlarmKind }
  | { readonly key: 'days-unknown'; readonly community: string; readonly year: number }

export type NoticeKey = Notice['key']
