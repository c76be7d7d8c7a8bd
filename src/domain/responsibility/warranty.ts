import type { Category } from '../category.ts'
import { dayNumberOf, formatDate, parseDate } from '../time/civil-date.ts'
import type { Component, Facts } from './facts.ts'

/**
 * `before`: not handed over yet. `depends`: some of what it may be is still in warranty and some is not.
 * `unknown`: nobody knows when the building was handed over. `none`: nothing of the building, so no warranty.
 */
export type WarrantyState = 'before' | 'in' | 'out' | 'depends' | 'unknown' | 'none'

export interface Warranty {
  readonly state: WarrantyState
  /** Its last day, still in warranty; of several the latest. Null where no day can be named. */
  readonly until: string | null
}

/** Years of a structure where the building's own are not known. */
export const usualDesignLife = 50

/** Kinds of matter that are about the building and what is built into it. */
const built: readonly Category[] = [
  'elevator',
  'water',
  'leak',
  'power',
  'gas',
  'heating',
  'fire',
  'security',
  'facility',
]

/** What a matter may be about where nobody has named the component; of supply (no water, no power) nothing of the building. */
const candidates: Readonly<Partial<Record<Category, readonly Component[]>>> = {
  elevator: ['equipment'],
  leak: ['waterproofing', 'pipes'],
  fire: ['equipment'],
  security: ['equipment'],
  facility: ['equipment', 'fittings'],
}

/** Whether it is in warranty on the day asked about. The last day counts as in. */
export function warrantyOf(facts: Facts): Warranty {
  const about = facts.component === null ? (candidates[facts.category] ?? []) : [facts.component]
  const { handover, on } = facts
  if (handover !== null && on < handover && (about.length > 0 || built.includes(facts.category)))
    return { state: 'before', until: null }
  if (about.length === 0) return { state: 'none', until: null }
  if (handover === null) return { state: byAge(about, facts), until: null }
  const ends = about.map((component) => lastDayOf(component, handover, facts)).toSorted()
  const until = ends.at(-1) ?? null
  if (ends.every((end) => on <= end)) return { state: 'in', until }
  return { state: until !== null && on <= until ? 'depends' : 'out', until }
}

/** The last day of the warranty. Leaking outer walls are waterproofing, what comes off them is finishing. */
export function lastDayOf(
  component: Component,
  handover: string,
  { category, designLife, heatingSeason }: Pick<Facts, 'category' | 'designLife' | 'heatingSeason'>,
): string {
  if (component === 'heating') return endOfSecondSeason(handover, heatingSeason)
  return yearsAfter(handover, yearsOf(component, category, designLife))
}

function yearsOf(component: Component, category: Category, designLife: number | null): number {
  if (component === 'structure') return designLife ?? usualDesignLife
  return component === 'waterproofing' || (component === 'facade' && category === 'leak') ? 5 : 2
}

/** The day of the same name, so many years on; where there is none (29 February) the month's last. */
export function yearsAfter(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years
  const same = `${String(year).padStart(4, '0')}${date.slice(4)}`
  return parseDate(same) === null ? formatDate(dayNumberOf(year, Number(date.slice(5, 7)) + 1, 1) - 1) : same
}

/** Two whole heating periods, not twenty-four months: one that has begun at the handover is not one of them. */
function endOfSecondSeason(handover: string, [first, last]: Facts['heatingSeason']): string {
  const year = Number(handover.slice(0, 4))
  const firstWhole = handover.slice(5) <= first ? year : year + 1
  const end = firstWhole + 1 + (last < first ? 1 : 0)
  return `${String(end).padStart(4, '0')}-${last}`
}

/** By the age that somebody has named. Two heating periods are over after two years or a little later. */
function byAge(about: readonly Component[], { age, category, designLife }: Facts): WarrantyState {
  if (age === null) return 'unknown'
  const years = { 'under-2': 0, '2-to-5': 2, 'over-5': 5 }[age]
  const ended = about.map((one) => one !== 'structure' && yearsOf(one, category, designLife) <= years)
  if (ended.every((end) => end)) return 'out'
  return ended.some((end) => end) ? 'depends' : 'in'
}
