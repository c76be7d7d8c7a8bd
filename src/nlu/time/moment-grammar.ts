import { DAY } from './civil.ts'
import { clock, part, timeOfDay } from './clock-grammar.ts'
import { longest, map, once, one, opt, type Parser, parserOf, seq } from './combinators.ts'
import { date, now } from './date-grammar.ts'
import type { Fields } from './fields.ts'
import { length } from './length-grammar.ts'
import { type Bound, intervalOf, type Phrase } from './phrase.ts'

const joint = opt(longest(one('de'), one('comma')))

/** A date, a time of day, or both; a part of the day alone must be two characters long (早 alone is "early"). */
export const moment: Parser<Fields> = once(
  longest<Fields>(
    map(seq(date, joint, timeOfDay), ([d, , t]) => ({ ...d, ...t })),
    date,
    clock,
    map(seq(part, clock), ([p, c]) => ({ ...p, ...c })),
    map(
      one('part', ({ token }) => token.end - token.start >= 2),
      ({ value }) => ({ part: value }),
    ),
    now,
  ),
)

const point: Parser<Phrase> = map(moment, (fields) => ({ shape: 'moment', fields, bound: null }))

const bounded = (kind: 'before' | 'start' | 'until-now' | 'after', bound: Bound): Parser<Phrase> =>
  map(seq(opt(one('from')), moment, one(kind)), ([, fields]) => ({ shape: 'moment', fields, bound }))

const fromOn: Parser<Phrase> = map(seq(one('from'), moment), ([, fields]) => ({
  shape: 'moment',
  fields,
  bound: 'since',
}))

const range: Parser<Phrase> = map(
  seq(opt(one('from')), moment, opt(one('start')), one('to'), moment, opt(one('before'))),
  ([, from, , , to]) => ({ shape: 'range', from, to }),
)

/** 晚上9~11点: the left hour borrows the right one's unit. */
const hours: Parser<Phrase> = map(
  seq(
    opt(date),
    opt(part),
    one('num', ({ value }) => value <= 24),
    one('to'),
    clock,
  ),
  ([d, p, from, , to]) => ({ shape: 'range', from: { ...d, ...p, hour: from.value }, to: { ...p, ...to } }),
)

const fullYear = one('num', ({ value, token }) => value >= 1900 && value <= 2100 && token.digits === 4)

/** 2020至2025年: the left year borrows the right one's unit. */
const years: Parser<Phrase> = map(
  seq(opt(one('from')), fullYear, one('to'), fullYear, one('year'), opt(one('before'))),
  ([, from, , to]) => ({ shape: 'range', from: { year: from.value }, to: { year: to.value } }),
)

const list: Parser<Phrase> = parserOf(moment, (tokens, at) => {
  const first = moment(tokens, at)
  let last = first
  while (last !== null && tokens[last[1]]?.kinds.includes('comma') === true && tokens[last[1]]?.joined === true) {
    const next = moment(tokens, last[1] + 1)
    if (next === null || next[0].day === undefined || tokens[last[1] + 1]?.joined !== true) break
    last = next
  }
  if (first === null || last === null || last === first || first[0].day === undefined) return null
  return [{ shape: 'range', from: first[0], to: last[0] }, last[1]]
})

const lengthAnd = longest<Phrase>(
  // 第三天了 has lasted two days before today.
  map(
    seq(
      one('ordinal'),
      one('num', ({ value }) => value >= 2 && value <= 60),
      one('day'),
      one('lasting'),
    ),
    ([, n]) => ({
      shape: 'lasting',
      length: { months: 0, workdays: 0, ms: (n.value - 1) * DAY, grain: 'day', vague: false },
    }),
  ),
  map(seq(length, one('before')), ([l]) => ({ shape: 'ago', length: l })),
  map(seq(length, one('after')), ([l]) => ({ shape: 'hence', length: l })),
  map(seq(length, one('within')), ([l]) => ({ shape: 'within', length: l })),
  map(seq(length, opt(one('half')), longest(one('lasting'), one('until-now'), one('start'))), ([l]) => ({
    shape: 'lasting',
    length: l,
  })),
  map(length, (l) => ({ shape: 'length', length: l })),
)

const around = longest<Phrase>(
  map(seq(one('past'), length, opt(one('within'))), ([, l]) => ({ shape: 'lasting', length: l })),
  map(seq(one('coming'), length, opt(one('within'))), ([, l]) => ({ shape: 'within', length: l })),
  map(
    seq(
      longest(
        one('before'),
        one('relative', (r) => r.value === -1),
      ),
      length,
    ),
    ([, l]) => intervalOf(l, -1),
  ),
  map(
    seq(
      longest(
        one('after'),
        one('relative', (r) => r.value === 1),
      ),
      length,
    ),
    ([, l]) => intervalOf(l, 1),
  ),
)

const nthPart: Parser<Phrase> = longest<Phrase>(
  map(seq(moment, one('de'), one('before'), length), ([fields, , , l]) => ({ shape: 'head', fields, length: l })),
  map(seq(moment, one('before'), length), ([fields, , l]) => ({ shape: 'head', fields, length: l })),
  map(seq(moment, one('last'), length), ([fields, , l]) => ({ shape: 'tail', fields, length: l })),
)

const recurring: Parser<Phrase> = map(
  seq(
    one('every'),
    opt(longest(one('num'), one('sunday'))),
    opt(longest(one('day'), one('week'), one('month'))),
    opt(moment),
  ),
  ([, , , fields]) => ({ shape: 'recurring', fields }),
)

/** Everything the Chinese grammar knows; the longest reading wins. */
export const phrase: Parser<Phrase> = longest<Phrase>(
  range,
  hours,
  years,
  list,
  bounded('before', 'before'),
  bounded('until-now', 'since'),
  bounded('start', 'since'),
  bounded('after', 'after'),
  point,
  fromOn,
  nthPart,
  around,
  lengthAnd,
  recurring,
)
