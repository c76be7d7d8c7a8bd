import type { Utility } from '../interruption/utility.ts'
import type { Duration } from '../time/duration.ts'

/** The laws that the product's own times come from; their names are in messages/. */
export const laws = ['power-28', 'water-22', 'gas-20'] as const

export type Law = (typeof laws)[number]

/** How long ahead a planned interruption has to be announced, in calendar time, and who says so; null: the community itself. */
export interface AheadRule {
  readonly lead: Duration
  readonly law: Law | null
}

/** What a community decides about notices of interruptions and about many like reports. */
export interface InterruptionPolicy {
  readonly ahead: Readonly<Partial<Record<Utility, AheadRule>>>
  /** How long before it begins residents are reminded; calendar time; null: not at all. */
  readonly remind: Duration | null
  /** So many like reports within so long propose one incident to staff. */
  readonly burst: { readonly reports: number; readonly within: Duration }
}

const hours = (n: number): Duration => ({ days: 0, ms: n * 3_600_000 })

/**
 * 电力供应与使用条例 art. 28: seven days ahead for planned maintenance; 城市供水条例 art. 22: 24 hours; 城镇燃气管理条例 art. 20: 48 hours.
 */
export const defaultInterruptions: InterruptionPolicy = {
  ahead: {
    power: { lead: { days: 7, ms: 0 }, law: 'power-28' },
    water: { lead: { days: 1, ms: 0 }, law: 'water-22' },
    gas: { lead: hours(48), law: 'gas-20' },
  },
  remind: hours(2),
  burst: { reports: 5, within: { days: 0, ms: 15 * 60_000 } },
}
