import type { Category, Place } from '../category.ts'
import type { Instant } from '../ids.ts'
import type { RateWeights } from '../policy/policy.ts'
import { type RateRow, rateRows } from '../rates/rate-row.ts'
import { type ThreeRates, threeRates } from '../rates/three-rates.ts'
import { dayMs } from '../time/civil-date.ts'
import { localParts } from '../time/zone.ts'
import { type CommitteePart, committeePart } from './committee-part.ts'
import { numberOf, type PeriodKind } from './period.ts'
import type { OpenMatter, PeriodCounts, PeriodFacts } from './period-facts.ts'
import type { Spread } from './spread.ts'

/** Who a summary is written for; the committee's says more about who is late. */
export const audiences = ['residents', 'staff', 'committee'] as const

export type Audience = (typeof audiences)[number]

/** A number of this period beside the last one's; null when there was none. */
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

/** One community's period as a value: pictures, texts and tables are drawn from it and add nothing. */
export interface Summary {
  readonly audience: Audience
  readonly communityName: string
  readonly period: {
    readonly kind: PeriodKind
    /** '2026-W47', '2026-11', '2026-Q4' */
    readonly label: string
    /** Its number in the year. */
    readonly number: number
    /** Local dates 'YYYY-MM-DD', first and last day. */
    readonly first: string
    readonly last: string
    /** It is not over yet. */
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
  /** What the answers of this period weigh in its rates and their total. */
  readonly weights: RateWeights
  /** Answers of the rating question by kind, so that a weighted rate can be checked by hand. */
  readonly ratings: { readonly satisfied: number; readonly basically: number; readonly unsatisfied: number }
  /** What the two spreads below are counted in: from the report on, nights, days off and holds included. */
  readonly timesIn: 'calendar time'
  readonly acknowledgeMs: Spread
  readonly finishMs: Spread
  /** Most first; equal ones in the order of the categories given. */
  readonly byCategory: readonly { readonly category: Category; readonly opened: number }[]
  /** Most per 100 households first; buildings of unknown size after them, by count. */
  readonly byBuilding: readonly { readonly building: string; readonly opened: number; readonly per100: number | null }[]
  /** `moved`: put off before their time; neither kept nor broken, so in no share. */
  readonly promises: {
    readonly kept: number
    readonly broken: number
    readonly moved: number
    readonly keptBefore: number | null
  }
  readonly longestOpen: readonly LongOpen[]
  readonly dueNext: number | null
  readonly volunteers: PeriodFacts['volunteers']
  /** By building, grid, category and party; by person for the committee alone; none for residents. */
  readonly rows: readonly RateRow[]
  readonly committee: CommitteePart | null
}

const longestShown: Readonly<Record<Audience, number>> = { residents: 3, staff: 5, committee: 5 }

/**
 * The period as one audience may see it. Of private tickets only numbers pass, so nothing can leak from here.
 * @param timezone of the community, for the dates.
 */
export function summarize(facts: PeriodFacts, audience: Audience, timezone: string): Summary {
  const { current, previous, period } = facts
  const { weights } = current
  const figure = (pick: (counts: PeriodCounts) => number): Figure => {
    return { now: pick(current), before: previous === null ? null : pick(previous) }
  }
  const { satisfied, basicallySatisfied, unsatisfied } = current.callbacks
  const rows = rateRows(facts.tallies, weights)
  return {
    audience,
    communityName: facts.community.name,
    period: {
      kind: period.kind,
      label: period.label,
      number: numberOf(period),
      first: period.first,
      last: period.last,
      running: facts.asOf < period.end,
    },
    opened: figure((counts) => counts.opened),
    resolved: figure((counts) => counts.resolved),
    closed: figure((counts) => counts.closed),
    carriedOver: figure((counts) => counts.carriedOver),
    openedPrivate: current.openedPrivate,
    rates: threeRates(current.callbacks, weights),
    ratesBefore: previous === null ? null : threeRates(previous.callbacks, previous.weights),
    weights,
    ratings: { satisfied, basically: basicallySatisfied, unsatisfied },
    timesIn: 'calendar time',
    acknowledgeMs: facts.acknowledgeMs,
    finishMs: facts.finishMs,
    byCategory: facts.byCategory.filter(({ opened }) => opened > 0).sort((a, b) => b.opened - a.opened),
    byBuilding: facts.byBuilding.map(withDensity).sort(densest),
    promises: {
      kept: current.promisesKept,
      broken: current.promisesBroken,
      moved: current.promisesMoved,
      keptBefore: previous?.promisesKept ?? null,
    },
    longestOpen: facts.open
      .filter((matter) => !matter.private)
      .slice(0, longestShown[audience])
      .map((matter) => longOpen(matter, seenFrom(facts), timezone)),
    dueNext: facts.dueNext,
    volunteers: facts.volunteers,
    rows:
      audience === 'committee' ? rows : audience === 'staff' ? rows.filter((row) => row.dimension !== 'person') : [],
    committee: audience === 'committee' ? committeePart(facts, seenFrom(facts), timezone) : null,
  }
}

/** Ages are told as of the period's end, or of now while it runs. */
function seenFrom({ period, asOf }: PeriodFacts): Instant {
  return Math.min(period.end, asOf)
}

type Density = Summary['byBuilding'][number]

function withDensity({ building, households, opened }: PeriodFacts['byBuilding'][number]): Density {
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
