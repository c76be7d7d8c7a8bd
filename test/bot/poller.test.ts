import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Poller, type PollerOptions, startPoller } from '../../src/bot/poller.ts'
import type { PollerLock } from '../../src/bot/poller-lock.ts'
import { createTelegram } from '../../src/bot/telegram-client.ts'
import { TokenRefused } from '../../src/bot/token-refused.ts'
import type { FaultKind } from '../../src/sandbox/faults.ts'
import { createTelegram as createLocalTelegram, type Telegram } from '../../src/sandbox/telegram.ts'
import { createMemoryInbox, type MemoryInbox } from './memory-inbox.ts'
import { silentLog } from './silent-log.ts'

const group = -1001
const secret = '7000000001:canary-token-never-in-a-text'
const now = 1_794_816_000_000

let tg: Telegram
let root: string
let inbox: MemoryInbox
let log: ReturnType<typeof silentLog>
let pollers: Poller[]

beforeEach(async () => {
  tg = createLocalTelegram({ bot: { token: secret, can_read_all_group_messages: true }, now: () => now })
  tg.addUser({ id: 101, first_name: '张三' })
  tg.addGroup({ id: group, title: '业主群', members: [101] })
  root = await tg.listen()
  inbox = createMemoryInbox()
  log = silentLog()
  pollers = []
})

afterEach(async () => {
  await Promise.all(pollers.map((poller) => poller.stop()))
  await tg.close()
  expect(JSON.stringify(log.lines)).not.toMatch(/canary|电梯/)
})

function start(options: Partial<PollerOptions> = {}): Poller {
  const poller = startPoller({
    telegram: createTelegram(secret, root),
    botId: 7_000_000_001,
    inbox,
    lock: freeLock(),
    clock: { now: () => now },
    log,
    onAccepted: () => {},
    timing: { longPollS: 1, deadlineMs: 5_000, baseMs: 20, capMs: 40 },
    random: () => 0,
    ...options,
  })
  pollers.push(poller)
  return poller
}

function freeLock(): PollerLock {
  return { acquire: async () => ({ lost: new AbortController().signal, release: async () => {} }) }
}

/** One holder at a time, in turn. */
function sharedLock() {
  let tail: Promise<void> = Promise.resolve()
  const losers: AbortController[] = []
  let held = 0
  const lock: PollerLock = {
    async acquire() {
      const before = tail
      let free = (): void => {}
      tail = new Promise((resolve) => {
        free = resolve
      })
      await before
      held += 1
      const loser = new AbortController()
      losers.push(loser)
      return {
        lost: loser.signal,
        release: async () => {
          held -= 1
          free()
        },
      }
    },
  }
  return { lock, losers, held: () => held }
}

const texts = () => inbox.rows().map(({ row }) => (row.payload as { message?: { text?: string } }).message?.text)
const stored = (count: number) => until(() => inbox.rows().length >= count)
const confirmed = () => tg.waitFor(() => tg.pendingUpdates().length === 0)

async function until(probe: () => boolean): Promise<void> {
  for (let tries = 0; !probe(); tries += 1) {
    if (tries > 800) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

describe('an update is confirmed only when it is committed', () => {
  it('stores whole updates in order and then confirms them', async () => {
    let accepted = 0
    start({ onAccepted: () => (accepted += 1) })
    tg.as(101).say(group, '一')
    tg.as(101).say(group, '二')
    await stored(2)
    await confirmed()
    expect(texts()).toEqual(['一', '二'])
    expect(inbox.rows()[0]?.row).toMatchObject({ chatId: group, attempts: 0, receivedAt: now })
    expect(accepted).toBeGreaterThan(0)
  })

  it('F20 asks for the same updates again while they cannot be stored', async () => {
    inbox.broken = new Error('connection lost while storing 电梯')
    tg.as(101).say(group, '电梯坏了')
    const poller = start()
    await until(() => tg.callsTo('getUpdates').length >= 4)
    expect(tg.pendingUpdates()).toHaveLength(1)
    expect(poller.health().ok).toBe(false)
    expect(tg.callsTo('getUpdates').every((call) => Number(call.params.offset) === 0)).toBe(true)
    inbox.broken = null
    await stored(1)
    await confirmed()
    expect(poller.health()).toMatchObject({ ok: true, failures: 0, lastAnswerAt: now })
  })

  it('swallows what is handed over twice', async () => {
    start()
    tg.as(101).say(group, '一')
    await stored(1)
    await confirmed()
    tg.redeliver(tg.updates()[0]?.update_id ?? 0)
    tg.as(101).say(group, '二')
    await stored(2)
    await confirmed()
    expect(texts()).toEqual(['一', '二'])
  })

  it('hears updates whose numbers start again lower', async () => {
    start()
    tg.as(101).say(group, '一')
    await stored(1)
    await until(() => Number(tg.callsTo('getUpdates').at(-1)?.params.offset) > 0)
    tg.restartUpdateIds(3)
    tg.as(101).say(group, '二')
    await stored(2)
    expect(inbox.rows().map(({ row }) => row.updateId)).toEqual([1000, 3])
  })

  it('asks for every kind of update that the bot needs', async () => {
    start()
    await until(() => tg.callsTo('getUpdates').length > 0)
    expect(tg.callsTo('getUpdates')[0]?.params).toMatchObject({
      limit: 100,
      allowed_updates: [
        'message',
        'edited_message',
        'callback_query',
        'my_chat_member',
        'chat_member',
        'message_reaction',
      ],
    })
  })
})

describe('polling goes on by itself after', () => {
  const faults: readonly FaultKind[] = ['500', '502-html', '200-html', 'broken-json', 'reset', 'reset-after', '409']
  it.each(faults)('F25 %s, with growing pauses', async (kind) => {
    const fault = tg.fault({ kind, method: 'getUpdates', times: 3 })
    tg.as(101).say(group, '一')
    start()
    await stored(1)
    await confirmed()
    expect(fault.hits).toBe(3)
    expect(texts()).toEqual(['一'])
    expect(log.lines.map(({ facts }) => facts)).toMatchObject([{ waitMs: 20 }, { waitMs: 40 }, { waitMs: 40 }])
  })

  it('F25 a name that nobody can look up', async () => {
    const telegram = createTelegram(secret, 'http://telegram.invalid')
    tg.as(101).say(group, '一')
    start({ telegram })
    await until(() => log.lines.length >= 2)
    expect(log.lines[0]?.facts).toMatchObject({ error: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) })
    telegram.options.apiRoot = root
    await stored(1)
  })

  it('F26 a half-open socket: it hangs up itself', async () => {
    const fault = tg.fault({ kind: 'timeout', method: 'getUpdates', times: 2 })
    tg.as(101).say(group, '一')
    start({ timing: { longPollS: 1, deadlineMs: 150, baseMs: 10, capMs: 10 } })
    await stored(1)
    expect(fault.hits).toBe(2)
  })

  it('nobody answering at that address', async () => {
    await tg.close()
    start()
    await until(() => log.lines.length >= 2)
    await tg.listen({ port: Number(new URL(root).port) })
    tg.as(101).say(group, '一')
    await stored(1)
  })

  it('429, and not before the time it names', async () => {
    tg.fault({ kind: '429', method: 'getUpdates', retryAfter: 1 })
    tg.as(101).say(group, '一')
    start()
    await stored(1)
    expect(log.lines[0]?.facts).toMatchObject({ waitMs: 1_000 })
  })

  it('finding a webhook in its way', async () => {
    tg.bot.webhook = { url: 'http://127.0.0.1:1', maxConnections: 1, busyLanes: new Set(['-1001']) }
    tg.as(101).say(group, '一')
    start()
    await stored(1)
    expect(tg.callsTo('deleteWebhook')).toHaveLength(1)
  })
})

it('F27 stops for good when Telegram does not know the token, and names it nowhere', async () => {
  tg.fault({ kind: '401', method: 'getUpdates' })
  const poller = start()
  await expect(poller.finished).rejects.toThrow(TokenRefused)
  await expect(poller.finished).rejects.not.toThrow(/canary/)
})

describe('one poller at a time', () => {
  it('F28 the second waits for the first and takes over, without a conflict', async () => {
    const { lock, held } = sharedLock()
    const first = start({ lock })
    start({ lock })
    tg.as(101).say(group, '一')
    await stored(1)
    expect(held()).toBe(1)
    await first.stop()
    tg.as(101).say(group, '二')
    await stored(2)
    expect(tg.callsTo('getUpdates').filter((call) => !call.outcome.ok)).toEqual([])
  })

  it('whoever loses the lock hangs up and queues for it again', async () => {
    const { lock, losers } = sharedLock()
    start({ lock })
    await until(() => losers.length === 1)
    losers[0]?.abort()
    await until(() => losers.length === 2)
    tg.as(101).say(group, '一')
    await stored(1)
  })

  it('tries again when the lock cannot be asked for', async () => {
    let tries = 0
    const lock: PollerLock = {
      acquire: () => {
        tries += 1
        return tries < 3 ? Promise.reject(new Error('database down')) : freeLock().acquire(new AbortController().signal)
      },
    }
    tg.as(101).say(group, '一')
    start({ lock })
    await stored(1)
    expect(tries).toBe(3)
  })
})

describe('a clean stop', () => {
  it('hangs up the long poll', async () => {
    const poller = start({ timing: { longPollS: 25, deadlineMs: 35_000 } })
    await until(() => tg.bot.poll !== undefined)
    const before = performance.now()
    await poller.stop()
    expect(performance.now() - before).toBeLessThan(1_000)
    await until(() => tg.bot.poll === undefined)
  })

  it('finishes the batch that has arrived', async () => {
    let storing = (): void => {}
    let isStoring = false
    const slow = new Promise<void>((resolve) => {
      storing = resolve
    })
    tg.as(101).say(group, '一')
    const poller = start({
      inbox: {
        accept: async (...batch) => {
          isStoring = true
          await slow
          return inbox.accept(...batch)
        },
      },
    })
    await until(() => isStoring)
    const stopped = poller.stop()
    storing()
    await stopped
    expect(texts()).toEqual(['一'])
  })

  it('waits for no lock, and gives back one that comes too late', async () => {
    let grant = (): void => {}
    let released = false
    const lock: PollerLock = {
      acquire: () =>
        new Promise((resolve) => {
          grant = () =>
            resolve({
              lost: new AbortController().signal,
              release: async () => {
                released = true
              },
            })
        }),
    }
    await start({ lock }).stop()
    grant()
    await until(() => released)
    expect(tg.callsTo('getUpdates')).toEqual([])
  })
})
