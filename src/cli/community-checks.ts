import { defaultHours } from '../domain/policy/default-policy.ts'
import { alwaysOpen, type Calendar, type Slot } from '../domain/time/calendar.ts'
import { compileCalendar } from '../domain/time/compiled-calendar.ts'
import { dutyFlaws } from './community-duty.ts'
import type { Flaw, Path } from './community-issues.ts'
import { responsibilityFlaws } from './community-responsibility.ts'
import type { WrittenFile } from './community-shape.ts'
import { timeFlaws } from './community-times.ts'
import { understandingFlaws } from './community-words.ts'

/** What no single value shows: doubles, references to nothing, empty stretches, days both closed and open, weights that do not add up. */
export function crossCheck(file: WrittenFile): Flaw[] {
  return [
    ...doubles(file),
    ...references(file),
    ...timeFlaws(file),
    ...calendar(file),
    ...weights(file),
    ...dutyFlaws(file),
    ...understandingFlaws(file),
    ...responsibilityFlaws(file),
  ]
}

function doubles(file: WrittenFile): Flaw[] {
  return [
    ...repeated(file.buildings ?? [], (building) => building.name).map(([index, name]) =>
      flaw(['buildings', index, 'name'], `楼栋「${name}」写了两次`, `building "${name}" is listed twice: remove one`),
    ),
    ...repeated(file.chats ?? [], (chat) => `${chat.id}`).map(([index, id]) =>
      flaw(
        ['chats', index, 'id'],
        `群 ${id} 写了两次,一个群只能有一个角色`,
        `chat ${id} is listed twice: one chat has one role`,
      ),
    ),
    ...repeated(file.people ?? [], (person) => `${person.id} ${person.role}`).map(([index, key]) =>
      flaw(['people', index, 'id'], `${key} 写了两次`, `${key} is listed twice: remove one`),
    ),
  ]
}

function references(file: WrittenFile): Flaw[] {
  const flaws: Flaw[] = []
  const buildings = new Set((file.buildings ?? []).map(({ name }) => name))
  for (const [index, chat] of (file.chats ?? []).entries()) {
    for (const [position, name] of (chat.buildings ?? []).entries()) {
      if (buildings.has(name)) continue
      const known = [...buildings].slice(0, 20).join(', ')
      flaws.push(
        flaw(
          ['chats', index, 'buildings', position],
          `buildings 里没有「${name}」这栋楼(有:${known})`,
          `there is no building "${name}" under buildings (there are: ${known})`,
        ),
      )
    }
  }
  return flaws
}

function calendar(file: WrittenFile): Flaw[] {
  if (file.calendar === undefined || file.calendar === 'always') return []
  const { hours, holidays, special_hours: special, lunch } = file.calendar
  const flaws: Flaw[] = []
  if (typeof hours === 'object' && Object.values(hours).every((slots) => (slots ?? []).length === 0)) {
    flaws.push(
      flaw(
        ['calendar', 'hours'],
        '一周里没有一天上班;要全天候请写 calendar: always',
        'no day of the week is open; for round the clock write calendar: always',
      ),
    )
  } else if (
    lunch != null &&
    lunch[0] !== lunch[1] &&
    !opensBeside(lunch, (hours ?? defaultHours) as Calendar['hours'])
  ) {
    flaws.push(
      flaw(
        ['calendar', 'lunch'],
        '午休把上班时间全占了,请写短一点',
        'lunch leaves no working time in any week: make it shorter',
      ),
    )
  }
  for (const [index, date] of (Array.isArray(holidays) ? holidays : []).entries()) {
    if (special?.[date] === undefined) continue
    flaws.push(
      flaw(
        ['calendar', 'holidays', index],
        `${date} 又是休息日又有 special_hours,请去掉一个`,
        `${date} is both a holiday and has special_hours: remove one`,
      ),
    )
  }
  return flaws
}

/** Whether a week keeps working time beside its lunch. */
function opensBeside(lunch: Slot, hours: Calendar['hours']): boolean {
  return compileCalendar({ ...alwaysOpen('UTC'), hours, lunch }).opensWeekly
}

function weights({ rates }: WrittenFile): Flaw[] {
  if (rates === undefined) return []
  const { response = 0.1, resolution = 0.5, satisfaction = 0.4 } = rates
  if (Math.abs(response + resolution + satisfaction - 1) < 1e-6) return []
  return [
    flaw(
      ['rates'],
      'response、resolution、satisfaction 三个权重加起来要等于 1',
      'the weights response, resolution and satisfaction must add up to 1',
    ),
  ]
}

function repeated<T>(items: readonly T[], keyOf: (item: T) => string): [number, string][] {
  const seen = new Set<string>()
  return items.flatMap((item, index): [number, string][] => {
    const key = keyOf(item)
    if (seen.has(key)) return [[index, key]]
    seen.add(key)
    return []
  })
}

function flaw(path: Path, zh: string, en: string): Flaw {
  return { path, zh, en }
}
