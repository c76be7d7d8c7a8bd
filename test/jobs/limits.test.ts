import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Purpose, purposes } from '../../src/domain/post/purpose.ts'
import { createLimiter, type Limiter } from '../../src/jobs/limiter.ts'
import { earliest, limits, type Spend } from '../../src/jobs/limits.ts'

const NOON = Date.UTC(2026, 10, 23, 4)
const GROUP = -1001
const at = (...seconds: number[]): Spend[] => seconds.map((s) => ({ at: NOON + s * 1000, cost: 1 }))

describe('earliest', () => {
  const rule = {
    windowMs: 10_000,
    caps: { emergency: 4, escalation: 4, reply: 3, card: 2, reminder: 2, summary: 2 },
  }
  it.each<[string, Spend[], Purpose, number, number, number]>([
    ['nothing spent', [], 'card', 1, 0, 0],
    ['room left', at(0), 'card', 1, 1, 1],
    ['an ordinary purpose is full', at(0, 1), 'card', 1, 2, 10],
    ['an emergency still has room', at(0, 1), 'emergency', 1, 2, 2],
    ['a window ends to the millisecond', at(0, 1), 'card', 1, 10, 10],
    ['two must leave first', at(0, 1, 2, 3), 'card', 1, 4, 12],
    ['an album needs room for all of it', at(0, 5), 'emergency', 3, 6, 10],
    ['a cost above the cap waits for an empty window', at(0, 5), 'card', 9, 6, 15],
    ['a cost above the cap goes when nothing was sent', [], 'card', 9, 6, 6],
  ])('%s', (_name, spent, purpose, cost, now, expected) => {
    expect(earliest(spent, rule, purpose, cost, NOON + now * 1000)).toBe(NOON + expected * 1000)
  })
})

/** Asks for `wishes` in turn, waiting as told, and answers when each went. */
function play(wishes: readonly { chatId: number; purpose: Purpose; cost: number; pause: number }[]) {
  const limiter = createLimiter()
  const sent: { at: number; chatId: number; purpose: Purpose; cost: number }[] = []
  let now = NOON
  for (const { pause, ...wish } of wishes) {
    now += pause
    let answer = limiter.ask(wish, now)
    for (; !answer.go; answer = limiter.ask(wish, now)) {
      expect(answer.waitUntil).toBeGreaterThan(now)
      now = answer.waitUntil
    }
    answer.answered(now)
    sent.push({ at: now, ...wish })
  }
  return sent
}

const wish = fc.record({
  chatId: fc.constantFrom(GROUP, GROUP, GROUP, -1002, 77),
  purpose: fc.constantFrom(...(Object.keys(purposes) as Purpose[])),
  cost: fc.constantFrom(1, 1, 1, 1, 5),
  pause: fc.constantFrom(0, 0, 0, 40, 900, 7000),
})

describe('the limiter', () => {
  it('never exceeds a limit of Telegram in any window, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 150 }), (wishes) => {
        const sent = play(wishes)
        const most = (windowMs: number, of: typeof sent) =>
          Math.max(
            0,
            ...of.map(({ at: end }) =>
              of.filter((one) => one.at <= end && one.at > end - windowMs).reduce((sum, one) => sum + one.cost, 0),
            ),
          )
        expect(most(1000, sent)).toBeLessThanOrEqual(30)
        for (const group of [GROUP, -1002]) {
          expect(
            most(
              60_000,
              sent.filter((one) => one.chatId === group),
            ),
          ).toBeLessThanOrEqual(20)
        }
        // A private album of five is more than a burst, and waits for an empty window instead of for ever.
        expect(
          most(
            3000,
            sent.filter((one) => one.chatId === 77),
          ),
        ).toBeLessThanOrEqual(5)
      }),
      { seed: 20261123, numRuns: 150 },
    )
  })

  /** Asks, and is answered at once. */
  const sends = (limiter: Limiter, chatId: number, purpose: Purpose, now: number, cost = 1) => {
    const answer = limiter.ask({ chatId, purpose, cost }, now)
    if (answer.go) answer.answered(now)
    return answer
  }

  it('sends 17 ordinary edits to a group within a minute and keeps three places for what must not wait', () => {
    const limiter = createLimiter()
    const ask = (purpose: Purpose, now: number) => sends(limiter, GROUP, purpose, now)
    for (let n = 0; n < 17; n += 1) expect(ask('card', NOON + n).go).toBe(true)
    expect(ask('card', NOON + 17)).toEqual({ go: false, waitUntil: NOON + 61_000, crowded: false })
    expect(ask('emergency', NOON + 18).go).toBe(true)
    expect(ask('escalation', NOON + 19).go).toBe(true)
    expect(ask('escalation', NOON + 20).go).toBe(true)
    expect(ask('emergency', NOON + 21)).toEqual({ go: false, waitUntil: NOON + 61_000, crowded: false })
  })

  it('gives a refunded slot back', () => {
    const limiter = createLimiter()
    const ask = () => limiter.ask({ chatId: GROUP, purpose: 'card', cost: 17 }, NOON)
    const first = ask()
    expect(first.go).toBe(true)
    expect(ask().go).toBe(false)
    if (first.go) first.refund()
    expect(ask().go).toBe(true)
  })

  it('promises those who wait for the limit of the whole bot different instants, and what must not wait the next', () => {
    const limiter = createLimiter()
    for (let n = 0; n < 29; n += 1) expect(sends(limiter, -n - 1, 'card', NOON + n * 30).go).toBe(true)
    const waits = (chat: number, purpose: Purpose) => {
      const answer = sends(limiter, -chat, purpose, NOON + 970)
      return answer.go ? null : { ms: answer.waitUntil - NOON, crowded: answer.crowded }
    }
    expect([100, 101, 102].map((chat) => waits(chat, 'card'))).toEqual([
      { ms: 1002, crowded: true },
      { ms: 1032, crowded: true },
      { ms: 1062, crowded: true },
    ])
    expect(waits(200, 'escalation')).toBeNull()
    expect(waits(201, 'emergency')).toEqual({ ms: 1002, crowded: true })
  })

  it('counts a message from its answer, and one under way until then', () => {
    const limiter = createLimiter()
    const first = limiter.ask({ chatId: GROUP, purpose: 'card', cost: 17 }, NOON)
    const wait = (now: number) => {
      const answer = limiter.ask({ chatId: GROUP, purpose: 'card', cost: 1 }, now)
      return answer.go ? null : answer.waitUntil - now
    }
    expect(wait(NOON + 100_000)).toBe(61_000)
    if (first.go) first.answered(NOON + 100_000)
    expect(wait(NOON + 110_000)).toBe(51_000)
    expect(wait(NOON + 161_000)).toBeNull()
  })

  it('holds one chat after its 429, and all of them after three chats were refused', () => {
    const limiter = createLimiter()
    const ask = (chatId: number, now: number) => limiter.ask({ chatId, purpose: 'emergency', cost: 1 }, now)
    limiter.slowDown(-1, NOON, NOON + 30_000)
    expect(ask(-1, NOON + 1)).toMatchObject({ go: false, waitUntil: NOON + 30_000 })
    expect(ask(-2, NOON + 1).go).toBe(true)
    limiter.slowDown(-1, NOON + 2, NOON + 31_000)
    limiter.slowDown(-2, NOON + 3, NOON + 5000)
    expect(ask(-4, NOON + 4).go).toBe(true)
    limiter.slowDown(-3, NOON + 5, NOON + 8000)
    expect(ask(-4, NOON + 6)).toMatchObject({ go: false, waitUntil: NOON + 8000 })
    expect(ask(-4, NOON + 8000).go).toBe(true)
    expect(ask(-1, NOON + 8000)).toMatchObject({ go: false, waitUntil: NOON + 31_000 })
  })

  it('keeps its windows a little longer than those of Telegram', () => {
    expect(limits.group.windowMs).toBeGreaterThan(60_000)
    expect(Math.max(...Object.values(limits.group.caps))).toBe(20)
  })
})
