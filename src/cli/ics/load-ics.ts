import { readFileSync } from 'node:fs'
import { localParts } from '../../domain/time/zone.ts'
import { type IcsReading, readIcs } from './read-ics.ts'

/** How far ahead what repeats is written out: longer than any clock runs. */
const yearsAhead = 5

/** Reads a calendar file from the disk: last year's events, this year's and those of the years ahead. */
export function loadIcs(file: string, timezone: string, now: number): IcsReading {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { ok: false, problems: [`cannot be read (${code ?? message}): give the path of a calendar file`] }
  }
  const { year } = localParts(timezone, now)
  return readIcs(text, { timezone, years: [year - 1, year + yearsAhead] })
}
