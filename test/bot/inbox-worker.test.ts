import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { InboxRow } from '../../src/app/ports-of-delivery.ts'
import { type InboxWorker, type InboxWorkerOptions, startInboxWorker } from '../../src/bot/inbox-worker.ts'
import { createMemoryInbox, type MemoryInbox } from './memory-inbox.ts'
import { silentLog } from './silent-log.ts'

const botId = 1
let now: number
let inbox: MemoryInbox
let log: ReturnType<typeof silentLog>
let parked: unknown[]
let workers: InboxWorker[]

beforeEach(() => {
  now = 1_794_816_000_000
  inbox = createMemoryInbox()
  log = silentLog()
  parked = []
  workers = []
})

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()))
  expect(JSON.stringify(log.lines)).not.toContain('13800000000')
})

function start(handle: InboxWorkerOptions['handle'], options: Partial<InboxWorkerOptions> = {}): InboxWorker {
  const worker = startInboxWorker({
    inbox,
    botId,
    handle,
    updateParked: async (message) => {
      parked.push(message)
    },
    clock: { now: () => now },
    log,
    ...options,
  })
  workers.push(worker)
  return worker
}

/** Puts updates into the inbox; each is a chat and a number. */
async function arrive(...updates: readonly (readonly [chatId: number | null, updateId: number])[]): Promise<void> {
  const rows = updates.map(([chatId, updateId]) => ({
    updateId,
    chatId,
    payload: { message: { message_id: updateId, chat: { id: chatId }, text: '13800000000' } },
  }))
  await inbox.accept(botId, rows, now)
}

/** What a use case does: settles the row in its own transaction. */
function settle(row: InboxRow): 'settled' {
  inbox.complete(row.id)
  return 'settled'
}

const statusOf = (updateId: number) => inbox.rows().find(({ row }) => row.updateId === updateId)?.status

it('handles each chat in order and several chats side by side, at most so many', async () => {
  const seen: string[] = []
  const open: (() => void)[] = []
  let most = 0
  let running = 0
  const worker = start(
    async (row) => {
      seen.push(`${row.chatId}:${row.updateId}`)
      running += 1
      most = Math.max(most, running)
      await new Promise<void>((resolve) => open.push(resolve))
      running -= 1
      return settle(row)
    },
    { chatsAtOnce: 3 },
  )
  await arrive([-1, 1], [-1, 2], [-2, 3], [-3, 4], [-4, 5], [-1, 6])
  const done = worker.run()
  await turns()
  expect(seen).toEqual(['-1:1', '-2:3', '-3:4'])
  while (worker.busy) {
    open.shift()?.()
    await turns()
  }
  await done
  expect(seen.filter((line) => line.startsWith('-1:'))).toEqual(['-1:1', '-1:2', '-1:6'])
  expect(seen).toHaveLength(6)
  expect(most).toBe(3)
})

it('handles everything once, however often it is woken and however full the inbox', async () => {
  const seen: number[] = []
  const worker = start(async (row) => {
    seen.push(row.updateId)
    await turns()
    return settle(row)
  })
  await arrive(...Array.from({ length: 1_000 }, (_, index) => [-(index % 13), index] as const))
  for (let times = 0; times < 20; times += 1) worker.wake()
  await worker.run()
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1_000 }, (_, index) => index))
})

it('F13 one that takes minutes holds up its own chat only, is not begun anew, and nothing is lost', async () => {
  const begun: number[] = []
  let finish = (): void => {}
  const slow = new Promise<void>((resolve) => {
    finish = resolve
  })
  const worker = start(async (row) => {
    begun.push(row.updateId)
    if (row.updateId === 1) await slow
    return settle(row)
  })
  await arrive([-1, 1], [-1, 2], [-2, 3])
  worker.wake()
  await turns()
  now += 600_000
  await arrive([-2, 4])
  worker.wake()
  await turns()
  expect([1, 2, 3, 4].map(statusOf)).toEqual(['pending', 'pending', 'done', 'done'])
  finish()
  await worker.run()
  expect([1, 2, 3, 4].map(statusOf)).toEqual(['done', 'done', 'done', 'done'])
  expect(begun).toEqual([1, 3, 4, 2])
})

describe('an update that fails', () => {
  it('is tried again after growing pauses, then parked, and the owners hear of it', async () => {
    const tries: number[] = []
    const started = now
    const worker = start(async () => {
      tries.push((now - started) / 1_000)
      throw Object.assign(new Error('call 13800000000'), { code: '22P02' })
    })
    await arrive([-1, 1])
    for (let seconds = 0; seconds < 900; seconds += 1) {
      await worker.run()
      now += 1_000
    }
    expect(tries).toEqual([0, 1, 6, 36, 156, 756])
    expect(inbox.rows()[0]).toMatchObject({ status: 'parked', error: expect.stringMatching(/^Error\(22P02\) at test/) })
    expect(parked).toEqual([{ chatId: -1, threadId: null, messageId: 1 }])
    expect(log.lines.filter(({ level }) => level === 'error')).toMatchObject([
      { facts: { inboxId: 1, updateId: 1, attempts: 6 }, message: 'an update was parked after its last try' },
    ])
  })

  it('F11 stops none of those around it, is tried again, then parked with an alarm', async () => {
    let tries = 0
    const worker = start(async (row) => {
      if (row.updateId !== 2) return settle(row)
      tries += 1
      throw new TypeError('poison')
    })
    await arrive([-1, 1], [-1, 2], [-1, 3], [-2, 4])
    await worker.run()
    expect([1, 2, 3, 4].map(statusOf)).toEqual(['done', 'pending', 'done', 'done'])
    for (let minutes = 0; minutes < 15; minutes += 1) {
      now += 60_000
      await worker.run()
    }
    expect([statusOf(2), tries]).toEqual(['parked', 6])
    expect(parked).toEqual([{ chatId: -1, threadId: null, messageId: 2 }])
    expect(log.lines.filter(({ level }) => level === 'error')).toMatchObject([{ facts: { updateId: 2, attempts: 6 } }])
    await arrive([-1, 5])
    await worker.run()
    expect(statusOf(5)).toBe('done')
  })

  it('is tried again without being asked, when its time has come', async () => {
    let tries = 0
    const worker = start(
      async (row) => {
        tries += 1
        if (tries === 1) throw new Error('once')
        return settle(row)
      },
      { clock: { now: () => performance.now() }, retryAfterMs: [50] },
    )
    now = 0
    await arrive([-1, 1])
    await worker.run()
    expect(statusOf(1)).toBe('pending')
    await vi.waitFor(() => expect(statusOf(1)).toBe('done'), { timeout: 15_000 })
  })

  it('is parked even when nobody can be told', async () => {
    const worker = start(
      async () => {
        throw new Error('poison')
      },
      { retryAfterMs: [], updateParked: () => Promise.reject(new Error('13800000000')) },
    )
    await arrive([-1, 1])
    await worker.run()
    expect(statusOf(1)).toBe('parked')
    expect(log.lines.at(-1)).toMatchObject({ level: 'error', message: 'nobody could be told of a parked update' })
  })
})

it('discards what nobody wants in batches', async () => {
  const worker = start(async () => 'of-no-interest')
  await arrive(...Array.from({ length: 250 }, (_, index) => [-(index % 5), index] as const), [null, 251])
  await worker.run()
  expect(inbox.discards.flat()).toHaveLength(251)
  expect(inbox.discards.length).toBeLessThanOrEqual(4)
})

describe('with the database down', () => {
  it('nothing counts as a try, and all is handled once it is back', async () => {
    const worker = start(async (row) => {
      if (inbox.broken) throw inbox.broken
      return settle(row)
    })
    await arrive([-1, 1], [-2, 2])
    inbox.broken = new Error('connection refused')
    await worker.run()
    expect(log.lines.at(-1)?.message).toBe('the inbox cannot be read')
    inbox.broken = null
    await worker.run()
    expect([1, 2].map(statusOf)).toEqual(['done', 'done'])
  })

  it('an update whose failure could not be noted is found again', async () => {
    const worker = start(async (row) => {
      if (row.attempts === 0 && statusOf(1) === 'pending' && inbox.broken === null && log.lines.length === 0) {
        inbox.broken = new Error('connection refused')
        throw inbox.broken
      }
      return settle(row)
    })
    await arrive([-1, 1])
    await worker.run()
    expect(log.lines[0]?.message).toBe('a failed update could not be put off')
    inbox.broken = null
    await worker.run()
    expect(statusOf(1)).toBe('done')
    expect(inbox.rows()[0]?.row.attempts).toBe(0)
  })

  it('looks again by itself', async () => {
    const worker = start(async (row) => settle(row))
    await arrive([-1, 1])
    inbox.broken = new Error('connection refused')
    await worker.run()
    inbox.broken = null
    await vi.waitFor(() => expect(statusOf(1)).toBe('done'), { timeout: 15_000 })
  })
})

it('stops after the updates under way; the rest stays in the inbox', async () => {
  let finish = (): void => {}
  const worker = start(async (row) => {
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    return settle(row)
  })
  await arrive([-1, 1], [-1, 2])
  worker.wake()
  await turns()
  const stopped = worker.stop()
  finish()
  await stopped
  expect([1, 2].map(statusOf)).toEqual(['done', 'pending'])
  worker.wake()
  await turns()
  expect(statusOf(2)).toBe('pending')
})

/** Lets everything that can happen now happen. */
async function turns(): Promise<void> {
  for (let times = 0; times < 5; times += 1) await new Promise((resolve) => setImmediate(resolve))
}
