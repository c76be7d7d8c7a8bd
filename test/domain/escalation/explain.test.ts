import { describe, expect, it } from 'vitest'
import { excludedBetween } from '../../../src/domain/escalation/excluded.ts'
import { explain } from '../../../src/domain/escalation/explain.ts'
import { holdsOf } from '../../../src/domain/escalation/holds.ts'
import { plan } from '../../../src/domain/escalation/plan.ts'
import { inForce } from '../../../src/domain/policy/days-in-force.ts'
import type { RecordedEvent, TicketEvent } from '../../../src/domain/ticket/event.ts'
import { putOffByHolds } from '../../../src/domain/ticket/promise.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'
import type { Calendar } from '../../../src/domain/time/calendar.ts'
import { publishedDays } from '../../../src/domain/time/china-days.ts'
import { localToUtc } from '../../../src/domain/time/zone.ts'
import { excludedDays, specialDays } from '../../../src/messages/excluded-days.ts'
import { buildTicket, policy, wednesday10, zone } from '../../support/build-ticket.ts'

const hour = 3_600_000
const by = { id: 301, name: '陈书记' }
const local = (text: string): number => localToUtc(zone, text.slice(0, 10), text.slice(11))

const tickets: readonly (readonly [string, Partial<Ticket>, readonly string[]])[] = [
  ['new', {}, ['acknowledge class', 'resolve class']],
  ['taken', { status: 'acknowledged' }, ['onsite class', 'resolve class']],
  [
    'taken, with a promise',
    { status: 'acknowledged', onSiteAt: wednesday10, promise: { until: wednesday10 + 9 * hour, by, at: wednesday10 } },
    ['resolve class', 'promise promise'],
  ],
  [
    'after a hold',
    { status: 'acknowledged', onSiteAt: wednesday10, pauses: [[wednesday10 + hour, wednesday10 + 30 * hour]] },
    ['resolve class'],
  ],
  [
    'a complaint opened again',
    { class: 'complaint', status: 'acknowledged', reopens: 1, cycle: 2 },
    ['resolve second-try'],
  ],
  [
    'supervised',
    {
      dueOverride: wednesday10 + 50 * hour,
      supervision: { supervisor: '陈书记', by, due: wednesday10 + 50 * hour, at: wednesday10 },
    },
    ['acknowledge class', 'resolve supervised'],
  ],
  ['granted more time', { dueOverride: wednesday10 + 50 * hour }, ['acknowledge class', 'resolve extended']],
  [
    'sent back',
    { dueOverride: wednesday10 + 50 * hour, sentBack: { reason: '先查', by, at: wednesday10, climbedAgain: false } },
    ['acknowledge class', 'resolve sent-back'],
  ],
  ['an emergency', { class: 'emergency', urgency: 'emergency' }, ['acknowledge class']],
  [
    'care, taken by day',
    { class: 'care', openedAt: local('2026-11-18 21:50'), clockStart: local('2026-11-18 21:50') },
    ['acknowledge class'],
  ],
  ['on hold', { status: 'held' }, []],
  ['resolved', { status: 'resolved' }, []],
  ['closed', { status: 'closed', closedAt: wednesday10 }, []],
]

describe('an explanation says what the plan will do', () => {
  it.each(tickets)('%s', (_, change, clocks) => {
    const ticket = buildTicket(change)
    const explained = explain(ticket, policy, [])
    expect(explained.clocks.map(({ name, basis }) => `${name} ${basis}`)).toEqual(clocks)
    const steps = plan(ticket, policy)
    for (const { name, due, coming } of explained.clocks) {
      const own = steps.filter(({ action }) => 'clock' in action && action.clock === name)
      expect(own.length).toBeGreaterThan(0)
      for (const { action } of own) expect('due' in action ? action.due : null).toBe(due)
      expect(coming.map(({ at }) => at)).toEqual(
        own
          .map(({ at }) => at)
          .toSorted((a, b) => a - b)
          .slice(0, 3),
      )
    }
  })

  it('an emergency goes on until it is safe; nothing else does', () => {
    expect(explain(buildTicket({ class: 'emergency', urgency: 'emergency' }), policy, []).untilSafe).toBe(true)
    expect(explain(buildTicket(), policy, []).untilSafe).toBe(false)
  })

  it('names lunch, weekends and the holidays of the span, and no others', () => {
    const over = (start: string) =>
      explain(
        buildTicket({
          status: 'acknowledged',
          onSiteAt: wednesday10,
          openedAt: local(start),
          clockStart: local(start),
        }),
        inForce(policy, publishedDays),
        [],
      ).clocks[0]?.excluded
    expect(over('2026-11-18 10:00')).toEqual({ breaks: true, weekends: true, holidays: [] })
    expect(over('2026-11-16 08:30')).toEqual({ breaks: true, weekends: false, holidays: [] })
    // National Day is off from 10-01 to 10-07; two of the days are a weekend anyhow.
    const national = over('2026-09-30 10:00')
    expect(national?.holidays).toEqual(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'])
    expect(national?.names?.['2026-10-05']).toEqual({ 'zh-CN': '国庆节', en: 'National Day' })
  })

  it('names dated breaks, days of a calendar file and days emptied by special hours, which are no weekend', () => {
    const calendar = {
      ...policy.calendar,
      specialHours: { '2026-11-19': [] },
      breaks: { '2026-11-17': [['14:00', '16:00']] as const, '2026-11-25': [['14:00', '16:00']] as const },
    }
    const imported = {
      ...{ closed: ['2026-11-18'], worked: [], hours: {}, breaks: { '2026-11-17': [['09:00', '10:00']] as const } },
      names: { '2026-11-17': '消防演练', '2026-11-18': '小区安全日' },
    }
    const start = local('2026-11-16 10:00')
    const { clocks } = explain(
      buildTicket({ status: 'acknowledged', onSiteAt: wednesday10, openedAt: start, clockStart: start }),
      inForce({ ...policy, calendar, imported }, publishedDays),
      [],
    )
    expect(clocks[0]?.excluded).toEqual({
      breaks: true,
      weekends: true,
      holidays: ['2026-11-18'],
      emptied: ['2026-11-19'],
      datedBreaks: [
        { date: '2026-11-17', from: '14:00', to: '16:00' },
        { date: '2026-11-17', from: '09:00', to: '10:00', name: { 'zh-CN': '消防演练', en: '消防演练' } },
      ],
      names: {
        '2026-11-18': { 'zh-CN': '小区安全日', en: '小区安全日' },
      },
    })
    const said = (language: 'zh-CN' | 'en') =>
      clocks[0]?.excluded && excludedDays(clocks[0].excluded, language).map(({ text }) => text)
    expect(said('zh-CN')).toEqual([
      '小区安全日 11/18',
      '停工 11/19',
      '停工 11/17 14:00–16:00',
      '消防演练 11/17 09:00–10:00',
    ])
    expect(said('en')).toEqual([
      '小区安全日 18 Nov',
      'days off 19 Nov',
      'a break 17 Nov 14:00–16:00',
      '消防演练 17 Nov 09:00–10:00',
    ])
  })
})

describe('dates worked at hours of their own', () => {
  const calendar = {
    ...policy.calendar,
    specialHours: {
      '2026-11-19': [['08:30', '11:00']], // Thursday, shortened
      '2026-11-20': [['08:30', '11:00']], // Friday, shortened
      '2026-11-21': [['10:00', '14:00']], // Saturday, opened
      '2026-11-23': [['08:30', '20:00']], // Monday, after the time is up
    } satisfies Calendar['specialHours'],
  }
  const over = (start: string) =>
    explain(
      buildTicket({ status: 'acknowledged', onSiteAt: wednesday10, openedAt: local(start), clockStart: local(start) }),
      { ...policy, calendar },
      [],
    ).clocks[0]?.excluded

  it('are named with their hours, those of equal hours together', () => {
    const excluded = over('2026-11-18 17:00')
    expect(excluded?.special?.map(({ date }) => date)).toEqual(['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-23'])
    const said = (language: 'zh-CN' | 'en') => excluded && specialDays(excluded, language).map(({ text }) => text)
    expect(said('zh-CN')).toEqual(['11/19–11/20 上班 08:30–11:00', '11/21 上班 10:00–14:00', '11/23 上班 08:30–20:00'])
    expect(said('en')).toEqual([
      '19–20 Nov worked 08:30–11:00',
      '21 Nov worked 10:00–14:00',
      '23 Nov worked 08:30–20:00',
    ])
  })

  it('are not named where their hours change nothing for the clock', () => {
    expect(over('2026-11-12 17:00')?.special).toBeUndefined()
    expect(excludedBetween(calendar, local('2026-11-20 09:00'), local('2026-11-20 10:00')).special).toBeUndefined()
  })
})

describe('a promise put off by waits', () => {
  const happened = (event: TicketEvent): RecordedEvent => ({
    ...{ seq: 1, at: wednesday10, actorId: 101, actorName: '王师傅' },
    event,
  })
  const promised = happened({ type: 'promised', until: 10 * hour, by })
  const moved = (until: number, to: number, party: string | null) =>
    happened({ type: 'promiseMoved', until, to, hold: party === null ? null : { party, reason: null } })

  it('tells what was said at first and who was waited for, since it was last made', () => {
    expect(putOffByHolds([promised])).toBeNull()
    expect(
      putOffByHolds([promised, moved(10 * hour, 12 * hour, '厂家'), moved(12 * hour, 20 * hour, '防水公司')]),
    ).toEqual({ said: 10 * hour, parties: ['厂家', '防水公司'] })
    expect(
      putOffByHolds([promised, moved(10 * hour, 12 * hour, '厂家'), moved(12 * hour, 30 * hour, null), promised]),
    ).toBeNull()
  })
})

describe('who was waited for, from events', () => {
  const said = (at: number, event: TicketEvent): RecordedEvent => ({
    seq: 1,
    at,
    actorId: 101,
    actorName: '王师傅',
    event,
  })
  const held = (at: number, party: string): RecordedEvent =>
    said(at, { type: 'held', party, until: at + 99 * hour, reason: null })

  it('counts each party by itself: how often and how long', () => {
    const spans = holdsOf([
      held(0, '厂家'),
      held(hour, '厂家'), // another date for the same party
      held(3 * hour, '供电局'),
      said(5 * hour, { type: 'returned' }),
      held(6 * hour, '厂家'),
      said(7 * hour, {
        type: 'recategorised',
        category: 'leak',
        class: 'repair',
        private: false,
        before: { category: 'power', class: 'repair' },
        steps: [],
      }),
      said(8 * hour, { type: 'resolved', text: null, by }),
      held(9 * hour, '厂家'),
    ])
    expect(spans).toEqual([
      { party: '厂家', from: 0, to: 3 * hour },
      { party: '供电局', from: 3 * hour, to: 5 * hour },
      { party: '厂家', from: 6 * hour, to: 8 * hour },
      { party: '厂家', from: 9 * hour, to: null },
    ])
  })
})
