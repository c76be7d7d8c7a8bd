import { z } from 'zod'
import { type Calendar, type Pause, weekdays } from '../domain/time/calendar.ts'
import { parseDate, parseTime } from '../domain/time/civil-date.ts'
import { addOpenTime, nextOpen, openTimeBetween, openWindows } from '../domain/time/open-time.ts'
import { isTimezone, localToUtc } from '../domain/time/zone.ts'
import { answerLine, BadLine } from './json-lines.ts'
import { readInstant } from './read-instant.ts'

const isoPattern = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

const time = z.string().refine((text) => parseTime(text) !== null, { error: 'not a time HH:mm, 00:00 to 24:00' })
const startTime = time.refine((text) => text !== '24:00', {
  error: '24:00 can only be an end; a start is 00:00 to 23:59',
})
const date = z.string().refine((text) => parseDate(text) !== null, { error: 'not a date YYYY-MM-DD that exists' })
const slot = z.tuple([startTime, time], { error: 'not a slot of two times, such as ["09:00","17:00"]' })
const slots = z.array(slot, { error: 'not a list of slots, such as [["09:00","17:00"]]' })
const instant = z.string({ error: 'not an ISO 8601 instant' }).refine((text) => isoPattern.test(text), {
  error: 'not an ISO 8601 instant',
})

const minutesFix = 'not a number of minutes from 0 to 1000000000'
const windowsFix = 'not a whole number from 0 to 100000'

/** A part that may be left out or null. */
const orElse = <T extends z.ZodType>(shape: T, fallback: z.output<T>) =>
  shape.nullish().transform((value) => value ?? fallback)

const byDate = orElse(z.record(date, orElse(slots, []), { error: 'not slots by date YYYY-MM-DD' }), {})

const calendarShape = z.object(
  {
    timezone: z.string({ error: 'missing: a time zone such as "Asia/Shanghai"' }).refine(isTimezone, {
      error: 'unknown time zone',
    }),
    hours: orElse(
      z.union([z.literal('always'), z.partialRecord(z.enum(weekdays), orElse(slots, []))], {
        error: 'not "always" nor hours by weekday mon … sun',
      }),
      {},
    ),
    holidays: orElse(z.array(date, { error: 'not a list of dates' }), []),
    special_hours: byDate,
    breaks: byDate,
  },
  { error: 'missing: an object with timezone and hours' },
)

const lineShape = z.object({
  calendar: calendarShape,
  start: instant.nullish(),
  pauses: orElse(
    z.array(z.tuple([instant, instant], { error: 'not a pause [from, to]' }), { error: 'not a list of pauses' }),
    [],
  ),
  target_minutes: z.number(minutesFix).min(0, minutesFix).max(1e9, minutesFix).nullish(),
  end: instant.nullish(),
  windows: z.int(windowsFix).min(0, windowsFix).max(100_000, windowsFix).nullish(),
  next_open: z.boolean({ error: 'not true or false' }).nullish(),
  local: z.object({ date, time }, { error: 'not an object with date and time' }).nullish(),
})

type Line = z.infer<typeof lineShape>

/**
 * Answers one JSON line of business time: {"id","calendar","start","pauses"} and one of `target_minutes`, `end`,
 * `windows`, `next_open`, `local`. A bad line gives {"id","error"}; nothing is thrown.
 */
export function clockLine(line: string): string {
  return answerLine(line, (value) => {
    const read = lineShape.safeParse(value)
    if (!read.success) throw new BadLine(read.error.issues.flatMap((issue) => describe(issue, [])).join('; '))
    return answer(read.data)
  })
}

function answer(line: Line): object {
  const calendar = toCalendar(line.calendar)
  const { timezone } = calendar
  const pauses = line.pauses.map(([from, to]): Pause => [readInstant(from, timezone), readInstant(to, timezone)])
  if (line.local != null) return { utc: iso(localToUtc(timezone, line.local.date, line.local.time)) }
  if (line.start == null) throw new BadLine('start: missing')
  const start = readInstant(line.start, timezone)
  if (line.target_minutes != null) {
    const ms = Math.round(line.target_minutes * 60_000)
    // Nothing can be asked of anybody while it is closed: no work at all is due at the first open moment.
    return { due: iso(ms === 0 ? nextOpen(calendar, start, pauses) : addOpenTime(calendar, start, ms, pauses)) }
  }
  if (line.end != null) {
    return { minutes: Math.floor(openTimeBetween(calendar, start, readInstant(line.end, timezone), pauses) / 60_000) }
  }
  if (line.windows != null) {
    return { windows: openWindows(calendar, start, line.windows, pauses).map(([from, to]) => [iso(from), iso(to)]) }
  }
  if (line.next_open) return { open: iso(nextOpen(calendar, start, pauses)) }
  throw new BadLine('one of target_minutes, end, windows, next_open, local is needed')
}

/** Equal calendars of consecutive lines share one object, so that what was worked out for the first serves the rest. */
let lastCalendar: { key: string; calendar: Calendar } | null = null

function toCalendar(shape: Line['calendar']): Calendar {
  const key = JSON.stringify(shape)
  if (lastCalendar?.key === key) return lastCalendar.calendar
  const { timezone, hours, holidays, special_hours: specialHours, breaks } = shape
  lastCalendar = { key, calendar: { timezone, hours, holidays, specialHours, breaks } }
  return lastCalendar.calendar
}

function iso(at: number): string {
  return new Date(at).toISOString()
}

/** 'path: what is wrong'. Of a choice the structure is meant wherever something inside it is wrong. */
function describe(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): string[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union') {
    const inside = issue.errors.flat().filter((one) => one.path.length > 0 || one.code === 'unrecognized_keys')
    if (inside.length > 0) return inside.flatMap((one) => describe(one, path))
  }
  if (issue.code === 'unrecognized_keys')
    return [`${path.join('.')}: there is no "${issue.keys.join('", "')}"; write mon … sun`]
  if (issue.code === 'invalid_key') return [`${path.join('.')}: ${issue.issues[0]?.message ?? issue.message}`]
  return [`${path.join('.') || 'line'}: ${issue.message}`]
}
