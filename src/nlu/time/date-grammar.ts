import { longest, map, once, one, opt, type Parser, seq, some } from './combinators.ts'
import type { Fields } from './fields.ts'

const number = (low: number, high: number) => one('num', ({ value }) => value >= low && value <= high)
const optional = <T>(parser: Parser<T>) => opt(parser)

/** 24年 → 2024, 98年 → 1998: two digits lie between 1930 and 2029. */
const fullYear = (value: number): number => (value >= 100 ? value : value < 30 ? 2000 + value : 1900 + value)

const year: Parser<Fields> = longest<Fields>(
  map(
    seq(
      one(
        'num',
        ({ value, token }) => value >= 1900 || (value <= 99 && (token.digits === 2 || token.end - token.start === 2)),
      ),
      one('year'),
    ),
    ([n]) => ({ year: fullYear(n.value) }),
  ),
  map(one('rel-year'), ({ value }) => ({ yearOffset: value })),
  map(seq(one('relative'), one('year')), ([r]) => ({ yearOffset: r.value })),
)

const season: Parser<Fields> = longest<Fields>(
  map(seq(optional(one('ordinal')), number(1, 4), one('season')), ([, n]) => ({ quarter: n.value })),
  map(seq(one('relative'), one('season')), ([r]) => ({ quarterOffset: r.value })),
)

const month: Parser<Fields> = longest<Fields>(
  map(seq(number(1, 12), one('month')), ([n]) => ({ month: n.value })),
  map(seq(one('ordinal'), number(1, 12), one('ge'), one('month')), ([, n]) => ({ month: n.value })),
  map(seq(one('relative'), one('month')), ([r]) => ({ monthOffset: r.value })),
)

const edge: Parser<Fields> = map(one('edge'), ({ value }) => ({ edge: value }))

/** 月底, 年底 without a number before them are this month's and this year's. */
const bareEdge: Parser<Fields> = longest<Fields>(
  map(seq(one('month'), one('edge')), ([, e]) => ({ monthOffset: 0, edge: e.value })),
  map(seq(one('year'), one('edge')), ([, e]) => ({ yearOffset: 0, edge: e.value })),
)

const weekday: Parser<Fields> = longest<Fields>(
  map(seq(one('week'), number(1, 6)), ([, n]) => ({ weekday: n.value })),
  map(seq(one('week'), one('sunday')), () => ({ weekday: 7 })),
  map(one('weekend'), () => ({ weekday: 8 })),
)

const week: Parser<Fields> = longest<Fields>(
  map(seq(one('relative'), one('week')), ([r]) => ({ weekOffset: r.value })),
  map(seq(one('relative'), optional(one('de')), weekday), ([r, , d]) => ({ weekOffset: r.value, ...d })),
  map(seq(one('relative'), one('week'), optional(one('de')), weekday), ([r, , , d]) => ({ weekOffset: r.value, ...d })),
  map(seq(one('ordinal'), number(1, 53), optional(one('ge')), one('week')), ([, n]) => ({ week: n.value })),
  map(seq(one('ordinal'), number(1, 5), optional(one('ge')), weekday), ([, n, , d]) => ({ nth: n.value, ...d })),
)

const day: Parser<Fields> = longest<Fields>(
  map(seq(number(1, 31), one('hao')), ([n]) => ({ day: n.value })),
  map(seq(one('ordinal'), number(1, 366), one('day')), ([, n]) => ({ month: 1, day: n.value })),
)

/** 1月3, 二月十五: a bare number straight after a month. */
const monthAndNumber: Parser<Fields> = map(
  seq(
    month,
    one('num', ({ value, token }) => value >= 1 && value <= 31 && token.digits <= 2),
  ),
  ([m, n]) => ({ ...m, day: n.value }),
)

const lunar: Parser<Fields> = longest<Fields>(
  map(seq(one('lunar-month'), optional(one('chu')), number(1, 30)), ([m, , d]) => ({
    festival: m.value * 100 + d.value,
  })),
  map(seq(number(1, 12), one('month'), one('chu'), number(1, 10)), ([m, , , d]) => ({
    festival: m.value * 100 + d.value,
  })),
  // 廿九 is said of the Chinese calendar only, and so is 八月十五.
  map(seq(number(1, 12), one('month'), one('lunar-day')), ([m, , d]) => ({ festival: m.value * 100 + d.value })),
  map(
    seq(
      number(8, 8),
      one('month'),
      one('num', ({ value, token }) => value === 15 && token.digits === 0),
    ),
    () => ({ festival: 815 }),
  ),
  map(one('festival'), ({ value }) => ({ festival: value })),
  map(one('solar-term'), ({ value }) => ({ solarTerm: value })),
)

const relativeDay: Parser<Fields> = map(one('rel-day'), ({ value }) => ({ dayOffset: value }))

const plausible = (m: number, d: number): boolean => m >= 1 && m <= 12 && d >= 1 && d <= 31

const noSuchDate: Fields = { impossible: true }

/** 13月1日 and 11月32日 are read whole, so that no part of them is taken for a day; a month alone needs a year, 13月 is a length. */
const beyond: Parser<Fields> = longest<Fields>(
  map(seq(optional(year), number(0, 99), one('month'), number(0, 99), one('hao')), ([, m, , d]) =>
    plausible(m.value, d.value) ? null : noSuchDate,
  ),
  map(seq(year, number(13, 99), one('month')), () => noSuchDate),
)

const written: Parser<Fields> = longest<Fields>(
  map(one('date'), ({ token: { parts } }) =>
    plausible(parts[1] ?? 0, parts[2] ?? 0)
      ? { year: parts[0] ?? 0, month: parts[1] ?? 0, day: parts[2] ?? 0 }
      : noSuchDate,
  ),
  map(one('monthday'), ({ token: { parts } }) => ({ month: parts[0] ?? 0, day: parts[1] ?? 0 })),
)

/** The same after 的 or a comma. */
const then = (parser: Parser<Fields>): Parser<Fields> =>
  map(seq(optional(longest(one('de'), one('comma'))), parser), ([, fields]) => fields)

/** 现在. */
export const now: Parser<Fields> = map(one('now'), () => ({ now: true as const }))

/** Any way of naming a day, week, month, quarter or year. */
export const date: Parser<Fields> = once(
  longest<Fields>(
    some<Fields>(year, lunar),
    some<Fields>(year, season, monthAndNumber, day),
    some<Fields>(year, season, edge),
    some<Fields>(year, month, edge),
    some<Fields>(year, then(month), then(day), then(weekday)),
    some<Fields>(year, month, then(week)),
    some<Fields>(weekday, then(month), day),
    some<Fields>(year, written),
    some<Fields>(week),
    some<Fields>(written, weekday),
    relativeDay,
    bareEdge,
    beyond,
  ),
)
