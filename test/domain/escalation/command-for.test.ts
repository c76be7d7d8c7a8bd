import { describe, expect, it } from 'vitest'
import { callsOf } from '../../../src/domain/escalation/told.ts'
import type { Policy } from '../../../src/domain/policy/policy.ts'
import type { RecordedEvent } from '../../../src/domain/ticket/event.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'
import { localParts, localToUtc } from '../../../src/domain/time/zone.ts'
import { buildTicket, policy, wednesday10, zone } from '../../support/build-ticket.ts'
import { letTimePass } from '../../support/let-time-pass.ts'

const hour = 3_600_000

/** "11-18 16:00 resolve 2", with what a message said besides in brackets. */
function said(events: readonly RecordedEvent[]): readonly string[] {
  return events.flatMap(({ at, event }) => {
    if (event.type !== 'escalated') return []
    const { date, time } = localParts(zone, at)
    const line = `${date.slice(5)} ${time} ${event.clock} ${event.level}`
    return [event.saidWith === undefined ? line : `(${line})`]
  })
}

/** A repair is to be taken and done within two working hours. */
const twoHours: Policy = {
  ...policy,
  classes: {
    ...policy.classes,
    repair: { ...policy.classes.repair, onsite: null, resolve: { days: 0, ms: 2 * hour } },
  },
}

const repeated = (repeat: number): Policy => ({
  ...twoHours,
  ladder: twoHours.ladder.map((row) => (row.level === 3 ? { ...row, repeat } : row)),
})

describe('clocks that reach one level together speak once, and both are recorded', () => {
  it('two clocks with one due time: Wednesday, a working day', () => {
    const { events } = letTimePass(buildTicket(), repeated(1), wednesday10 + 30 * hour)
    expect(said(events)).toEqual([
      '11-18 12:00 resolve 1',
      '(11-18 12:00 acknowledge 1)',
      '11-18 16:00 resolve 2',
      '(11-18 16:00 acknowledge 2)',
      '11-19 12:00 resolve 3',
      '(11-19 12:00 acknowledge 3)',
    ])
  })

  it('a promise to the very minute of the finish', () => {
    const promise = { until: localToUtc(zone, '2026-11-18', '12:00'), by: { id: 101, name: '王师傅' }, at: wednesday10 }
    const { events } = letTimePass(buildTicket({ status: 'acknowledged', promise }), twoHours, wednesday10 + 3 * hour)
    expect(said(events)).toEqual(['11-18 12:00 resolve 1', '(11-18 12:00 promise 1)'])
    expect(events.filter(({ event }) => event.type === 'promiseBroken')).toHaveLength(1)
  })

  it('clocks that reach it at different times each say it', () => {
    const threeHours = {
      ...twoHours,
      classes: {
        ...twoHours.classes,
        repair: { ...twoHours.classes.repair, resolve: { days: 0, ms: 3 * hour } },
      },
    }
    const { events } = letTimePass(buildTicket(), threeHours, wednesday10 + 8 * hour)
    expect(said(events)).toEqual([
      '11-18 12:00 acknowledge 1',
      '11-18 15:00 resolve 1',
      '11-18 16:00 acknowledge 2',
      '11-18 17:00 resolve 2',
    ])
  })
})

describe('the secretary is called five times in a cycle at most, by all clocks together', () => {
  const forever = wednesday10 + 80 * 24 * hour
  it.each<[string, Partial<Ticket>, readonly string[]]>([
    [
      'a repair that nobody takes',
      {},
      ['11-19 acknowledge', '11-20 acknowledge', '11-23 acknowledge', '11-24 resolve', '11-25 resolve'],
    ],
    [
      'mediation that nobody takes: the response leaves the last one for the finish, in January',
      { class: 'mediation' },
      ['11-20 acknowledge', '11-23 acknowledge', '11-24 acknowledge', '11-25 acknowledge', '12-31 resolve'],
    ],
    [
      'illegal building, taken: the finish has all five',
      { class: 'enforcement', status: 'acknowledged', onSiteAt: wednesday10 },
      ['12-10 resolve', '12-11 resolve', '12-14 resolve', '12-15 resolve', '12-16 resolve'],
    ],
    [
      'care has no finish clock, and is heard round the clock',
      { class: 'care' },
      ['11-19 acknowledge', '11-20 acknowledge', '11-21 acknowledge', '11-22 acknowledge', '11-23 acknowledge'],
    ],
  ])('%s', (_, given, days) => {
    const { events } = letTimePass(buildTicket(given), policy, forever)
    const calls = said(events).filter((line) => line.endsWith(' 3'))
    expect(calls.map((line) => line.replace(/^(\S+) \S+ (\w+) 3$/, '$1 $2'))).toEqual(days)
    expect(callsOf(3, events)).toBe(5)
  })

  it('a level that is said several times is said of the finish, too, at its first level', () => {
    const nagging = {
      ...policy,
      ladder: policy.ladder.map((row) => (row.level === 1 ? { ...row, repeat: 3, every: { days: 1, ms: 0 } } : row)),
    }
    const { events } = letTimePass(buildTicket({ class: 'enforcement' }), nagging, forever)
    expect(said(events).filter((line) => line.endsWith(' 1'))).toEqual([
      '11-19 10:00 acknowledge 1',
      '11-20 10:00 acknowledge 1',
      '12-09 10:00 resolve 1',
    ])
  })

  it('counts calls, not the days an outage left out, and what one message said of two clocks once', () => {
    const late = letTimePass(buildTicket(), policy, localToUtc(zone, '2026-11-23', '12:30'), true)
    expect(callsOf(3, late.events)).toBe(1)
    const both = letTimePass(buildTicket(), repeated(5), localToUtc(zone, '2026-11-19', '13:00'))
    expect(callsOf(3, both.events)).toBe(1)
  })

  it('counts anew in a new cycle', () => {
    const { events } = letTimePass(buildTicket(), policy, wednesday10 + 5 * 24 * hour)
    const again = [...events, { ...events[0], event: { type: 'reopened', reason: null } } as RecordedEvent]
    expect([callsOf(3, events), callsOf(3, again)]).toEqual([2, 0])
  })
})

it.each([
  ['at its hour', false],
  ['after an outage', true],
])('a promise whose time passes is counted broken once: %s', (_, late) => {
  const promise = { until: wednesday10 + 3 * hour, by: { id: 101, name: '王师傅' }, at: wednesday10 }
  const { events } = letTimePass(buildTicket({ status: 'acknowledged', promise }), policy, wednesday10 + 4 * hour, late)
  expect(events.filter(({ event }) => event.type === 'promiseBroken')).toHaveLength(1)
})
