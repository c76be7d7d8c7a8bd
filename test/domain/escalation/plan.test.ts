import { describe, expect, it } from 'vitest'
import { nextSteps, plan } from '../../../src/domain/escalation/plan.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'
import { localParts, localToUtc } from '../../../src/domain/time/zone.ts'
import { buildTicket, policy, wednesday10, zone } from '../../support/build-ticket.ts'

/** The plan as readable lines: "Wed 11:36 acknowledge/warn". Default hours: Mon–Fri 08:30–12:00, 14:00–18:00. */
function lines(ticket: Ticket): readonly string[] {
  return plan(ticket, policy).map(({ at, key }) => {
    const { date, time } = localParts(zone, at)
    return `${date.slice(5)} ${time} ${key.split('/').slice(1).join('/')}`
  })
}

describe('what time will do to a ticket', () => {
  it('an ordinary repair reported on Wednesday at 10:00', () => {
    expect(lines(buildTicket()).filter((line) => line.includes('acknowledge'))).toEqual([
      '11-18 11:36 acknowledge/warn', // 80 % of two working hours
      '11-18 12:00 acknowledge/level/1/0', // due exactly at the noon closing
      '11-18 16:00 acknowledge/level/2/0', // two working hours later, after the break
      '11-19 12:00 acknowledge/level/3/0', // one working day after the due time
      '11-20 12:00 acknowledge/level/3/1',
      '11-23 12:00 acknowledge/level/3/2', // over the weekend
    ])
  })

  it.each<[string, Partial<Ticket>, readonly string[]]>([
    [
      'the finish clock speaks for both from its first call on',
      {},
      ['11-19 12:00 a/0', '11-20 12:00 a/1', '11-23 12:00 a/2', '11-24 10:00 r/0', '11-25 10:00 r/1'],
    ],
    [
      'what the response clock has said counts when it is taken',
      { status: 'acknowledged', decidedSteps: ['1/acknowledge/level/3/0', '1/acknowledge/level/3/1'] },
      ['11-24 10:00 r/0', '11-25 10:00 r/1', '11-26 10:00 r/2'],
    ],
    [
      'five times is all, whichever clock has said it',
      {
        status: 'acknowledged',
        decidedSteps: [0, 1, 2, 3, 4].map((repeat) => `1/acknowledge/level/3/${repeat}`),
      },
      [],
    ],
    [
      'mediation: the response leaves one for the finish, weeks later',
      { class: 'mediation' },
      ['11-20 10:00 a/0', '11-23 10:00 a/1', '11-24 10:00 a/2', '11-25 10:00 a/3', '12-31 10:00 r/0'],
    ],
    [
      'another cycle counts for itself',
      { cycle: 2, status: 'acknowledged', decidedSteps: ['1/acknowledge/level/3/0'] },
      ['11-24 10:00 r/0', '11-25 10:00 r/1', '11-26 10:00 r/2', '11-27 10:00 r/3', '11-30 10:00 r/4'],
    ],
    [
      'no response call after the finish clock has reached the level',
      { decidedSteps: ['1/acknowledge/level/3/0', '1/acknowledge/level/3/1', '1/resolve/level/3/0'] },
      ['11-25 10:00 r/1', '11-26 10:00 r/2'],
    ],
  ])('the secretary is called at most five times: %s', (_, given, calls) => {
    const told = lines(buildTicket({ onSiteAt: wednesday10, ...given })).filter((line) => line.includes('/level/3/'))
    expect(told.map((line) => line.replace(/(a|r)\w+\/level\/3/, '$1'))).toEqual(calls)
  })

  it.each([
    [0, 5],
    [2, 3],
    [5, 0],
  ])(
    'an emergency has no finish clock: called %i times before it was taken, the secretary is called %i times after',
    (before, after) => {
      const said = Array.from({ length: before }, (_, repeat) => `1/acknowledge/level/3/${repeat}`)
      const danger = buildTicket({
        class: 'emergency',
        urgency: 'emergency',
        status: 'acknowledged',
        decidedSteps: said,
      })
      const told = lines(danger).filter((line) => line.includes('onsite/level/3/'))
      expect(told).toHaveLength(after)
      // What is said once is said of each clock.
      expect(lines(danger).filter((line) => line.includes('onsite/level/2/'))).toHaveLength(1)
    },
  )

  it('acknowledging ends the response clock and leaves the finish clock', () => {
    const keys = lines(buildTicket({ status: 'acknowledged' })).join('\n')
    expect(keys).not.toContain('acknowledge/')
    expect(keys).toContain('11-23 10:00 resolve/level/1/0')
  })

  it('a held ticket waits for one thing only', () => {
    expect(lines(buildTicket({ status: 'held' })).map((line) => line.slice(12))).toEqual([
      `hold/${wednesday10 + 48 * 3_600_000}/return`,
    ])
  })

  it('a finished hold moves the finish clock by its open time', () => {
    const from = localToUtc(zone, '2026-11-19', '14:00')
    const to = localToUtc(zone, '2026-11-20', '09:00')
    const before = lines(buildTicket({ status: 'acknowledged' })).find((line) => line.endsWith('resolve/level/1/0'))
    const after = lines(buildTicket({ status: 'acknowledged', pauses: [[from, to]] })).find((line) =>
      line.endsWith('resolve/level/1/0'),
    )
    expect(before).toBe('11-23 10:00 resolve/level/1/0')
    expect(after).toBe('11-23 16:30 resolve/level/1/0') // 4 h on Thursday + 0.5 h on Friday
  })

  it('an emergency runs round the clock, climbs in minutes and ignores quiet hours', () => {
    const night = localToUtc(zone, '2026-11-18', '23:30')
    const trapped = buildTicket({ class: 'emergency', urgency: 'emergency', openedAt: night, clockStart: night })
    expect(lines(trapped).slice(0, 4)).toEqual([
      '11-18 23:34 acknowledge/warn',
      '11-18 23:35 acknowledge/level/1/0',
      '11-18 23:45 acknowledge/level/2/0',
      '11-18 23:55 acknowledge/level/3/0',
    ])
  })

  it('what is not an emergency waits out the quiet hours', () => {
    const night = localToUtc(zone, '2026-11-18', '21:50')
    const urgent = buildTicket({ class: 'urgent', urgency: 'urgent', openedAt: night, clockStart: night })
    expect(lines(urgent)[1]).toBe('11-19 07:00 acknowledge/level/1/0')
  })

  it('a decided step never comes back in its cycle, and does in the next', () => {
    const decided = buildTicket({ decidedSteps: ['1/acknowledge/warn'] })
    expect(plan(decided, policy).map(({ key }) => key)).not.toContain('1/acknowledge/warn')
    expect(plan({ ...decided, cycle: 2 }, policy).map(({ key }) => key)).toContain('2/acknowledge/warn')
  })

  it('a promise reminds once and stays among staff', () => {
    const until = wednesday10 + 3 * 3_600_000
    const promised = buildTicket({
      status: 'acknowledged',
      promise: { until, by: { id: 101, name: '王师傅' }, at: wednesday10 },
    })
    const levels = lines(promised).filter((line) => line.includes('promise/'))
    expect(levels).toEqual([
      `11-18 12:24 promise/${until}/warn`, // 80 % of the three hours
      `11-18 13:00 promise/${until}/level/1/0`,
      `11-18 13:00 promise/${until}/broken`, // counted, without a word
    ])
  })

  it('only the next step of each clock is kept as a row', () => {
    const keys = nextSteps(plan(buildTicket(), policy)).map(({ key }) => key)
    expect(keys.toSorted()).toEqual(['1/acknowledge/warn', '1/resolve/warn'])
  })

  it('a resolved ticket closes when the window for an answer is over', () => {
    const [step] = plan(buildTicket({ status: 'resolved' }), policy)
    expect(step).toMatchObject({ action: { kind: 'close' }, at: wednesday10 + 73 * 3_600_000 })
  })
})
