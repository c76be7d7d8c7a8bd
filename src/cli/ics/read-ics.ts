import ICAL from 'ical.js'
import type { ImportedDays } from '../../domain/policy/policy.ts'
import type { Slot } from '../../domain/time/calendar.ts'
import { type DayNumber, formatDate, parseDate, twoDigits } from '../../domain/time/civil-date.ts'
import { isTimezone, localParts, localToUtc } from '../../domain/time/zone.ts'
import { checkIcsLines } from './ics-lines.ts'

export type IcsReading =
  | { readonly ok: true; readonly days: ImportedDays }
  | { readonly ok: false; readonly problems: readonly string[] }

export interface IcsOptions {
  /** The community's zone: its dates are closed and opened, and times without a zone are its. */
  readonly timezone: string
  /** Both included; events of other years are passed over, and what repeats is written out for these. */
  readonly years: readonly [number, number]
}

/** A rule that gives more than this is a mistake, or no calendar of days. */
const mostOccurrences = 20_000

/** A day off has a name, not a story. */
const longestName = 30

/** Days are worked in exchange when they are called so: 班, 调休上班, workday; being on duty and the shuttle bus are not. */
const worked = /(?<![值下交接])班(?![车次级会长组])|work(?:ing)?[ -]?day|make-?up/i

/**
 * Reads an iCalendar file (RFC 5545): all-day events close their dates, ones marked as make-up work open them with Monday's
 * hours (or the event's own, if it has a time), other timed events are breaks. Cancelled events count for nothing.
 * Every problem with its line or UID; nothing is thrown.
 */
export function readIcs(text: string, { timezone, years }: IcsOptions): IcsReading {
  const { problems, events: places } = checkIcsLines(text)
  if (problems.length > 0) return { ok: false, problems }
  const days = new Days(timezone, years)
  let uid = ''
  try {
    for (const event of eventsOf(text)) {
      uid = event.uid
      if (!expand(event, years, (item, start, end) => days.take(item, start, end)))
        return {
          ok: false,
          problems: [`${placed(uid)}: repeats more than ${mostOccurrences} times: make RRULE coarser`],
        }
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      problems: [`${uid === '' ? 'line 1' : placed(uid)}: cannot be read (${reason}): correct its lines`],
    }
  }
  return { ok: true, days: days.taken() }

  function placed(wanted: string): string {
    return `line ${places.find((place) => place.uid === wanted)?.line ?? 1} event ${wanted}`
  }
}

/** Events with the changed occurrences that belong to them. */
function eventsOf(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(
    ICAL.parse(text.replace(/^\uFEFF/, '').trim()) as ConstructorParameters<typeof ICAL.Component>[0],
  )
  const all = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  const masters = all.filter((event) => !event.isRecurrenceException())
  for (const change of all.filter((event) => event.isRecurrenceException())) {
    const master = masters.find((event) => event.uid === change.uid)
    if (master) master.relateException(change)
    else masters.push(change)
  }
  return masters
}

/** Calls `take` for every occurrence up to the last year; false when there are too many. */
function expand(
  event: ICAL.Event,
  [, lastYear]: readonly [number, number],
  take: (item: ICAL.Event, start: ICAL.Time, end: ICAL.Time) => void,
): boolean {
  if (!event.isRecurring()) {
    take(event, event.startDate, event.endDate)
    return true
  }
  const iterator = event.iterator()
  for (let count = 0; count < mostOccurrences; count += 1) {
    const next = iterator.next()
    if (!next || next.year > lastYear) return true
    const { item, startDate, endDate } = event.getOccurrenceDetails(next)
    take(item, startDate, endDate)
  }
  return false
}

/** Collects what events do to dates. */
class Days {
  readonly #timezone: string
  readonly #years: readonly [number, number]
  readonly #closed = new Set<string>()
  readonly #worked = new Set<string>()
  readonly #hours = new Map<string, Slot[]>()
  readonly #breaks = new Map<string, Slot[]>()
  readonly #names = new Map<string, string>()

  constructor(timezone: string, years: readonly [number, number]) {
    this.#timezone = timezone
    this.#years = years
  }

  take(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time): void {
    const { component } = event
    if (String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED') return
    const categories = component.getAllProperties('categories').flatMap((property) => property.getValues().map(String))
    const opens = [event.summary ?? '', ...categories].some((words) => worked.test(words))
    if (start.isDate) {
      // DTEND is exclusive; one that is missing or equal means the day itself.
      const first = dayOf(start)
      for (let day = first; day < Math.max(first + 1, dayOf(end)); day += 1) {
        if (!this.#concerns(day)) continue
        ;(opens ? this.#worked : this.#closed).add(formatDate(day))
        if (!opens) this.#name(formatDate(day), event)
      }
      return
    }
    const tzid = component.getFirstProperty('dtstart')?.getFirstParameter('tzid')
    const from = this.#instant(start, tzid)
    const to = this.#instant(end, tzid)
    if (to <= from) return
    if (opens) this.#open(from, to)
    else this.#cut(from, to, event)
  }

  /** The first word on a date stands. */
  #name(date: string, { summary }: ICAL.Event): void {
    const name = (summary ?? '').trim().slice(0, longestName)
    if (name !== '' && !this.#names.has(date)) this.#names.set(date, name)
  }

  taken(): ImportedDays {
    const sorted = (dates: ReadonlySet<string>): string[] => [...dates].sort()
    const table = (slots: ReadonlyMap<string, Slot[]>) =>
      Object.fromEntries([...slots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, list]) => [date, unique(list)]))
    return {
      closed: sorted(this.#closed),
      worked: sorted(this.#worked),
      hours: table(this.#hours),
      breaks: table(this.#breaks),
      ...(this.#names.size > 0 && { names: Object.fromEntries([...this.#names].sort(([a], [b]) => (a < b ? -1 : 1))) }),
    }
  }

  #open(from: number, to: number): void {
    const start = localParts(this.#timezone, from)
    // Longer than a day is no shift: the days it covers are worked as Monday is.
    if (to - from < 24 * 3_600_000) {
      if (this.#concerns(parseDate(start.date) ?? 0)) add(this.#hours, start.date, [start.time, this.#endTime(to)])
      return
    }
    for (
      let day = parseDate(start.date) ?? 0;
      day <= (parseDate(localParts(this.#timezone, to - 1).date) ?? 0);
      day += 1
    )
      if (this.#concerns(day)) this.#worked.add(formatDate(day))
  }

  /** Each date gets its own part. */
  #cut(from: number, to: number, event: ICAL.Event): void {
    const first = localParts(this.#timezone, from)
    const lastMoment = localParts(this.#timezone, to - 1)
    const last = parseDate(lastMoment.date) ?? 0
    for (let day = parseDate(first.date) ?? 0; day <= last; day += 1) {
      const date = formatDate(day)
      const end = date === lastMoment.date ? this.#endTime(to) : '24:00'
      if (!this.#concerns(day)) continue
      add(this.#breaks, date, [date === first.date ? first.time : '00:00', end === '00:00' ? '24:00' : end])
      this.#name(date, event)
    }
  }

  /** Seconds are rounded up: a break is never cut short. */
  #endTime(to: number): string {
    const { time } = localParts(this.#timezone, Math.ceil(to / 60_000) * 60_000)
    return time
  }

  #concerns(day: DayNumber): boolean {
    const year = Number(formatDate(day).slice(0, 4))
    return year >= this.#years[0] && year <= this.#years[1]
  }

  /** A zone that the runtime knows is believed before the file's description of it, which may be old. */
  #instant(time: ICAL.Time, tzid: string | undefined): number {
    const { year, month, day, hour, minute, second } = time
    const zone = time.zone === ICAL.Timezone.utcTimezone ? 'UTC' : tzid
    if (zone !== undefined && !isTimezone(zone)) return time.toUnixTime() * 1000
    const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`
    return localToUtc(zone ?? this.#timezone, date, `${twoDigits(hour)}:${twoDigits(minute)}`) + second * 1000
  }
}

function dayOf({ year, month, day }: ICAL.Time): DayNumber {
  return parseDate(`${year}-${twoDigits(month)}-${twoDigits(day)}`) ?? 0
}

function add(slots: Map<string, Slot[]>, date: string, slot: Slot): void {
  slots.set(date, [...(slots.get(date) ?? []), slot])
}

function unique(slots: readonly Slot[]): Slot[] {
  const seen = new Map(slots.map((slot) => [slot.join(), slot]))
  return [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slot]) => slot)
}
