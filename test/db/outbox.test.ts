import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { NewOutbox } from '../../src/app/ports.ts'
import type { Community } from '../../src/domain/community/community.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { anOutbox, aPost, at, hour, makeCommunity, minute, openTicket } from './builders.ts'

let test: TestDatabase
let home: Community

beforeAll(async () => {
  test = await createTestDatabase()
  home = await makeCommunity(test.store)
})
beforeEach(() => test.sql`truncate outbox, post cascade`)
afterAll(() => test.drop())

const chatId = -1002
const add = (...rows: readonly Partial<NewOutbox>[]) =>
  test.store.transaction(async (tx) => {
    for (const row of rows) await tx.outbox.add(anOutbox(row), at)
  })
const addPost = async (over: Parameters<typeof aPost>[0] = {}) =>
  (await test.store.transaction((tx) => tx.posts.add(aPost(over)))).id
const show = (postId: number) => ({ op: { kind: 'show', postId } as const })
const deliveries = () => test.store.deliveries
const head = async (now = at) => await deliveries().head(chatId, now)

/** Takes the next row as the sender does. */
async function sending(now = at): Promise<number> {
  const row = await head(now)
  if (!row || !(await deliveries().markSending(row.id, now))) throw new Error('nothing to send')
  return row.id
}

describe('the next to send to a chat', () => {
  it('is the most urgent, then the oldest', async () => {
    await add({ purpose: 'summary' }, { purpose: 'reply' }, { purpose: 'emergency' }, { purpose: 'reply' })
    const order: string[] = []
    for (let row = await head(); row; row = await head()) {
      order.push(`${row.purpose} ${row.id}`)
      await deliveries().markSending(row.id, at)
      await deliveries().markSent(row.id, at, { messageId: null, shown: null })
    }
    expect(order.map((entry) => entry.split(' ')[0])).toEqual(['emergency', 'reply', 'reply', 'summary'])
    const [first, second] = order.slice(1, 3).map((entry) => Number(entry.split(' ')[1]))
    expect(first).toBeLessThan(second ?? 0)
  })

  it('is not one whose time has not come, nor one of another chat', async () => {
    await add({ notBefore: at + hour }, { chatId: -7 })
    expect(await head()).toBeNull()
    expect(await deliveries().nextAt()).toBe(at + hour)
    expect(await deliveries().waitingChats(at, 9)).toEqual([-7])
    expect((await head(at + hour))?.notBefore).toBe(at + hour)
  })

  it('comes from the chats with the most urgent matter first', async () => {
    await add({ chatId: -1, purpose: 'card' }, { chatId: -2, purpose: 'emergency' }, { chatId: -3, purpose: 'card' })
    expect(await deliveries().waitingChats(at, 9)).toEqual([-2, -1, -3])
    expect(await deliveries().waitingChats(at, 2)).toEqual([-2, -1])
  })

  it('reads back what was added', async () => {
    await add({ op: { kind: 'delete-message', messageId: 77 }, communityId: home.id, purpose: 'reply' })
    expect(await head()).toEqual({
      id: expect.any(Number),
      communityId: home.id,
      chatId,
      ticketId: null,
      op: { kind: 'delete-message', messageId: 77 },
      purpose: 'reply',
      notBefore: null,
      attempts: 0,
      createdAt: at,
      resend: false,
    })
  })
})

describe('a decision', () => {
  it('is recorded once, whatever is replayed', async () => {
    await add({ dedupeKey: 'escalation/77/1' }, { dedupeKey: 'escalation/77/1' })
    await add({ dedupeKey: 'escalation/77/1' })
    await sending()
    await add({ dedupeKey: 'escalation/77/1' })
    expect((await deliveries().counts()).pending).toBe(0)
  })

  it('is recorded once when two record it at the same moment', async () => {
    await Promise.all(Array.from({ length: 6 }, () => add({ dedupeKey: 'escalation/78/1' })))
    expect((await deliveries().counts()).pending).toBe(1)
  })
})

describe('shows of one post', () => {
  it('fold into one, as the more urgent and at the earlier time', async () => {
    const postId = await addPost()
    await add({ ...show(postId), purpose: 'summary', notBefore: at + hour })
    await add({ ...show(postId), purpose: 'card', notBefore: at + minute })
    expect(await head(at + minute)).toMatchObject({ purpose: 'card', notBefore: at + minute })
    await add({ ...show(postId), purpose: 'reminder', notBefore: null })
    expect(await head()).toMatchObject({ purpose: 'card', notBefore: null })
    expect((await deliveries().counts()).pending).toBe(1)
  })

  it('fold however many are added at once', async () => {
    const postId = await addPost()
    await Promise.all(Array.from({ length: 8 }, () => add(show(postId))))
    expect((await deliveries().counts()).pending).toBe(1)
  })

  it('do not fold into one that is on its way: what changed since has to be shown', async () => {
    const postId = await addPost()
    await add(show(postId))
    const first = await sending()
    await add(show(postId))
    await deliveries().markSent(first, at, { messageId: 5, shown: 'old' })
    expect((await head())?.id).not.toBe(first)
    expect((await deliveries().counts()).pending).toBe(1)
  })

  it('keep the wait of one that is tried again', async () => {
    const postId = await addPost()
    await add(show(postId))
    await deliveries().retry(await sending(), at + minute, '429')
    await add(show(postId))
    expect(await head()).toBeNull()
    expect((await head(at + minute))?.attempts).toBe(1)
  })

  it('fold with one that comes back from a failed attempt', async () => {
    const postId = await addPost()
    await add({ ...show(postId), purpose: 'escalation' })
    const first = await sending()
    await add({ ...show(postId), purpose: 'card' })
    await deliveries().markUnknown(first, at, true, at + minute, 'timeout')
    expect(await deliveries().status(first)).toEqual({ chatId, status: 'cancelled' })
    expect(await head()).toBeNull()
    expect(await head(at + minute)).toMatchObject({ purpose: 'escalation', resend: true, attempts: 1 })
    expect((await deliveries().counts()).pending).toBe(1)
  })
})

describe('cancelling', () => {
  it('takes back what has not gone out, of those purposes and that ticket only', async () => {
    const ticket = await openTicket(test.store, home)
    const of = { ticketId: ticket.id, communityId: home.id }
    await add({ ...of, purpose: 'escalation' })
    const gone = await sending()
    await add({ ...of, purpose: 'escalation' }, { ...of, purpose: 'reminder' }, { ...of, purpose: 'card' })
    await add({ purpose: 'escalation' })
    const cancelled = await test.store.transaction((tx) => tx.outbox.cancel(ticket.id, ['escalation', 'reminder']))
    expect(cancelled).toBe(2)
    expect(await deliveries().status(gone)).toEqual({ chatId, status: 'sending' })
    expect((await deliveries().counts()).pending).toBe(2)
  })

  it('and sending exclude each other', async () => {
    const ticket = await openTicket(test.store, home)
    await add({ ticketId: ticket.id, purpose: 'reminder' })
    const row = await head()
    await test.store.transaction((tx) => tx.outbox.cancel(ticket.id, ['reminder']))
    expect(await deliveries().markSending(row?.id ?? 0, at)).toBe(false)
  })
})

describe('sending', () => {
  it('is begun by one of those who try', async () => {
    await add({})
    const id = (await head())?.id ?? 0
    const won = await Promise.all(Array.from({ length: 5 }, () => deliveries().markSending(id, at)))
    expect(won.filter(Boolean)).toHaveLength(1)
  })

  it('leaves the message id and the text on the post, where later shows and replies find it', async () => {
    const postId = await addPost({ chatId, ticketId: null })
    await add(show(postId))
    await deliveries().markSent(await sending(), at, { messageId: 5, shown: '#1 电梯' })
    expect((await deliveries().post(postId))?.messageId).toBe(5)
    expect(await deliveries().shown(postId)).toBe('#1 电梯')
    expect((await test.store.transaction((tx) => tx.posts.byMessage(chatId, 5)))?.id).toBe(postId)
    await add(show(postId))
    await deliveries().markSent(await sending(), at, { messageId: null, shown: '#1 电梯 已接单' })
    expect((await deliveries().post(postId))?.messageId).toBe(5)
    await add({ op: { kind: 'delete', postId } })
    await deliveries().markSent(await sending(), at, { messageId: null, shown: null })
    expect((await deliveries().post(postId))?.status).toBe('deleted')
  })

  it('gives a message number to the post that Telegram says has it', async () => {
    const [stale, fresh] = [await addPost({ chatId }), await addPost({ chatId })]
    for (const postId of [stale, fresh]) {
      await add(show(postId))
      await deliveries().markSent(await sending(), at, { messageId: 9, shown: null })
    }
    expect((await deliveries().post(stale))?.messageId).toBeNull()
    expect((await deliveries().post(fresh))?.messageId).toBe(9)
  })

  it('forgets a message that is gone', async () => {
    const postId = await addPost({ chatId })
    await add(show(postId))
    await deliveries().markSent(await sending(), at, { messageId: 6, shown: 'x' })
    await deliveries().detachPost(postId)
    expect((await deliveries().post(postId))?.messageId).toBeNull()
    expect(await deliveries().shown(postId)).toBeNull()
  })

  it('that failed for good is over', async () => {
    await add({})
    await deliveries().markFailed(await sending(), at, '403')
    expect(await head(at + hour)).toBeNull()
    expect((await deliveries().counts()).failed).toBe(1)
  })

  it('whose answer was lost is sent again and marked, or closed as unknown', async () => {
    await add({ purpose: 'escalation' })
    await deliveries().markUnknown(await sending(), at, true, at + minute, 'timeout')
    expect(await head(at + minute)).toMatchObject({ resend: true, attempts: 1 })
    await deliveries().markUnknown(await sending(at + minute), at, false, at + minute, 'timeout')
    expect(await head(at + hour)).toBeNull()
    expect((await deliveries().counts()).unknown).toBe(1)
  })

  it('that was given up but then answered is recorded as sent', async () => {
    await add({ purpose: 'reminder' })
    const id = await sending()
    await deliveries().markUnknown(id, at, false, at, 'timeout')
    await deliveries().markSent(id, at, { messageId: null, shown: null })
    expect(await deliveries().status(id)).toEqual({ chatId, status: 'sent' })
  })

  it('by a process that died is found; by one that lives it is not', async () => {
    await add({ purpose: 'escalation' })
    const id = await sending()
    const found = async (olderThan: number) => (await deliveries().stranded(olderThan)).map((row) => row.id)
    expect(await found(at)).toEqual([])
    expect(await found(at + 1)).toEqual([id])
    await deliveries().withChat(chatId, async () => expect(await found(at + 1)).toEqual([]))
    await deliveries().withChat(-99, async () => expect(await found(at + 1)).toEqual([id]))
  })
})

describe('handing over to the queue', () => {
  it('offers each row until it is marked, oldest first', async () => {
    await add({}, { purpose: 'emergency' }, {})
    const ids = (await deliveries().unqueued(2)).map(({ id }) => id)
    expect(ids).toHaveLength(2)
    await deliveries().markQueued(ids, at)
    const rest = await deliveries().unqueued(9)
    expect(rest).toEqual([{ id: expect.any(Number), chatId, purpose: 'card' }])
    expect(rest[0]?.id).toBeGreaterThan(ids[1] ?? 0)
    await deliveries().markQueued([], at)
  })

  it('counts every status', async () => {
    await add({}, {}, {})
    await deliveries().markSent(await sending(), at, { messageId: null, shown: null })
    await sending()
    expect(await deliveries().counts()).toEqual({
      pending: 1,
      sending: 1,
      sent: 1,
      failed: 0,
      unknown: 0,
      cancelled: 0,
    })
    expect(await deliveries().nextAt()).toBeNull()
  })
})

describe('posts', () => {
  it('with the same key are one', async () => {
    const first = await test.store.transaction((tx) => tx.posts.add(aPost({ key: 'card/staff/1' })))
    const again = await test.store.transaction((tx) => tx.posts.add(aPost({ key: 'card/staff/1' })))
    expect(first.created).toBe(true)
    expect(again).toEqual({ id: first.id, created: false })
  })

  it('are found by token, and stand as long as they show a ticket', async () => {
    const ticket = await openTicket(test.store, home)
    const of = { ticketId: ticket.id, communityId: home.id }
    const card = await addPost({ ...of, token: 'abc' })
    const callback = await addPost({ ...of, body: { kind: 'callback', cycle: 1 } })
    await addPost({ ...of, body: { kind: 'photos' } })
    await test.store.transaction(async (tx) => {
      expect((await tx.posts.byToken('abc'))?.id).toBe(card)
      expect(await tx.posts.byToken('abd')).toBeNull()
      expect((await tx.posts.standing(ticket.id)).map(({ id }) => id)).toEqual([card, callback])
      await tx.posts.setBody(callback, { kind: 'photos' })
      expect((await tx.posts.standing(ticket.id)).map(({ id }) => id)).toEqual([card])
      expect((await tx.posts.get(callback))?.body).toEqual({ kind: 'photos' })
    })
  })

  it('about a ticket belong to its community', async () => {
    const other = await makeCommunity(test.store, { name: '别处' })
    const ticket = await openTicket(test.store, home)
    await expect(addPost({ ticketId: ticket.id, communityId: other.id })).rejects.toMatchObject({ code: '23503' })
    await expect(addPost({ ticketId: ticket.id, communityId: null })).rejects.toMatchObject({ code: '23514' })
  })
})
