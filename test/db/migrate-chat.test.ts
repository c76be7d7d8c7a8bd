import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Community } from '../../src/domain/community/community.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { anOutbox, aPost, aReport, at, hour, makeCommunity, openTicket, zhang } from './builders.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

let last = 0
/** A community with a residents' chat in which something of everything has happened. */
async function aBusyChat(): Promise<{ home: Community; from: number; to: number; ticketId: number; postId: number }> {
  last += 1
  const [from, to] = [-100 - last, -100_000_000 - last]
  const chats = [{ id: from, role: 'residents' as const, title: '业主群', buildings: [], threadId: null }]
  const home = await makeCommunity(test.store, { name: `${last}号院`, chats })
  const origin = { chatId: from, messageId: 11, threadId: null, direct: false }
  const ticket = await openTicket(test.store, home, { origin })
  const postId = await test.store.transaction(async (tx) => {
    const of = { communityId: home.id, chatId: from, ticketId: ticket.id }
    const { id } = await tx.posts.add(aPost({ ...of, replyTo: 11 }))
    await tx.outbox.add(anOutbox({ ...of, op: { kind: 'show', postId: id } }), at)
    const message = { chatId: from, messageId: 11, communityId: home.id, ticketIds: [ticket.id] }
    await tx.messages.put({ ...message, mediaGroupId: null, attachments: [], authorId: zhang.id }, at)
    const asked = { kind: 'maybe', askedOf: zhang, report: aReport({ origin }), mediaGroupId: null } as const
    const rest = { more: [], likeTicketId: null, postId: null, status: 'asked' } as const
    await tx.questions.insert({ communityId: home.id, chatId: from, ...asked, ...rest }, at)
    await tx.summaries.decide(from, '2026-W46', home.id, at)
    return id
  })
  const head = await test.store.deliveries.head(from, at)
  await test.store.deliveries.markSending(head?.id ?? 0, at)
  await test.store.deliveries.markSent(head?.id ?? 0, at, { messageId: 12, shown: 'x' })
  await test.store.transaction((tx) =>
    tx.outbox.add(
      anOutbox({ communityId: home.id, chatId: from, ticketId: ticket.id, op: { kind: 'show', postId } }),
      at,
    ),
  )
  await test.store.inbox.accept(last, [{ updateId: 1, chatId: from, payload: {} }], at)
  return { home, from, to, ticketId: ticket.id, postId }
}

const migrate = (from: number, to: number) => test.store.transaction((tx) => tx.chats.migrate(from, to))

async function expectMoved({ from, to, home, ticketId, postId }: Awaited<ReturnType<typeof aBusyChat>>): Promise<void> {
  await test.store.transaction(async (tx) => {
    expect(await tx.chats.get(to)).toMatchObject({ id: to, communityId: home.id, role: 'residents', status: 'active' })
    expect(await tx.chats.get(from)).toMatchObject({ id: to, communityId: home.id })
    expect((await tx.chats.list(home.id)).map(({ id }) => id)).toEqual([to])
    expect((await tx.tickets.get(ticketId))?.origin.chatId).toBe(to)
    expect(await tx.posts.get(postId)).toMatchObject({ chatId: to, messageId: null, replyTo: null })
    expect(await tx.summaries.decide(to, '2026-W46', home.id, at)).toBe(false)
    // Late copies of old updates carry the old id; new messages count from 1 again.
    expect((await tx.messages.get(from, 11))?.ticketIds).toEqual([ticketId])
    expect(await tx.messages.get(to, 11)).toBeNull()
  })
  expect(await test.store.deliveries.head(from, at)).toBeNull()
  expect((await test.store.deliveries.head(to, at))?.op).toEqual({ kind: 'show', postId })
  const [question] = await test.sql`
    select chat_id, report -> 'origin' -> 'chatId' as origin from question where community_id = ${home.id}`
  expect(question).toEqual({ chatId: to, origin: to })
  const [row] = await test.store.inbox.pending(last, at, 1)
  expect(row?.chatId).toBe(to)
}

describe('a group that becomes a supergroup', () => {
  it('F35 takes everything along, however often it is told', async () => {
    const chat = await aBusyChat()
    expect(await migrate(chat.from, chat.to)).toBe(true)
    await expectMoved(chat)
    expect(await migrate(chat.from, chat.to)).toBe(false)
    await expectMoved(chat)
  })

  it('F35 is moved by one of two who are told at once', async () => {
    const chat = await aBusyChat()
    const moved = await Promise.all([migrate(chat.from, chat.to), migrate(chat.from, chat.to)])
    expect(moved.filter(Boolean)).toHaveLength(1)
    await expectMoved(chat)
  })

  it('may have been bound again under its new id already', async () => {
    const chat = await aBusyChat()
    const bound = { id: chat.to, communityId: chat.home.id, role: 'residents' as const, title: '新群' }
    await test.store.transaction(async (tx) => {
      await tx.due.addForStranger(chat.to, at + hour)
      await tx.chats.bind({ ...bound, buildings: [], threadId: 3 })
      await tx.summaries.decide(chat.to, '2026-W46', chat.home.id, at)
    })
    expect(await migrate(chat.from, chat.to)).toBe(true)
    await expectMoved(chat)
    expect(await test.store.transaction((tx) => tx.chats.get(chat.to))).toMatchObject({ title: '新群', threadId: 3 })
    expect(await test.store.due.upTo(at + hour, 9)).toEqual([])
  })

  it('carries nothing over when its new id belongs to another community', async () => {
    const chat = await aBusyChat()
    const other = await makeCommunity(test.store, { name: '别家' })
    const bound = { id: chat.to, communityId: other.id, role: 'staff' as const, title: '别家群', buildings: [] }
    await test.store.transaction((tx) => tx.chats.bind({ ...bound, threadId: null }))
    expect(await migrate(chat.from, chat.to)).toBe(false)
    expect(await test.store.deliveries.head(chat.to, at)).toBeNull()
    await test.store.transaction(async (tx) => {
      expect(await tx.chats.get(chat.from)).toMatchObject({ id: chat.from, status: 'suspended' })
      expect((await tx.posts.get(chat.postId))?.chatId).toBe(chat.from)
    })
  })

  it('may be nobody’s yet: answers to it move, and so does its time to be left', async () => {
    await test.store.transaction(async (tx) => {
      await tx.outbox.add(anOutbox({ chatId: -9001 }), at)
      await tx.due.addForStranger(-9001, at)
    })
    expect(await migrate(-9001, -9_000_001)).toBe(false)
    expect(await test.store.deliveries.head(-9_000_001, at)).not.toBeNull()
    const [due] = await test.store.due.upTo(at, 1)
    expect((await test.store.transaction((tx) => tx.due.claim(due?.id ?? 0, at)))?.subject).toEqual({
      strangerChatId: -9_000_001,
    })
  })

  it('is not its own successor', async () => {
    const chat = await aBusyChat()
    expect(await migrate(chat.from, chat.from)).toBe(false)
    expect(await test.store.transaction((tx) => tx.chats.get(chat.from))).toMatchObject({ id: chat.from })
  })
})

describe('a chat', () => {
  it('is suspended and comes back, and knows what the bot may do there', async () => {
    const { from } = await aBusyChat()
    await test.store.transaction(async (tx) => {
      expect(await tx.chats.setStatus(from, 'suspended')).toBe(true)
      expect(await tx.chats.setStatus(from, 'suspended')).toBe(false)
      await tx.chats.setRights(from, { canDelete: true })
      expect(await tx.chats.get(from)).toMatchObject({ status: 'suspended', canDelete: true })
      expect(await tx.chats.setStatus(from, 'active')).toBe(true)
      expect(await tx.chats.get(-404)).toBeNull()
    })
  })

  it('F39 whose topic was deleted speaks in the parent from then on', async () => {
    const { from, home } = await aBusyChat()
    const bound = { id: from, communityId: home.id, role: 'residents' as const, title: '业主群', buildings: [] }
    const id = await test.store.transaction(async (tx) => {
      await tx.chats.bind({ ...bound, threadId: 44 })
      const post = await tx.posts.add(aPost({ communityId: home.id, chatId: from, threadId: 44 }))
      await tx.chats.clearThread(from, 45)
      expect((await tx.chats.get(from))?.threadId).toBe(44)
      await tx.chats.clearThread(from, 44)
      return post.id
    })
    await test.store.transaction(async (tx) => {
      expect((await tx.chats.get(from))?.threadId).toBeNull()
      expect((await tx.posts.get(id))?.threadId).toBeNull()
    })
  })

  it('T23 cannot be bound to a second community', async () => {
    const { from } = await aBusyChat()
    const other = await makeCommunity(test.store, { name: '抢群' })
    const bound = { id: from, communityId: other.id, role: 'staff' as const, title: 'x', buildings: [], threadId: null }
    await expect(test.store.transaction((tx) => tx.chats.bind(bound))).rejects.toThrow('bound to another community')
  })
})
