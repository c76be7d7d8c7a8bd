import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nowhere } from '../../src/domain/category.ts'
import type { Community } from '../../src/domain/community/community.ts'
import { nextSteps, plan } from '../../src/domain/escalation/plan.ts'
import { defaultPolicy } from '../../src/domain/policy/default-policy.ts'
import { periodOf } from '../../src/domain/summary/period.ts'
import type { ReportCommand } from '../../src/domain/ticket/command.ts'
import type { TicketEvent } from '../../src/domain/ticket/event.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { localToUtc } from '../../src/domain/time/zone.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { aSetup, day, happen, hour, makeCommunity, minute, openTicket, wang, zhang } from './builders.ts'

let test: TestDatabase
let names = 0

beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

const zone = 'Asia/Shanghai'
const policy = defaultPolicy(zone)
const week = '2026-W47'
const range = periodOf(zone, week)
if (!range) throw new Error('no such week')
const { start, end } = range
/** Local time in November 2026; the week runs from Monday the 16th to Sunday the 22nd. */
const on = (date: string, time: string) => localToUtc(zone, `2026-11-${date}`, time)

const li = { id: 402, name: '老李' }

class Place {
  readonly community: Community

  constructor(community: Community) {
    this.community = community
  }

  static async make(): Promise<Place> {
    names += 1
    const buildings = [
      { name: '3', units: 2, floors: 18, households: 72, handover: null, grid: null },
      { name: '5', units: 2, floors: 11, households: null, handover: null, grid: null },
    ]
    return new Place(await makeCommunity(test.store, { ...aSetup(), name: `${names}号小区`, buildings }))
  }

  open(reportedAt: number, over: Partial<ReportCommand> = {}): Promise<Ticket> {
    return openTicket(test.store, this.community, { reportedAt, ...over })
  }

  async done(ticket: Ticket, at: number): Promise<Ticket> {
    return happen(test.store, ticket, at, { type: 'resolved', text: null, by: wang })
  }

  facts(now = end + hour, of = week) {
    const period = periodOf(this.community.timezone, of)
    if (!period) throw new Error('no such period')
    return test.store.transaction((tx) => tx.summaries.facts(this.community.id, period, now))
  }

  /** As the use cases do after every change. */
  sync(ticket: Ticket): Promise<void> {
    return test.store.transaction((tx) => tx.due.sync(ticket.id, this.community.id, nextSteps(plan(ticket, policy))))
  }
}

describe('the counts of a week', () => {
  it('are of what happened from Monday to Sunday, in the community’s own time', async () => {
    const place = await Place.make()
    await place.open(start - 1)
    await place.open(start)
    await place.open(end - 1)
    await place.open(end)
    const { current } = await place.facts()
    expect(current).toMatchObject({ opened: 2, carriedOver: 3, resolved: 0, closed: 0 })
  })

  it('tell what was resolved, closed and reopened, each ticket once', async () => {
    const place = await Place.make()
    const twice = await place.done(await place.open(on('16', '09:00')), on('16', '10:00'))
    const again = await happen(
      test.store,
      twice,
      on('17', '09:00'),
      { type: 'answered', by: zhang, solved: false },
      { type: 'reopened', reason: null },
    )
    const solved = await place.done(again, on('18', '09:00'))
    await happen(test.store, solved, on('18', '12:00'), { type: 'confirmed', by: zhang })
    const silent = await place.done(await place.open(on('16', '09:00')), on('17', '10:00'))
    await happen(test.store, silent, on('20', '10:00'), { type: 'expired' })
    await happen(test.store, await place.open(on('16', '09:00')), on('16', '11:00'), {
      type: 'withdrawn',
      reason: null,
    })
    const { current } = await place.facts()
    expect(current).toMatchObject({ opened: 3, resolved: 2, closed: 2, reopened: 1, carriedOver: 0 })
  })

  it('leave out what was no report, and doubles', async () => {
    const place = await Place.make()
    await happen(test.store, await place.open(start), start + hour, { type: 'rejected', reason: '闲聊' })
    await happen(test.store, await place.open(start), start + hour, { type: 'merged', into: 1 })
    const facts = await place.facts()
    expect(facts.current).toMatchObject({ opened: 0, carriedOver: 0 })
    expect(facts.byCategory).toEqual([])
  })

  it('know the week before, and that there was none', async () => {
    const place = await Place.make()
    await place.open(start)
    expect((await place.facts()).previous).toBeNull()
    const old = await place.open(start - 3 * day)
    await place.done(old, start + hour)
    const { current, previous } = await place.facts()
    expect(previous).toMatchObject({ opened: 1, resolved: 0, carriedOver: 1 })
    expect(current).toMatchObject({ opened: 1, resolved: 1, carriedOver: 1 })
  })

  it('of a past week are as they were then, whatever happened since', async () => {
    const place = await Place.make()
    const later = await place.open(start + hour)
    const reopened = await place.done(await place.open(start + hour), start + day)
    await place.done(later, end + hour)
    await happen(test.store, reopened, end + hour, { type: 'reopened', reason: null })
    const { current } = await place.facts(end + 30 * day)
    // Reopened after the callback window: that belongs to its own week alone.
    expect(current).toMatchObject({ carriedOver: 1, resolved: 1, reopened: 0, cameBack: 0 })
  })

  it('say what of the finished came back, each matter once, never more than were finished, and settle with the window', async () => {
    const place = await Place.make()
    const again = async (ticket: Ticket, when: number): Promise<Ticket> =>
      happen(test.store, ticket, when, { type: 'reopened', reason: null })
    // Finished and back twice, and finished at last.
    const twice = await again(await place.done(await place.open(start), start + hour), start + 2 * hour)
    await place.done(await again(await place.done(twice, start + 3 * hour), start + 4 * hour), start + 5 * hour)
    // Finished before the week and back in it; handed on, too.
    const old = await again(await place.done(await place.open(start - 9 * day), start - 8 * day), start + hour)
    const given = await happen(test.store, old, start + 2 * hour, { type: 'assigned', to: wang, from: null })
    await happen(test.store, given, start + 3 * hour, { type: 'assigned', to: li, from: wang })
    // Too late for the week it was finished in.
    await again(await place.done(await place.open(start), end - hour), end - hour + 72 * hour + 1)
    const { current, handled } = await place.facts(end + 30 * day)
    expect(current).toMatchObject({ resolved: 2, cameBack: 1, reopened: 2, bounced: 1 })
    // Two reported and one taken up again: that one was open neither at the start nor new.
    expect(handled).toBe(3)
    // In the week after nothing is finished, one is reopened and two are carried in.
    const next = await place.facts(end + 30 * day, '2026-W48')
    expect(next.current).toMatchObject({ resolved: 0, cameBack: 0, reopened: 1 })
    expect(next.handled).toBe(2)
  })

  it('weigh the answers of a past week by the policy of then', async () => {
    const place = await Place.make()
    const put = (basically: number) =>
      test.store.transaction((tx) => {
        const rateWeights = { ...policy.rateWeights, basically }
        return tx.communities.put({ ...aSetup(), name: place.community.name, policy: { ...policy, rateWeights } })
      })
    expect((await place.facts()).current.weights.basically).toBe(0.9)
    await place.open(start)
    const { community } = await put(0.5)
    expect((await place.facts()).current.weights.basically).toBe(0.9)
    await openTicket(test.store, community, { reportedAt: end + hour })
    const next = await place.facts(end + 30 * day, '2026-W48')
    expect([next.previous?.weights.basically, next.current.weights.basically]).toEqual([0.9, 0.5])
  })

  it('count private matters and never list them', async () => {
    const place = await Place.make()
    await place.open(start, { private: true, category: 'care' })
    const { current, open } = await place.facts()
    expect(current).toMatchObject({ opened: 1, openedPrivate: 1, carriedOver: 1 })
    expect(open).toMatchObject([{ private: true }])
  })

  it('count tickets handed from one to another, not the first assignment', async () => {
    const place = await Place.make()
    const ticket = await place.open(start)
    const given = await happen(test.store, ticket, start + hour, { type: 'assigned', to: wang, from: null })
    expect((await place.facts()).current.bounced).toBe(0)
    await happen(test.store, given, start + 2 * hour, { type: 'assigned', to: li, from: wang })
    expect((await place.facts()).current.bounced).toBe(1)
  })

  it('put a promise into the week its time falls in', async () => {
    const place = await Place.make()
    const until = end - hour
    const next = end + hour
    await happen(test.store, await place.open(start - day), start - hour, { type: 'promiseKept', until })
    await happen(test.store, await place.open(start), end + hour, { type: 'promiseBroken', until })
    await happen(test.store, await place.open(start), end - minute, { type: 'promiseKept', until: next })
    expect((await place.facts()).current).toMatchObject({ promisesKept: 1, promisesBroken: 1 })
    await happen(test.store, await place.open(start), start + hour, {
      type: 'promiseMoved',
      until,
      to: next,
      hold: null,
    })
    expect((await place.facts()).current).toMatchObject({ promisesKept: 1, promisesBroken: 1, promisesMoved: 1 })
  })

  it('are of this community alone', async () => {
    const place = await Place.make()
    const other = await Place.make()
    await other.done(await other.open(start), start + hour)
    expect((await place.facts()).current).toMatchObject({ opened: 0, resolved: 0 })
  })
})

describe('spans of time', () => {
  it('run from the report to the first acknowledgement, and to the last resolve', async () => {
    const place = await Place.make()
    for (const [index, wait] of [1, 2, 3, 4, 10].entries()) {
      const ticket = await place.open(start + index, { class: 'urgent' })
      const taken = await happen(test.store, ticket, ticket.openedAt + wait * hour, { type: 'acknowledged', by: wang })
      await place.done(taken, ticket.openedAt + 10 * wait * hour)
    }
    const { acknowledgeMs, finishMs } = await place.facts()
    expect(acknowledgeMs).toEqual({ count: 5, median: 3 * hour, p90: 7.6 * hour })
    expect(finishMs).toEqual({ count: 5, median: 30 * hour, p90: 76 * hour })
  })

  it('are calendar time for every class, with the nights and what was waited for', async () => {
    const place = await Place.make()
    // Monday 17:00; the office works 8:30 to 12:00 and 14:00 to 18:00.
    const ticket = await place.open(on('16', '17:00'))
    const taken = await happen(test.store, ticket, on('17', '09:30'), { type: 'acknowledged', by: wang })
    const until = on('18', '14:00')
    const held = await happen(test.store, taken, on('17', '14:00'), {
      type: 'held',
      party: '配件厂',
      until,
      reason: null,
    })
    const back = await happen(test.store, held, until, { type: 'returned' })
    await place.done(back, on('18', '15:00'))
    const { acknowledgeMs, finishMs } = await place.facts()
    expect(acknowledgeMs.median).toBe(16.5 * hour)
    expect(finishMs.median).toBe(46 * hour)
  })

  it('leave out tickets acknowledged before the week, and those reopened within it', async () => {
    const place = await Place.make()
    const early = await happen(test.store, await place.open(start - day), start - hour, {
      type: 'acknowledged',
      by: wang,
    })
    const back = await happen(test.store, await place.done(early, start + hour), start + 2 * hour, {
      type: 'reopened',
      reason: null,
    })
    await happen(test.store, back, start + 3 * hour, { type: 'acknowledged', by: wang })
    const { acknowledgeMs, finishMs } = await place.facts()
    expect(acknowledgeMs).toEqual({ count: 0, median: null, p90: null })
    expect(finishMs.count).toBe(0)
  })
})

describe('callbacks', () => {
  it('count one answer per resolve: the reporter’s, else the first supporter’s', async () => {
    const place = await Place.make()
    const first = await place.done(await place.open(on('16', '09:00')), on('16', '10:00'))
    // Unsolved, then done again and rated.
    const back = await happen(
      test.store,
      first,
      on('16', '11:00'),
      { type: 'answered', by: li, solved: true },
      { type: 'answered', by: zhang, solved: false },
      { type: 'reopened', reason: null },
    )
    const again = await place.done(back, on('17', '09:00'))
    await happen(
      test.store,
      again,
      on('17', '10:00'),
      { type: 'answered', by: zhang, solved: true },
      { type: 'rated', rating: 'basically', by: zhang },
      { type: 'confirmed', by: zhang },
    )
    // Only a supporter answered.
    const supported = await place.done(await place.open(on('16', '09:00')), on('16', '10:00'))
    await happen(
      test.store,
      supported,
      on('16', '12:00'),
      { type: 'answered', by: li, solved: true },
      { type: 'rated', rating: 'satisfied', by: li },
    )
    // Nobody answered; and nobody was there to be asked.
    await place.done(await openTicket(test.store, place.community, { reportedAt: start }, wang), start + hour)
    await place.done(await place.open(on('16', '09:00')), on('16', '10:00'))
    const anonymous = await openTicket(test.store, place.community, { reportedAt: start }, null)
    await place.done(anonymous, start + hour)
    expect((await place.facts()).current.callbacks).toEqual({
      asked: 4,
      answered: 3,
      solved: 2,
      respondedInTime: 0,
      satisfied: 1,
      basicallySatisfied: 1,
      unsatisfied: 0,
    })
  })

  it('belong to the week of the resolve, and count answers until the window closes, no later', async () => {
    const place = await Place.make()
    const resolve = async () => place.done(await place.open(on('20', '09:00')), on('22', '10:00'))
    const yes = { type: 'answered', by: zhang, solved: true } as const
    await happen(test.store, await resolve(), on('22', '10:00') + 72 * hour, yes)
    await happen(test.store, await resolve(), on('22', '10:00') + 72 * hour + 1, yes)
    expect((await place.facts(end + 30 * day)).current.callbacks).toMatchObject({ asked: 2, answered: 1, solved: 1 })
    const next = await place.facts(end + 30 * day, '2026-W48')
    expect(next.current.callbacks).toMatchObject({ asked: 0, answered: 0 })
    expect(next.previous?.callbacks).toMatchObject({ asked: 2, answered: 1 })
  })

  it('know who was acknowledged in time, by the calendar of the policy and in the round that was answered', async () => {
    const place = await Place.make()
    const answered = async (reported: number, taken: number): Promise<void> => {
      const ticket = await place.open(reported)
      const acknowledged = await happen(test.store, ticket, taken, { type: 'acknowledged', by: wang })
      const done = await place.done(acknowledged, taken + 1)
      await happen(test.store, done, taken + 2, { type: 'answered', by: zhang, solved: true })
    }
    // A repair has two working hours: reported at 17:30 with the office closing at 18:00, that is tomorrow morning.
    await answered(on('17', '17:30'), on('18', '09:00'))
    await answered(on('17', '09:00'), on('17', '16:00'))
    expect((await place.facts()).current.callbacks).toMatchObject({ answered: 2, respondedInTime: 1 })
  })
})

describe('lists', () => {
  it('group what was opened by category and by building', async () => {
    const place = await Place.make()
    await place.open(start, { category: 'elevator' })
    await place.open(start, { category: 'elevator', place: { ...nowhere, building: '5' } })
    await place.open(start, { category: 'noise', place: { ...nowhere, building: '99' } })
    const { byCategory, byBuilding } = await place.facts()
    expect([...byCategory].sort((a, b) => b.opened - a.opened)).toEqual([
      { category: 'elevator', opened: 2 },
      { category: 'noise', opened: 1 },
    ])
    expect([...byBuilding].sort((a, b) => a.building.localeCompare(b.building))).toEqual([
      { building: '3', households: 72, opened: 1 },
      { building: '5', households: null, opened: 1 },
    ])
  })

  it('show what is open as it stood at the end, oldest first', async () => {
    const place = await Place.make()
    const opened: Ticket[] = []
    for (let index = 0; index < 4; index += 1) opened.push(await place.open(start + index * hour))
    const [first, second, third, fourth] = opened
    if (!first || !second || !third || !fourth) throw new Error('nothing opened')
    await place.done(first, start + day)
    const until = end + 3 * day
    const held = await happen(
      test.store,
      second,
      start + day,
      { type: 'assigned', to: wang, from: null },
      { type: 'held', party: '电梯维保公司', until, reason: null },
    )
    // None of this had happened yet.
    const back = await happen(
      test.store,
      held,
      end + hour,
      { type: 'returned' },
      { type: 'assigned', to: li, from: wang },
    )
    await place.done(back, end + 2 * hour)
    await place.done(third, end + 2 * hour)
    const { open } = await place.facts(end + 5 * day)
    expect(open.map(({ number }) => number)).toEqual([second, third, fourth].map(({ number }) => number))
    expect(open[0]).toEqual({
      ticketId: second.id,
      number: second.number,
      private: false,
      category: 'elevator',
      place: { ...nowhere, building: '3' },
      grid: null,
      knownBuilding: true,
      openedAt: second.openedAt,
      assignee: wang,
      hold: { party: '电梯维保公司', until },
      lateSince: null,
    })
    expect(open[1]?.hold).toBeNull()
  })

  it('tell how many clocks run out in the week after', async () => {
    const place = await Place.make()
    // Three working days from Friday: Wednesday of the next week. From Monday: Thursday of this one.
    await place.sync(await place.open(on('20', '10:00')))
    await place.sync(await place.open(on('16', '10:00')))
    expect((await place.facts()).dueNext).toBe(1)
    // Weeks later there is no looking ahead from then.
    expect((await place.facts(end + 8 * day)).dueNext).toBeNull()
  })

  it('tell what is late since when, by the cycle of that instant', async () => {
    const place = await Place.make()
    const ranOut = (due: number): TicketEvent => ({
      type: 'escalated',
      clock: 'resolve',
      level: 1,
      notify: ['manager'],
      late: false,
      repeat: 0,
      steps: [],
      due,
    })
    const late = await place.open(on('09', '10:00'))
    const due = on('12', '10:00')
    const said = await happen(test.store, late, due, ranOut(due))
    const granted = await place.open(on('09', '11:00'))
    const extended = await happen(test.store, granted, due, ranOut(due), {
      type: 'extended',
      until: end + day,
      reason: '等材料',
    })
    await place.open(on('20', '10:00'))
    // Said only after the night was over, and granted more time after that: at the end of the week it was late.
    const night = await place.open(on('19', '10:00'))
    const ranOutAtNight = end - hour
    await happen(test.store, night, end + 7 * hour, ranOut(ranOutAtNight))
    await happen(test.store, said, end + day, { type: 'supervised', supervisor: '陈书记', due: end + 9 * day, by: li })
    await happen(test.store, extended, end + day, ranOut(end + day))
    const { open } = await place.facts(end + 9 * day)
    expect(open.map(({ lateSince }) => lateSince)).toEqual([due, null, ranOutAtNight, null])
  })

  it('tell what is late though the ladder has not spoken yet, from what it was going to say', async () => {
    const place = await Place.make()
    // Granted until Sunday noon, when nobody is told before Monday.
    const silent = await place.open(on('17', '10:00'))
    const granted = (until: number) =>
      happen(test.store, silent, on('18', '10:00'), { type: 'extended', until, reason: '等材料' })
    const due = on('22', '12:00')
    await place.sync(await granted(due))
    // Not yet run out, and run out after the end.
    await place.sync(await place.open(on('20', '10:00')))
    expect((await place.facts()).open.map(({ lateSince }) => lateSince)).toEqual([due, null])

    // Reminded of and finished since: the rows to come are gone, the reminder is remembered.
    const warned = (ticket: Ticket, when: number, ranOut: number) =>
      happen(test.store, ticket, when, { type: 'warned', clock: 'resolve', steps: [], due: ranOut, late: false })
    const done = await place.done(await warned(await place.open(on('16', '08:00')), on('18', '16:00'), due), end + hour)
    await place.sync(done)
    // Held before it ran out: the reminder's time was no longer the clock's.
    const reminded = await warned(await place.open(on('16', '09:00')), on('18', '16:00'), due)
    const held = { type: 'held', party: '配件厂', until: end + 3 * day, reason: null } as const
    await place.sync(await happen(test.store, reminded, on('19', '10:00'), held))
    // What was supervised after the end had run out before it all the same.
    const later = await warned(await place.open(on('16', '10:00')), on('18', '16:00'), due)
    const supervised = { type: 'supervised', supervisor: '陈书记', due: end + 9 * day, by: li } as const
    await place.sync(await happen(test.store, later, end + day, supervised))
    // A date that the committee named stands through a hold.
    const named = await happen(
      test.store,
      await place.open(on('16', '11:00')),
      on('18', '10:00'),
      { type: 'extended', until: due, reason: '等材料' },
      held,
    )
    await place.done(await happen(test.store, named, end + hour, { type: 'returned' }), end + 2 * hour)
    const { open } = await place.facts(end + 9 * day)
    expect(open.map(({ lateSince }) => lateSince)).toEqual([due, null, due, due, due, null])
  })

  it('count as late what says so itself, whatever the ladder has said', async () => {
    const place = await Place.make()
    for (const late of [true, false, undefined]) {
      const ticket = await place.open(start + hour)
      await happen(test.store, ticket, start + day, {
        type: 'resolved',
        text: null,
        by: wang,
        ...(late === undefined ? {} : { late }),
      })
    }
    const { tallies } = await place.facts(end + 9 * day)
    const finished = tallies.filter(({ dimension }) => dimension === 'category')
    expect(finished.map(({ onTime, late }) => [onTime, late])).toEqual([[2, 1]])
  })

  it('count a matter once, as what it is at the end, however often it was finished and came back', async () => {
    const place = await Place.make()
    const back = async (ticket: Ticket, when: number): Promise<Ticket> =>
      happen(
        test.store,
        ticket,
        when,
        { type: 'answered', by: zhang, solved: false },
        { type: 'reopened', reason: null },
      )
    const open = await back(await place.done(await place.open(start), start + hour), start + 2 * hour)
    await back(await place.done(open, start + 3 * hour), start + 4 * hour)
    const work = async () => {
      const { tallies, current } = await place.facts(end + 9 * day)
      expect(current.callbacks).toMatchObject({ solved: 0 })
      return tallies.map(({ dimension, name, onTime, late, open, callbacks }) =>
        [dimension, name, onTime, late, open, callbacks.answered].join(' '),
      )
    }
    expect((await work()).sort()).toEqual([
      'building 3 0 0 1 2',
      'category elevator 0 0 1 2',
      'party property 0 0 1 2',
      // Who finished it and has it no more answers for what was said of his work alone.
      'person 王师傅 0 0 0 2',
    ])
    // Another comes back late, and is finished by somebody else, too late.
    const again = await back(await place.done(await place.open(start), start + hour), start + 2 * hour)
    const late = { type: 'resolved', text: null, by: li, late: true } as const
    await happen(test.store, again, start + 3 * hour, late)
    expect((await work()).sort()).toEqual([
      'building 3 0 1 1 3',
      'category elevator 0 1 1 3',
      'party property 0 1 1 3',
      'person 王师傅 0 0 0 3',
      'person 老李 0 1 0 0',
    ])
  })

  it('count by building, grid, category, party and person in one go', async () => {
    const place = await Place.make()
    const until = start + 3 * day
    const held = await happen(
      test.store,
      await place.open(start + hour),
      start + 2 * hour,
      { type: 'acknowledged', by: wang },
      { type: 'held', party: '电梯维保公司', until, reason: null },
    )
    const back = await happen(test.store, held, until, { type: 'returned' })
    const done = await place.done(back, until + hour)
    await happen(
      test.store,
      done,
      until + 2 * hour,
      { type: 'answered', by: zhang, solved: true },
      { type: 'rated', rating: 'satisfied', by: zhang },
    )
    await happen(test.store, await place.open(start, { private: true, category: 'care' }), start + hour, {
      type: 'assigned',
      to: li,
      from: null,
    })
    const { tallies, holdsByParty } = await place.facts()
    const short = tallies.map(({ dimension, name, onTime, late, open, callbacks }) =>
      [dimension, name, onTime, late, open, callbacks.satisfied].join(' '),
    )
    expect(short.sort()).toEqual(
      [
        'building 3 1 0 1 1',
        'category care 0 0 1 0',
        'category elevator 1 0 0 1',
        'party property 0 0 1 0',
        'party 电梯维保公司 1 0 0 1',
        'person 老李 0 0 1 0',
        'person 王师傅 1 0 0 1',
      ].sort(),
    )
    expect(holdsByParty).toEqual([{ party: '电梯维保公司', held: 1 }])
  })
})

describe('late facts', () => {
  const periods = (timezone: string, label: string) => {
    const found = periodOf(timezone, label)
    if (!found) throw new Error(`no period ${label}`)
    return found
  }

  // Shanghai; New York, which leaves summer time on Sunday 1 November 2026; Honolulu, far west of Greenwich.
  it.each([
    ['Asia/Shanghai', '2026-W44'],
    ['America/New_York', '2026-W44'],
    ['Pacific/Honolulu', '2026-W44'],
  ])('land in the week of the community’s own Sunday in %s', async (timezone, label) => {
    names += 1
    const setup = { ...aSetup(), name: `${names}号小区`, timezone, policy: defaultPolicy(timezone) }
    const place = new Place(await makeCommunity(test.store, setup))
    const { end: monday } = periods(timezone, label)
    const lastMinute = localToUtc(timezone, '2026-11-01', '23:59')
    expect(monday - lastMinute).toBe(minute)
    const ticket = await place.done(await place.open(lastMinute - hour), lastMinute)
    await happen(test.store, ticket, monday + 8 * hour, { type: 'noted', text: '补一张照片', by: '王师傅' })
    const week44 = (await place.facts(monday + 9 * hour, label)).current
    const week45 = (await place.facts(monday + 9 * hour, '2026-W45')).current
    expect([week44.opened, week44.resolved, week45.opened, week45.resolved]).toEqual([1, 1, 0, 0])
    expect((await place.facts(monday + 40 * day, '2026-10')).current.resolved).toBe(0)
    expect((await place.facts(monday + 40 * day, '2026-11')).current.resolved).toBe(1)
  })

  it('do not change the figures of a past week', async () => {
    const place = await Place.make()
    const open = await place.open(start + hour)
    const done = await place.done(await place.open(start + 2 * hour), start + day)
    const closed = await happen(
      test.store,
      await place.done(await place.open(start), start + day),
      start + 2 * day,
      { type: 'answered', by: zhang, solved: true },
      { type: 'confirmed', by: zhang },
    )
    const waiting = await happen(test.store, await place.open(start + 3 * hour), start + day, {
      type: 'held',
      party: '配件厂',
      until: end + day,
      reason: null,
    })
    const settled = end + 4 * day
    const stable = async () => {
      const { asOf: _, dueNext: __, ...facts } = await place.facts(settled + 60 * day)
      return facts
    }
    const before = await stable()
    await happen(test.store, open, settled, { type: 'rejected', reason: '闲聊' })
    await happen(test.store, done, settled, { type: 'reopened', reason: '又坏了' })
    await happen(test.store, closed, settled, { type: 'reopened', reason: '又坏了' })
    await place.done(await happen(test.store, waiting, settled, { type: 'returned' }), settled + hour)
    await place.open(settled)
    expect(await stable()).toEqual(before)
  })
})

it('of a week that still runs are counted up to now', async () => {
  const place = await Place.make()
  await place.open(on('16', '10:00'))
  await place.open(on('18', '10:00'))
  const facts = await place.facts(on('17', '12:00'))
  expect(facts).toMatchObject({
    asOf: on('17', '12:00'),
    period: { start, end },
    current: { opened: 1, carriedOver: 1 },
  })
})
