import { describe, expect, it } from 'vitest'
import type { TicketCommand } from '../../../src/domain/ticket/command.ts'
import { decide } from '../../../src/domain/ticket/decide.ts'
import type { TicketEvent } from '../../../src/domain/ticket/event.ts'
import { evolve } from '../../../src/domain/ticket/evolve.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'
import { as, buildTicket, chen, li, policy, wang, wednesday10, zhang } from '../../support/build-ticket.ts'

const hour = 3_600_000
const at = wednesday10 + hour

function events(ticket: Ticket, command: TicketCommand, envelope = as(wang, at)): readonly TicketEvent[] {
  const outcome = decide(ticket, command, envelope, policy)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

function changed(ticket: Ticket, command: TicketCommand, envelope = as(wang, at)): Ticket {
  return events(ticket, command, envelope).reduce((state, event) => evolve(state, event, envelope.at), ticket)
}

describe('rules that the table cannot say', () => {
  it('whoever takes a ticket is its assignee, and that is no handing over', () => {
    expect(changed(buildTicket(), { type: 'acknowledge' }).assignee).toEqual({ id: 101, name: '王师傅' })
    const assigned = buildTicket({ assignee: { id: 102, name: '刘师傅' } })
    expect(changed(assigned, { type: 'acknowledge' }).assignee?.name).toBe('王师傅')
    expect(events(assigned, { type: 'acknowledge' })[1]).toMatchObject({ type: 'assigned', from: null })
  })

  it('a promise broken before 督办 or 延期 is over and reminds nobody again; one still ahead stays', () => {
    const promised = changed(buildTicket(), { type: 'promise', until: at + hour })
    const extend = { type: 'extend', until: at + 20 * hour, reason: '等配件' } as const
    expect(changed(promised, extend, as(chen, at + 2 * hour)).promise).toBeNull()
    expect(changed(promised, extend, as(chen, at + hour / 2)).promise?.until).toBe(at + hour)
  })

  it('promising, holding and finishing an open ticket acknowledge it too', () => {
    for (const command of [
      { type: 'promise', until: at + hour },
      { type: 'hold', party: '厂家', until: at + hour, reason: null },
      { type: 'resolve', text: null },
    ] as const) {
      expect(events(buildTicket(), command)[0]?.type).toBe('acknowledged')
    }
  })

  it('a time in the past and a time too far away are refused', () => {
    const past = decide(
      buildTicket(),
      { type: 'hold', party: '厂家', until: at - 1, reason: null },
      as(wang, at),
      policy,
    )
    expect(past).toMatchObject({ ok: false, refusal: { code: 'until-past' } })
    const far = decide(
      buildTicket(),
      { type: 'extend', until: at + 400 * 24 * hour, reason: '等' },
      as(chen, at),
      policy,
    )
    expect(far).toMatchObject({ ok: false, refusal: { code: 'until-too-far' } })
  })

  it('urging again waits four hours', () => {
    const urged = changed(buildTicket(), { type: 'urge' }, as(zhang, at))
    expect(decide(urged, { type: 'urge' }, as(zhang, at + 4 * hour - 1), policy)).toMatchObject({
      ok: false,
      refusal: { code: 'too-soon', next: at + 4 * hour },
    })
    expect(decide(urged, { type: 'urge' }, as(zhang, at + 4 * hour), policy).ok).toBe(true)
  })

  it('the solver never grades his own work', () => {
    const own = buildTicket({ status: 'resolved', reporter: { id: 101, name: '王师傅' } })
    for (const command of [{ type: 'confirm' }, { type: 'rate', rating: 'satisfied' }] as const) {
      const outcome = decide(own, command, as(wang, at, { reporter: true }), policy)
      expect(outcome).toEqual({ ok: false, refusal: { code: 'solver-may-not-answer' } })
    }
  })

  it('not satisfied opens it again with a fresh cycle and no old steps', () => {
    const closed = buildTicket({ status: 'closed', decidedSteps: ['1/resolve/warn'], level: 2 })
    const again = changed(closed, { type: 'rate', rating: 'unsatisfied' }, as(zhang, at))
    expect(again).toMatchObject({
      status: 'open',
      cycle: 2,
      decidedSteps: [],
      level: 0,
      reopens: 1,
      clockStart: at,
      acknowledged: null,
    })
  })

  it('a promise in time is kept, a later finish is not', () => {
    const promised = changed(buildTicket(), { type: 'promise', until: at + 2 * hour })
    const kept = events(promised, { type: 'resolve', text: null }, as(wang, at + hour)).map(({ type }) => type)
    expect(kept).toEqual(['promiseKept', 'resolved'])
    const late = events(promised, { type: 'resolve', text: null }, as(wang, at + 3 * hour)).map(({ type }) => type)
    expect(late).toEqual(['resolved'])
  })

  it('a hold pauses, and a granted due time moves with the wait', () => {
    const extended = changed(buildTicket(), { type: 'extend', until: at + 10 * hour, reason: '等配件' }, as(chen, at))
    const held = changed(extended, { type: 'hold', party: '厂家', until: at + 5 * hour, reason: null })
    const back = changed(held, { type: 'return' }, as(li, at + 5 * hour))
    expect(back.pauses).toEqual([[at, at + 5 * hour]])
    expect(back.dueOverride).toBe(at + 15 * hour)
  })
})
