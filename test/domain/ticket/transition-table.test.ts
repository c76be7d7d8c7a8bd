import { describe, expect, it } from 'vitest'
import { type Role, roles } from '../../../src/domain/community/role.ts'
import { type Actor, systemActor } from '../../../src/domain/ticket/actor.ts'
import type { TicketCommand, TicketCommandType } from '../../../src/domain/ticket/command.ts'
import { decide } from '../../../src/domain/ticket/decide.ts'
import { evolve } from '../../../src/domain/ticket/evolve.ts'
import { type TicketStatus, ticketStatuses } from '../../../src/domain/ticket/ticket.ts'
import { transitions } from '../../../src/domain/ticket/transitions.ts'
import { as, buildTicket, policy, wednesday10 } from '../../support/build-ticket.ts'

const at = wednesday10 + 2 * 3_600_000
const later = wednesday10 + 24 * 3_600_000

const complete: { readonly [K in TicketCommandType]: Extract<TicketCommand, { type: K }> } = {
  acknowledge: { type: 'acknowledge' },
  arrive: { type: 'arrive' },
  promise: { type: 'promise', until: later },
  hold: { type: 'hold', party: '配件厂家', until: later, reason: null },
  return: { type: 'return' },
  assign: { type: 'assign', to: { id: 102, name: '刘师傅' } },
  'hand-over': { type: 'hand-over', receiver: '供电公司', reason: '变压器故障' },
  note: { type: 'note', text: '已联系' },
  attach: { type: 'attach', attachments: [], proof: false, text: null },
  revise: { type: 'revise', text: '5号楼2单元', place: null },
  locate: { type: 'locate', place: { building: '5', unit: null, floor: null, room: null, spot: null } },
  support: { type: 'support' },
  urge: { type: 'urge' },
  resolve: { type: 'resolve', text: '已换灯' },
  confirm: { type: 'confirm' },
  rate: { type: 'rate', rating: 'satisfied' },
  reopen: { type: 'reopen', reason: '又坏了' },
  withdraw: { type: 'withdraw', reason: null },
  reject: { type: 'reject', reason: '不归物业' },
  merge: { type: 'merge', into: 99 },
  split: { type: 'split' },
  supervise: { type: 'supervise', supervisor: '陈书记', due: later },
  extend: { type: 'extend', until: later, reason: '等配件' },
  'send-back': { type: 'send-back', reason: '先查原因', due: later },
  recategorise: { type: 'recategorise', category: 'leak', class: 'repair' },
  clarify: { type: 'clarify', part: 'shared' },
  ask: { type: 'ask', about: 'recheck', step: '1/recheck/ask' },
  'still-fine': { type: 'still-fine' },
  expire: { type: 'expire' },
  'break-promise': { type: 'break-promise' },
  warn: { type: 'warn', clock: 'resolve', steps: ['1/resolve/warn'], due: later, late: false },
  escalate: {
    type: 'escalate',
    clock: 'resolve',
    level: 2,
    notify: ['committee'],
    repeat: 0,
    steps: ['1/resolve/level/2/0'],
    due: at,
    late: false,
  },
}

const commandTypes = Object.keys(transitions) as TicketCommandType[]

/** Everybody who may ask, as the table names them, and one actor that is exactly that. */
const people: Readonly<
  Record<string, { readonly actor: Actor; readonly reporter: boolean; readonly supporter: boolean }>
> = {
  system: { actor: systemActor, reporter: false, supporter: false },
  reporter: { actor: person([]), reporter: true, supporter: false },
  supporter: { actor: person([]), reporter: false, supporter: true },
  stranger: { actor: person([]), reporter: false, supporter: false },
  ...Object.fromEntries(roles.map((role) => [role, { actor: person([role]), reporter: false, supporter: false }])),
}

function person(held: readonly Role[]): Actor {
  return { userId: 999, name: '某人', roles: held, system: false }
}

describe('T01 the transition table, every status × command × person', () => {
  for (const type of commandTypes) {
    const row = transitions[type]
    it.each(ticketStatuses.flatMap((status) => Object.keys(people).map((who) => ({ status, who }))))(
      `${type} on $status by $who`,
      ({ status, who }) => {
        const one = people[who]
        if (!one) throw new Error(`no ${who}`)
        // The committee can send back what has come up to it.
        const level = type === 'send-back' ? 2 : 0
        const ticket = buildTicket({ status, level, reporter: { id: one.reporter ? 999 : 401, name: '张女士' } })
        const envelope = as(one.actor, at, { reporter: one.reporter, supporter: one.supporter })
        const outcome = decide(ticket, complete[type], envelope, policy)
        const mayAsk = row.who.includes('anyone') || (row.who as readonly string[]).includes(who)
        const listed = (row.from as readonly TicketStatus[]).includes(status)
        // The two refusals that depend on the person and not on the table.
        const own = type === 'support' && (one.reporter || one.supporter)
        if (!mayAsk) return expect(outcome).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } })
        if (!listed) return expect(outcome).toMatchObject({ ok: false, refusal: { code: 'wrong-status', status } })
        if (own) return expect(outcome.ok).toBe(false)
        if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`)
        const after = outcome.value.reduce((state, event) => evolve(state, event, at), ticket)
        expect(after.version).toBe(ticket.version + outcome.value.length)
        expect(after.status).toBe(expected(type, status, one.reporter))
      },
    )
  }

  function expected(type: TicketCommandType, from: TicketStatus, reporter: boolean): TicketStatus {
    const { to } = transitions[type]
    // A supporter's "solved" is an answer; only the reporter's closes.
    if (type === 'confirm' && !reporter) return 'resolved'
    // Taken back, a merge leaves it where it was: the one built here had been taken.
    if (type === 'split') return 'acknowledged'
    return to === 'same' ? from : to
  }
})

describe('what a command must carry', () => {
  const without: readonly (readonly [TicketCommand, string, Role])[] = [
    [{ type: 'promise', until: null }, 'until', 'staff'],
    [{ type: 'hold', party: null, until: later, reason: null }, 'party', 'staff'],
    [{ type: 'hold', party: '厂家', until: null, reason: null }, 'until', 'staff'],
    [{ type: 'assign', to: null }, 'assignee', 'staff'],
    [{ type: 'hand-over', receiver: null, reason: '变压器故障' }, 'receiver', 'staff'],
    [{ type: 'hand-over', receiver: '供电公司', reason: null }, 'reason', 'staff'],
    [{ type: 'note', text: '' }, 'text', 'staff'],
    [{ type: 'reject', reason: null }, 'reason', 'staff'],
    [{ type: 'merge', into: null }, 'target', 'staff'],
    [{ type: 'supervise', supervisor: null, due: null }, 'until', 'committee'],
    [{ type: 'send-back', reason: null, due: later }, 'reason', 'committee'],
    [{ type: 'recategorise', category: null, class: 'repair' }, 'category', 'staff'],
    [{ type: 'extend', until: later, reason: null }, 'reason', 'committee'],
    [{ type: 'extend', until: null, reason: '等配件' }, 'until', 'committee'],
  ]
  it.each(without)('%o lacks %s', (command, part, role) => {
    expect(decide(buildTicket(), command, as(person([role]), at), policy)).toEqual({
      ok: false,
      refusal: { code: 'needs', command: command.type, part, number: 131 },
    })
  })
})
