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

  it('a ticket given to whoever has it goes nowhere and is not counted as handed on', () => {
    const assigned = buildTicket({ assignee: { id: 102, name: '刘师傅' } })
    expect(events(assigned, { type: 'assign', to: { id: 102, name: '刘师傅' } })).toEqual([])
    expect(events(assigned, { type: 'assign', to: { id: 101, name: '王师傅' } })).toMatchObject([
      { type: 'assigned', to: { id: 101 } },
    ])
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
    const held = buildTicket({ status: 'held', hold })
    expect(finished(held, wednesday10 + 70 * hour)).toMatchObject({ late: false })
    // A time that the committee named waits for nobody.
    expect(finished({ ...held, dueOverride: due }, due + 5 * hour)).toMatchObject({ late: true })
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

  it('a promise moved before its time is moved, and kept or broken at its last time only', () => {
    const promised = changed(buildTicket(), { type: 'promise', until: at + 2 * hour })
    const later = { type: 'promise', until: at + 5 * hour } as const
    expect(counted(promised, later, at + hour)).toEqual(['promiseMoved', 'promised'])
    expect(counted(promised, { ...later, until: at + 90 * 60_000 }, at + hour)).toEqual(['promised'])
    const moved = changed(promised, later, as(wang, at + hour))
    expect(counted(moved, { type: 'resolve', text: null }, at + 4 * hour)).toEqual(['promiseKept'])
    expect(counted(moved, { type: 'resolve', text: null }, at + 6 * hour)).toEqual(['promiseBroken'])
  })

  describe('a promise that runs into a hold', () => {
    const promised = changed(buildTicket(), { type: 'promise', until: at + 2 * hour })
    const held = changed(
      promised,
      { type: 'hold', party: '灯具厂家', until: at + 30 * hour, reason: '等配件' },
      as(wang, at + hour),
    )

    it('is not broken while others are waited for, and has as long left at the return as it had', () => {
      expect(plan(held, policy).map(({ action }) => action.kind)).toEqual(['return'])
      expect(counted(held, { type: 'reject', reason: '不归物业' }, at + 9 * hour)).toEqual([])
      expect(events(held, { type: 'return' }, as(wang, at + 30 * hour))).toEqual([
        { type: 'returned' },
        {
          type: 'promiseMoved',
          until: at + 2 * hour,
          to: at + 31 * hour,
          hold: { party: '灯具厂家', reason: '等配件' },
        },
      ])
      const back = changed(held, { type: 'return' }, as(wang, at + 30 * hour))
      expect(back.promise).toMatchObject({ until: at + 31 * hour, at: at + 29 * hour })
      expect(counted(back, { type: 'resolve', text: null }, at + 31 * hour)).toEqual(['promiseKept'])
      expect(counted(back, { type: 'resolve', text: null }, at + 32 * hour)).toEqual(['promiseBroken'])
    })

    it('is moved and kept where the work is done in the hold, and outlives a time that the committee names', () => {
      expect(counted(held, { type: 'resolve', text: null }, at + 9 * hour)).toEqual(['promiseMoved', 'promiseKept'])
      const extend = { type: 'extend', until: at + 50 * hour, reason: '等配件' } as const
      expect(changed(held, extend, as(chen, at + 9 * hour)).promise?.until).toBe(at + 2 * hour)
    })

    it('was broken where its time had come before the hold began', () => {
      const late = changed(
        promised,
        { type: 'hold', party: '灯具厂家', until: at + 30 * hour, reason: null },
        as(wang, at + 3 * hour),
      )
      expect(plan(late, policy).map(({ action }) => action.kind)).toContain('break-promise')
      expect(counted(late, { type: 'return' }, at + 30 * hour)).toEqual([])
      expect(counted(late, { type: 'resolve', text: null }, at + 30 * hour)).toEqual(['promiseBroken'])
    })
  })

  it('a reopened matter has no promise left to count', () => {
    const promised = changed(buildTicket(), { type: 'promise', until: at + 2 * hour })
    const done = changed(promised, { type: 'resolve', text: null }, as(wang, at + hour))
    const again = changed(done, { type: 'reopen', reason: null }, as(zhang, at + 90 * 60_000))
    expect(again.promise).toBeNull()
    expect(counted(again, { type: 'resolve', text: null }, at + 4 * hour)).toEqual([])
  })

  it('a hold pauses, and a time that the committee named stands', () => {
    const extended = changed(buildTicket(), { type: 'extend', until: at + 10 * hour, reason: '等配件' }, as(chen, at))
    const held = changed(extended, { type: 'hold', party: '厂家', until: at + 5 * hour, reason: null })
    const back = changed(held, { type: 'return' }, as(li, at + 5 * hour))
    expect(back.pauses).toEqual([[at, at + 5 * hour]])
    expect([back.dueFrom, back.dueOverride]).toEqual([at, at + 10 * hour])
  })

  it.each<readonly [string, TicketCommand]>([
    ['督办', { type: 'supervise', supervisor: null, due: at + 10 * hour }],
    ['延期', { type: 'extend', until: at + 10 * hour, reason: '等配件' }],
    ['退回', { type: 'send-back', due: at + 10 * hour, reason: '先查' }],
  ])('%s is warned of at its own 80 %, also in a hold, and who takes it stays among staff', (_, command) => {
    const fresh = buildTicket({ level: 2, decidedSteps: ['1/acknowledge/warn'] })
    const granted = changed(fresh, command, as(chen, at))
    const keys = plan(granted, policy).map(({ key }) => key)
    expect(plan(granted, policy).find(({ key }) => key === '2/resolve/warn')?.at).toBe(at + 8 * hour)
    expect(keys.filter((key) => key.startsWith('2/acknowledge'))).toEqual(['2/acknowledge/level/1/0'])
    // Said before, it is not said again.
    const told = changed({ ...fresh, decidedSteps: ['1/acknowledge/level/1/0'] }, command, as(chen, at))
    expect(plan(told, policy).filter(({ key }) => key.startsWith('2/acknowledge/level'))).toEqual([])
    const held = changed(granted, { type: 'hold', party: '厂家', until: at + 30 * hour, reason: null })
    const finish = (ticket: Ticket) => plan(ticket, policy).filter(({ key }) => key.startsWith('2/resolve'))
    expect(finish(held)).toEqual(finish(changed(granted, { type: 'acknowledge' })))
  })
})
