import { describe, expect, it } from 'vitest'
import { plan } from '../../../src/domain/escalation/plan.ts'
import { type Actor, systemActor } from '../../../src/domain/ticket/actor.ts'
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

  it('promising, arriving, holding and finishing an open ticket take it, too: it has an assignee', () => {
    for (const command of [
      { type: 'promise', until: at + hour },
      { type: 'arrive' },
      { type: 'hold', party: '厂家', until: at + hour, reason: null },
      { type: 'resolve', text: null },
    ] as const) {
      expect(events(buildTicket(), command)[0]?.type).toBe('acknowledged')
      expect(changed(buildTicket(), command).assignee).toEqual({ id: 101, name: '王师傅' })
    }
  })

  it('finishing says whether it is late, also where the ladder has been silent or the matter waited', () => {
    const due = at + 2 * hour
    const finished = (ticket: Ticket, now: number) =>
      events(ticket, { type: 'resolve', text: null }, as(wang, now)).at(-1)
    const granted = buildTicket({ dueOverride: due })
    expect(finished(granted, due)).toMatchObject({ type: 'resolved', late: false })
    expect(finished(granted, due + 1)).toMatchObject({ type: 'resolved', late: true })
    const hold = { party: '厂家', until: due, reason: null, since: due - hour }
    const held = buildTicket({ status: 'held', dueOverride: due, hold })
    expect(finished(held, due + 5 * hour)).toMatchObject({ late: false })
    expect(finished({ ...held, hold: { ...hold, since: due + 1 } }, due + 5 * hour)).toMatchObject({ late: true })
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
    expect(late).toEqual(['promiseBroken', 'resolved'])
  })

  const counted = (promised: Ticket, command: TicketCommand, when: number): readonly string[] =>
    events(promised, command, as(wang, when)).flatMap(({ type }) => (type.startsWith('promise') ? [type] : []))

  it.each<readonly [string, TicketCommand, Actor]>([
    ['moved to a new time', { type: 'promise', until: at + 9 * hour }, wang],
    ['turned down', { type: 'reject', reason: '不归物业' }, wang],
    ['merged', { type: 'merge', into: 99 }, wang],
    ['taken back', { type: 'withdraw', reason: null }, zhang],
    ['supervised', { type: 'supervise', supervisor: null, due: at + 9 * hour }, chen],
    ['granted time', { type: 'extend', until: at + 9 * hour, reason: '等配件' }, chen],
    ['counted by its own clock', { type: 'break-promise' }, systemActor],
  ])(
    'a promise that has passed counts as broken once when the matter is %s, and one still ahead does not',
    (_, command, who) => {
      const promised = changed(buildTicket(), { type: 'promise', until: at + 2 * hour })
      const types = (ticket: Ticket, when: number) =>
        events(ticket, command, as(who, when)).filter(({ type }) => type === 'promiseBroken').length
      expect(types(promised, at + 3 * hour)).toBe(1)
      if (command.type !== 'break-promise') expect(types(promised, at + hour)).toBe(0)
      const broken = changed(promised, { type: 'break-promise' }, as(systemActor, at + 2 * hour))
      expect(types(broken, at + 3 * hour)).toBe(0)
      // Late, finished, and counted already: neither kept nor broken again.
      expect(counted(broken, { type: 'resolve', text: null }, at + 4 * hour)).toEqual([])
    },
  )

  it('a promise moved before its time is one promise and is counted at its last time', () => {
    const promised = changed(buildTicket(), { type: 'promise', until: at + 2 * hour })
    const moved = changed(promised, { type: 'promise', until: at + 5 * hour }, as(wang, at + hour))
    expect(counted(moved, { type: 'resolve', text: null }, at + 4 * hour)).toEqual(['promiseKept'])
    expect(counted(moved, { type: 'resolve', text: null }, at + 6 * hour)).toEqual(['promiseBroken'])
  })

  it('a reopened matter has no promise left to count', () => {
    const promised = changed(buildTicket(), { type: 'promise', until: at + 2 * hour })
    const done = changed(promised, { type: 'resolve', text: null }, as(wang, at + hour))
    const again = changed(done, { type: 'reopen', reason: null }, as(zhang, at + 90 * 60_000))
    expect(again.promise).toBeNull()
    expect(counted(again, { type: 'resolve', text: null }, at + 4 * hour)).toEqual([])
  })

  it('a hold pauses, and a granted due time moves with the wait', () => {
    const extended = changed(buildTicket(), { type: 'extend', until: at + 10 * hour, reason: '等配件' }, as(chen, at))
    const held = changed(extended, { type: 'hold', party: '厂家', until: at + 5 * hour, reason: null })
    const back = changed(held, { type: 'return' }, as(li, at + 5 * hour))
    expect(back.pauses).toEqual([[at, at + 5 * hour]])
    expect(back.dueOverride).toBe(at + 15 * hour)
  })

  it('a time granted during a hold moves by what is left of the hold only', () => {
    const held = changed(buildTicket(), { type: 'hold', party: '厂家', until: at + 5 * hour, reason: null })
    const extend = { type: 'extend', until: at + 10 * hour, reason: '等配件' } as const
    const extended = changed(held, extend, as(chen, at + 3 * hour))
    const back = changed(extended, { type: 'return' }, as(li, at + 5 * hour))
    expect(back.pauses).toEqual([[at, at + 5 * hour]])
    expect([back.dueFrom, back.dueOverride]).toEqual([at + 5 * hour, at + 12 * hour])
  })

  it('a granted time is warned of at its own 80 %, and the response to what nobody took goes on without repeating itself', () => {
    const open = buildTicket({ decidedSteps: ['1/acknowledge/warn', '1/acknowledge/level/1/0'] })
    const extend = { type: 'extend', until: at + 10 * hour, reason: '等配件' } as const
    const steps = plan(changed(open, extend, as(chen, at)), policy)
    expect(steps.find(({ key }) => key === '2/resolve/warn')?.at).toBe(at + 8 * hour)
    expect(steps.find(({ key }) => key.startsWith('2/acknowledge'))?.key).toBe('2/acknowledge/level/2/0')
    const supervise = { type: 'supervise', supervisor: null, due: at + 10 * hour } as const
    const watched = plan(changed(open, supervise, as(chen, at)), policy)
    expect(watched.some(({ key }) => key.startsWith('2/acknowledge'))).toBe(false)
  })
})
