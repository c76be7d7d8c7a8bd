import type { Category, Urgency } from '../domain/category.ts'
import type { ChatRole } from '../domain/community/role.ts'
import type { Told } from '../domain/escalation/told.ts'
import type { ButtonAction, DigestKind, PromptAction } from '../domain/post/body.ts'
import type { Notice, NoticeKey } from '../domain/post/notice.ts'
import type { IncidentView, InterruptionView } from '../domain/post/view.ts'
import type { Law } from '../domain/responsibility/articles.ts'
import type { Age, Component, Part, Party } from '../domain/responsibility/facts.ts'
import type { HardCase } from '../domain/responsibility/hard-cases.ts'
import type { RuleId } from '../domain/responsibility/rules.ts'
import type { Person } from '../domain/ticket/actor.ts'
import type { RecordedEvent, TicketEvent, TicketEventType } from '../domain/ticket/event.ts'
import type { Refusal, RefusalCode } from '../domain/ticket/refusal.ts'
import type { ClockName, Rating } from '../domain/ticket/ticket.ts'
import type { Html } from './html.ts'
import type { Speech } from './speech.ts'

/** Every word of one screen language; zh-cn.ts and en.ts are complete by type. */
export interface Messages {
  readonly buttons: ButtonTexts
  readonly cards: CardTexts
  readonly committee: CommitteeTexts
  readonly safety: SafetyTexts
  readonly asking: AskingTexts
  readonly history: HistoryTexts
  readonly notices: NoticeTexts
  readonly refusals: RefusalTexts
  readonly toasts: ToastTexts
  readonly commands: CommandTexts
  readonly digest: DigestTexts
  readonly responsibility: ResponsibilityTexts
  readonly hardCases: HardCaseTexts
  readonly interruption: InterruptionTexts
  readonly incident: (view: IncidentView, say: Speech) => Html
  /** In front of a second copy. */
  readonly resent: string
}

export interface ButtonTexts {
  readonly support: (supporters: number) => string
  readonly supplement: string
  readonly notReport: string
  readonly ack: string
  readonly arrive: string
  readonly hold: string
  readonly assign: string
  readonly resolve: string
  readonly promise: string
  readonly supervise: string
  readonly extend: string
  readonly sendBack: string
  readonly handOver: string
  readonly recategorise: string
  readonly history: string
  readonly photos: (count: number) => string
  readonly publicArea: string
  readonly solved: string
  readonly unsolved: string
  readonly stillFine: (leaks: boolean) => string
  readonly cameBack: (leaks: boolean) => string
  readonly rate: Readonly<Record<Rating, string>>
  readonly register: string
  readonly dismiss: string
  readonly swapYes: string
  readonly swapNo: string
  readonly noticePublish: string
  readonly noticeEdit: string
  readonly noticeChange: string
  readonly noticeDrop: string
  readonly noticeBack: string
  readonly noticeNotYet: string
  readonly noticeCancel: string
  readonly notThis: string
  readonly stillOut: string
  readonly incidentJoin: string
  readonly incidentDismiss: string
  readonly incidentSplit: string
  readonly join: (number: number, own: boolean) => string
  readonly separate: string
  readonly urge: string
  readonly deleteOriginal: string
  readonly privately: string
}

/** Lines of the residents', staff and reporter's cards. Times come in as said, names as Html. */
export interface CardTexts {
  readonly again: (times: number) => Html
  readonly notified: (people: Html | null) => Html
  readonly ackBy: (at: string) => Html
  /** `told`: whom the ladder has reached; `managers` null: there are none. */
  readonly ackLate: (told: Told, managers: Html | null) => Html
  readonly assignedTo: (who: Html) => Html
  readonly working: (of: {
    readonly who: Html
    readonly ackAt: string | null
    readonly arrivedAt: string | null
    readonly arriveBy: string | null
  }) => Html
  readonly promised: (at: string, mends: boolean) => Html
  readonly doneBy: (at: string, mends: boolean) => Html
  readonly waiting: (party: Html, until: string, reason: Html | null) => Html
  readonly supervised: (supervisor: Html, due: string) => Html
  readonly extended: (due: string) => Html
  readonly sentBack: (due: string) => Html
  readonly sentBackWhy: (by: Html, reason: Html | null, due: string | null) => Html
  /** How a hard case is gone about, step by step. */
  readonly steps: (name: string, steps: readonly string[]) => Html
  readonly handedOver: (to: Html, reason: Html | null) => Html
  /** The same for those who wait for it. */
  readonly handedOverFollowed: (to: Html) => Html
  readonly grid: (name: Html) => Html
  /** Under a card that reaches the grid worker in private. */
  readonly yourGrid: Html
  readonly onCall: (people: Html) => Html
  readonly whichBuilding: Html
  readonly placeMissing: Html
  readonly done: (of: {
    readonly text: Html | null
    readonly at: string
    readonly by: Html | null
    readonly mends: boolean
  }) => Html
  readonly awaitingAnswer: Html
  /** Nobody is left to ask. */
  readonly nobodyToAsk: (closesAt: string) => Html
  readonly closed: (rating: Rating | null) => Html
  readonly rejected: (reason: Html | null) => Html
  readonly withdrawn: Html
  readonly merged: (into: number) => Html
  readonly masked: {
    readonly active: (number: number) => Html
    readonly resolved: (number: number) => Html
    readonly ended: (number: number) => Html
    readonly danger: Html
  }
  readonly words: (text: Html, by: Html | null, at: string) => Html
  readonly supporters: (count: number) => Html
  readonly urges: (count: number) => Html
  readonly clock: (clock: ClockName, due: string, late: boolean) => Html
  /** Said of a clock that stands still at night. */
  readonly byDay: Html
  /** The statutory days of that year are not out yet, and a time on the card depends on them. */
  readonly daysUnknown: (year: number) => Html
  readonly note: (text: Html, by: Html | null) => Html
  readonly changed: (of: {
    readonly what: string
    readonly by: Html
    readonly at: string
    readonly since: string
  }) => Html
  /** Taken for an emergency, and none. */
  readonly noDanger: Html
  readonly privateMatter: Html
  readonly yourReport: Html
}

export interface CommitteeTexts {
  readonly please: (matter: Html) => Html
  /** Nothing is late: it is worked on, or somebody is waited for. */
  readonly calm: (matter: Html) => Html
  readonly waiting: (matter: Html) => Html
  readonly supervising: (matter: Html) => Html
  readonly lateAgain: (matter: Html) => Html
  /** Handed on too often: whose is it? */
  readonly decide: (matter: Html) => Html
  readonly handedOver: (times: number, trail: Html | null, reason: Html | null) => Html
  readonly sentBack: (matter: Html) => Html
  readonly sentBackOnce: (reason: Html | null) => Html
  readonly overdue: (clock: ClockName, due: string, late: string, mends: boolean, outage: boolean) => Html
  readonly staff: (who: Html, ackAt: string, reason: Html | null) => Html
  readonly nobody: (managers: Html | null) => Html
  readonly supporters: (count: number) => Html
  readonly privateMatter: (grid: Html | null) => Html
}

/** What an outage has held up, gathered in one message. */
export interface DigestTexts {
  readonly head: (kind: DigestKind, count: number, managers: Html | null) => Html
  readonly line: (of: {
    readonly matter: Html
    readonly clock: ClockName
    /** How late, or how much time is left. */
    readonly time: string
    /** Still to come: a warning. */
    readonly ahead: boolean
    /** Null where nobody has it; empty where it is not told. */
    readonly who: Html | null
  }) => Html
  /** Whom the ladder names for some of the tickets. */
  readonly named: (people: Html, numbers: string) => Html
  readonly rest: (count: number) => Html
  readonly howToOpen: Html
}

/** A notice of an interruption: for residents, for staff, and the question whether it is over. */
export interface InterruptionTexts {
  readonly residents: (view: InterruptionView, say: Speech) => Html
  readonly staff: (view: InterruptionView, unknown: readonly string[], say: Speech) => Html
  readonly asked: (view: InterruptionView, say: Speech) => Html
}

/** What to do at once, and whom to ring, per kind of danger. */
export interface SafetyTexts {
  readonly advice: Readonly<Partial<Record<Category, string>>> & { readonly other: string }
  readonly hotline: Readonly<Partial<Record<Category, string>>> & { readonly other: string }
}

/** Who is responsible: a sentence for each row of the table; `until` is the last day of a warranty, YYYY-MM-DD. */
export interface ResponsibilityTexts {
  readonly reasons: Readonly<Record<RuleId, (of: { readonly until: string | null }) => string>>
  readonly parties: Readonly<Record<Party, string>>
  readonly components: Readonly<Record<Component, string>>
  readonly parts: Readonly<Record<Part, string>>
  readonly ages: Readonly<Record<Age, string>>
  /** Articles of one law. */
  readonly articles: (law: Law, numbers: readonly number[]) => string
  readonly articlesBetween: string
}

/** Of each hard case: its name, the steps, what its reporter is told, and what may be said where everybody reads. */
export type HardCaseTexts = Readonly<
  Record<
    HardCase,
    { readonly name: string; readonly steps: readonly string[]; readonly reporter: string; readonly group: string }
  >
>

/** Callbacks, questions and prompts. */
export interface AskingTexts {
  readonly solved: (of: {
    readonly to: Html | null
    readonly who: Html
    readonly number: number
    readonly text: Html | null
    readonly mends: boolean
  }) => Html
  readonly reporterAndOthers: (reporter: Html, others: number) => Html
  readonly neighbours: (count: number) => Html
  readonly rate: (number: number) => Html
  readonly rated: (rating: Rating, number: number) => Html
  readonly expired: (number: number) => Html
  readonly apology: (number: number, manager: Html | null, by: string | null) => Html
  readonly superseded: (number: number) => Html
  readonly remind: (of: {
    readonly to: Html | null
    readonly number: number
    readonly mends: boolean
    readonly closes: string | null
  }) => Html
  /** Where the reminder stood, once it is answered or too late. */
  readonly askedEnough: (number: number) => Html
  readonly recheck: (of: { readonly to: Html | null; readonly number: number; readonly leaks: boolean }) => Html
  readonly stillFine: (number: number) => Html
  readonly cameBack: (number: number, manager: Html | null, by: string | null) => Html
  readonly maybe: (about: Html) => Html
  readonly same: (number: number, about: Html, own: boolean) => Html
  readonly prompts: Readonly<Record<PromptAction, { readonly text: string; readonly hint: string }>>
  readonly chooseAssignee: string
  readonly chooseCategory: string
  readonly chooseUrgency: Readonly<Record<Urgency, string>>
  readonly photos: (number: number | null) => Html
}

/** One line of a ticket's history; `words` is false where free text must not be repeated. Null: not worth a line. */
export type HistoryTexts = {
  readonly [T in TicketEventType]: (
    event: Extract<TicketEvent, { type: T }>,
    of: { readonly actor: Html; readonly words: boolean; readonly recorded: RecordedEvent },
    say: Speech,
  ) => Html | null
}

export type NoticeTexts = {
  readonly [K in NoticeKey]: (notice: Extract<Notice, { key: K }>, say: Speech) => Html
}

export type RefusalTexts = {
  readonly [C in RefusalCode]: (refusal: Extract<Refusal, { code: C }>, say: Speech) => Html
} & { readonly askFor: (help: Person, say: Speech) => Html }

/** What a successful press answers; `number` is the ticket's. */
export type ToastTexts = { readonly [A in ButtonAction]: (number: number | null) => string }

export interface CommandTexts {
  readonly report: string
  readonly progress: string
  readonly mine: string
  readonly urge: string
  readonly withdraw: string
  readonly help: string
  readonly summary: string
  readonly ack: string
  readonly done: string
  readonly hold: string
  readonly assign: string
  readonly handover: string
  readonly promise: string
  readonly note: string
  readonly reject: string
  readonly reopen: string
  readonly merge: string
  readonly list: string
  readonly overdue: string
  readonly duty: string
  readonly roster: string
  readonly swap: string
  readonly notice: string
  readonly visit: string
  readonly supervise: string
  readonly extend: string
  readonly sendback: string
  readonly category: string
  readonly why: string
  readonly who: string
  readonly history: string
  readonly people: string
  readonly language: string
}

/** Help is written per audience in zh-cn/help.ts and en/help.ts. */
export type HelpAudience = ChatRole | 'direct'
