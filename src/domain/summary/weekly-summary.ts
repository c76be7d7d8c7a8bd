import type { Category, Place } from '../category.ts'
import type { RateWeights } from '../policy/policy.ts'
import { type Rate, rate, type ThreeRates, threeRates } from '../rates/three-rates.ts'
import { dayMs } from '../time/civil-date.ts'
import { localParts } from '../time/zone.ts'
import type { OpenMatter, PeriodCounts, Spread, WeeklyFacts } from './weekly-facts.ts'

/** Who a summary is written for; the committee's says more about who is late. */
export type Audience = 'residents' | 'staff' | 'committee'

/** A number of this week beside last week's; null when there was no last week. */
export interface Figure {
  readonly now: number
  readonly before: number | null
}

export interface LongOpen {
  readonly number: number
  readonly category: Category
  readonly place: Place
  /** Whole days since the report. */
  readonly ageDays: number
  /** Who it waits for, and until which local date 'YYYY-MM-DD'. */
  readonly hold: { readonly party: string; readonly until: string } | null
}

/** What only the committee sees. */
export interface CommitteePart {
  readonly overdueByParty: WeeklyFacts['overdueByParty']
  /** Reopened against resolved in the week. */
  readonly reopen: Rate
  /** Handed on against all that was worked on: carried in and newly opened. */
  readonly bounce: Rate
}

/** One community's week as a value: pictures, texts and tables are drawn from it and add nothing. */
export interface WeeklySummary {
  readonly audience: Audience
  readonly communityName: string
  readonly week: {
    /** '2026-W47' */
    readonly label: string
    readonly number: number
    /** Local dates 'YYYY-MM-DD', Monday and Sunday. */
    readonly first: string
    readonly last: string
    /** The week is not over yet. */
    readonly running: boolean
  }
  readonly opened: Figure
  readonly resolved: Figure
  readonly closed: Figure
  readonly carriedOver: Figure
  /** Counted in `opened`, shown nowhere else. */
  readonly openedPrivate: number
  readonly rates: ThreeRates
  readonly ratesBefore: ThreeRates | null
  /** Answers of the rating question by kind, so that a weighted rate can be checked by hand. */
  readonly ratings: { readonly satisfied: number; readonly basically: number; readonly unsatisfied: number }
  readonly acknowledgeMs: Spread
  readonly finishMs: Spread
  /** Most first; equal ones in the order of the categories given. */
  readonly byCategory: readonly { readonly category: Category; readonly opened: number }[]
  /** Most per 100 households first; buildings of unknown size after them, by count. */
  readonly byBuilding: readonly { readonly building: string; readonly opened: number; readonly per100: number | null }[]
  readonly promises: { readonly kept: number; readonly broken: number; readonly keptBefore: number | null }
  readonly longestOpen: readonly LongOpen[]
  readonly dueNextWeek: number
  readonly volunteers: WeeklyFacts['volunteers']
  readonly committee: CommitteePart | null
}

const longestShown: Readonly<Record<Audience, number>> = { residents: 3, staff: 5, committee: 5 }

/**
 * The week as one audience may see it. Private tickets arrive only as counts, so none can leak from here.
 * @param timezone of the community, for the dates.
 */
export function weeklySummary(
  facts: WeeklyFacts,
  audience: Audience,
  timezone: string,
  weights: RateWeights,
): WeeklySummary {
  const { current, previous } = facts
  const figure = (pick: (counts: PeriodCounts) => number): Figure => {
    return { now: pick(current), before: previous === null ? null : pick(previous) }
  }
  return {
    audience,
    communityName: facts.community.name,
    week: {
      label: facts.week,
      number: Number(facts.week.slice(-2)),
      first: localParts(timezone, facts.start).date,
      last: localParts(timezone, facts.end - 1).date,
      running: facts.asOf < facts.end,
    },
    opened: figure((counts) => counts.opened),
    resolved: figure((counts) => counts.resolved),
    closed: figure((counts) => counts.closed),
    carriedOver: figure((counts) => counts.carriedOver),
    openedPrivate: current.openedPrivate,
    rates: threeRates(current.callbacks, weights),
    ratesBefore: previous === null ? null : threeRates(previous.callbacks, weights),
    ratings: {
      satisfied: current.callbacks.satisfied,
      basically: current.callbacks.basicallySatisfied,
      unsatisfied: current.callbacks.unsatisfied,
    },
    acknowledgeMs: facts.acknowledgeMs,
    finishMs: facts.finishMs,
    byCategory: facts.byCategory.filter(({ opened }) => opened > 0).sort((a, b) => b.opened - a.opened),
    byBuilding: facts.byBuilding.map(withDensity).sort(densest),
    promises: {
      kept: current.promisesKept,
      broken: current.promisesBroken,
      keptBefore: previous?.promisesKept ?? null,
    },
    longestOpen: facts.longestOpen
      .slice(0, longestShown[audience])
      .map((matter) => longOpen(matter, Math.min(facts.end, facts.asOf), timezone)),
    dueNextWeek: facts.dueNextWeek,
    volunteers: facts.volunteers,
    committee: audience === 'committee' ? committeePart(facts) : null,
  }
}

function committeePart({ current, previous, overdueByParty }: WeeklyFacts): CommitteePart {
  const handled = (previous?.carriedOver ?? 0) + current.opened
  return {
    overdueByParty: [...overdueByParty].sort((a, b) => b.overdue - a.overdue || b.worstMs - a.worstMs),
    reopen: rate(current.reopened, current.reopened, current.resolved),
    bounce: rate(current.bounced, current.bounced, handled),
  }
}

type Density = WeeklySummary['byBuilding'][number]

function withDensity({ building, households, opened }: WeeklyFacts['byBuilding'][number]): Density {
  const per100 = households === null || households === 0 ? null : (opened * 100) / households
  return { building, opened, per100 }
}

function densest(a: Density, b: Density): number {
  return (b.per100 ?? -1) - (a.per100 ?? -1) || b.opened - a.opened
}

function longOpen(matter: OpenMatter, until: number, timezone: string): LongOpen {
  const { number, category, place, openedAt, hold } = matter
  return {
    number,
    category,
    place,
    ageDays: Math.max(0, Math.floor((until - openedAt) / dayMs)),
    hold: hold === null ? null : { party: hold.party, until: localParts(timezone, hold.until).date },
  }
}
