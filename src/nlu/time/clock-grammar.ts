import { longest, map, once, one, opt, type Parser, seq, some } from './combinators.ts'
import type { Fields } from './fields.ts'
import { parts } from './words.ts'

const upTo = (limit: number) => one('num', ({ value }) => value <= limit)

/** 早上, 今晚's 晚; a single character counts only beside a day, which `moment` sees to. */
export const part: Parser<Fields> = map(one('part'), ({ value }) => ({ part: value }))

const quarter = map(seq(upTo(3), one('quarter-hour')), ([n]) => n.value * 15)
const one9 = one(
  'num',
  ({ value, token }) => value >= 1 && value <= 9 && token.digits === 0 && token.end - token.start === 1,
)
const minute = longest<number>(
  // Cantonese counts the hour in fives: 三點三個字, 三點踏三, 三點三 are all 3:15.
  map(seq(opt(one('tread')), upTo(11), one('five-minutes')), ([, n]) => n.value * 5),
  map(seq(one('tread'), upTo(11)), ([, n]) => n.value * 5),
  map(seq(one('tread'), one('half')), () => 30),
  map(one9, (n) => n.value * 5),
  map(one('half'), () => 30),
  map(quarter, (m) => m),
  map(seq(upTo(59), opt(one('minute'))), ([n]) => n.value),
  map(seq(upTo(99), one('minute')), ([n]) => n.value),
)
const second = map(seq(upTo(59), one('second')), ([n]) => ({ second: n.value }))

const meridiem = (hour: number, value: number | undefined): number =>
  value === undefined || hour > 24 ? hour : value === 12 ? (hour < 12 ? hour + 12 : hour) : hour % 12

/** 三点, 三点半, 九点零九, 20时1刻, 5点多钟; 25点 is read too, to be told from the day before it. */
const spoken: Parser<Fields> = map(
  seq(upTo(99), one('point'), opt(one('some')), opt(one('hour')), opt(one('exact')), opt(minute), opt(second)),
  ([hour, , , , , m, s]) => ({ hour: hour.value, ...(m === null ? {} : { minute: m }), ...s }),
)

/** 15:37, 3:15pm, 18:42:02. */
const written: Parser<Fields> = map(seq(one('clock'), opt(one('meridiem'))), ([clock, half]) => {
  const [hour = 0, min = 0, sec = -1] = clock.token.parts
  return {
    hour: meridiem(hour, half?.value),
    minute: min,
    ...(sec >= 0 ? { second: sec } : {}),
    ...exactPart(hour, half),
  }
})

/** 3pm. */
const halved: Parser<Fields> = map(seq(upTo(12), one('meridiem')), ([hour, half]) => ({
  hour: meridiem(hour.value, half.value),
  ...exactPart(hour.value, half),
}))

/** am and pm settle the half of the day; so does an hour past twelve. */
const exactPart = (hour: number, half: unknown): Fields =>
  half !== null || hour > 12 ? { part: parts.dawn + 100 } : {}

/** 下班 stands for 18:00. */
const offWork: Parser<Fields> = map(one('off-work'), () => ({ hour: 18, minute: 0, part: parts.afternoon }))

export const clock: Parser<Fields> = once(longest(spoken, written, halved, offWork))

/** [part] clock, or a part alone. */
export const timeOfDay: Parser<Fields> = some(part, clock)
