import type { TicketClass } from '../domain/category.ts'
import { ticketClasses } from '../domain/category.ts'
import { daytimePart, defaultClasses, defaultHours, defaultPolicy } from '../domain/policy/default-policy.ts'
import { emergencyAfter, emergencyEvery, openMsOf } from '../domain/policy/ladder-wait.ts'
import type { ClassClocks, ClassPolicy, LadderStep, Policy } from '../domain/policy/policy.ts'
import { alwaysOpen, type Calendar, weekdays } from '../domain/time/calendar.ts'
import type { ClockKind, Duration } from '../domain/time/duration.ts'
import { addresseeOf, type Room } from './community-addressees.ts'
import type { Flaw } from './community-issues.ts'
import { interruptionsOf } from './community-notices.ts'
import { responsibilityOf } from './community-responsibility.ts'
import type { WrittenFile } from './community-shape.ts'
import { understandingOf } from './community-words.ts'

/** The community's policy: what the file says, the product's default for all it does not say. */
export function policyOf(file: WrittenFile, timezone: string, bound: readonly Room[]): Policy {
  const base = defaultPolicy(timezone)
  const { limits = {}, rates = {}, summary = {} } = file
  const quietHours = file.quiet_hours === undefined ? base.quietHours : file.quiet_hours
  const heating = file.seasons?.heating
  const policy: Policy = {
    calendar: { ...calendarOf(file.calendar, timezone), ...daytimePart(quietHours) },
    ...(followsChina(file.calendar) && { statutory: 'cn' }),
    ...(heating && { seasons: { heating } }),
    classes: classesOf(file),
    ladder: file.ladder === undefined ? base.ladder : ladderOf(file, bound),
    quietHours,
    ...askingOf(file, base),
    urgeEvery: limits.urge_every ?? base.urgeEvery,
    questionLifetime: limits.question_lifetime ?? base.questionLifetime,
    extendMax: limits.extend_max ?? base.extendMax,
    holdMax: limits.hold_max ?? base.holdMax,
    handoverMax: limits.handover_max ?? base.handoverMax,
    whistleCheckIn: limits.whistle_check_in ?? base.whistleCheckIn,
    summary: {
      day: summary.day === undefined ? base.summary.day : weekdays.indexOf(summary.day) + 1,
      time: summary.time ?? base.summary.time,
      month: summary.month ?? base.summary.month,
      quarter: summary.quarter ?? base.summary.quarter,
    },
    rateWeights: { ...base.rateWeights, ...definedOf(rates) },
    ...understandingOf(file),
    ...responsibilityOf(file),
    ...interruptionsOf(file),
  }
  // Emergency waits are worked out once, here, so that the stored rows say what will happen.
  return {
    ...policy,
    ladder: policy.ladder.map((step) => ({
      ...step,
      emergencyAfter: emergencyAfter(policy.calendar, step),
      emergencyEvery: emergencyEvery(policy.calendar, step),
    })),
  }
}

/** When people are asked, and asked again. Where only the window is given the reminder moves with it. */
function askingOf(
  { callback, recheck }: WrittenFile,
  base: Policy,
): Pick<Policy, 'callbackWindow' | 'callbackRemind' | 'recheck'> {
  const callbackWindow = callback?.window ?? base.callbackWindow
  const { remind } = callback ?? {}
  const moved = { days: 0, ms: Math.round((calendarMs(callbackWindow) * 2) / 3) }
  const callbackRemind = remind === undefined ? (callback?.window ? moved : base.callbackRemind) : (remind ?? undefined)
  const again = recheck === undefined ? base.recheck : (recheck ?? undefined)
  return { callbackWindow, ...(callbackRemind && { callbackRemind }), ...(again && { recheck: definedOf(again) }) }
}

/** Questions that would come too late or at once. */
export function askingFlaws({ callback, recheck }: WrittenFile, policy: Policy): Flaw[] {
  const flaws: Flaw[] = []
  if (callback?.remind && calendarMs(callback.remind) >= calendarMs(policy.callbackWindow)) {
    flaws.push({
      path: ['callback', 'remind'],
      zh: '要比 callback.window 短,不然还没提醒就结案了;不提醒写 none',
      en: 'must be shorter than callback.window, or it is closed before; for no reminder write none',
    })
  }
  for (const [category, after] of Object.entries(recheck ?? {})) {
    if (after && calendarMs(after) < 3_600_000)
      flaws.push({ path: ['recheck', category], zh: '至少 PT1H', en: 'must be at least PT1H' })
  }
  return flaws
}

function calendarMs({ days, ms }: Duration): number {
  return days * 86_400_000 + ms
}

/** Rows of the ladder that contradict each other; needs the calendar, so it comes after everything else is sound. */
export function ladderFlaws(file: WrittenFile, policy: Policy): Flaw[] {
  const flaws: Flaw[] = []
  const add = (index: number, key: string, zh: string, en: string) =>
    flaws.push({ path: ['ladder', index, key], zh, en })
  const rows = (file.ladder ?? []).map((row, index) => ({ ...row, index, open: openMsOf(policy.calendar, row.after) }))
  for (const row of rows) {
    const { index, emergency, every, repeat = 1, emergency_every: urgentEvery } = row
    if (emergency !== undefined && emergency.days * 86_400_000 + emergency.ms > row.open) {
      add(
        index,
        'emergency',
        '紧急的不能比平常的等得更久:写得不大于 after',
        'an emergency must not wait longer than an ordinary ticket: at most the value of after',
      )
    }
    if (repeat > 1 && every === undefined) {
      add(index, 'repeat', '要重复就要写 every,如 every: P1D', 'to repeat, say every how long, such as every: P1D')
    }
    for (const [key, gap] of [
      ['every', every],
      ['emergency_every', urgentEvery],
    ] as const) {
      if (gap !== undefined && gap.days === 0 && gap.ms < 60_000)
        add(index, key, '间隔至少 PT1M', 'must be at least PT1M')
    }
    if (rows.some((lower) => lower.level < row.level && lower.open > row.open)) {
      add(
        index,
        'after',
        '级别越高要越晚:after 不能小于低一级的',
        'a higher level must not come before a lower one: raise after',
      )
    }
  }
  return flaws
}

function calendarOf(written: WrittenFile['calendar'], timezone: string): Calendar {
  if (written === 'always') return alwaysOpen(timezone)
  const { hours = defaultHours, holidays, special_hours: specialHours = {}, breaks = {}, lunch } = written ?? {}
  const own = Array.isArray(holidays) ? [...holidays].sort() : []
  const table = hours === 'always' ? hours : definedOf(hours)
  return { timezone, hours: table, holidays: own, specialHours, breaks, ...(lunch && { lunch }) }
}

/** Days off that are always worked are no days off. */
function followsChina(written: WrittenFile['calendar']): boolean {
  return written === undefined || (written !== 'always' && (written.holidays ?? 'cn') === 'cn')
}

/** One word is for every clock of the class; a table changes those it names. */
function clocksOf(name: TicketClass, written: ClockKind | ClassClocks | undefined): Partial<ClassPolicy> {
  const { clock, clocks } = defaultClasses[name]
  if (written === undefined) return {}
  return typeof written === 'string'
    ? { clock: written, clocks: {} }
    : { clock, clocks: { ...clocks, ...definedOf(written) } }
}

function classesOf({ sla = {} }: WrittenFile): Policy['classes'] {
  const classes: Record<TicketClass, ClassPolicy> = { ...defaultClasses }
  for (const name of ticketClasses) {
    const { second_try: secondTry, clock, ...rest } = sla[name] ?? {}
    const { clocks, ...given } = { ...classes[name], ...definedOf({ ...rest, secondTry }), ...clocksOf(name, clock) }
    classes[name] = clocks === undefined || Object.keys(clocks).length === 0 ? given : { ...given, clocks }
  }
  return classes
}

function ladderOf(file: WrittenFile, bound: readonly Room[]): LadderStep[] {
  return (file.ladder ?? [])
    .map((row) => ({
      level: row.level,
      notify: addresseeOf(file, bound, row.notify),
      after: row.after,
      emergencyAfter: row.emergency ?? null,
      repeat: row.repeat ?? 1,
      every: row.every ?? null,
      emergencyEvery: row.emergency_every ?? null,
    }))
    .sort((a, b) => a.level - b.level)
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Without the keys that are there but undefined, so that spreading keeps defaults. */
function definedOf<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>
}
