import { z } from 'zod'
import { type Calendar, type Pause, weekdays } from '../domain/time/calendar.ts'
import { parseDate, parseTime } from '../domain/time/civil-date.ts'
import { addOpenTime, nextOpen, openTimeBetween, openWindows } from '../domain/time/open-time.ts'
import { isTimezone, localToUtc } from '../domain/time/zone.ts'

const time = z.string().refine((text) => parseTime(text) !== null, { error: 'not a time HH:mm' })
const date = z.string().refine((text) => parseDate(text) !== null, { error: 'not a date YYYY-MM-DD' })
const slots = z.array(z.tuple([time, time]))
const instant = z.string().refine((text) => isoPattern.test(text), { error: 'not an ISO 8601 instant' })
const isoPattern = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i

/** A part that may be left out or null. */
const orElse = <T extends z.ZodType>(shape: T, fallback: z.output<T>) =>
  shape.nullish().transform((value) => value ?? fallback)

const calendarShape = z.object({
  timezone: z.string().refine(isTimezone, { error: 'unknown time zone' }),
  hours: z.union([z.literal('always'), z.partialRecord(z.enum(weekdays), slots)], {
    error: 'not "always" nor hours by weekday mon … sun',
  }),
  holidays: orElse(z.array(date), []),
  special_hours: orElse(z.record(date, slots), {}),
  breaks: orElse(z.record(date, slots), {}),
})

const lineShape = z.object({
  calendar: calendarShape,
  start: instant.nullish(),
  pauses: orElse(z.array(z.tuple([instant, instant])), []),
  target_minutes: z.number().min(0).max(1e9).nullish(),
  end: instant.nullish(),
  windows: z.int().min(0).max(100_000).nullish(),
  next_open: z.boolean().nullish(),
  local: z.object({ date, time }).nullish(),
})

type Line = z.infer<typeof lineShape>

/**
 * Answers one JSON line of business time: {"id","calendar","start","pauses"} and one of `target_minutes`, `end`,
 * `windows`, `next_open`, `local`. A bad line gives {"id","error"}; nothing is thrown.
 */
export function clockLine(line: string): string {
  let id: unknown = null
  try {
    const input: unknown = JSON.parse(line)
    if (typeof input === 'object' && input !== null && 'id' in input) id = input.id
    const read = lineShape.safeParse(input)
    if (!read.success) return JSON.stringify({ id, error: describe(read.error) })
    return JSON.stringify({ id, ...answer(read.data) })
  } catch (error) {
    return JSON.stringify({ id, error: error instanceof Error ? error.message : String(error) })
  }
}

function answer(line: Line): Record<string, unknown> {
  const calendar = toCalendar(line.calendar)
  const { timezone } = calendar
  const pauses = line.pauses.map(([from, to]): Pause => [read(from, timezone), read(to, timezone)])
  if (line.local != null) return { utc: iso(localToUtc(timezone, line.local.date, line.local.time)) }
  if (line.start == null) throw new RangeError('start: missing')
  const start = read(line.start, timezone)
  if (line.target_minutes != null) {
    return { due: iso(addOpenTime(calendar, start, Math.round(line.target_minutes * 60_000), pauses)) }
  }
  if (line.end != null) {
    return { minutes: Math.floor(openTimeBetween(calendar, start, read(line.end, timezone), pauses) / 60_000) }
  }
  if (line.windows != null) {
    return { windows: openWindows(calendar, start, line.windows, pauses).map(([from, to]) => [iso(from), iso(to)]) }
  }
  if (line.next_open) return { open: iso(nextOpen(calendar, start, pauses)) }
  throw new RangeError('one of target_minutes, end, windows, next_open, local is needed')
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

/** An instant without an offset is local to the calendar's zone. */
function read(text: string, timezone: string): number {
  const local = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2}(?:\.\d+)?))?)?$/i.exec(text)
  if (local !== null) return localToUtc(timezone, local[1] ?? '', local[2] ?? '00:00') + Number(local[3] ?? 0) * 1000
  // Date.parse rolls 30 February over into March; refuse it instead.
  const at = parseDate(text.slice(0, 10)) === null ? Number.NaN : Date.parse(text.replace(' ', 'T'))
  if (Number.isNaN(at)) throw new RangeError(`"${text}" is not an instant that exists`)
  return at
}

function iso(at: number): string {
  return new Date(at).toISOString()
}

function describe(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; ')
}
