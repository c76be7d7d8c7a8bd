import type { Category } from '../category.ts'
import type { Instant, UserId } from '../ids.ts'
import { type DayNumber, dayMs, parseDate, parseTime, weekdayOf } from '../time/civil-date.ts'
import { instantOf, localDay } from '../time/zone.ts'

/** One row of the roster, in local time: every week on a weekday, or once on a date. */
export interface DutyShift {
  readonly userId: UserId
  /** 1 Monday to 7 Sunday, or 'YYYY-MM-DD'. */
  readonly day: number | string
  /** 'HH:mm'. */
  readonly from: string
  /** 'HH:mm', 24:00 allowed; at or before `from` it lies on the next day. */
  readonly to: string
  /** What the person is called to; none means everything. */
  readonly trades: readonly Category[]
}

/** Who is on duty when: rows in the order of the file, of which a later one wins over those before it. */
export interface Roster {
  readonly timezone: string
  readonly shifts: readonly DutyShift[]
  /** Shifts that one person has taken over from another, in the order in which it was settled; none where left out. */
  readonly swaps?: readonly DutySwap[]
}

/** For a stretch of time `to` does what the rows ask of `from`, or what an earlier swap gave him. */
export interface DutySwap {
  readonly from: UserId
  readonly to: UserId
  readonly startsAt: Instant
  /** First instant after it. */
  readonly endsAt: Instant
}

/** A stretch of time in which one person (or nobody) is on duty; `shift` is the row that says so, counted from 0. */
export interface DutyStretch {
  readonly from: Instant
  readonly to: Instant
  readonly userId: UserId | null
  readonly shift: number | null
}

/**
 * Who is on duty for a trade at an instant, and by which row; null in a gap. `trade` null asks for matters of a kind that no
 * row names: only rows for everything count.
 */
export function onDuty(
  roster: Roster,
  trade: Category | null,
  at: Instant,
): { readonly userId: UserId; readonly shift: number } | null {
  const { timezone, shifts } = roster
  const today = localDay(timezone, at)
  for (let index = shifts.length - 1; index >= 0; index -= 1) {
    const shift = shifts[index]
    if (!shift || !covers(shift, trade)) continue
    // A shift over midnight began the day before.
    for (const day of [today, today - 1]) {
      const span = spanOn(timezone, shift, day)
      if (span && span[0] <= at && at < span[1]) return { userId: standIn(roster, shift.userId, at), shift: index }
    }
  }
  return null
}

/** The stretches of [from, to) for a trade, in order and without holes; what follows on unchanged is one stretch. */
export function stretchesOf(
  roster: Roster,
  trade: Category | null,
  from: Instant,
  to: Instant,
): readonly DutyStretch[] {
  const found: DutyStretch[] = []
  const borders = bordersIn(roster, trade, from, to)
  for (const [index, start] of borders.entries()) {
    const end = borders[index + 1] ?? to
    const now = onDuty(roster, trade, start)
    const last = found.at(-1)
    if (last && last.userId === (now?.userId ?? null)) found[found.length - 1] = { ...last, to: end }
    else found.push({ from: start, to: end, userId: now?.userId ?? null, shift: now?.shift ?? null })
  }
  return found
}

/** Who does at an instant what a row asks of somebody: himself, or whoever took it over last. */
export function standIn({ swaps = [] }: Roster, userId: UserId, at: Instant): UserId {
  return swaps.reduce(
    (who, { from, to, startsAt, endsAt }) => (who === from && startsAt <= at && at < endsAt ? to : who),
    userId,
  )
}

/** The kinds of matter that rows name, and null for all the others where some row is for everything. */
export function tradesOf({ shifts }: Roster): readonly (Category | null)[] {
  const named = [...new Set(shifts.flatMap(({ trades }) => trades))]
  return shifts.some(({ trades }) => trades.length === 0) ? [...named, null] : named
}

function bordersIn(
  { timezone, shifts, swaps = [] }: Roster,
  trade: Category | null,
  from: Instant,
  to: Instant,
): readonly Instant[] {
  const borders = new Set([from])
  for (const shift of shifts) {
    if (!covers(shift, trade)) continue
    for (let day = localDay(timezone, from) - 1; day <= localDay(timezone, to); day += 1) {
      for (const border of spanOn(timezone, shift, day) ?? []) if (border > from && border < to) borders.add(border)
    }
  }
  for (const { startsAt, endsAt } of swaps) {
    for (const border of [startsAt, endsAt]) if (border > from && border < to) borders.add(border)
  }
  return [...borders].sort((a, b) => a - b)
}

function covers({ trades }: DutyShift, trade: Category | null): boolean {
  return trades.length === 0 || (trade !== null && trades.includes(trade))
}

const dayMinutes = dayMs / 60_000

/** When a row's shift that begins on a local day runs; null where it has none that day. Clocks put forward or back in the night shorten or lengthen it. */
export function spanOn(timezone: string, shift: DutyShift, day: DayNumber): readonly [Instant, Instant] | null {
  const begins = typeof shift.day === 'number' ? weekdayOf(day) === shift.day : parseDate(shift.day) === day
  if (!begins) return null
  const from = parseTime(shift.from) ?? 0
  const to = parseTime(shift.to) ?? dayMinutes
  return [instantOf(timezone, day, from), to <= from ? instantOf(timezone, day + 1, to) : instantOf(timezone, day, to)]
}
