import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { ChinaYear } from '../domain/time/china-days.ts'
import { formatDate, parseDate } from '../domain/time/civil-date.ts'
import { placeFlaw } from './community-file.ts'
import type { Flaw, Path } from './community-issues.ts'
import { formatProblem } from './community-problem.ts'

export type ChinaDaysReading =
  | { readonly ok: true; readonly years: readonly ChinaYear[] }
  | { readonly ok: false; readonly problems: readonly string[] }

const yearShape = z.strictObject(
  {
    source: z.string('write what the days are taken from, such as the title and date of the notice').min(1),
    holidays: z.array(z.string('write a date in quotes, such as "2027-01-01"'), 'write a list of dates'),
    workdays: z.array(z.string('write a date in quotes, such as "2027-01-03"'), 'write a list of dates').optional(),
  },
  'write source, holidays and workdays under the year',
)
const fileShape = z.record(z.string(), yearShape, 'write years, such as 2027, each with source, holidays and workdays')

/** A stretch is no longer than this: whoever writes a whole year has made a mistake. */
const longestStretch = 31

/** Reads a file of China's days (see seeds/china-days.yaml); every problem at once, each with its line. Nothing is thrown. */
export function readChinaDaysFile(text: string): ChinaDaysReading {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [broken] = document.errors
  if (broken !== undefined)
    return { ok: false, problems: [`line ${lines.linePos(broken.pos[0]).line}: not valid YAML: ${broken.message}`] }
  const refuse = (flaws: readonly Flaw[]): ChinaDaysReading => ({
    ok: false,
    problems: flaws.map((flaw) => formatProblem(placeFlaw(text, flaw), 'en')),
  })
  const read = fileShape.safeParse(document.toJS() ?? {})
  if (!read.success) return refuse(read.error.issues.map(({ path, message }) => flaw(path, message)))
  const flaws: Flaw[] = []
  const years = Object.entries(read.data).map(([year, { holidays, workdays = [] }]): ChinaYear => {
    if (!/^20\d\d$/.test(year)) flaws.push({ ...flaw([], `"${year}" is no year: write one such as 2027`), key: year })
    const days = (key: string, list: readonly string[]): string[] =>
      list.flatMap((entry, index) => {
        const found = datesOf(entry)
        const fits = found?.every((date) => date.startsWith(`${year}-`))
        if (!fits)
          flaws.push(flaw([year, key, index], `must be a date of ${year}, or a stretch "first/last" within it`))
        return found ?? []
      })
    const made = { year: Number(year), holidays: days('holidays', holidays), makeUpDays: days('workdays', workdays) }
    if (holidays.length === 0) flaws.push(flaw([year, 'holidays'], 'a year has days off: list them'))
    for (const [index, entry] of workdays.entries())
      if (datesOf(entry)?.some((date) => made.holidays.includes(date)))
        flaws.push(flaw([year, 'workdays', index], 'is a day off, too: remove one of them'))
    return made
  })
  return flaws.length > 0 ? refuse(flaws) : { ok: true, years }
}

/** '2027-01-01', or both ends of a stretch with a slash between. */
function datesOf(entry: string): string[] | null {
  const [first = '', last = first, ...more] = entry.split('/')
  const [from, to] = [parseDate(first.trim()), parseDate(last.trim())]
  if (from === null || to === null || more.length > 0 || to < from || to - from >= longestStretch) return null
  return Array.from({ length: to - from + 1 }, (_, i) => formatDate(from + i))
}

function flaw(path: Path, en: string): Flaw {
  return { path, zh: en, en }
}
