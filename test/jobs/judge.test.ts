import { describe, expect, it } from 'vitest'
import type { CourierOutcome } from '../../src/app/courier.ts'
import type { OutboxRow } from '../../src/app/ports-of-delivery.ts'
import { type Purpose, purposes } from '../../src/domain/post/purpose.ts'
import { backoffMs, type Judgement, judge } from '../../src/jobs/judge.ts'

const NOW = Date.UTC(2026, 10, 23, 4)
const HOUR = 3_600_000

function row(purpose: Purpose, given: Partial<OutboxRow> = {}): OutboxRow {
  return {
    id: 1,
    communityId: 1,
    chatId: -1001,
    ticketId: null,
    op: { kind: 'show', postId: 1 },
    purpose,
    notBefore: null,
    attempts: 0,
    createdAt: NOW,
    resend: false,
    ...given,
  }
}

const every = Object.keys(purposes) as Purpose[]

function verdict(purpose: Purpose, outcome: CourierOutcome | { kind: 'nothing' }, idempotent = false): Judgement {
  return judge(row(purpose), { outcome, idempotent, messageId: null, shown: null }, NOW)
}

describe('what becomes of an outbox row', () => {
  it.each<[CourierOutcome | { kind: 'nothing' }, Judgement]>([
    [{ kind: 'nothing' }, { become: 'sent' }],
    [{ kind: 'done', messageId: 7 }, { become: 'sent' }],
    [{ kind: 'not-modified' }, { become: 'sent' }],
    [
      { kind: 'slow-down', retryAfterMs: 30_000 },
      { become: 'pending', until: NOW + 30_000, error: 'slow down', slowDown: true },
    ],
    [
      { kind: 'chat-gone', error: 'kicked' },
      { become: 'failed', error: 'kicked', because: 'chat-gone' },
    ],
    [
      { kind: 'rejected', error: 'bad request' },
      { become: 'failed', error: 'bad request', because: 'rejected' },
    ],
    [{ kind: 'unauthorized' }, { become: 'halted' }],
    [
      { kind: 'undelivered', error: 'ENOTFOUND' },
      { become: 'pending', until: NOW + 1000, error: 'ENOTFOUND', slowDown: false },
    ],
  ])('%j, whatever its purpose', (outcome, expected) => {
    for (const purpose of every) expect(verdict(purpose, outcome)).toEqual(expected)
  })

  it('sends again, once the answer was lost, what must arrive, and closes what must not come twice', () => {
    const resent = Object.fromEntries(
      every.map((purpose) => {
        const judged = verdict(purpose, { kind: 'unknown', error: 'reset' })
        return [purpose, judged.become === 'unknown' && judged.resend]
      }),
    )
    expect(resent).toEqual({
      emergency: true,
      escalation: true,
      reply: true,
      card: true,
      reminder: false,
      summary: false,
    })
  })

  it('repeats an edit whose answer was lost without calling it unknown', () => {
    for (const purpose of every) {
      expect(verdict(purpose, { kind: 'unknown', error: 'reset' }, true)).toEqual({
        become: 'pending',
        until: NOW + 1000,
        error: 'reset',
        slowDown: false,
      })
    }
  })

  it('gives up a reminder that could not go out for a day, never an escalation', () => {
    const outcome = { kind: 'undelivered', error: 'ENOTFOUND' } as const
    const old = { attempts: 200, createdAt: NOW - 25 * HOUR }
    const performed = { outcome, idempotent: false, messageId: null, shown: null }
    expect(judge(row('reminder', old), performed, NOW).become).toBe('failed')
    expect(judge(row('escalation', old), performed, NOW)).toMatchObject({ become: 'pending', until: NOW + 30_000 })
  })

  it('waits 1, 2, 4, 8, 16, then always 30 seconds', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 1000].map((attempts) => backoffMs(attempts) / 1000)).toEqual([
      1, 2, 4, 8, 16, 30, 30, 30,
    ])
  })
})
