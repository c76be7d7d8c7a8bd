import { describe, expect, it } from 'vitest'
import type { CourierOutcome } from '../../src/app/courier.ts'
import type { PostRow } from '../../src/app/ports.ts'
import type { Purpose } from '../../src/domain/post/purpose.ts'
import { createDeliverer } from '../../src/jobs/deliver.ts'
import { createLimiter } from '../../src/jobs/limiter.ts'
import { memoryDeliveries } from './memory-deliveries.ts'
import { scriptedCourier } from './scripted-courier.ts'

const NOON = Date.UTC(2026, 10, 23, 4)
const CHAT = -1001

/** A deliverer over memory: `answers` is what Telegram says first; `text` what a post says at this moment. */
function given(...answers: CourierOutcome[]) {
  const outbox = memoryDeliveries(NOON)
  const telegram = scriptedCourier(...answers)
  const clock = { at: NOON, now: () => clock.at }
  const told: string[] = []
  const hints: { id: number; at: number }[] = []
  const errors: string[] = []
  const texts = new Map<number, string>()
  const probes: string[] = []
  let crash: string | null = null
  const say = async (line: string) => {
    told.push(line)
  }
  const start = () =>
    createDeliverer({
      deliveries: outbox.deliveries,
      courier: telegram.courier,
      app: {
        threadLost: (chatId, threadId) => say(`thread lost ${chatId} ${threadId}`),
        chatMigrated: async (from, to) => {
          await say(`migrated ${from} ${to}`)
          for (const row of outbox.rows) if (row.chatId === from) row.chatId = to
        },
        chatLost: (chatId, error) => say(`chat lost ${chatId} ${error}`),
        media: async () => [1, 2, 3].map((n) => ({ kind: 'photo', fileId: `f${n}` })),
      },
      compose: async (post: PostRow, resend) => {
        const text = texts.get(post.id) ?? `post ${post.id}`
        if (text === 'cannot be made') throw new Error('no such ticket')
        const media = post.body.kind === 'photos' ? [1, 2, 3].map((n) => ({ kind: 'photo', fileId: `f${n}` })) : []
        const picture = post.body.kind === 'summary' ? new Uint8Array([1]) : null
        const bytes = new Uint8Array([1])
        const documents = post.body.kind === 'summary-files' ? ['xlsx', 'csv'].map((name) => ({ name, bytes })) : []
        const message = { html: resend ? `again: ${text}` : text, keyboard: [], forceReply: null }
        return { message, picture, documents, media }
      },
      clock,
      limiter: createLimiter(),
      log: { info() {}, warn() {}, error: (_facts, message) => errors.push(message) },
      hint: ({ id }, at) => hints.push({ id, at: at - NOON }),
      onUnauthorized: () => told.push('unauthorized'),
      probe(point) {
        probes.push(point)
        if (point === crash) throw new Error('killed')
      },
    })
  let deliverer = start()
  return {
    outbox,
    telegram,
    clock,
    told,
    hints,
    errors,
    texts,
    probes,
    drain: (chatId = CHAT) => deliverer.drainChat(chatId),
    deliver: (id: number) => deliverer.deliver(id),
    stranded: (olderThan: number) => deliverer.settleStranded(olderThan),
    stop: () => deliverer.stop(),
    resting: (chatId = CHAT) => deliverer.resting(chatId, clock.at),
    /** Dies at the point, like a killed process, and starts anew. */
    async dieAt(point: string, work: () => Promise<void>) {
      crash = point
      await expect(work()).rejects.toThrow('killed')
      crash = null
      deliverer = start()
    },
    statuses: () => outbox.rows.map(({ status }) => status),
    sent: () => telegram.heard.map(({ what, text }) => `${what} ${text}`),
  }
}

describe('what Telegram answers', () => {
  it('done: the row is sent and the post knows its message', async () => {
    const g = given()
    const id = g.outbox.say({ chatId: CHAT, replyTo: 5, threadId: 9 })
    await g.drain()
    expect(g.telegram.heard).toEqual([
      { what: 'send', chatId: CHAT, threadId: 9, replyTo: 5, messageId: null, text: 'post 1' },
    ])
    expect(g.statuses()).toEqual(['sent'])
    expect(g.outbox.posts.get(id)?.messageId).toBe(1001)
  })

  it('an edit of a post that is there; one that would change nothing is not made', async () => {
    const g = given()
    g.outbox.say({ chatId: CHAT, messageId: 70 })
    await g.drain()
    expect(g.sent()).toEqual(['edit post 1'])
    g.outbox.add({ chatId: CHAT, purpose: 'card', op: { kind: 'show', postId: 1 } })
    await g.drain()
    expect(g.sent()).toEqual(['edit post 1'])
    g.texts.set(1, 'changed')
    g.outbox.add({ chatId: CHAT, purpose: 'card', op: { kind: 'show', postId: 1 } })
    await g.drain()
    expect(g.sent()).toEqual(['edit post 1', 'edit changed'])
    expect(g.statuses()).toEqual(['sent', 'sent', 'sent'])
    expect(g.outbox.posts.get(1)?.messageId).toBe(70)
  })

  it('F33 message is not modified: success', async () => {
    const g = given({ kind: 'not-modified' })
    g.outbox.say({ chatId: CHAT, messageId: 70 })
    await g.drain()
    expect(g.statuses()).toEqual(['sent'])
    expect(g.outbox.posts.get(1)?.messageId).toBe(70)
  })

  it('F34 message to edit not found: a fresh one, its id kept', async () => {
    const g = given({ kind: 'edit-gone' })
    g.outbox.say({ chatId: CHAT, messageId: 70 })
    await g.drain()
    expect(g.sent()).toEqual(['edit post 1', 'send post 1'])
    expect(g.outbox.posts.get(1)?.messageId).toBe(1001)
  })

  it('reply target gone: sent without replying', async () => {
    const g = given({ kind: 'reply-gone' })
    g.outbox.say({ chatId: CHAT, replyTo: 5 })
    await g.drain()
    expect(g.telegram.heard.map(({ replyTo }) => replyTo)).toEqual([5, null])
    expect(g.statuses()).toEqual(['sent'])
  })

  it('topic gone: the app is told, the message goes to the parent', async () => {
    const g = given({ kind: 'thread-gone' })
    g.outbox.say({ chatId: CHAT, threadId: 9 })
    await g.drain()
    expect(g.told).toEqual([`thread lost ${CHAT} 9`])
    expect(g.telegram.heard.map(({ threadId }) => threadId)).toEqual([9, null])
  })

  it('F35 group became a supergroup: ids rewritten, sent once more to the new one', async () => {
    const g = given({ kind: 'migrated', to: -100777 })
    g.outbox.say({ chatId: CHAT })
    g.outbox.say({ chatId: CHAT })
    await g.drain()
    await g.drain(-100777)
    expect(g.told).toEqual([`migrated ${CHAT} -100777`])
    expect(g.telegram.heard.map(({ chatId, text }) => [chatId, text])).toEqual([
      [CHAT, 'post 1'],
      [-100777, 'post 1'],
      [-100777, 'post 2'],
    ])
    expect(g.statuses()).toEqual(['sent', 'sent'])
  })

  it('a chat that keeps sending us elsewhere counts as refused, not as an endless loop', async () => {
    const g = given(...Array.from({ length: 9 }, (): CourierOutcome => ({ kind: 'migrated', to: CHAT })))
    g.outbox.say({ chatId: CHAT })
    await g.drain()
    expect(g.telegram.heard).toHaveLength(5)
    expect(g.statuses()).toEqual(['failed'])
  })

  it('chat gone: the app is told once, the row failed, the others are not burnt', async () => {
    const g = given({ kind: 'chat-gone', error: 'kicked' })
    for (let n = 0; n < 3; n += 1) g.outbox.say({ chatId: CHAT })
    await g.drain()
    await g.drain()
    expect(g.told).toEqual([`chat lost ${CHAT} kicked`])
    expect(g.telegram.heard).toHaveLength(1)
    expect(g.statuses()).toEqual(['failed', 'pending', 'pending'])
  })

  it('F29 429: this chat waits as long as it was told, others flow, and then emergencies go first', async () => {
    const g = given({ kind: 'slow-down', retryAfterMs: 30_000 })
    g.outbox.say({ chatId: CHAT, purpose: 'card' })
    g.outbox.say({ chatId: CHAT, purpose: 'card' })
    g.outbox.say({ chatId: -1002 })
    await g.drain()
    await g.drain(-1002)
    g.outbox.say({ chatId: CHAT, purpose: 'emergency' })
    await g.drain()
    expect(g.statuses()).toEqual(['pending', 'pending', 'sent', 'pending'])
    expect(g.hints).toEqual([{ id: 1, at: 30_000 }])
    expect(await g.outbox.deliveries.nextAt()).toBe(NOON + 30_000)
    g.clock.at = NOON + 29_999
    await g.drain()
    expect(g.telegram.heard).toHaveLength(2)
    g.clock.at = NOON + 30_000
    await g.drain()
    expect(g.sent()).toEqual(['send post 1', 'send post 3', 'send post 4', 'send post 1', 'send post 2'])
  })

  it('rejected: failed with an alarm, the next row goes on', async () => {
    const g = given({ kind: 'rejected', error: 'can not parse entities' })
    g.outbox.say({ chatId: CHAT })
    g.outbox.say({ chatId: CHAT })
    await g.drain()
    expect(g.statuses()).toEqual(['failed', 'sent'])
    expect(g.outbox.get(1).error).toBe('can not parse entities')
    expect(g.errors).toEqual(['message not delivered'])
  })

  it('unauthorized: nothing more is sent, nothing is lost, the supervisor hears it', async () => {
    const g = given({ kind: 'unauthorized' })
    g.outbox.say({ chatId: CHAT })
    g.outbox.say({ chatId: CHAT })
    await g.drain()
    await g.drain()
    expect(g.told).toEqual(['unauthorized'])
    expect(g.telegram.heard).toHaveLength(1)
    expect(g.statuses()).toEqual(['pending', 'pending'])
  })

  it('certainly not delivered: tried again in order, unmarked, however often', async () => {
    const g = given(...Array.from({ length: 9 }, (): CourierOutcome => ({ kind: 'undelivered', error: 'ENOTFOUND' })))
    g.outbox.say({ chatId: CHAT, purpose: 'escalation' })
    g.outbox.say({ chatId: CHAT, purpose: 'escalation' })
    for (let n = 0; n < 10; n += 1) {
      await g.drain()
      g.clock.at = (await g.outbox.deliveries.nextAt()) ?? g.clock.at
    }
    expect(g.sent()).toEqual([...Array.from({ length: 10 }, () => 'send post 1'), 'send post 2'])
    expect(g.statuses()).toEqual(['sent', 'sent'])
  })

  it.each<[Purpose, string[], string[]]>([
    ['emergency', ['send post 1', 'send again: post 1'], ['sent']],
    ['escalation', ['send post 1', 'send again: post 1'], ['sent']],
    ['reply', ['send post 1', 'send again: post 1'], ['sent']],
    ['card', ['send post 1', 'send again: post 1'], ['sent']],
    ['reminder', ['send post 1'], ['unknown']],
    ['summary', ['send post 1'], ['unknown']],
  ])('answer lost, %s: %j', async (purpose, sent, statuses) => {
    const g = given({ kind: 'unknown', error: 'reset' })
    g.outbox.say({ chatId: CHAT, purpose })
    for (let n = 0; n < 5; n += 1) {
      await g.drain()
      g.clock.at += 60_000
    }
    expect(g.sent()).toEqual(sent)
    expect(g.statuses()).toEqual(statuses)
  })

  it('answer to an edit lost: the edit is repeated, and bears no mark', async () => {
    const g = given({ kind: 'unknown', error: 'reset' })
    g.outbox.say({ chatId: CHAT, purpose: 'reminder', messageId: 70 })
    await g.drain()
    g.clock.at += 1000
    await g.drain()
    expect(g.sent()).toEqual(['edit post 1', 'edit post 1'])
    expect(g.statuses()).toEqual(['sent'])
  })
})

describe('other things to send', () => {
  it('a picture for a summary, media for photos, each once and never edited', async () => {
    const g = given()
    g.outbox.say({ chatId: CHAT, purpose: 'summary', body: { kind: 'summary', period: '2026-W47', audience: 'staff' } })
    g.outbox.say({ chatId: CHAT, ticketId: 3, body: { kind: 'photos' } })
    await g.drain()
    g.outbox.add({ chatId: CHAT, purpose: 'reply', op: { kind: 'show', postId: 2 } })
    await g.drain()
    expect(g.sent()).toEqual(['media post 2 ×3', 'picture post 1'])
  })

  it('a deletion of what is gone already, of what was never sent, and of somebody else’s message', async () => {
    const g = given({ kind: 'edit-gone' })
    g.outbox.say({ chatId: CHAT, messageId: 70 })
    g.outbox.rows.pop()
    g.outbox.add({ chatId: CHAT, purpose: 'card', op: { kind: 'delete', postId: 1 } })
    g.outbox.add({ chatId: CHAT, purpose: 'card', op: { kind: 'delete', postId: 99 } })
    g.outbox.add({ chatId: CHAT, purpose: 'card', op: { kind: 'delete-message', messageId: 44 } })
    g.outbox.add({ chatId: CHAT, purpose: 'card', op: { kind: 'leave' } })
    await g.drain()
    expect(g.telegram.heard.map(({ what, messageId }) => [what, messageId])).toEqual([
      ['delete', 70],
      ['delete', 44],
      ['leave', null],
    ])
    expect(g.statuses()).toEqual(['sent', 'sent', 'sent', 'sent'])
  })

  it('nothing for a post that was deleted meanwhile', async () => {
    const g = given()
    g.outbox.say({ chatId: CHAT, status: 'deleted' })
    await g.drain()
    expect(g.telegram.heard).toEqual([])
    expect(g.statuses()).toEqual(['sent'])
  })

  it('nothing for a row cancelled before its turn', async () => {
    const g = given()
    g.outbox.say({ chatId: CHAT })
    g.outbox.get(1).status = 'cancelled'
    await g.deliver(1)
    await g.drain()
    expect(g.telegram.heard).toEqual([])
  })

  it('a post that cannot be made does not hold up the others', async () => {
    const g = given()
    g.outbox.say({ chatId: CHAT })
    g.outbox.say({ chatId: CHAT })
    g.texts.set(1, 'cannot be made')
    await g.drain()
    expect(g.sent()).toEqual(['send post 2'])
    expect(g.errors).toEqual(['message could not be made'])
    g.texts.set(1, 'mended')
    g.clock.at = (await g.outbox.deliveries.nextAt()) ?? 0
    await g.drain()
    expect(g.sent()).toEqual(['send post 2', 'send mended'])
  })
})

describe('a sender killed', () => {
  it.each<[string, Purpose, number, string]>([
    ['deliver:before-sending', 'escalation', 1, 'sent'],
    ['deliver:after-sending', 'escalation', 1, 'sent'],
    ['deliver:after-sending', 'reminder', 0, 'unknown'],
    ['deliver:after-http', 'escalation', 2, 'sent'],
    ['deliver:after-http', 'reminder', 1, 'unknown'],
    ['deliver:after-sent', 'escalation', 1, 'sent'],
  ])('at %s: an %s reaches the chat %i time(s) and ends %s', async (point, purpose, copies, status) => {
    const g = given()
    g.outbox.say({ chatId: CHAT, purpose })
    await g.dieAt(point, () => g.drain())
    g.clock.at += 1
    await g.stranded(g.clock.at)
    await g.stranded(g.clock.at)
    for (let n = 0; n < 3; n += 1) await g.drain()
    expect(g.telegram.heard).toHaveLength(copies)
    expect(g.statuses()).toEqual([status])
    if (copies === 2) expect(g.sent()).toEqual(['send post 1', 'send again: post 1'])
  })

  it('leaves rows alone whose chat another process holds', async () => {
    const g = given()
    g.outbox.say({ chatId: CHAT })
    await g.dieAt('deliver:after-sending', () => g.drain())
    g.outbox.elsewhere.add(CHAT)
    expect(await g.stranded(NOON + 1)).toBe(0)
    expect(g.statuses()).toEqual(['sending'])
  })
})

describe('order and turns', () => {
  it('a job run twice, or side by side, sends once', async () => {
    const g = given()
    for (let n = 0; n < 10; n += 1) g.outbox.say({ chatId: CHAT })
    await Promise.all(g.outbox.rows.flatMap(({ id }) => [g.deliver(id), g.deliver(id)]))
    await g.deliver(1)
    expect(g.sent()).toEqual(Array.from({ length: 10 }, (_, n) => `send post ${n + 1}`))
  })

  it('asks again soon when another process serves the chat', async () => {
    const g = given()
    g.outbox.say({ chatId: CHAT })
    g.outbox.elsewhere.add(CHAT)
    await g.deliver(1)
    expect(g.hints).toEqual([{ id: 1, at: 1000 }])
  })

  it('urgent rows go first, then those added first', async () => {
    const g = given()
    for (const purpose of ['summary', 'card', 'reminder', 'emergency', 'card', 'escalation'] as const) {
      g.outbox.say({ chatId: CHAT, purpose })
    }
    await g.drain()
    expect(g.sent().map((line) => Number(line.split(' ').at(-1)))).toEqual([4, 6, 2, 5, 3, 1])
  })

  it('what the limit holds back keeps its order, waits in the rows, and lets an emergency pass', async () => {
    const g = given()
    for (let n = 1; n <= 20; n += 1) g.outbox.say({ chatId: CHAT, purpose: 'card' })
    await g.drain()
    await g.drain()
    expect(g.telegram.heard).toHaveLength(17)
    expect(g.hints).toEqual([{ id: 18, at: 61_000 }])
    expect(await g.outbox.deliveries.nextAt()).toBe(NOON + 61_000)
    g.outbox.say({ chatId: CHAT, purpose: 'emergency' })
    await g.drain()
    expect(g.sent().at(-1)).toBe('send post 21')
    g.clock.at = NOON + 61_000
    await g.drain()
    expect(g.sent().slice(-3)).toEqual(['send post 18', 'send post 19', 'send post 20'])
    expect(g.outbox.get(18).attempts).toBe(1)
  })

  it('a row held back earlier takes the hour of its chat’s new wait, so that no hour passes with nothing done', async () => {
    const g = given(...Array.from({ length: 17 }, (_, n): CourierOutcome => ({ kind: 'done', messageId: n })), {
      kind: 'slow-down',
      retryAfterMs: 90_000,
    })
    for (let n = 1; n <= 19; n += 1) g.outbox.say({ chatId: CHAT, purpose: 'card' })
    await g.drain()
    expect(g.resting()).toBe(true)
    g.outbox.say({ chatId: CHAT, purpose: 'emergency' })
    await g.drain()
    expect(await g.outbox.deliveries.nextAt()).toBe(NOON + 61_000)
    g.clock.at = NOON + 61_000
    await g.drain()
    expect(g.telegram.heard).toHaveLength(18)
    expect(await g.outbox.deliveries.nextAt()).toBe(NOON + 90_000)
    expect([g.resting(), g.resting(-1002)]).toEqual([true, false])
    g.clock.at = NOON + 90_000
    await g.drain()
    expect(g.sent().slice(-3)).toEqual(['send post 20', 'send post 18', 'send post 19'])
    expect(g.resting()).toBe(false)
  })

  it('finishes what is under way when stopped, and begins nothing more', async () => {
    const g = given()
    for (let n = 0; n < 3; n += 1) g.outbox.say({ chatId: CHAT })
    const draining = g.drain()
    await g.stop()
    await draining
    expect(g.telegram.heard.length).toBeLessThan(3)
    expect(g.statuses()).not.toContain('sending')
    await g.drain()
    expect(g.statuses()).toContain('pending')
  })
})
