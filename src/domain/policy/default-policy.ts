import type { TicketClass } from '../category.ts'
import type { Calendar, Slot, WeeklyHours } from '../time/calendar.ts'
import type { ClockKind, Duration } from '../time/duration.ts'
import { daytimeBeside, type QuietHours } from '../time/quiet-hours.ts'
import type { Understanding } from './own-words.ts'
import type { ClassPolicy, LadderStep, Policy } from './policy.ts'

const minutes = (n: number): Duration => ({ days: 0, ms: n * 60_000 })
const hours = (n: number): Duration => ({ days: 0, ms: n * 3_600_000 })
const days = (n: number): Duration => ({ days: n, ms: 0 })

const officeDay: readonly Slot[] = [
  ['08:30', '12:00'],
  ['14:00', '18:00'],
]

/** Monday to Friday, morning and afternoon. */
export const defaultHours: WeeklyHours = {
  mon: officeDay,
  tue: officeDay,
  wed: officeDay,
  thu: officeDay,
  fri: officeDay,
}

/**
 * The product's table of classes. "Same day" is one working day here; an emergency is done when it is safe and a visit
 * in care comes again, so neither has a time to be done by. Care is taken within half an hour by day.
 */
export const defaultClasses: Readonly<Record<TicketClass, ClassPolicy>> = {
  emergency: clocks('always', { acknowledge: minutes(5), onsite: minutes(30) }),
  urgent: clocks('always', { acknowledge: minutes(15), onsite: minutes(30), resolve: hours(24) }),
  repair: clocks('business', { acknowledge: hours(2), onsite: days(1), resolve: days(3) }),
  complaint: clocks('business', { acknowledge: days(1), resolve: days(5), secondTry: days(3) }),
  enforcement: clocks('business', { acknowledge: days(1), onsite: days(1), resolve: days(15) }),
  mediation: clocks('business', { acknowledge: days(1), onsite: days(7), resolve: days(30) }),
  care: clocks('always', { acknowledge: minutes(30), onsite: hours(24), clocks: { acknowledge: 'daytime' } }),
}

const once = { repeat: 1, every: null, emergencyEvery: null } as const
const lastLevel = { repeat: 5, every: days(1), emergencyEvery: minutes(20) } as const

/** At the due time the people in the work, then the committee, then its secretary and the street office by name. */
export const defaultLadder: readonly LadderStep[] = [
  { level: 1, notify: 'assignee', after: minutes(0), emergencyAfter: minutes(0), ...once },
  { level: 1, notify: 'manager', after: minutes(0), emergencyAfter: minutes(0), ...once },
  { level: 2, notify: 'committee', after: hours(2), emergencyAfter: minutes(10), ...once },
  { level: 3, notify: 'secretary', after: days(1), emergencyAfter: minutes(20), ...lastLevel },
  { level: 3, notify: 'street', after: days(1), emergencyAfter: minutes(20), ...lastLevel },
]

/** Nobody is disturbed at night, and the daytime clock stands still. */
const defaultQuiet: QuietHours = ['22:00', '07:00']

/** The daytime hours that quiet hours leave, as a part of a calendar. */
export function daytimePart(quiet: QuietHours | null): Pick<Calendar, 'daytime'> {
  const daytime = daytimeBeside(quiet)
  return daytime === null ? {} : { daytime }
}

/** The model's chances are calibrated: of lines it gives seven in ten, seven in ten are reports. Between the two the writer is asked. */
export const defaultUnderstanding: Understanding = { report: 0.72, maybe: 0.37 }

/** What holds where a community has said nothing. */
export function defaultPolicy(timezone: string): Policy {
  return {
    calendar: {
      timezone,
      hours: defaultHours,
      holidays: [],
      specialHours: {},
      breaks: {},
      ...daytimePart(defaultQuiet),
    },
    statutory: 'cn',
    classes: defaultClasses,
    ladder: defaultLadder,
    quietHours: defaultQuiet,
    callbackWindow: hours(72),
    callbackRemind: hours(48),
    recheck: { leak: days(7) },
    urgeEvery: hours(4),
    questionLifetime: minutes(10),
    extendMax: days(30),
    holdMax: days(30),
    handoverMax: 2,
    whistleCheckIn: minutes(30),
    summary: { day: 1, time: '09:00', month: true, quarter: true },
    rateWeights: { response: 0.1, resolution: 0.5, satisfaction: 0.4, basically: 0.9 },
  }
}

function clocks(clock: ClockKind, given: Partial<ClassPolicy>): ClassPolicy {
  return { acknowledge: null, onsite: null, resolve: null, secondTry: null, ...given, clock, warn: 0.8 }
}
