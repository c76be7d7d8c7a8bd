import { expect, it } from 'vitest'
import { plan } from '../../../src/domain/escalation/plan.ts'
import { decide } from '../../../src/domain/ticket/decide.ts'
import { evolve } from '../../../src/domain/ticket/evolve.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'
import { as, buildTicket, chen, policy, wednesday10 } from '../../support/build-ticket.ts'

const hour = 3_600_000
const at = wednesday10 + 6 * hour
const due = at + 24 * hour
const sendBack = { type: 'send-back', reason: '先查原因', due } as const

function sentBack(ticket: Ticket): Ticket {
  const outcome = decide(ticket, sendBack, as(chen, at), policy)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.reduce((state, event) => evolve(state, event, at), ticket)
}

it('what lies with the property cannot be sent back, what came up to the committee can', () => {
  const refusal = { ok: false, refusal: { code: 'not-with-committee', number: 131 } }
  expect(decide(buildTicket({ level: 0 }), sendBack, as(chen, at), policy)).toEqual(refusal)
  expect(decide(buildTicket({ level: 1 }), sendBack, as(chen, at), policy)).toEqual(refusal)
  expect(decide(buildTicket({ level: 2 }), sendBack, as(chen, at), policy).ok).toBe(true)
  const supervision = { supervisor: '陈书记', by: { id: 301, name: '陈书记' }, due: at, at: wednesday10 }
  expect(decide(buildTicket({ supervision }), sendBack, as(chen, at), policy).ok).toBe(true)
})

it('begins a new cycle with a due time of its own, under which the whole ladder climbs again', () => {
  const after = sentBack(
    buildTicket({ level: 2, decidedSteps: ['1/acknowledge/level/1/0', '1/acknowledge/level/2/0'] }),
  )
  expect(after).toMatchObject({
    status: 'open',
    cycle: 2,
    level: 0,
    dueOverride: due,
    supervision: null,
    // What the response has said stays said.
    decidedSteps: ['2/acknowledge/level/1/0', '2/acknowledge/level/2/0'],
  })
  const levels = plan(after, policy).flatMap(({ action }) => (action.kind === 'level' ? [action] : []))
  expect(new Set(levels.map(({ level }) => level))).toEqual(new Set([1, 2, 3]))
  expect(levels.every((step) => step.due === due && step.clock === 'resolve')).toBe(true)
})

it('cannot be sent back twice running: it must climb to the committee in between', () => {
  const after = sentBack(buildTicket({ level: 2 }))
  expect(decide(after, sendBack, as(chen, at + hour), policy)).toMatchObject({
    ok: false,
    refusal: { code: 'not-with-committee' },
  })
  const escalated = {
    type: 'escalated',
    clock: 'resolve',
    level: 2,
    notify: ['committee'],
    late: false,
    repeat: 0,
    steps: ['2/resolve/level/2/0'],
    due,
  } as const
  const climbed = evolve(after, escalated, due)
  expect(climbed.sentBack).toMatchObject({ reason: '先查原因', climbedAgain: true })
  expect(decide(climbed, { ...sendBack, due: due + 24 * hour }, as(chen, due + hour), policy).ok).toBe(true)
})

it('gives no more time than the policy allows, and none that is past', () => {
  const ticket = buildTicket({ level: 2 })
  const far = { ...sendBack, due: at + 90 * 24 * hour }
  expect(decide(ticket, far, as(chen, at), policy)).toMatchObject({ ok: false, refusal: { code: 'until-too-far' } })
  const past = { ...sendBack, due: at }
  expect(decide(ticket, past, as(chen, at), policy)).toMatchObject({ ok: false, refusal: { code: 'until-past' } })
})
