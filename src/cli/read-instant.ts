import { parseDate, parseTime } from '../domain/time/civil-date.ts'
import { localToUtc } from '../domain/time/zone.ts'
import { BadLine } from './json-lines.ts'

const parts = /^(\d{4}-\d{2}-\d{2})(?:[t ](\d{2}:\d{2})(?::(\d{2}(?:[.,]\d+)?))?)?(?:(z)|([+-])(\d{2}):?(\d{2})?)?$/i

/** An instant; without an offset it is local to the zone, and a bare date is its midnight. Throws BadLine on one that does not exist. */
export function readInstant(text: string, timezone: string): number {
  const [, day = '', clock = '00:00', seconds = '0', z, sign, hours = '00', minutes = '00'] = parts.exec(text) ?? []
  const ms = Math.floor(Number(seconds.replace(',', '.')) * 1000)
  // Nothing rolls over: 30 February and 25:00 are refused, not read as some other time.
  if (
    parseDate(day) === null ||
    parseTime(clock) === null ||
    ms >= 60_000 ||
    Number(hours) > 23 ||
    Number(minutes) > 59
  )
    throw new BadLine(`"${text}" is not an instant that exists`)
  if (z === undefined && sign === undefined) return localToUtc(timezone, day, clock) + ms
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
  return localToUtc('UTC', day, clock) + ms - ahead
}
