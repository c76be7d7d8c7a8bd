import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Community } from '../../src/domain/community/community.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { anOutbox, aPost, at, makeCommunity, minute, openTicket } from './builders.ts'

/** Messages held back after an outage, until they are let go, replaced by a digest, or answered. */

let test: TestDatabase
let home: Community
beforeAll(async () => {
  test = await createTestDatabase()
  home = await makeCommunity(test.store)
})
beforeEach(() => test.sql`truncate outbox, post cascade`)
afterAll(() => test.drop())

const chatId = -1002
const head = (now: number) => test.store.deliveries.head(chatId, now)

/** A committee card held back for five minutes; answers its ticket and post. */
async function held() {
  const ticket = await openTicket(test.store, home)
  const of = { communityId: home.id, ticketId: ticket.id }
  const post = await test.store.transaction(async (tx) => {
    const { id } = await tx.posts.add(aPost({ ...of, body: { kind: 'card', audience: 'committee' } }))
    const op = { kind: 'show', postId: id } as const
    const row = { ...of, op, purpose: 'escalation', notBefore: at + 5 * minute, gather: 'committee' } as const
    await tx.outbox.add(anOutbox(row), at)
    // The same change shows every standing card, this one among them.
    await tx.outbox.add(anOutbox({ ...of, op, purpose: 'card' }), at)
    return id
  })
  return { ticket, post }
}

it('is not sent while it is held, and by itself when nobody comes to gather it', async () => {
  const { post } = await held()
  expect(await head(at + 4 * minute)).toBeNull()
  expect(await head(at + 5 * minute)).toMatchObject({ op: { postId: post }, purpose: 'escalation' })
})

it('is let go at once, and then gathered no more', async () => {
  const { post, ticket } = await held()
  const gathered = await test.store.transaction(async ({ outbox }) => {
    const rows = await outbox.gathered()
    await outbox.release(rows.map(({ id }) => id))
    return rows
  })
  expect(gathered).toMatchObject([{ communityId: home.id, chatId, ticketId: ticket.id, kind: 'committee' }])
  expect(await head(at)).toMatchObject({ op: { postId: post } })
  expect(await test.store.transaction(({ outbox }) => outbox.gathered())).toEqual([])
})

it('is replaced together with its post, which no later change brings out', async () => {
  const { ticket } = await held()
  await test.store.transaction(async ({ outbox }) => {
    await outbox.replace((await outbox.gathered()).map(({ id }) => id))
  })
  expect(await head(at + 60 * minute)).toBeNull()
  expect(await test.store.transaction(({ posts }) => posts.standing(ticket.id))).toEqual([])
})

it('is cancelled by an answer, and its post with it', async () => {
  const { ticket } = await held()
  await test.store.transaction(({ outbox }) => outbox.cancel(ticket.id, ['escalation']))
  expect(await test.store.transaction(({ outbox }) => outbox.gathered())).toEqual([])
  expect(await test.store.transaction(({ posts }) => posts.standing(ticket.id))).toEqual([])
})

it('goes before everything else where it is to be first', async () => {
  await test.store.transaction(async ({ outbox }) => {
    await outbox.add(anOutbox({ purpose: 'escalation' }), at)
    await outbox.add(
      anOutbox({ purpose: 'escalation', ticketId: null, first: true, op: { kind: 'delete-message', messageId: 7 } }),
      at,
    )
  })
  expect(await head(at)).toMatchObject({ op: { kind: 'delete-message' } })
})
