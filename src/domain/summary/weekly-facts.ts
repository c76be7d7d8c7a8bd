import type { Category, Place } from '../category.ts'
import type { Instant } from '../ids.ts'
import type { CallbackCounts } from '../rates/three-rates.ts'

/**
 * What the database says about one community and one ISO week [start, end): grouped counts and short lists, never all
 * tickets. Rejected reports ("not a report") and merged doubles are in none of it. Private tickets (care, disputes …)
 * are in the counts but never in a list.
 */
export interface WeeklyFacts {
  readonly community: { readonly name: string; readonly households: number | null }
  /** '2026-W47' */
  readonly week: string
  readonly start: Instant
  readonly end: Instant
  /** When the facts were taken. A week still running is counted up to here; ages are counted up to min(end, asOf). */
  readonly asOf: Instant
  readonly current: PeriodCounts
  /** The same for the ISO week before; null when the community did not exist yet. */
  readonly previous: PeriodCounts | null
  /** From the report to the first acknowledgement, over tickets first acknowledged in the week; calendar ms. */
  readonly acknowledgeMs: Spread
  /** From the report to the (last) resolve, over tickets resolved in the week and not reopened since; calendar ms. */
  readonly finishMs: Spread
  /** Tickets opened in the week, one row per category that has any; order does not matter. */
  readonly byCategory: readonly { readonly category: Category; readonly opened: number }[]
  /** Tickets opened in the week whose place names a building of the community, one row per building that has any. */
  readonly byBuilding: readonly {
    readonly building: string
    /** null: not known, so no rate per 100 households. */
    readonly households: number | null
    readonly opened: number
  }[]
  /** Open at `end`, not private, oldest first; at most 5. */
  readonly longestOpen: readonly OpenMatter[]
  /** Tickets open at `asOf` whose resolution clock runs out in the week after this one [end, end + 1 week). */
  readonly dueNextWeek: number
  /** Volunteers who worked in the week and what they booked. */
  readonly volunteers: { readonly people: number; readonly hours: number }
  /** Open at `end` with the resolution clock run out, by who is responsible; only parties that have any. */
  readonly overdueByParty: readonly {
    /** Code ('property', 'owners', 'utility', 'developer', 'government') or the hold party's own name. */
    readonly party: string
    readonly overdue: number
    /** Calendar ms by which the latest of them is over. */
    readonly worstMs: number
  }[]
}

/** Counts of one week. */
export interface PeriodCounts {
  /** Reported in the week. */
  readonly opened: number
  /** Resolved by staff in the week: distinct tickets with a resolve in it. */
  readonly resolved: number
  /** Closed in the week (confirmed, or nobody answered in the window). */
  readonly closed: number
  /** Reported before `end` and not resolved or closed at `end`: carried over into the next week. */
  readonly carriedOver: number
  /** Of `opened`, how many are private; already in `opened`. */
  readonly openedPrivate: number
  /** Reopened in the week ("not solved" or "not satisfied"): distinct tickets. */
  readonly reopened: number
  /** Handed on to another party in the week: distinct tickets. */
  readonly bounced: number
  /** Promises whose time fell into the week: resolved by then, and not. */
  readonly promisesKept: number
  readonly promisesBroken: number
  /** Callbacks of tickets resolved in the week, and how they were answered up to `asOf`. */
  readonly callbacks: CallbackCounts
}

/** The middle and the slow tenth of a set of spans, in ms; null when the set is empty. SQL: percentile_cont 0.5 and 0.9. */
export interface Spread {
  readonly count: number
  readonly median: number | null
  readonly p90: number | null
}

export interface OpenMatter {
  readonly number: number
  readonly category: Category
  /** As on the ticket; only building, unit and a public spot are ever shown. */
  readonly place: Place
  readonly openedAt: Instant
  /** Set while on hold: the named party and the named date. */
  readonly hold: { readonly party: string; readonly until: Instant } | null
}
