import type { Category, Place, TicketClass, Urgency } from '../domain/category.ts'
import type { Instant } from '../domain/ids.ts'

/** What a line is to the bot: register it, ask first, stay silent, or do as told. */
export type Verdict = 'report' | 'maybe' | 'chat' | 'command'

/** Every command a line of text can give, whatever language or form it is typed in. */
export const commandNames = [
  'ack',
  'arrive',
  'resolve',
  'hold',
  'unhold',
  'assign',
  'handover',
  'promise',
  'note',
  'reject',
  'reopen',
  'merge',
  'split',
  'urge',
  'withdraw',
  'progress',
  'mine',
  'support',
  'supervise',
  'extend',
  'sendback',
  'categorise',
  'confirm',
  'unsolved',
  'rate',
  'report',
  'help',
  'summary',
  'why',
  'who',
  'history',
  'start',
  'list',
  'overdue',
  'duty',
  'roster',
  'dutycal',
  'swap',
  'notice',
  'grid',
  'visit',
] as const

export type CommandName = (typeof commandNames)[number]

export type Rating = 'satisfied' | 'basically' | 'unsatisfied'

/** A command as typed; `ticket` is null when the line names none (a reply to a card supplies it). */
export interface TypedCommand {
  readonly name: CommandName
  readonly ticket: number | null
  /** The words left over: solution, reason, note, report, argument. */
  readonly text: string | null
  /** The instant named by 到 / 前 / until, in the community's zone. */
  readonly until: Instant | null
  /** The words for a time that does not exist, where the line names no other: 11月31日, 明天25:00. */
  readonly noSuchTime?: string
  /** A person by name or @username, as typed and without the @. */
  readonly person: string | null
  /** Whom a hold waits for. */
  readonly party: string | null
  /** More tickets that the same line names: 接单 1 2. */
  readonly others: readonly number[]
  /** The second ticket of a merge. */
  readonly target: number | null
  readonly rating: Rating | null
}

/** One separate matter inside a message; most messages hold exactly one. */
export interface Problem {
  readonly text: string
  readonly categories: readonly Category[]
  readonly class: TicketClass
  readonly urgency: Urgency
  readonly place: Place
  /** True when this matter has to be found on site and neither it nor the message names building or spot. */
  readonly needsPlace: boolean
}

/** Why the parser thinks so: the name of a rule or clue with its weight, and the words of the message behind it. */
export interface Reason {
  readonly rule: string
  readonly words: string
}

export type MessageLanguage = 'zh' | 'en' | 'mixed'

export interface Meaning {
  readonly kind: Verdict
  /** How sure the verdict is, 0..1; for report and maybe it is the chance that this is a report. */
  readonly confidence: number
  /** Most fitting first; empty for chat and commands. */
  readonly categories: readonly Category[]
  readonly class: TicketClass | null
  readonly urgency: Urgency | null
  readonly place: Place
  /** Since when the trouble lasts; a day without an hour is that day's midnight in the community's zone. */
  readonly since: Instant | null
  /** True when the group should see a masked card only (care, disputes, a blamed household, health, poverty). */
  readonly private: boolean
  readonly lang: MessageLanguage
  readonly command: TypedCommand | null
  /** True when one of the problems needs a place. */
  readonly needsPlace: boolean
  readonly problems: readonly Problem[]
  /** Empty unless the context asks to explain. */
  readonly why: readonly Reason[]
  /** The nearest well-formed command when a line is nearly one. */
  readonly suggestion: string | null
}
