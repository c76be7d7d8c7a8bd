import { ticketClasses } from '../domain/category.ts'
import { type ClassPolicy, clockKindOf, type Policy } from '../domain/policy/policy.ts'
import { dayMs, parseTime } from '../domain/time/civil-date.ts'
import { type ClockKind, type Duration, daytimeOf } from '../domain/time/duration.ts'
import { workingDayMs } from '../domain/time/open-time.ts'
import type { Flaw, Path } from './community-issues.ts'
import type { WrittenFile } from './community-shape.ts'

type Ends = readonly [string, string]

/** Stretches of a day that begin and end at one time: nobody can tell whether none or the whole day is meant. */
export function timeFlaws(file: WrittenFile): Flaw[] {
  const { calendar, quiet_hours: quiet } = file
  const flaws: Flaw[] = []
  if (quiet && minutesOf(quiet[0]) % 1440 === minutesOf(quiet[1]) % 1440)
    flaws.push({
      path: ['quiet_hours'],
      zh: '开始和结束是同一个时间;不要免打扰请写 none',
      en: 'begins and ends at the same time: for no quiet hours write none',
    })
  if (calendar === undefined || calendar === 'always') return flaws
  const { hours, special_hours: special = {}, breaks = {}, lunch } = calendar
  for (const [day, slots] of typeof hours === 'object' ? Object.entries(hours) : [])
    flaws.push(...slotFlaws(['calendar', 'hours', day], slots))
  for (const [date, slots] of Object.entries(special))
    flaws.push(...slotFlaws(['calendar', 'special_hours', date], slots))
  for (const [date, slots] of Object.entries(breaks)) {
    for (const [index, slot] of slots.entries())
      if (isEmpty(slot)) flaws.push(emptyBreak(['calendar', 'breaks', date, index]))
  }
  if (lunch && isEmpty(lunch)) flaws.push(emptyBreak(['calendar', 'lunch']))
  return flaws
}

function slotFlaws(path: Path, slots: readonly Ends[] = []): Flaw[] {
  return slots.flatMap((slot, index) =>
    isEmpty(slot)
      ? [
          {
            path: [...path, index],
            zh: '上班和下班是同一个时间;整天上班请写 ["00:00", "24:00"],不上班就删掉这一段',
            en: 'begins and ends at the same time: for the whole day write ["00:00", "24:00"], for a day off leave it out',
          },
        ]
      : [],
  )
}

function emptyBreak(path: Path): Flaw {
  return {
    path,
    zh: '开始和结束是同一个时间;没有休息就删掉这一段',
    en: 'begins and ends at the same time: give it an end, or leave it out',
  }
}

const isEmpty = ([from, to]: Ends): boolean => minutesOf(from) === minutesOf(to)

const minutesOf = (time: string): number => parseTime(time) ?? 0

const named = { acknowledge: '接单', onsite: '到场' } as const

/** Clocks of one class that could never matter: taking it, or being there, would be due after it is done. */
export function clockFlaws({ sla = {} }: WrittenFile, policy: Policy): Flaw[] {
  return ticketClasses.flatMap((name) =>
    (['acknowledge', 'onsite'] as const).flatMap((clock): Flaw[] => {
      // What the file does not say is the product's; it is not refused for that.
      if (!sla[name]?.[clock] || !isLonger(policy, policy.classes[name], clock)) return []
      return [
        {
          path: ['sla', name, clock],
          zh: `${named[clock]}的时限不能比办结(resolve)还长:写短一点,或把 resolve 写长`,
          en: `must not be longer than resolve of the same class: shorten it, or lengthen resolve`,
        },
      ]
    }),
  )
}

/** Certainly longer, whenever it begins: an hour of working time takes an hour or more, a working day its hours or more. */
function isLonger(policy: Policy, row: ClassPolicy, clock: 'acknowledge' | 'onsite'): boolean {
  const mine = row[clock]
  if (mine === null || row.resolve === null) return false
  const [kind, other] = [clockKindOf(row, clock), clockKindOf(row, 'resolve')]
  if (kind !== other && other !== 'always') return false
  return lengthOf(policy, mine, kind) > lengthOf(policy, row.resolve, other)
}

/** In ms of the clock's own open time. */
function lengthOf({ calendar }: Policy, { days, ms }: Duration, kind: ClockKind): number {
  if (days === 0) return ms
  const day = kind === 'always' ? dayMs : workingDayMs(kind === 'business' ? calendar : daytimeOf(calendar))
  return days * day + ms
}
