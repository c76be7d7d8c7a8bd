import type { Category, Place } from '../category.ts'
import type { Instant } from '../ids.ts'
import type { RateWeights } from '../policy/policy.ts'
import type { Tally } from '../rates/tally.ts'
import type { CallbackCounts } from '../rates/three-rates.ts'
import type { Period } from './period.ts'
import type { Spread } from './spread.ts'

/**
 * What the database says about one community and one period. Reports rejected or merged before the period's end are in
 * none of it. Private tickets (care, disputes …) are counted and never named. What comes after the end changes nothing,
 * but for answers and reopenings within the callback window; only `dueNext` looks ahead.
 */
export interface PeriodFacts {
  readonly community: { readonly name: string; readonly households: number | null }
  readonly period: Period
  /** When the facts were taken. A period still running is counted up to here; ages are counted up to min(end, asOf). */
  readonly asOf: Instant
  readonly current: PeriodCounts
  /** The same for the period before; null when the community did not exist yet. */
  readonly previous: PeriodCounts | null
  /** All that was worked on in the period: open at its start, reported or reopened in it; distinct tickets. */
  readonly handled: number
  /** From the report to the first acknowledgement, over tickets first acknowledged in the period; ms of calendar time. */
  readonly acknowledgeMs: Spread
  /** From the report to the last resolve, over tickets that ended the period resolved; ms of calendar time, holds too. */
  readonly finishMs: Spread
  /** Tickets opened in the period, one row per category that has any; order does not matter. */
  readonly byCategory: readonly { readonly category: Category; readonly opened: number }[]
  /** Tickets opened in the period whose place names a building of the community, one row per building that has any. */
  readonly byBuilding: readonly {
    readonly building: string
    /** null: not known, so no rate per 100 households. */
    readonly households: number | null
    readonly opened: number
  }[]
  /** Open at `end`, oldest first. */
  readonly open: readonly OpenMatter[]
  /** Finished and open matters, each once, by building, grid, category, party and person. */
  readonly tallies: readonly Tally[]
  /** Tickets put on hold in the period, by whom they wait for; a party is named as `partyShown` says, here and below. */
  readonly holdsByParty: readonly { readonly party: string; readonly held: number }[]
  /** Open now with a resolution clock that runs out in the period after this one; null once that one is over, too. */
  readonly dueNext: number | null
  /** Volunteers who worked in the period and what they booked; null where nobody books hours. */
  readonly volunteers: { readonly people: number; readonly hours: number } | null
}

/** Counts of one period. */
export interface PeriodCounts {
  /** Reported in the period. */
  readonly opened: number
  /** Resolved by staff in the period: distinct tickets with a resolve in it. */
  readonly resolved: number
  /** Closed in the period (confirmed, or nobody answered in the window). */
  readonly closed: number
  /** Reported before `end` and not resolved or closed at `end`: carried over into the next period. */
  readonly carriedOver: number
  /** Of `opened`, how many are private; already in `opened`. */
  readonly openedPrivate: number
  /** Reopened in the period ("not solved" or "not satisfied"): distinct tickets. */
  readonly reopened: number
  /** Of `resolved`, those reopened after a resolve of the period, within the callback window. */
  readonly cameBack: number
  /** Handed on from one to another, or sent back by the committee, in the period: distinct tickets. */
  readonly bounced: number
  /** Calls at people's doors in the period. */
  readonly visits: number
  /** Promises whose time fell into the period: resolved by then, and not. */
  readonly promisesKept: number
  readonly promisesBroken: number
  /** Promises whose time fell into the period and that were put off before it, by hand or by a hold. */
  readonly promisesMoved: number
  /** Callbacks of tickets resolved in the period, and how they were answered within the callback window. */
  readonly callbacks: CallbackCounts
  /** What the answers weigh: the policy that was in force when the last report before the period's end came. */
  readonly weights: RateWeights
}

/** A ticket open at the end of a period, as it stood then. Of a private one only number, day and lateness may be shown. */
export interface OpenMatter {
  readonly ticketId: number
  readonly number: number
  readonly private: boolean
  readonly category: Category
  /** As on the ticket; only building, unit and a public spot are ever shown. */
  readonly place: Place
  /** The grid worker its building belongs to. */
  readonly grid: string | null
  /** False where the place names no building of the community. */
  readonly knownBuilding: boolean
  readonly openedAt: Instant
  readonly assignee: { readonly id: number; readonly name: string } | null
  /** Set while on hold: the named party and the named date. */
  readonly hold: { readonly party: string; readonly until: Instant } | null
  /** When its resolution clock ran out; null: it had not. */
  readonly lateSince: Instant | null
}
