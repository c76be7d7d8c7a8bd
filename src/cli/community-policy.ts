import type { TicketClass } from '../domain/category.ts'
import { ticketClasses } from '../domain/category.ts'
import { defaultClasses, defaultHours, defaultPolicy, withChinaHolidays } from '../domain/policy/default-policy.ts'
import { emergencyAfter, emergencyEvery, openMsOf } from '../domain/policy/ladder-wait.ts'
import type { ClassPolicy, LadderStep, Policy } from '../domain/policy/policy.ts'
import { alwaysOpen, type Calendar, weekdays } from '../domain/time/calendar.ts'
import type { Flaw } from './community-issues.ts'
import type { WrittenFile } from './community-shape.ts'

/** The community's policy: what the file says, the product's default for all it does not say. */
export function policyOf(file: WrittenFile, timezone: string): Policy {
  const base = defaultPolicy(timezone)
  const { limits = {}, rates = {}, summary = {} } = file
  const policy: Policy = {
    calendar: calendarOf(file.calendar, timezone),
    classes: classesOf(file),
    ladder: file.ladder === undefined ? base.ladder : ladderOf(file.ladder),
    quietHours: file.quiet_hours === undefined ? base.quietHours : file.quiet_hours,
    callbackWindow: file.callback?.window ?? base.callbackWindow,
    urgeEvery: limits.urge_every ?? base.urgeEvery,
    questionLifetime: limits.question_lifetime ?? base.questionLifetime,
    extendMax: limits.extend_max ?? base.extendMax,
    holdMax: limits.hold_max ?? base.holdMax,
    handoverMax: limits.handover_max ?? base.handoverMax,
    whistleCheckIn: limits.whistle_check_in ?? base.whistleCheckIn,
    summary: {
      day: summary.day === undefined ? base.summary.day : weekdays.indexOf(summary.day) + 1,
      time: summary.time ?? base.summary.time,
    },
    rateWeights: { ...base.rateWeights, ...definedOf(rates) },
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
  const { hours = defaultHours, holidays = 'cn', special_hours: specialHours = {}, breaks = {} } = written ?? {}
  const own = Array.isArray(holidays) ? [...holidays].sort() : []
  const table = hours === 'always' ? hours : definedOf(hours)
  const calendar: Calendar = { timezone, hours: table, holidays: own, specialHours, breaks }
  return holidays === 'cn' ? withChinaHolidays(calendar) : calendar
}

function classesOf({ sla = {} }: WrittenFile): Policy['classes'] {
  const classes: Record<TicketClass, ClassPolicy> = { ...defaultClasses }
  for (const name of ticketClasses) {
    const { second_try: secondTry, ...rest } = sla[name] ?? {}
    classes[name] = { ...classes[name], ...definedOf({ ...rest, secondTry }) }
  }
  return classes
}

function ladderOf(rows: NonNullable<WrittenFile['ladder']>): LadderStep[] {
  return rows
    .map((row) => ({
      level: row.level,
      notify: row.notify,
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
