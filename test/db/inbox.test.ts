import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { at, hour, minute } from './builders.ts'

let test: TestDatabase
const bot = 9

beforeAll(async () => {
  test = await createTestDatabase()
})
beforeEach(() => test.sql`truncate inbox`)
afterAll(() => test.drop())

const inbox = () => test.store.inbox
const update = (updateId: number, chatId: number | null = -1) => ({
  updateId,
  chatId,
  payload: { update_id: updateId },
})
const pending = async (now = at, limit = 99) => (await inbox().pending(bot, now, limit)).map(({ updateId }) => updateId)

describe('accepting', () => {
  it('takes every update once: repeated in a batch, in a later one, or by two processes at once', async () => {
    expect(await inbox().accept(bot, [update(1), update(2), update(1)], at)).toBe(2)
    expect(await inbox().accept(bot, [update(2), update(3)], at)).toBe(1)
    const both = await Promise.all([inbox().accept(bot, [update(4)], at), inbox().accept(bot, [update(4)], at)])
    expect(both[0] + both[1]).toBe(1)
    expect(await pending()).toEqual([1, 2, 3, 4])
  })

  it('keeps the bots apart', async () => {
    await inbox().accept(bot, [update(1)], at)
    expect(await inbox().accept(bot + 1, [update(1)], at)).toBe(1)
    expect(await pending()).toEqual([1])
  })

  it('stores the update as an object, without what PostgreSQL cannot hold', async () => {
    const text = 'a\0b \\u0000 \ud83d and 😀'
    await inbox().accept(bot, [{ updateId: 1, chatId: null, payload: { message: { text } } }], at)
    const [row] = await inbox().pending(bot, at, 1)
    expect(row).toMatchObject({ chatId: null, attempts: 0, receivedAt: at })
    expect(row?.payload).toEqual({ message: { text: 'ab \\u0000 � and 😀' } })
    expect(await test.sql`select jsonb_typeof(payload) as type from inbox`).toEqual([{ type: 'object' }])
  })

  it('of nothing is nothing', async () => {
    expect(await inbox().accept(bot, [], at)).toBe(0)
  })
})

describe('what is pending', () => {
  it('comes in order of arrival within a chat, and every chat gets its turn', async () => {
    const flood = Array.from({ length: 50 }, (_, index) => update(100 + index, -1))
    await inbox().accept(bot, [...flood, update(1, -2), update(2, -3), update(3, -2)], at)
    expect(await pending(at, 5)).toEqual([100, 1, 2, 101, 3])
    const all = await pending()
    expect(all.filter((id) => id >= 100)).toEqual(flood.map(({ updateId }) => updateId))
  })

  it('leaves out what waits for another attempt, and does not hold up the chat for it', async () => {
    await inbox().accept(bot, [update(1), update(2)], at)
    const [first] = await inbox().pending(bot, at, 1)
    await inbox().fail(first?.id ?? 0, 'boom', at + minute)
    expect(await pending()).toEqual([2])
    expect(await pending(at + minute)).toEqual([1, 2])
    expect((await inbox().pending(bot, at + minute, 1))[0]?.attempts).toBe(1)
    expect(await inbox().nextAt()).toBe(at)
  })

  it('is due at once when it was never tried, even if the clock was set back', async () => {
    await inbox().accept(bot, [update(1)], at)
    expect(await pending(at - 2 * hour)).toEqual([1])
  })
})

describe('settling', () => {
  const accepted = async () => {
    await inbox().accept(bot, [update(1)], at)
    return (await inbox().pending(bot, at, 1))[0]?.id ?? 0
  }
  const complete = (id: number) => test.store.transaction((tx) => tx.inbox.complete(id, at))

  it('happens once, and wipes the raw text', async () => {
    const id = await accepted()
    expect(await complete(id)).toBe(true)
    expect(await complete(id)).toBe(false)
    expect(await pending()).toEqual([])
    expect(await test.sql`select payload from inbox`).toEqual([{ payload: null }])
  })

  it('is undone with the transaction it belongs to', async () => {
    const id = await accepted()
    await test.store
      .transaction(async (tx) => {
        await tx.inbox.complete(id, at)
        throw new Error('no')
      })
      .catch(() => {})
    expect(await complete(id)).toBe(true)
  })

  it('has one winner of two at once', async () => {
    const id = await accepted()
    const won = await Promise.all([complete(id), complete(id)])
    expect(won.filter(Boolean)).toHaveLength(1)
  })

  it('parks what cannot be handled', async () => {
    const id = await accepted()
    await inbox().fail(id, 'boom', null)
    expect(await pending(at + hour)).toEqual([])
    expect(await inbox().counts()).toEqual({ pending: 0, parked: 1 })
    expect(await inbox().nextAt()).toBeNull()
  })

  it('discards chatter without a transaction', async () => {
    await inbox().accept(bot, [update(1), update(2), update(3)], at)
    const rows = await inbox().pending(bot, at, 2)
    await inbox().discard(
      rows.map(({ id }) => id),
      at,
    )
    await inbox().discard([], at)
    expect(await pending()).toEqual([3])
    expect(await inbox().accept(bot, [update(1)], at)).toBe(0)
    expect(await inbox().counts()).toEqual({ pending: 1, parked: 0 })
  })
})
