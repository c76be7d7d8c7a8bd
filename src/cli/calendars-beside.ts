import { dirname, resolve } from 'node:path'
import type { ReadCalendar } from './community-file.ts'
import { loadIcs } from './ics/load-ics.ts'

/** Calendar files are looked for beside the community file that names them. */
export function calendarsBeside(file: string, now: number): ReadCalendar {
  return (name, timezone) => loadIcs(resolve(dirname(file), name), timezone, now)
}
