import { describe, expect, test } from 'vitest'
import { inForce, withStatutoryDays } from '../../../src/domain/policy/days-in-force.ts'
import { defaultLadder, defaultPolicy } from '../../../src/domain/policy/default-policy.ts'
import { emergencyAfter, emergencyEvery } from '../../../src/domain/policy/ladder-wait.ts'
import type { LadderStep } from '../../../src/domain/policy/policy.ts'
import { publishedDays } from '../../../src/domain/time/china-days.ts'
import { addDuration, formatDuration } from '../../../src/domain/time/duration.ts'

const policy = inForce(defaultPolicy('Asia/Shanghai'), publishedDays)
const { calendar } = policy
const at = (text: string) => Date.parse(`${text}+08:00`)

describe('the default classes', () => {
  test('are the published table', () => {
    const rows = Object.entries(policy.classes).map(([name, row]) =>
      [name, row.acknowledge, row.onsite, row.resolve, row.secondTry]
        .map((cell) => (cell === null ? '–' : typeof cell === 'string' ? cell : formatDuration(cell)))
        .concat(row.clock, ...Object.entries(row.clocks ?? {}).map((own) => own.join(':')), String(row.warn))
        .join(' '),
    )
    expect(rows).toEqual([
      'emergency PT5M PT30M – – always 0.8',
      'urgent PT15M PT30M PT24H – always 0.8',
      'repair PT2H P1D P3D – business 0.8',
      'complaint P1D – P5D P3D business 0.8',
      'enforcement P1D P1D P15D – business 0.8',
      'mediation P1D P7D P30D – business 0.8',
      'care PT30M PT24H – – always acknowledge:daytime 0.8',
    ])
  })

  test('a repair reported before the National Day week is due after it, counting the make-up Saturday', () => {
    // Wed 30 Sep 2026 16:00: two hours left; Thu 1 – Wed 7 Oct are off; Sat 10 Oct is worked.
    const due = addDuration(calendar, at('2026-09-30T16:00'), { days: 3, ms: 0 }, 'business')
    expect(due).toBe(at('2026-10-10T16:00')) // Wed 2 h, Thu, Fri, Sat until 16:00
  })
})

describe('the default ladder', () => {
  test('is manager and assignee, then committee, then secretary and street', () => {
    expect(
      defaultLadder.map(({ level, notify, after, repeat }) => `${level} ${notify} ${formatDuration(after)} ×${repeat}`),
    ).toEqual([
      '1 assignee PT0S ×1',
      '1 manager PT0S ×1',
      '2 committee PT2H ×1',
      '3 secretary P1D ×5',
      '3 street P1D ×5',
    ])
    expect(defaultLadder.map((step) => formatDuration(emergencyAfter(calendar, step)))).toEqual([
      'PT0S',
      'PT0S',
      'PT10M',
      'PT20M',
      'PT20M',
    ])
    expect(emergencyEvery(calendar, defaultLadder[3] as LadderStep)).toEqual({ days: 0, ms: 1_200_000 })
    expect(emergencyEvery(calendar, defaultLadder[0] as LadderStep)).toBeNull()
  })

  const row = (
    level: number,
    after: { days: number; ms: number },
    own: LadderStep['emergencyAfter'] = null,
  ): LadderStep => {
    return { level, notify: 'committee', after, emergencyAfter: own, repeat: 1, every: null, emergencyEvery: null }
  }
  test.each([
    ['its own value', row(2, { days: 0, ms: 7_200_000 }, { days: 0, ms: 60_000 }), 60_000],
    ['the default of its level when the row waits longer', row(2, { days: 1, ms: 0 }), 600_000],
    ['the row itself when that is sooner', row(3, { days: 0, ms: 300_000 }), 300_000],
    ['a working day as its open hours on a level without a default', row(4, { days: 1, ms: 0 }), 7.5 * 3_600_000],
  ])('an emergency waits %s', (_name, step, ms) => {
    expect(emergencyAfter(calendar, step)).toEqual({ days: 0, ms })
  })

  test('an emergency never waits longer than an ordinary ticket, whenever the clock ran out', () => {
    for (const days of [0, 1, 2, 5]) {
      for (let hour = 0; hour < 24 * 14; hour += 1) {
        const due = at('2026-09-28T00:10') + hour * 3_600_000
        const step = row(4, { days, ms: 1_800_000 })
        const ordinary = addDuration(calendar, due, step.after, 'business')
        expect(addDuration(calendar, due, emergencyAfter(calendar, step), 'always')).toBeLessThanOrEqual(ordinary)
      }
    }
  })
})

test('special hours of one’s own open a statutory day off', () => {
  const own = { ...calendar, holidays: [], specialHours: { '2026-10-01': [['09:00', '12:00'] as const] } }
  const merged = withStatutoryDays(own, publishedDays)
  expect(merged.holidays).not.toContain('2026-10-01')
  expect(merged.holidays).toContain('2026-10-02')
  expect(merged.specialHours['2026-10-10']).toEqual([
    ['08:30', '12:00'],
    ['14:00', '18:00'],
  ])
})
