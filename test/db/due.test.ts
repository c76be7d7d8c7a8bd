import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Community } from '../../src/domain/community/community.ts'
import type { Step } from '../../src/domain/escalation/step.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { aReport, at, hour, makeCommunity, openTicket, zhang } from './builders.ts'

let test: TestDatabase
let home: Community
let ticket: Ticket

beforeAll(async () => {
  test = await createTestDatabase()
  home = await makeCommunity(test.store)
})
beforeEach(async () => {
  await test.sql`truncate due`
  ticket = await openTicket(test.store, home)
})
afterAll(() => test.drop())

const step = (key: string, when: number): Step => ({ key, at: when, action: { kind: 'return' } })
const sync = (...steps: readonly Step[]) => test.store.transaction((tx) => tx.due.sync(ticket.id, home.id, steps))
const undecided = async () =>
  test.sql<{ key: string; at: number }[]>`
    select key, at from due where ticket_id = ${ticket.id} and decided_at is null order by at, key`
const claim = (id: number, now: number) => test.store.transaction((tx) => tx.due.claim(id, now))
const first = async (until: number) => (await test.store.due.upTo(until, 1))[0]?.id ?? 0

describe('the steps of a ticket', () => {
  it('are added, moved and removed until they are exactly those planned', async () => {
    await sync(step('a', at), step('b', at + 1))
    const [before] = await test.sql`select id from due where key = 'b' and ticket_id = ${ticket.id}`
    await sync(step('b', at + hour), step('c', at + 2))
    expect(await undecided()).toEqual([
      { key: 'c', at: at + 2 },
      { key: 'b', at: at + hour },
    ])
    const [after] = await test.sql`select id from due where key = 'b' and ticket_id = ${ticket.id}`
    expect(after).toEqual(before)
    await sync()
    expect(await undecided()).toEqual([])
  })

  it('stay decided once they were, whatever is planned again', async () => {
    await sync(step('a', at), step('b', at + hour))
    const id = await first(at)
    await test.store.transaction(async (tx) => {
      expect(await tx.due.claim(id, at)).toEqual({ id, subject: { ticketId: ticket.id }, key: 'a', at })
      await tx.due.decide(id, at, 'escalated')
    })
    await sync(step('a', at + hour))
    expect(await undecided()).toEqual([])
    expect(await test.sql`select key, at, outcome from due`).toEqual([{ key: 'a', at, outcome: 'escalated' }])
    expect(await claim(id, at + hour)).toBeNull()
  })

  it('of one ticket leave those of others alone', async () => {
    const other = await openTicket(test.store, home)
    await sync(step('a', at))
    await test.store.transaction((tx) => tx.due.sync(other.id, home.id, [step('a', at)]))
    await sync()
    expect(await test.store.due.upTo(at, 9)).toHaveLength(1)
  })
})

describe('claiming', () => {
  it('answers nothing to a wake that is early, stale or about a step that is gone', async () => {
    await sync(step('a', at))
    const id = await first(at)
    expect(await claim(id, at - 1)).toBeNull()
    await sync(step('a', at + hour))
    expect(await claim(id, at)).toBeNull()
    await sync()
    expect(await claim(id, at + hour)).toBeNull()
  })

  it('decides once when two wake at the same moment', async () => {
    await sync(step('a', at))
    const id = await first(at)
    let decided = 0
    const wake = () =>
      test.store.transaction(async (tx) => {
        if (!(await tx.due.claim(id, at))) return
        decided += 1
        await tx.due.decide(id, at, 'escalated')
      })
    await Promise.all([wake(), wake(), wake()])
    expect(decided).toBe(1)
  })

  it('waits for a command on the same ticket instead of locking against it', async () => {
    await sync(step('a', at))
    const id = await first(at)
    const command = test.store.transaction(async (tx) => {
      await tx.tickets.lock(ticket.id)
      await new Promise((resolve) => setTimeout(resolve, 100))
      await tx.due.sync(ticket.id, home.id, [])
    })
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(await claim(id, at)).toBeNull()
    await command
  })
})

describe('questions and strangers', () => {
  it('have a time of their own', async () => {
    const questionId = await test.store.transaction(async (tx) => {
      const asked = { kind: 'maybe', askedOf: zhang, report: aReport(), mediaGroupId: null } as const
      const rest = { more: [], likeTicketId: null, postId: null, status: 'asked' } as const
      const id = await tx.questions.insert({ communityId: home.id, chatId: -1001, ...asked, ...rest }, at)
      await tx.due.addForQuestion(id, home.id, at)
      await tx.due.addForQuestion(id, home.id, at + hour)
      return id
    })
    await test.store.transaction((tx) => tx.due.addForStranger(-500, at + 1))
    await test.store.transaction((tx) => tx.due.addForStranger(-500, at + hour))
    const rows = await test.store.due.upTo(at + 2 * hour, 9)
    expect(rows.map((row) => row.at)).toEqual([at, at + 1])
    expect((await claim(rows[0]?.id ?? 0, at))?.subject).toEqual({ questionId })
    expect((await claim(rows[1]?.id ?? 0, at + 1))?.subject).toEqual({ strangerChatId: -500 })
  })

  it('comes up again for a chat that was left and came back', async () => {
    await test.store.transaction((tx) => tx.due.addForStranger(-501, at))
    const id = await first(at)
    await test.store.transaction((tx) => tx.due.decide(id, at, 'left'))
    await test.store.transaction((tx) => tx.due.addForStranger(-501, at + hour))
    expect(await test.store.due.upTo(at + hour, 9)).toHaveLength(1)
  })
})

it('tells the sweep what is due, when the next is, and how late the latest', async () => {
  expect(await test.store.due.nextAt()).toBeNull()
  expect(await test.store.due.lag(at)).toBe(0)
  await sync(step('b', at + 2), step('a', at + 1), step('c', at + hour))
  expect((await test.store.due.upTo(at + 2, 9)).map((row) => row.at)).toEqual([at + 1, at + 2])
  expect(await test.store.due.upTo(at + hour, 1)).toHaveLength(1)
  expect(await test.store.due.nextAt()).toBe(at + 1)
  expect(await test.store.due.lag(at)).toBe(0)
  expect(await test.store.due.lag(at + hour)).toBe(hour - 1)
})
