import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nowhere } from '../../src/domain/category.ts'
import type { Community } from '../../src/domain/community/community.ts'
import { nextSteps, plan } from '../../src/domain/escalation/plan.ts'
import { defaultPolicy } from '../../src/domain/policy/default-policy.ts'
import type { ReportCommand } from '../../src/domain/ticket/command.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { isoWeekRange } from '../../src/domain/time/iso-week.ts'
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
const range = isoWeekRange(zone, week)
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

  facts(now = end + hour, of = week, from = start, to = end) {
    return test.store.transaction((tx) => tx.summaries.facts(this.community.id, of, from, to, now))
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
    expect((await place.facts(end + 30 * day)).current).toMatchObject({ carriedOver: 1, resolved: 1, reopened: 0 })
  })

  it('count private matters and never list them', async () => {
    const place = await Place.make()
    await place.open(start, { private: true, category: 'care' })
    const { current, longestOpen } = await place.facts()
    expect(current).toMatchObject({ opened: 1, openedPrivate: 1, carriedOver: 1 })
    expect(longestOpen).toEqual([])
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
      const ticket = await place.open(start + index)
      const taken = await happen(test.store, ticket, ticket.openedAt + wait * hour, { type: 'acknowledged', by: wang })
      await place.done(taken, ticket.openedAt + 10 * wait * hour)
    }
    const { acknowledgeMs, finishMs } = await place.facts()
    expect(acknowledgeMs).toEqual({ count: 5, median: 3 * hour, p90: 7.6 * hour })
    expect(finishMs).toEqual({ count: 5, median: 30 * hour, p90: 76 * hour })
  })

  it('leave out tickets acknowledged before the week, and those reopened since', async () => {
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

  it('count answers that came up to the moment of asking', async () => {
    const place = await Place.make()
    const done = await place.done(await place.open(on('20', '09:00')), on('22', '10:00'))
    await happen(test.store, done, end + hour, { type: 'answered', by: zhang, solved: true })
    expect((await place.facts(end)).current.callbacks).toMatchObject({ asked: 1, answered: 0 })
    expect((await place.facts(end + hour)).current.callbacks).toMatchObject({ asked: 1, answered: 1 })
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

  it('show the five that are open longest, and what they wait for', async () => {
    const place = await Place.make()
    const opened: Ticket[] = []
    for (let index = 0; index < 7; index += 1) opened.push(await place.open(start + index * hour))
    const [first, second] = opened
    if (!first || !second) throw new Error('nothing opened')
    await place.done(first, start + day)
    const until = end + 3 * day
    await happen(test.store, second, start + day, { type: 'held', party: '电梯维保公司', until, reason: null })
    const { longestOpen } = await place.facts()
    expect(longestOpen.map(({ number }) => number)).toEqual(opened.slice(1, 6).map(({ number }) => number))
    expect(longestOpen[0]).toEqual({
      number: second.number,
      category: 'elevator',
      place: { ...nowhere, building: '3' },
      openedAt: second.openedAt,
      hold: { party: '电梯维保公司', until },
    })
    expect(longestOpen[1]?.hold).toBeNull()
  })

  it('tell how many clocks run out in the week after', async () => {
    const place = await Place.make()
    // Three working days from Friday: Wednesday of the next week. From Monday: Thursday of this one.
    await place.sync(await place.open(on('20', '10:00')))
    await place.sync(await place.open(on('16', '10:00')))
    expect((await place.facts()).dueNextWeek).toBe(1)
  })

  it('tell who is late, and by how much', async () => {
    const place = await Place.make()
    await place.sync(await place.open(on('16', '10:00')))
    await place.sync(await place.open(on('20', '10:00')))
    const late = await place.open(on('09', '10:00'))
    await place.sync(late)
    const until = end + day
    const waits = await happen(test.store, late, on('17', '10:00'), {
      type: 'held',
      party: '电梯维保公司',
      until,
      reason: null,
    })
    // Its ladder was used up before it was put on hold.
    await test.sql`
      update due set decided_at = clock_due, outcome = 'escalated' where ticket_id = ${late.id} and clock = 'resolve'`
    await place.sync(waits)
    const found = [...(await place.facts()).overdueByParty].sort((a, b) => a.party.localeCompare(b.party))
    expect(found).toEqual(
      [
        { party: '电梯维保公司', overdue: 1, worstMs: end - on('12', '10:00') },
        { party: 'property', overdue: 1, worstMs: end - on('19', '10:00') },
      ].sort((a, b) => a.party.localeCompare(b.party)),
    )
  })
})

it('of a week that still runs are counted up to now', async () => {
  const place = await Place.make()
  await place.open(on('16', '10:00'))
  await place.open(on('18', '10:00'))
  const facts = await place.facts(on('17', '12:00'))
  expect(facts).toMatchObject({ asOf: on('17', '12:00'), start, end, current: { opened: 1, carriedOver: 1 } })
})
