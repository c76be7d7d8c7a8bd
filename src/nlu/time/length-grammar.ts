import { DAY, HOUR, MINUTE, SECOND, WEEK } from './civil.ts'
import { longest, map, once, one, opt, type Parser, seq } from './combinators.ts'
import type { Grain, Length } from './fields.ts'
import type { Kind } from './words.ts'

interface Unit {
  readonly ms: number
  readonly months: number
  readonly workdays: number
  readonly grain: Grain
}

const unitOf = (ms: number, grain: Grain, months = 0, workdays = 0): Unit => ({ ms, months, workdays, grain })

const units: readonly (readonly [Kind, Unit])[] = [
  ['second', unitOf(SECOND, 'second')],
  ['minute', unitOf(MINUTE, 'minute')],
  ['quarter-hour', unitOf(15 * MINUTE, 'minute')],
  ['hour', unitOf(HOUR, 'hour')],
  ['day', unitOf(DAY, 'day')],
  ['hao', unitOf(DAY, 'day')],
  ['week', unitOf(WEEK, 'week')],
  ['month', unitOf(0, 'month', 1)],
  ['season', unitOf(0, 'quarter', 3)],
  ['year', unitOf(0, 'year', 12)],
  ['workday', unitOf(0, 'day', 0, 1)],
]

const unit: Parser<Unit> = longest(...units.map(([kind, value]) => map(one(kind), () => value)))

const times = (u: Unit, count: number, vague: boolean): Length => ({
  ms: u.ms * count,
  months: Math.trunc(u.months * count),
  workdays: u.workdays * count,
  grain: count % 1 === 0 ? u.grain : finer(u.grain),
  // Half a month, a month or a year is a manner of speaking, not a day on the calendar.
  vague: vague || (u.months > 0 && count % 1 !== 0),
})

const finer = (grain: Grain): Grain =>
  grain === 'day' ? 'hour' : grain === 'hour' ? 'minute' : grain === 'month' ? 'day' : grain

const count = one('num', ({ value, token }) => value > 0 && value <= 1000 && token.digits <= 3)

const plain: Parser<Length> = longest<Length>(
  map(seq(one('some-of'), opt(one('ge')), unit), ([n, , u]) => times(u, n.value, true)),
  map(seq(count, opt(one('ge')), unit, opt(one('some'))), ([n, , u, more]) => times(u, n.value, more !== null)),
  map(seq(count, one('some'), opt(one('ge')), unit), ([n, , , u]) => times(u, n.value, true)),

  map(seq(count, one('ge'), one('some'), unit), ([n, , , u]) => times(u, n.value, true)),
  map(seq(count, one('ge'), one('half'), unit), ([n, , , u]) => times(u, n.value + 0.5, false)),
  map(seq(count, opt(one('ge')), unit, one('half')), ([n, , u]) => times(u, n.value + 0.5, false)),
  map(seq(one('half'), opt(one('ge')), unit), ([, , u]) => times(u, 0.5, false)),
  map(seq(one('some'), opt(one('ge')), unit), ([, , u]) => times(u, 3, true)),
)

const sum = (a: Length, b: Length): Length => ({
  ms: a.ms + b.ms,
  months: a.months + b.months,
  workdays: a.workdays + b.workdays,
  grain: b.grain,
  vague: a.vague || b.vague,
})

/** 三天, 半小时, 一个半小时, 两小时十分钟, 15个工作日; 大概 and 快 before it make it vague. */
export const length: Parser<Length> = once(
  map(seq(opt(one('about')), plain, opt(plain), opt(one('about'))), ([before, a, b, after]) => {
    const whole = b === null ? a : sum(a, b)
    return before === null && after === null ? whole : { ...whole, vague: true }
  }),
)
