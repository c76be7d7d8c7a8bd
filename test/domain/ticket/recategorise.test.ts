import { describe, expect, it } from 'vitest'
import { nextSteps, plan } from '../../../src/domain/escalation/plan.ts'
import { decide } from '../../../src/domain/ticket/decide.ts'
import { evolve } from '../../../src/domain/ticket/evolve.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'
import { localParts, localToUtc } from '../../../src/domain/time/zone.ts'
import { as, buildTicket, chen, li, policy, wang, wednesday10, zone } from '../../support/build-ticket.ts'
import { letTimePass } from '../../support/let-time-pass.ts'

const hour = 3_600_000

/** The ticket after 改类 to a class, by the manager. */
function changed(ticket: Ticket, to: Ticket['class'], at: number, category: Ticket['category'] = 'noise'): Ticket {
  const outcome = decide(ticket, { type: 'recategorise', category, class: to }, as(li, at), policy)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.reduce((state, event) => evolve(state, event, at), ticket)
}

const levels = (ticket: Ticket) =>
  plan(ticket, policy).flatMap(({ action, at, key }) => (action.kind === 'level' ? [{ at, key, due: action.due }] : []))

it('restarts nothing that ran: start, pauses, hold, promise, acknowledgement and what was said stay', () => {
  const at = wednesday10 + 5 * hour
  const before = buildTicket({
    status: 'held',
    onSiteAt: wednesday10 + hour,
    pauses: [[wednesday10 + hour, wednesday10 + 2 * hour]],
    promise: { until: at + 9 * hour, by: { id: 101, name: '王师傅' }, at: wednesday10 },
    decidedSteps: ['1/acknowledge/warn'],
    level: 1,
  })
  const { category, class: kind, ladderFrom, version, ...rest } = changed(before, 'complaint', at)
  const { category: _c, class: _k, ladderFrom: _l, version: _v, ...same } = before
  expect(rest).toEqual(same)
  expect({ category, kind, ladderFrom, version }).toEqual({
    category: 'noise',
    kind: 'complaint',
    ladderFrom: at,
    version: 2,
  })
})

it('counts the new class from the old start', () => {
  const ticket = changed(buildTicket({ status: 'acknowledged' }), 'complaint', wednesday10 + hour)
  // Five working days from Wednesday 10:00.
  expect(levels(ticket)[0]?.due).toBe(localToUtc(zone, '2026-11-25', '10:00'))
})

it('does not say again what was said of the same clock', () => {
  const said = ['1/resolve/warn', '1/resolve/level/1/0']
  const ticket = changed(
    buildTicket({ status: 'acknowledged', decidedSteps: said, level: 1 }),
    'complaint',
    wednesday10 + 30 * hour,
  )
  expect(levels(ticket).map(({ key }) => key)).not.toContain('1/resolve/level/1/0')
})

it('where the new class puts dues into the past, each clock speaks once, at the level it has reached, from now', () => {
  // Monday 16:00: under "urgent" everything was due on Wednesday and Thursday.
  const at = localToUtc(zone, '2026-11-23', '16:00')
  const ticket = changed(
    buildTicket({ class: 'complaint', status: 'acknowledged', onSiteAt: wednesday10 + hour }),
    'urgent',
    at,
  )
  const soon = plan(ticket, policy).filter(({ at: when }) => when <= at)
  expect(soon.map(({ key, at: when }) => [key, when])).toEqual([['1/resolve/level/3/0', at]])
  expect(nextSteps(plan(ticket, policy)).map(({ key }) => key)).toContain('1/resolve/level/3/0')
})

it('raised late to an emergency, the secretary is called from now on at its intervals; another change delays nothing', () => {
  const at = wednesday10 + 5 * hour
  const raise = (ticket: Ticket, now: number, category: Ticket['category']) => {
    const command = { type: 'recategorise', category, class: 'emergency', urgency: 'emergency' } as const
    const outcome = decide(ticket, command, as(li, now), policy)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value.reduce((state, event) => evolve(state, event, now), ticket)
  }
  const minutes = (ticket: Ticket) => levels(ticket).map(({ key, at: when }) => [key.slice(2), (when - at) / 60_000])
  const raised = raise(buildTicket(), at, 'gas')
  expect(minutes(raised)).toEqual([
    ['acknowledge/level/3/0', 0],
    ['acknowledge/level/3/1', 20],
    ['acknowledge/level/3/2', 40],
    ['acknowledge/level/3/3', 60],
    ['acknowledge/level/3/4', 80],
  ])
  const called = { ...raised, decidedSteps: [...raised.decidedSteps, '1/acknowledge/level/3/0'] }
  const again = minutes(raise(called, at + 10 * 60_000, 'fire'))
  expect(again.map(([, when]) => when)).toEqual([10, 30, 50, 70])
})

it('says it after quiet hours when it is changed in them', () => {
  const night = localToUtc(zone, '2026-11-23', '23:10')
  const ticket = changed(
    buildTicket({ class: 'complaint', status: 'acknowledged', onSiteAt: wednesday10 + hour }),
    'urgent',
    night,
  )
  const morning = localToUtc(zone, '2026-11-24', '07:00')
  const [first, ...others] = plan(ticket, policy).filter(({ at }) => at <= morning)
  expect([first?.at, others]).toEqual([morning, []])
})

it('makes a matter private where its new kind is, and never public', () => {
  expect(changed(buildTicket(), 'care', wednesday10 + hour, 'care').private).toBe(true)
  expect(changed(buildTicket({ private: true, category: 'care' }), 'repair', wednesday10 + hour, 'leak').private).toBe(
    true,
  )
})

it('a change to what it is already is refused', () => {
  const command = { type: 'recategorise', category: 'power', class: 'repair' } as const
  expect(decide(buildTicket(), command, as(li), policy)).toEqual({
    ok: false,
    refusal: { code: 'same-category', number: 131, category: 'power' },
  })
})

describe('a false emergency is lowered', () => {
  const night = localToUtc(zone, '2026-11-18', '23:30')
  const alarm = buildTicket({
    class: 'emergency',
    urgency: 'emergency',
    category: 'elevator',
    openedAt: night,
    clockStart: night,
    decidedSteps: ['1/acknowledge/warn', '1/acknowledge/level/1/0', '1/acknowledge/level/2/0'],
    level: 2,
  })
  const lower = {
    type: 'recategorise',
    category: 'elevator',
    class: 'repair',
    urgency: 'normal',
    named: true,
  } as const

  const lowered = (ticket: Ticket, at: number, change: Partial<typeof lower> | Record<string, unknown> = {}) => {
    const outcome = decide(ticket, { ...lower, ...change }, as(chen, at), policy)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value.reduce((state, event) => evolve(state, event, at), ticket)
  }

  it('to the clocks of its new class, counted from the report, and nothing is said in the night', () => {
    const outcome = decide(alarm, lower, as(chen, night + 20 * 60_000), policy)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    expect(outcome.value).toMatchObject([
      { type: 'recategorised', urgency: 'normal', before: { class: 'emergency', urgency: 'emergency' } },
    ])
    const calmed = lowered(alarm, night + 20 * 60_000)
    expect(calmed).toMatchObject({ class: 'repair', urgency: 'normal', clockStart: night, level: 2 })
    const [taken, done] = [localToUtc(zone, '2026-11-19', '10:30'), localToUtc(zone, '2026-11-23', '18:00')]
    expect(levels(calmed)[0]).toMatchObject({ at: taken, due: taken })
    expect(levels(calmed).find(({ key }) => key.startsWith('1/resolve'))).toMatchObject({ at: done, due: done })
    expect(plan(calmed, policy).every(({ at }) => at > night + 7 * hour)).toBe(true)
  })

  /** Said at their hour from Wednesday 10:00 on; what the emergency has said by then: "clock level" in the order of time. */
  const times = (ticket: Ticket, until: number, from = 0) =>
    letTimePass(ticket, policy, until).events.flatMap(({ at, event }) => {
      if (at < from || (event.type !== 'escalated' && event.type !== 'warned')) return []
      const { date, time } = localParts(zone, at)
      return [`${date.slice(5)} ${time} ${event.clock} ${event.type === 'warned' ? 'warn' : event.level}`]
    })
  const day = (date: string, time: string) => localToUtc(zone, date, time)
  const trapped = buildTicket({ class: 'emergency', urgency: 'emergency', category: 'elevator' })
  const by = (ticket: Ticket, time: string) => letTimePass(ticket, policy, day('2026-11-18', time)).ticket
  const taken: Partial<Ticket> = {
    status: 'acknowledged',
    acknowledged: { at: wednesday10 + 60_000, by: { id: 101, name: '王师傅' } },
  }

  it.each<[string, Ticket, string, Record<string, unknown>, readonly string[]]>([
    [
      'before anything was said: all of the repair, by its own fractions',
      trapped,
      '10:02',
      {},
      [
        '11-18 11:36 acknowledge warn',
        '11-18 12:00 acknowledge 1',
        '11-18 16:00 acknowledge 2',
        '11-19 12:00 acknowledge 3',
      ],
    ],
    [
      'after warning, manager and committee: each once more, when the repair gets there',
      by(trapped, '10:16'),
      '10:16',
      {},
      [
        '11-18 11:36 acknowledge warn',
        '11-18 12:00 acknowledge 1',
        '11-18 16:00 acknowledge 2',
        '11-19 12:00 acknowledge 3',
      ],
    ],
    [
      'when the repair has been late for an hour, the manager has heard it; the committee is ahead',
      by(trapped, '15:00'),
      '15:00',
      {},
      // The secretary has been called five times, and is called no more.
      ['11-18 16:00 acknowledge 2'],
    ],
    [
      'to urgent, whose taking was due a minute ago: that was said, and the committee is ahead',
      by(trapped, '10:16'),
      '10:16',
      { class: 'urgent', urgency: 'urgent' },
      [
        '11-18 12:15 acknowledge 2',
        '11-19 07:00 resolve warn',
        '11-19 10:00 resolve 1',
        '11-19 10:15 acknowledge 3',
        '11-19 12:00 resolve 2',
      ],
    ],
    [
      'taken, the visit said twice: of the repair’s visit staff hear once more, tomorrow, and the committee of the finish',
      by({ ...trapped, ...taken }, '10:45'),
      '10:45',
      {},
      ['11-18 18:00 onsite warn', '11-19 10:00 onsite 1'],
    ],
  ])('%s', (_, ticket, time, change, heard) => {
    const at = day('2026-11-18', time)
    expect(times(lowered(ticket, at, change), day('2026-11-19', '12:00'))).toEqual(heard)
  })

  it('to and fro: raised again it says nothing that it has said, lowered again neither; five calls are all', () => {
    const calm = lowered(by(trapped, '10:16'), day('2026-11-18', '10:16'))
    const heard = letTimePass(calm, policy, day('2026-11-18', '12:00')).ticket
    const at = day('2026-11-18', '12:30')
    const raised = lowered(heard, at, { class: 'emergency', urgency: 'emergency' })
    expect(times(raised, day('2026-11-18', '13:00'))).toEqual([
      '11-18 12:30 acknowledge 3',
      '11-18 12:50 acknowledge 3',
    ])
    const called = letTimePass(raised, policy, day('2026-11-18', '13:00')).ticket
    const again = lowered(called, day('2026-11-18', '13:00'))
    expect(times(again, day('2026-12-10', '12:00')).filter((line) => line.includes('acknowledge'))).toEqual([
      '11-18 16:00 acknowledge 2',
      '11-19 12:00 acknowledge 3',
      '11-20 12:00 acknowledge 3',
    ])
    expect(times(again, day('2026-12-10', '12:00')).filter((line) => line.endsWith(' 3'))).toHaveLength(3)
  })

  it('the committee grants a time meanwhile: what the response has ahead stays ahead, among staff', () => {
    const calm = lowered(by(trapped, '10:16'), day('2026-11-18', '10:16'))
    const due = day('2026-11-20', '18:00')
    const at = day('2026-11-18', '10:30')
    const granted = decide(calm, { type: 'supervise', supervisor: '陈书记', due }, as(chen, at), policy)
    if (!granted.ok) throw new Error(granted.refusal.code)
    const supervised = granted.value.reduce((state, event) => evolve(state, event, at), calm)
    expect(times(supervised, day('2026-11-19', '18:00'))).toEqual([
      '11-18 11:36 acknowledge warn',
      '11-18 12:00 acknowledge 1',
    ])
  })

  it.each([
    ['the manager', li, true],
    ['the committee', chen, true],
    ['whoever has to hurry', wang, false],
  ])('by %s: %s', (_, who, allowed) => {
    const outcome = decide(alarm, lower, as(who, night + 60_000), policy)
    expect(outcome.ok || outcome.refusal.code).toBe(allowed || 'urgency-kept')
    // More pressing is for anybody of the crew to say.
    expect(decide(buildTicket(), { ...lower, urgency: 'emergency' }, as(who, night), policy).ok).toBe(true)
  })

  it('once: the same again is refused, an event of the first release changes no urgency', () => {
    expect(decide(alarm, { ...lower, urgency: 'emergency' }, as(li), policy)).toMatchObject({
      refusal: { code: 'same-category', urgency: 'emergency' },
    })
    const before = { category: 'power', class: 'repair' } as const
    const old = {
      type: 'recategorised',
      category: 'elevator',
      class: 'repair',
      private: false,
      before,
      steps: [],
    } as const
    expect(evolve(alarm, old, night).urgency).toBe('emergency')
  })
})
