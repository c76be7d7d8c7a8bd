import ICAL from 'ical.js'
import { parseDate } from '../../domain/time/civil-date.ts'
import { isTimezone } from '../../domain/time/zone.ts'

/** A content line, folded pieces joined; `line` is where it begins, 1 upwards. */
interface ContentLine {
  readonly line: number
  readonly name: string
  readonly params: string
  readonly value: string
}

/** Where an event stands in its file. */
export interface EventPlace {
  readonly line: number
  readonly uid: string
}

export interface LineCheck {
  readonly problems: readonly string[]
  /** Events in the order of the file. */
  readonly events: readonly EventPlace[]
}

/**
 * What the lines of an iCalendar file (RFC 5545) say by themselves: whether they nest, and whether the times of each event can
 * be read. The parser proper names no lines, so what an operator must mend is found here.
 */
export function checkIcsLines(text: string): LineCheck {
  const problems: string[] = []
  const events: EventPlace[] = []
  const lines = contentLines(text, problems)
  const [first] = lines
  if (first?.name !== 'BEGIN' || first.value.toUpperCase() !== 'VCALENDAR')
    return { problems: ['line 1: this is no calendar: a calendar file begins with BEGIN:VCALENDAR'], events }
  const own = new Set(lines.flatMap(({ name, value }, i) => (name === 'TZID' && inZone(lines, i) ? [value] : [])))
  const open: { readonly what: string; readonly line: number }[] = []
  let event: ContentLine[] | null = null
  for (const content of lines) {
    const what = content.value.toUpperCase()
    if (content.name === 'BEGIN') {
      open.push({ what, line: content.line })
      if (what === 'VEVENT') event = [content]
    } else if (content.name === 'END') {
      const last = open.pop()
      if (last?.what !== what) problems.push(`line ${content.line}: END:${what} ends what was not begun: remove it`)
      if (what === 'VEVENT' && event !== null) {
        events.push(placeOf(event))
        problems.push(...eventProblems(event, own))
        event = null
      }
    } else if (open.at(-1)?.what === 'VEVENT') event?.push(content)
  }
  const [left] = open
  if (left !== undefined) problems.push(`line ${left.line}: BEGIN:${left.what} is never ended: add END:${left.what}`)
  return { problems, events }
}

function contentLines(text: string, problems: string[]): ContentLine[] {
  const joined: { line: number; text: string }[] = []
  for (const [index, piece] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const last = joined.at(-1)
    if (/^[ \t]/.test(piece) && last !== undefined) last.text += piece.slice(1)
    else if (piece.trim() !== '') joined.push({ line: index + 1, text: piece })
  }
  return joined.flatMap(({ line, text: whole }) => {
    const match = /^([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^":])*)*):(.*)$/.exec(whole)
    if (match) return [{ line, name: (match[1] ?? '').toUpperCase(), params: match[2] ?? '', value: match[3] ?? '' }]
    problems.push(`line ${line}: is "${whole.slice(0, 60)}": must be NAME:value`)
    return []
  })
}

function inZone(lines: readonly ContentLine[], index: number): boolean {
  const begin = lines.slice(0, index).findLast(({ name }) => name === 'BEGIN')
  return begin?.value.toUpperCase() === 'VTIMEZONE'
}

function placeOf(event: readonly ContentLine[]): EventPlace {
  return { line: event[0]?.line ?? 1, uid: event.find(({ name }) => name === 'UID')?.value ?? '(no UID)' }
}

function eventProblems(event: readonly ContentLine[], zones: ReadonlySet<string>): string[] {
  const { line, uid } = placeOf(event)
  const of = (name: string) => event.find((content) => content.name === name)
  const problems: string[] = []
  const start = of('DTSTART')
  if (start === undefined) problems.push(`line ${line} event ${uid}: DTSTART is missing: say when it begins`)
  for (const one of event.filter(({ name }) =>
    ['DTSTART', 'DTEND', 'EXDATE', 'RDATE', 'RECURRENCE-ID'].includes(name),
  )) {
    const wrong = one.value.split(',').find((value) => !isIcsTime(value.split('/')[0] ?? ''))
    if (wrong !== undefined)
      problems.push(
        `line ${one.line} event ${uid}: ${one.name} is "${wrong}": must be 20261001 or 20261001T090000, and exist`,
      )
    const zone = /;TZID="?([^";:]+)"?/i.exec(one.params)?.[1]
    if (zone !== undefined && !isTimezone(zone) && !zones.has(zone))
      problems.push(`line ${one.line} event ${uid}: TZID is "${zone}": no such zone; use one such as Asia/Shanghai`)
  }
  const rule = of('RRULE')
  const fault = rule === undefined ? null : ruleFault(rule.value)
  if (rule && fault !== null)
    problems.push(`line ${rule.line} event ${uid}: RRULE is "${rule.value}": ${fault}; write one such as FREQ=YEARLY`)
  const end = of('DTEND')
  if (start && end && start.value.length === end.value.length && start.params === end.params && end.value < start.value)
    problems.push(`line ${end.line} event ${uid}: DTEND is "${end.value}": must not be before DTSTART (${start.value})`)
  return problems
}

function ruleFault(rule: string): string | null {
  try {
    ICAL.Recur.fromString(rule)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function isIcsTime(value: string): boolean {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)Z?)?$/.exec(value)
  return match !== null && parseDate(`${match[1]}-${match[2]}-${match[3]}`) !== null
}
