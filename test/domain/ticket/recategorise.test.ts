import { describe, expect, it } from 'vitest'
import { nextSteps, plan } from '../../../src/domain/escalation/plan.ts'
import { decide } from '../../../src/domain/ticket/decide.ts'
import { evolve } from '../../../src/domain/ticket/evolve.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'
import { localToUtc } from '../../../src/domain/time/zone.ts'
import { as, buildTicket, chen, li, policy, wang, wednesday10, zone } from '../../support/build-ticket.ts'

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

  it('to the clocks of its new class, counted from the report, and says nothing a second time', () => {
    const outcome = decide(alarm, lower, as(chen, night + 20 * 60_000), policy)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    expect(outcome.value).toMatchObject([
      { type: 'recategorised', urgency: 'normal', before: { class: 'emergency', urgency: 'emergency' } },
    ])
    const after = outcome.value.reduce((state, event) => evolve(state, event, night + 20 * 60_000), alarm)
    expect(after).toMatchObject({ class: 'repair', urgency: 'normal', clockStart: night, level: 2 })
    const told = levels(after).map(({ key, due }) => [key, due])
    const [taken, done] = [localToUtc(zone, '2026-11-19', '10:30'), localToUtc(zone, '2026-11-23', '18:00')]
    expect(told.slice(0, 1)).toEqual([['1/acknowledge/level/3/0', taken]])
    expect(told.filter(([key]) => String(key).startsWith('1/resolve'))[0]).toEqual(['1/resolve/level/1/0', done])
    expect(plan(after, policy).every(({ at }) => at > night + 7 * hour)).toBe(true)
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
