import type { Instant, UserId } from '../ids.ts'
import { localDay } from '../time/zone.ts'
import { onDuty, type Roster, spanOn, standIn, tradesOf } from './roster.ts'

/** When somebody asks to be stood in for. */
export interface SwapTime {
  readonly from: Instant
  /** First instant after it. */
  readonly to: Instant
  /** A day as a whole means the shifts that begin on it; an evening or an hour the shift that it lies in. */
  readonly wholeDay: boolean
}

export type ShiftFound =
  | { readonly ok: true; readonly userId: UserId; readonly from: Instant; readonly to: Instant }
  /** `swapped`: somebody has taken that shift over already. `whose`: several people are on duty then. */
  | { readonly ok: false; readonly why: 'not-on-duty' | 'past' }
  | { readonly ok: false; readonly why: 'swapped'; readonly by: UserId }
  | { readonly ok: false; readonly why: 'whose'; readonly among: readonly UserId[] }

/**
 * The shift somebody has at a time, or (null) the one that anybody has then. Several on one day count as one. A shift that has
 * begun is past.
 */
export function shiftToSwap(roster: Roster, time: SwapTime, of: UserId | null, now: Instant): ShiftFound {
  const all = shiftsAt(roster, time)
  const holders = [...new Set(all.map(({ userId }) => userId))]
  if (of === null && holders.length > 1) return { ok: false, why: 'whose', among: holders }
  const userId = of ?? holders[0]
  const mine = all.filter((shift) => shift.userId === userId)
  if (userId === undefined || mine.length === 0) {
    const given = all.find(({ rowOf }) => rowOf === of)
    return given ? { ok: false, why: 'swapped', by: given.userId } : { ok: false, why: 'not-on-duty' }
  }
  const from = Math.min(...mine.map((shift) => shift.from))
  if (from <= now) return { ok: false, why: 'past' }
  return { ok: true, userId, from, to: Math.max(...mine.map((shift) => shift.to)) }
}

interface HeldShift {
  readonly from: Instant
  readonly to: Instant
  /** Whom the row names. */
  readonly rowOf: UserId
  /** Who does it. */
  readonly userId: UserId
}

function shiftsAt(roster: Roster, { from, to, wholeDay }: SwapTime): readonly HeldShift[] {
  const { timezone, shifts } = roster
  const found: HeldShift[] = []
  for (const [index, { userId: rowOf }] of shifts.entries()) {
    for (let day = localDay(timezone, from) - 1; day <= localDay(timezone, to - 1); day += 1) {
      const shift = shifts[index]
      const span = shift && spanOn(timezone, shift, day)
      if (!span || !inForce(roster, index, span)) continue
      const named = wholeDay ? from <= span[0] && span[0] < to : span[0] < to && from < span[1]
      if (named) found.push({ from: span[0], to: span[1], rowOf, userId: standIn(roster, rowOf, span[0]) })
    }
  }
  if (wholeDay) return found
  // 周五晚 touches the day's shift and means the night's.
  const share = (one: HeldShift): number => Math.min(one.to, to) - Math.max(one.from, from)
  const most = Math.max(...found.map(share))
  return found.filter((one) => share(one) === most)
}

/** Whether a row decides at the beginning, the middle or the end of its shift: one that later rows cover is nobody's duty. */
function inForce(roster: Roster, index: number, [from, to]: readonly [Instant, Instant]): boolean {
  const moments = [from, (from + to) / 2, to - 1]
  return [null, ...tradesOf(roster)].some((trade) => moments.some((at) => onDuty(roster, trade, at)?.shift === index))
}
