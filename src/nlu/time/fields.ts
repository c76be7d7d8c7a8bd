import type { Wall } from './civil.ts'

export type Grain = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/** Which way a bare weekday, date or hour leans. */
export type Lean = 'past' | 'future'

export interface Stretch {
  readonly start: Wall
  /** First moment after it; null for a point. */
  readonly end: Wall | null
  readonly grain: Grain
}

/** What an expression names, before it is placed on the calendar. Offsets count from the day it was said. */
export interface Fields {
  readonly now?: true
  /** A date that no calendar holds: 13月1日. */
  readonly impossible?: true
  readonly year?: number
  readonly yearOffset?: number
  readonly quarter?: number
  readonly quarterOffset?: number
  readonly month?: number
  readonly monthOffset?: number
  readonly week?: number
  readonly weekOffset?: number
  readonly day?: number
  readonly dayOffset?: number
  /** 1 = Monday … 7 = Sunday; 8 = the weekend. */
  readonly weekday?: number
  /** "the first Monday of": which one. */
  readonly nth?: number
  readonly edge?: number
  /** Month × 100 + day of the Chinese calendar, or 10000 + month × 100 + day of the common one. */
  readonly festival?: number
  /** 0 = 小寒 … 23 = 冬至. */
  readonly solarTerm?: number
  readonly part?: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
}

/** A length of time; months and milliseconds apart because a month has no fixed length. */
export interface Length {
  readonly months: number
  readonly ms: number
  readonly workdays: number
  readonly grain: Grain
  /** 一个多月, 几天: not to the unit. */
  readonly vague: boolean
}
