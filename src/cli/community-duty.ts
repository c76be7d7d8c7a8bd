import type { DutyShift } from '../domain/duty/roster.ts'
import { weekdays } from '../domain/time/calendar.ts'
import type { Flaw } from './community-issues.ts'
import { ambiguous, namedAlike } from './community-namesakes.ts'
import type { WrittenFile } from './community-shape.ts'

/** The roster's rows, one for each day named. */
export function dutyOf({ duty = [], people = [] }: WrittenFile): readonly DutyShift[] {
  return duty.flatMap(({ person, days = [], date, from, to, trades = [] }) => {
    const userId = people.find(({ name, role }) => name === person && mayServe(role))?.id
    if (userId === undefined) return []
    const on: readonly (number | string)[] = date === undefined ? days.map((day) => weekdays.indexOf(day) + 1) : [date]
    return on.map((day): DutyShift => ({ userId, day, from, to, trades }))
  })
}

/** A row names one person who works here, and either weekdays or one date. */
export function dutyFlaws({ duty = [], people = [] }: WrittenFile): Flaw[] {
  return duty.flatMap(({ person, days, date }, index): Flaw[] => {
    const flaws: Flaw[] = []
    const namesakes = namedAlike(
      people.filter(({ role }) => mayServe(role)),
      person,
    )
    if (namesakes > 1) flaws.push({ path: ['duty', index, 'person'], ...ambiguous(person, namesakes) })
    if (namesakes === 0) {
      const known = people
        .filter(({ role }) => mayServe(role))
        .map(({ name }) => name)
        .slice(0, 20)
      flaws.push({
        path: ['duty', index, 'person'],
        zh: `people 里没有叫「${person}」的物业人员(有:${known.join('、')})`,
        en: `there is no staff or manager "${person}" under people (there are: ${known.join(', ')})`,
      })
    }
    if ((days === undefined || days.length === 0) === (date === undefined)) {
      flaws.push({
        path: ['duty', index],
        zh: 'days(星期几)和 date(某一天)要写一个,只写一个',
        en: 'write either days (weekdays) or date (one day), and only one of them',
      })
    }
    return flaws
  })
}

function mayServe(role: string): boolean {
  return role === 'staff' || role === 'manager'
}
