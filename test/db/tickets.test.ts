import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nowhere, type Place } from '../../src/domain/category.ts'
import type { Community } from '../../src/domain/community/community.ts'
import type { Attachment } from '../../src/domain/ticket/attachment.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { aReport, at, day, happen, hour, makeCommunity, openTicket, recorded, wang, zhang } from './builders.ts'

let test: TestDatabase
let home: Community
let other: Community

beforeAll(async () => {
  test = await createTestDatabase()
  home = await makeCommunity(test.store)
  other = await makeCommunity(test.store, { name: '和平里小区' })
})
afterAll(() => test.drop())

const photo: Attachment = {
  kind: 'photo',
  fileId: 'file-1',
  fileUniqueId: 'unique-1',
  chatId: -1001,
  messageId: 11,
  latitude: null,
  longitude: null,
}

const read = (id: number) => test.store.transaction((tx) => tx.tickets.get(id))

describe('a ticket reads back as it was written', () => {
  it('when it has just been opened', async () => {
    const ticket = await openTicket(test.store, home, { attachments: [photo], since: at - 3 * day })
    expect(await read(ticket.id)).toEqual(ticket)
    expect(await test.store.transaction((tx) => tx.tickets.lock(ticket.id))).toEqual(ticket)
    expect(await test.store.transaction((tx) => tx.tickets.lockByNumber(home.id, ticket.number))).toEqual(ticket)
  })

  it('when nobody known reported it', async () => {
    const ticket = await openTicket(test.store, home, {}, null)
    expect(ticket.reporter).toBeNull()
    expect(await read(ticket.id)).toEqual(ticket)
  })

  it('with every part filled in', async () => {
    const opened = await openTicket(test.store, home, { private: true })
    const full: Ticket = {
      ...opened,
      status: 'held',
      cycle: 3,
      class: 'mediation',
      category: 'dispute',
      urgency: 'urgent',
      place: { building: '3', unit: '2', floor: 'B1', room: '502', spot: '东侧' },
      acknowledged: { at: at + 1, by: wang },
      onSiteAt: at + 2,
      assignee: wang,
      promise: { until: at + day, by: wang, at: at + 3 },
      hold: { party: '电梯维保公司', until: at + 2 * day, since: at + 4, reason: null },
      pauses: [
        [at + 5, at + 6],
        [at + 7, at + 8],
      ],
      supervision: { supervisor: '陈书记', by: { id: 301, name: '陈书记' }, due: at + 3 * day, at: at + 9 },
      dueOverride: at + 3 * day,
      dueFrom: at + 9,
      resolution: { text: '已换门机', by: wang, at: at + 10 },
      closedAt: at + 11,
      endReason: '重复',
      mergedInto: 7,
      rating: 'basically',
      supporters: 4,
      urges: 2,
      urgedAt: at + 12,
      reopens: 1,
      lastNote: { text: '等配件', by: '王师傅' },
      photos: 2,
      decidedSteps: ['1/acknowledge/warn', '1/acknowledge/level/1/0'],
      level: 2,
      version: 2,
    }
    await test.store.transaction((tx) => tx.tickets.save(full, [recorded(1, { type: 'urged' }, at + 12, zhang)]))
    expect(await read(opened.id)).toEqual(full)
  })

  it('with characters PostgreSQL cannot hold left out', async () => {
    const ticket = await openTicket(test.store, home, { text: '灯\0坏了\ud800' })
    expect((await read(ticket.id))?.text).toBe('灯坏了�')
    const [first] = await test.store.transaction((tx) => tx.tickets.history(ticket.id))
    expect(first?.event).toMatchObject({ type: 'reported', text: '灯坏了�' })
  })
})

it('keeps nested values as JSON objects, not as strings of JSON', async () => {
  const ticket = await openTicket(test.store, home, { attachments: [photo] })
  await happen(test.store, ticket, at + hour, { type: 'acknowledged', by: wang })
  const [kinds] = await test.sql`
    select jsonb_typeof(t.acknowledged) as acknowledged, jsonb_typeof(t.pauses) as pauses, jsonb_typeof(e.event) as event,
      jsonb_typeof(a.body) as attachment, jsonb_typeof(p.body) as policy
    from ticket t join ticket_event e on e.ticket_id = t.id join attachment a on a.ticket_id = t.id
    join policy p on p.community_id = t.community_id and p.version = t.policy_version
    where t.id = ${ticket.id} limit 1`
  expect(kinds).toEqual({
    acknowledged: 'object',
    pauses: 'array',
    event: 'object',
    attachment: 'object',
    policy: 'object',
  })
})

describe('numbers', () => {
  it('count from 1 without gaps when twenty tickets are opened at once', async () => {
    const fresh = await makeCommunity(test.store, { name: '二十号院' })
    const tickets = await Promise.all(Array.from({ length: 20 }, () => openTicket(test.store, fresh)))
    const numbers = tickets.map(({ number }) => number).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  it('are not used up by a ticket that was not made', async () => {
    const fresh = await makeCommunity(test.store, { name: '空号院' })
    const failed = test.store.transaction(async (tx) => {
      await tx.tickets.nextIdentity(fresh.id)
      throw new Error('no ticket after all')
    })
    await expect(failed).rejects.toThrow('no ticket after all')
    expect((await openTicket(test.store, fresh)).number).toBe(1)
  })
})

describe('history', () => {
  it('is added to in order', async () => {
    const ticket = await openTicket(test.store, home)
    await happen(test.store, ticket, at + hour, { type: 'acknowledged', by: wang }, { type: 'arrived' })
    const history = await test.store.transaction((tx) => tx.tickets.history(ticket.id))
    expect(history.map(({ seq, event }) => [seq, event.type])).toEqual([
      [0, 'reported'],
      [1, 'acknowledged'],
      [2, 'arrived'],
    ])
    expect(history[1]).toEqual(recorded(1, { type: 'acknowledged', by: wang }, at + hour, wang))
  })

  it.each([
    ['changed', 'update ticket_event set actor_name = $$x$$'],
    ['deleted', 'delete from ticket_event'],
    ['emptied', 'truncate ticket_event'],
  ])('T25 cannot be %s, even by hand', async (_, statement) => {
    await openTicket(test.store, home)
    await expect(test.sql.unsafe(statement)).rejects.toThrow('append-only')
  })

  it('takes no second event of the same number, and then nothing of that change', async () => {
    const ticket = await openTicket(test.store, home)
    const twice = { ...ticket, urges: 1, version: 2 }
    await expect(
      test.store.transaction((tx) => tx.tickets.save(twice, [recorded(0, { type: 'urged' }, at, zhang)])),
    ).rejects.toMatchObject({ code: '23505' })
    expect(await read(ticket.id)).toEqual(ticket)
  })

  it('refuses to save over a change it has not seen', async () => {
    const ticket = await openTicket(test.store, home)
    await happen(test.store, ticket, at, { type: 'urged' })
    await expect(happen(test.store, ticket, at, { type: 'urged' })).rejects.toThrow('saved over another change')
  })
})

it('follows supporters and attachments from the events', async () => {
  const ticket = await openTicket(test.store, home, { attachments: [photo] })
  const li = { id: 402, name: '老李' }
  const proof = { ...photo, fileId: 'file-2', messageId: 12 }
  const supported = await happen(test.store, ticket, at + hour, { type: 'supported', by: li })
  await happen(test.store, supported, at + 2 * hour, { type: 'attached', attachments: [proof], proof: true })
  await test.store.transaction(async (tx) => {
    expect(await tx.tickets.isSupporter(ticket.id, li.id)).toBe(true)
    expect(await tx.tickets.isSupporter(ticket.id, zhang.id)).toBe(false)
    expect(await tx.tickets.supporters(ticket.id)).toEqual([li])
    expect(await tx.tickets.attachments(ticket.id)).toEqual([
      { ...photo, proof: false },
      { ...proof, proof: true },
    ])
  })
})

it('makes commands on one ticket wait for each other', async () => {
  const ticket = await openTicket(test.store, home)
  const order: string[] = []
  const command = (name: string) =>
    test.store.transaction(async (tx) => {
      const locked = await tx.tickets.lock(ticket.id)
      order.push(`${name} in`)
      if (!locked) throw new Error('no ticket')
      const urged = { ...locked, urges: locked.urges + 1, version: locked.version + 1 }
      await tx.tickets.save(urged, [recorded(locked.version, { type: 'urged' }, at, zhang)])
      order.push(`${name} out`)
    })
  await Promise.all(['a', 'b', 'c'].map(command))
  expect((await read(ticket.id))?.urges).toBe(3)
  expect(order.map((entry) => entry.split(' ')[1])).toEqual(['in', 'out', 'in', 'out', 'in', 'out'])
})

describe('looking tickets up', () => {
  let lane: Community
  const place: Place = { ...nowhere, building: '3' }
  const alike = (category: 'power' | 'leak', where = place) =>
    test.store.transaction(async (tx) => (await tx.tickets.alike(lane.id, category, where)).map(({ id }) => id))

  beforeAll(async () => {
    lane = await makeCommunity(test.store, { name: '查找里' })
  })

  it('finds open ones of the same kind at the same building, and unit where both name one', async () => {
    const anyUnit = await openTicket(test.store, lane, { category: 'power', reportedAt: at })
    const unit2 = await openTicket(test.store, lane, {
      category: 'power',
      place: { ...place, unit: '2' },
      reportedAt: at + 1,
    })
    await openTicket(test.store, lane, { category: 'power', place: { ...place, building: '5' } })
    await openTicket(test.store, lane, { category: 'power', private: true })
    await openTicket(test.store, lane, { category: 'leak' })
    const done = await openTicket(test.store, lane, { category: 'power' })
    await happen(test.store, done, at, { type: 'resolved', text: null, by: wang })
    await openTicket(test.store, other, { category: 'power' })
    expect(await alike('power')).toEqual([unit2.id, anyUnit.id])
    expect(await alike('power', { ...place, unit: '2' })).toEqual([unit2.id, anyUnit.id])
    expect(await alike('power', { ...place, unit: '1' })).toEqual([anyUnit.id])
  })

  it('takes two without a building for the same only at the same spot', async () => {
    const gate = { ...nowhere, spot: '东门' }
    const there = await openTicket(test.store, lane, { category: 'leak', place: gate })
    await openTicket(test.store, lane, { category: 'leak', place: nowhere })
    expect(await alike('leak', gate)).toEqual([there.id])
    expect(await alike('leak', { ...nowhere, spot: '西门' })).toEqual([])
    expect(await alike('leak', nowhere)).toEqual([])
  })

  it('lists what a resident reported or supports: active first, newest first', async () => {
    const lane2 = await makeCommunity(test.store, { name: '我的里' })
    const [old, recent, closed, neighbours] = [
      await openTicket(test.store, lane2, { reportedAt: at }),
      await openTicket(test.store, lane2, { reportedAt: at + hour }),
      await openTicket(test.store, lane2, { reportedAt: at + 2 * hour }),
      await openTicket(test.store, lane2, { reportedAt: at - hour }, wang),
    ]
    await openTicket(test.store, lane2, {}, wang)
    await openTicket(test.store, other)
    await happen(test.store, closed, at + 3 * hour, { type: 'withdrawn', reason: null })
    await happen(test.store, neighbours, at, { type: 'supported', by: zhang })
    await test.store.transaction(async (tx) => {
      const ids = async (limit: number) =>
        (await tx.tickets.mine(lane2.id, zhang.id, limit)).map(({ number }) => number)
      expect(await ids(9)).toEqual([recent, old, neighbours, closed].map(({ number }) => number))
      expect(await ids(2)).toEqual([recent.number, old.number])
      expect((await tx.tickets.latestOf(lane2.id, zhang.id))?.id).toBe(recent.id)
      expect(await tx.tickets.latestOf(lane2.id, 999)).toBeNull()
    })
  })

  it('lists the active ones with their total: emergencies, then the longest open', async () => {
    const lane3 = await makeCommunity(test.store, { name: '待办里' })
    const late = await openTicket(test.store, lane3, { reportedAt: at + hour })
    const early = await openTicket(test.store, lane3, { reportedAt: at })
    const fire = await openTicket(test.store, lane3, { reportedAt: at + 2 * hour, urgency: 'emergency' })
    const done = await openTicket(test.store, lane3)
    await happen(test.store, done, at, { type: 'rejected', reason: '不属于物业' })
    const list = await test.store.transaction((tx) => tx.tickets.active(lane3.id, 2))
    expect(list.tickets.map(({ id }) => id)).toEqual([fire.id, early.id])
    expect(list.total).toBe(3)
    expect((await test.store.transaction((tx) => tx.tickets.active(lane3.id, 9))).tickets.at(-1)?.id).toBe(late.id)
  })
})

describe('another community', () => {
  it('has no ticket under a number of ours', async () => {
    const fresh = await makeCommunity(test.store, { name: '隔壁' })
    const ticket = await openTicket(test.store, home)
    expect(await test.store.transaction((tx) => tx.tickets.lockByNumber(fresh.id, ticket.number))).toBeNull()
  })

  it('cannot be written into a ticket, nor what belongs to it', async () => {
    const ticket = await openTicket(test.store, home)
    const moved = { ...ticket, communityId: other.id, version: 2 }
    await expect(
      test.store.transaction((tx) => tx.tickets.save(moved, [recorded(1, { type: 'urged' }, at, zhang)])),
    ).rejects.toThrow('saved over another change')
    const step = { key: '1/hold/return', at: at + day, action: { kind: 'return' } as const }
    await expect(test.store.transaction((tx) => tx.due.sync(ticket.id, other.id, [step]))).rejects.toMatchObject({
      code: '23503',
    })
    await expect(
      test.sql`insert into supporter values (${ticket.id}, 1, ${other.id}, 'x', now())`,
    ).rejects.toMatchObject({ code: '23503' })
  })

  it('shows nothing of ours in its own lists', async () => {
    const fresh = await makeCommunity(test.store, { name: '空小区' })
    const { category, place } = aReport()
    await test.store.transaction(async (tx) => {
      expect(await tx.tickets.alike(fresh.id, category, place)).toEqual([])
      expect(await tx.tickets.mine(fresh.id, zhang.id, 9)).toEqual([])
      expect(await tx.tickets.active(fresh.id, 9)).toEqual({ tickets: [], total: 0 })
      expect(await tx.tickets.latestOf(fresh.id, zhang.id)).toBeNull()
    })
  })
})
