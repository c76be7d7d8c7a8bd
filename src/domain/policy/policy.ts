import type { TicketClass } from '../category.ts'
import type { Calendar } from '../time/calendar.ts'
import type { ClockKind, Duration } from '../time/duration.ts'
import type { QuietHours } from '../time/quiet-hours.ts'

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
  /** The part of a clock after which the assignee is warned, above 0 and below 1. */
  readonly warn: number
}

/** Who a step of the ladder addresses: a part in the work, or a person by the name in the community file. */
export const ladderParts = ['assignee', 'manager', 'committee', 'secretary', 'street'] as const

export type LadderPart = (typeof ladderParts)[number]

/** One row of the ladder. Several rows may share a level: they fire together and address different people. */
export interface LadderStep {
  /** 1 upwards. */
  readonly level: number
  /** A part (`ladderParts`) or a person's name. */
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

/** Everything a community may decide about time, as data. A ticket keeps the version it was opened under. */
export interface Policy {
  readonly calendar: Calendar
  readonly classes: Readonly<Record<TicketClass, ClassPolicy>>
  /** Sorted by level. */
  readonly ladder: readonly LadderStep[]
  /** Messages that are no emergency wait these out; null: there are none. */
  readonly quietHours: QuietHours | null
  /** How long people may answer whether it was solved; calendar time. */
  readonly callbackWindow: Duration
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
  /** The weekly summary; `day` is 1 Monday to 7 Sunday, `time` local 'HH:mm'. */
  readonly summary: { readonly day: number; readonly time: string }
  readonly rateWeights: RateWeights
}
