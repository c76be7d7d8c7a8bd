import type { Category, TicketClass } from '../category.ts'
import type { ChatId } from '../ids.ts'
import type { OwnRule } from '../responsibility/route.ts'
import type { ClockName } from '../ticket/ticket.ts'
import type { Calendar } from '../time/calendar.ts'
import type { ClockKind, Duration } from '../time/duration.ts'
import type { QuietHours } from '../time/quiet-hours.ts'
import type { InterruptionPolicy } from './interruption-policy.ts'
import type { OwnPlace, OwnWords, Understanding } from './own-words.ts'

export type ClassClocks = { readonly [name in 'acknowledge' | 'onsite' | 'resolve']?: ClockKind }

/** The clocks of one service class; null means that the class has no such clock. */
export interface ClassPolicy {
  /** Until somebody takes it. */
  readonly acknowledge: Duration | null
  /** Until somebody is there (for mediation: the meeting; for enforcement: the stop-work notice). */
  readonly onsite: Duration | null
  /** Until it is done. */
  readonly resolve: Duration | null
  /** Until it is done the second time, after "not solved" or "not satisfied"; null takes `resolve` again. */
  readonly secondTry: Duration | null
  readonly clock: ClockKind
  /** Those of its clocks that run otherwise: care is taken by day, and somebody is there within a day and a night. */
  readonly clocks?: ClassClocks
  /** The part of a clock after which the assignee is warned, above 0 and below 1. */
  readonly warn: number
}

/** Who a step of the ladder addresses: a part in the work, or a person by the name in the community file. */
export const ladderParts = ['assignee', 'manager', 'committee', 'secretary', 'street'] as const

export type LadderPart = (typeof ladderParts)[number]

const amongStaff: readonly string[] = ['assignee', 'manager', 'staff']

/** True where a step leaves the property's own people: the committee, its secretary, the street office, somebody named. */
export function isAboveStaff(notify: string): boolean {
  return !amongStaff.includes(notify) && roomOf(notify)?.role !== 'staff'
}

/** One chat as a step of the ladder addresses it: its role and id, so that a policy needs no table to be read. */
export function roomPart(role: 'staff' | 'committee', id: ChatId): string {
  return `${role}:${id}`
}

/** The chat that a step addresses; null where it addresses people or every chat of a role. */
export function roomOf(notify: string): { readonly role: 'staff' | 'committee'; readonly id: ChatId } | null {
  const [, role, id] = /^(staff|committee):(-?\d+)$/.exec(notify) ?? []
  return role === 'staff' || role === 'committee' ? { role, id: Number(id) } : null
}

/** One row of the ladder. Several rows may share a level: they fire together and address different people. */
export interface LadderStep {
  /** 1 upwards. */
  readonly level: number
  /** A part (`ladderParts`), a role, one chat (`roomPart`) or a person's name. */
  readonly notify: LadderPart | (string & {})
  /** Since the clock ran out, in the ticket's own kind of time. */
  readonly after: Duration
  /** The same for an emergency, round the clock; null: see `emergencyAfter` in ladder-wait. */
  readonly emergencyAfter: Duration | null
  /** How often it is said in all, 1 upwards. */
  readonly repeat: number
  /** Between two of them; null when it is said once. */
  readonly every: Duration | null
  /** The same for an emergency; null: see `emergencyEvery` in ladder-wait. */
  readonly emergencyEvery: Duration | null
}

/** Parts of the whole, each 0 to 1: the three weights of the total score, and what "basically satisfied" counts. */
export interface RateWeights {
  readonly response: number
  readonly resolution: number
  readonly satisfaction: number
  readonly basically: number
}

/** First and last day of a season, 'MM-DD' each, both included; it may run over New Year. */
export type Season = readonly [string, string]

export interface Seasons {
  readonly heating?: Season
}

/** In which kind of time one clock of a class runs. */
export function clockKindOf({ clock, clocks }: ClassPolicy, name: ClockName): ClockKind {
  return name === 'promise' ? clock : (clocks?.[name] ?? clock)
}

/** What a calendar file (iCalendar) says of dates; 'YYYY-MM-DD', sorted. */
export interface ImportedDays {
  readonly closed: readonly string[]
  /** Worked at Monday's hours. */
  readonly worked: readonly string[]
  /** Worked at hours of their own. */
  readonly hours: Calendar['specialHours']
  readonly breaks: Calendar['breaks']
  /** What the file calls its days off and breaks, by date; files read before names were kept have none. */
  readonly names?: Readonly<Record<string, string>>
}

/** Everything a community may decide about time, as data. A ticket keeps the version it was opened under. */
export interface Policy {
  readonly calendar: Calendar
  /** Whose statutory days off and make-up workdays the calendar follows besides its own; left out: nobody's. */
  readonly statutory?: 'cn'
  /** From a calendar file. Null: none any more; left out in an import: the one there is stays. */
  readonly imported?: ImportedDays | null
  /** When a kind of matter is more pressing than in the rest of the year; left out: never. */
  readonly seasons?: Seasons
  readonly classes: Readonly<Record<TicketClass, ClassPolicy>>
  /** Sorted by level. */
  readonly ladder: readonly LadderStep[]
  /** Messages that are no emergency wait these out; null: there are none. */
  readonly quietHours: QuietHours | null
  /** How long people may answer whether it was solved; calendar time. */
  readonly callbackWindow: Duration
  /** How long after it an unanswered callback is put once more; calendar time; left out: never. */
  readonly callbackRemind?: Duration
  /** Kinds of matter that are asked about again, and how long after they were closed; calendar time; left out: none. */
  readonly recheck?: Readonly<Partial<Record<Category, Duration>>>
  /** How often one resident may urge one ticket; calendar time. */
  readonly urgeEvery: Duration
  /** How long an unanswered question of the bot stays; calendar time. */
  readonly questionLifetime: Duration
  /** The longest a due time may be moved in one go. */
  readonly extendMax: Duration
  /** The longest a ticket may be held in one go; calendar time. */
  readonly holdMax: Duration
  /** How often a ticket may be handed on before the committee must agree. */
  readonly handoverMax: number
  /** How long a helper has to report in after a whistle; calendar time. */
  readonly whistleCheckIn: Duration
  /**
   * The weekly summary; `day` is 1 Monday to 7 Sunday, `time` local 'HH:mm'. The committee's monthly and quarterly ones
   * come on the first working day at that time, unless `false`.
   */
  readonly summary: {
    readonly day: number
    readonly time: string
    readonly month: boolean
    readonly quarter: boolean
  }
  readonly rateWeights: RateWeights
  /** When a message is registered or asked about; left out: `defaultUnderstanding`, whatever it is by then. */
  readonly understanding?: Understanding
  /** Notices of interruptions, and many like reports; left out: `defaultInterruptions`, whatever it is by then. */
  readonly interruptions?: InterruptionPolicy
  /** Words and names of places of its own; left out: none. */
  readonly words?: readonly OwnWords[]
  readonly places?: readonly OwnPlace[]
  /** Rows of responsibility of its own, asked before the product's; left out: none. */
  readonly responsibility?: readonly OwnRule[]
}
