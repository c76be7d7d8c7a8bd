import { expect, it } from 'vitest'
import type { Actor } from '../../../src/domain/ticket/actor.ts'
import type { TicketCommand } from '../../../src/domain/ticket/command.ts'
import { decide } from '../../../src/domain/ticket/decide.ts'
import { evolve } from '../../../src/domain/ticket/evolve.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'
import { as, buildTicket, chen, li, policy, wang, wednesday10 } from '../../support/build-ticket.ts'

const at = wednesday10 + 600_000
const to = (receiver: string): TicketCommand => ({ type: 'hand-over', receiver, reason: '归他们管' })

function after(ticket: Ticket, command: TicketCommand, actor: Actor, within = policy): Ticket {
  const outcome = decide(ticket, command, as(actor, at), within)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.reduce((state, event) => evolve(state, event, at), ticket)
}

const twice = after(after(buildTicket({ status: 'acknowledged' }), to('供电公司'), wang), to('建设单位'), li)

it('nothing of the ticket changes hands: it stays with whoever has it, and its clocks run on', () => {
  const before = buildTicket({ status: 'acknowledged' })
  const { handedOver, version, ...rest } = after(before, to('供电公司'), wang)
  expect(handedOver).toEqual({
    trail: ['供电公司'],
    reason: '归他们管',
    by: { id: 101, name: '王师傅' },
    at,
    referred: false,
  })
  const { handedOver: _, version: first, ...unchanged } = before
  expect([rest, version]).toEqual([unchanged, first + 1])
})

it('the second time it rises to the committee, once', () => {
  expect([twice.level, twice.handedOver?.referred, twice.handedOver?.trail]).toEqual([
    2,
    true,
    ['供电公司', '建设单位'],
  ])
  expect(decide(twice, to('街道'), as(wang, at), policy)).toEqual({
    ok: false,
    refusal: { code: 'handed-over-enough', number: 131, times: 2 },
  })
})

it('whatever the committee says of it settles whose it is, and does not let staff begin again', () => {
  const due = wednesday10 + 24 * 3_600_000
  const said: readonly TicketCommand[] = [
    to('街道'),
    { type: 'supervise', supervisor: '李经理', due },
    { type: 'extend', until: due, reason: '等街道' },
    { type: 'send-back', reason: '就是物业的', due },
  ]
  for (const command of said) {
    const settled = after(twice, command, chen)
    expect([command.type, settled.handedOver?.referred]).toEqual([command.type, false])
    expect(decide(settled, to('民政'), as(wang, at), policy)).toMatchObject({ ok: false })
  }
})

it('the count outlives a reopening', () => {
  const done = after(twice, { type: 'resolve', text: null }, wang)
  const again = after(done, { type: 'reopen', reason: null }, li)
  expect(decide(again, to('街道'), as(wang, at), policy)).toMatchObject({ refusal: { code: 'handed-over-enough' } })
})

it.each([
  [0, ['handed-over-enough', 'handed-over-enough']],
  [1, ['referred', 'handed-over-enough']],
  [3, ['handedOver', 'handedOver']],
])('as often as the community says: %i', (handoverMax, expected) => {
  let ticket = buildTicket()
  const seen = ['供电公司', '建设单位'].map((receiver) => {
    const outcome = decide(ticket, to(receiver), as(wang, at), { ...policy, handoverMax })
    if (!outcome.ok) return outcome.refusal.code
    ticket = outcome.value.reduce((state, event) => evolve(state, event, at), ticket)
    return outcome.value.at(-1)?.type
  })
  expect(seen).toEqual(expected)
})

it('not to whoever has it already', () => {
  const once = after(buildTicket(), to('供电公司'), wang)
  expect(decide(once, to('供电公司'), as(wang, at), policy)).toEqual({
    ok: false,
    refusal: { code: 'already-with', number: 131, receiver: '供电公司' },
  })
})
