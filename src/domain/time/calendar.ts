import type { Instant } from '../ids.ts'

/** Local opening hours of one day, "HH:mm" each. The end may be "24:00"; an end at or before the start lies on the next day. */
export type Slot = readonly [string, string]

/** Days in the order of ISO 8601: `weekdays[0]` is Monday, weekday number 1. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export type Weekday = (typeof weekdays)[number]

export type WeeklyHours = { readonly [day in Weekday]?: readonly Slot[] }

/**
 * When work is done. Dates are local, 'YYYY-MM-DD'.
 *
 * Which rule wins on one date: a holiday closes it; else `specialHours` replace the weekly hours; lunch and breaks are cut
 * out of whatever is left. A slot belongs to the date it starts on, so a night shift runs into a holiday unharmed.
 */
export interface Calendar {
  /** IANA zone, or a fixed offset such as "+08:00". */
  readonly timezone: string
  readonly hours: WeeklyHours | 'always'
  readonly holidays: readonly string[]
  readonly specialHours: Readonly<Record<string, readonly Slot[]>>
  readonly breaks: Readonly<Record<string, readonly Slot[]>>
  /** Cut out of every day, whatever opens it. */
  readonly lunch?: Slot
  /** When people may be disturbed, every day, holidays too: the hours of the daytime clock. Left out: round the clock. */
  readonly daytime?: Slot
}

/** A stretch in which a clock stands still: closed at its start, open at its end. Pauses may overlap and come in any order. */
export type Pause = readonly [Instant, Instant]

/** A stretch in which work is done: closed at its start, open at its end. */
export type OpenWindow = readonly [Instant, Instant]

/** Round the clock, every day. */
export function alwaysOpen(timezone: string): Calendar {
  return { timezone, hours: 'always', holidays: [], specialHours: {}, breaks: {} }
}
