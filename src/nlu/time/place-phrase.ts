import { addMonths, civilOf, DAY, dayStart, HOUR, MINUTE, SECOND, type Wall, WEEK, wallOf, weekStart } from './civil.ts'
import type { Fields, Grain, Lean, Length, Stretch } from './fields.ts'
import type { Bound, Phrase } from './phrase.ts'
import { isNoTime, placeFields } from './place-fields.ts'

/** A phrase on the calendar, still in wall time. */
export interface Placed extends Stretch {
  readonly kind: 'point' | 'interval' | 'duration' | 'recurring'
  readonly bound: Bound | 'lasting' | 'ago' | 'within'
  /** Not to be counted on to the day or hour. */
  readonly vague: boolean
  /** The last moment named, for a deadline: 周五前 → the day Friday. */
  readonly named: Stretch | null
}

const grainMs: Readonly<Record<Grain, number>> = {
  second: SECOND,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  week: WEEK,
  month: 30 * DAY,
  quarter: 91 * DAY,
  year: 365 * DAY,
}

function floorTo(wall: Wall, grain: Grain): Wall {
  if (grain === 'week') return weekStart(wall)
  const c = civilOf(wall)
  if (grain === 'month' || grain === 'quarter') return wallOf(c.year, c.month, 1)
  if (grain === 'year') return wallOf(c.year, 1, 1)
  return Math.floor(wall / grainMs[grain]) * grainMs[grain]
}

/** Moves by a length; working days skip Saturday and Sunday (holidays belong to the community's calendar, not to language). */
export function shift(wall: Wall, length: Length, sign: 1 | -1): Wall {
  let moved = addMonths(wall, sign * length.months) + sign * length.ms
  for (let left = length.workdays; left > 0; ) {
    moved += sign * DAY
    if (civilOf(moved).weekday <= 5) left--
  }
  return moved
}

const fine = (grain: Grain): boolean => grain === 'hour' || grain === 'minute' || grain === 'second'

const placed = (s: Stretch, kind: Placed['kind'], more: Partial<Placed> = {}): Placed => ({
  bound: null,
  vague: false,
  named: null,
  ...s,
  kind,
  ...more,
})

function placeMoment(fields: Fields, bound: Bound, ref: Wall, lean: Lean): Placed | null {
  const own = placeFields(fields, ref, lean)
  if (own === null) return null
  if (bound === 'before') {
    const end = own.end ?? own.start
    // 2025年前 said in 2026 names no deadline but a past; the stretch itself is all it tells.
    if (end <= ref) return placed(own, 'interval', { named: own })
    return placed({ start: ref, end, grain: own.grain }, 'interval', { bound, named: own })
  }
  if (bound === 'since')
    return placed({ ...own, end: own.start < ref ? ref : own.end }, 'interval', { bound, named: own })
  return placed(own, own.end !== null && own.grain === 'hour' ? 'interval' : 'point', { bound, named: own })
}

const namesDay = (f: Fields): boolean =>
  f.dayOffset !== undefined || f.weekday !== undefined || f.now !== undefined || f.festival !== undefined

/** 明天下午3点至8点, 12月九号到十五号: what the right side leaves out it takes from the left. */
function inherit(from: Fields, to: Fields): Fields {
  if (namesDay(to) || to.year !== undefined || to.yearOffset !== undefined || to.monthOffset !== undefined) return to
  const { hour: _hour, minute: _minute, second: _second, part, ...date } = from
  if (to.day === undefined && to.month === undefined)
    return { ...date, ...(part === undefined || to.part !== undefined || (to.hour ?? 0) > 12 ? {} : { part }), ...to }
  const { year, yearOffset, month, monthOffset } = from
  return { year, yearOffset, ...(to.month === undefined ? { month, monthOffset } : {}), ...to }
}

function placeRange(from: Fields, to: Fields, ref: Wall, lean: Lean): Placed | null {
  const start = placeFields(from, ref, lean)
  const end = placeFields(inherit(from, to), ref, lean)
  if (start === null || end === null) return null
  const openEnd = to.now === true || (to.dayOffset === 0 && to.hour === undefined)
  const last = openEnd ? ref : (end.end ?? end.start)
  // 22点到6点 runs into the next day.
  const closed = fine(end.grain) && last <= start.start ? last + DAY : last
  return placed({ start: start.start, end: closed, grain: start.grain }, 'interval', {
    named: end,
    bound: openEnd ? 'since' : null,
  })
}

function placePart(shape: 'head' | 'tail', fields: Fields, length: Length, ref: Wall, lean: Lean): Placed | null {
  const whole = placeFields(fields, ref, lean)
  if (whole === null || whole.end === null) return null
  return shape === 'head'
    ? placed({ start: whole.start, end: shift(whole.start, length, 1), grain: length.grain }, 'interval')
    : placed({ start: shift(whole.end, length, -1), end: whole.end, grain: length.grain }, 'interval')
}

/** True when a phrase names a day or an hour that does not exist. */
export function isNoPhraseTime(phrase: Phrase, ref: Wall, lean: Lean): boolean {
  switch (phrase.shape) {
    case 'moment':
    case 'head':
    case 'tail':
      return isNoTime(phrase.fields, ref, lean)
    case 'range':
      return isNoTime(phrase.from, ref, lean) || isNoTime(inherit(phrase.from, phrase.to), ref, lean)
    default:
      return false
  }
}

/** Puts a phrase on the calendar as seen from `ref`; null when it names nothing that exists. */
export function placePhrase(phrase: Phrase, ref: Wall, lean: Lean): Placed | null {
  switch (phrase.shape) {
    case 'moment':
      return placeMoment(phrase.fields, phrase.bound, ref, lean)
    case 'range':
      return placeRange(phrase.from, phrase.to, ref, lean)
    case 'head':
    case 'tail':
      return placePart(phrase.shape, phrase.fields, phrase.length, ref, lean)
    case 'recurring': {
      const first = phrase.fields === null ? null : placeFields(phrase.fields, ref, lean)
      return placed(first ?? { start: dayStart(ref), end: null, grain: 'day' }, 'recurring')
    }
    case 'beside':
      return placeBeside(phrase.length, phrase.side, ref)
    default:
      return placeLength(phrase.shape, phrase.length, ref)
  }
}

/** 前两天 ends where today begins, 下三小时 begins where this hour ends. */
function placeBeside(length: Length, side: -1 | 1, ref: Wall): Placed {
  const { grain, vague } = length
  const unit: Length = {
    ...length,
    ms: length.months > 0 ? 0 : grainMs[grain],
    months: length.months > 0 ? (grain === 'year' ? 12 : 1) : 0,
  }
  const edge = side < 0 ? floorTo(ref, grain) : shift(floorTo(ref, grain), unit, 1)
  const other = shift(edge, length, side)
  return placed({ start: Math.min(edge, other), end: Math.max(edge, other), grain }, 'interval', { vague })
}

function placeLength(shape: 'ago' | 'hence' | 'within' | 'lasting' | 'length', length: Length, ref: Wall): Placed {
  const { grain, vague } = length
  const back = shift(ref, length, -1)
  const on = shift(ref, length, 1)
  const whole = (wall: Wall) => (fine(grain) ? wall : dayStart(wall))
  const endOfDay = (wall: Wall) => (fine(grain) ? wall : dayStart(wall) + DAY)
  switch (shape) {
    case 'ago':
      return placed({ start: whole(back), end: null, grain }, 'point', { vague, bound: 'ago' })
    case 'hence':
      return placed({ start: whole(on), end: null, grain }, 'point', { vague })
    case 'within':
      return placed({ start: ref, end: endOfDay(on), grain }, 'interval', { vague, bound: 'within' })
    case 'lasting':
      return placed({ start: whole(back), end: ref, grain }, 'interval', { vague, bound: 'lasting' })
    case 'length':
      return placed({ start: ref, end: on, grain }, 'duration', { vague })
  }
}
