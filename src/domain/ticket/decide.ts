import { runningClocks } from '../escalation/clocks.ts'
import type { Instant } from '../ids.ts'
import { isAboveStaff, type Policy } from '../policy/policy.ts'
import type { Person } from './actor.ts'
import { pinText } from './attachment.ts'
import { authorize } from './authorize.ts'
import { brokenRule, missingPart } from './broken-rule.ts'
import type { Envelope, TicketCommand } from './command.ts'
import type { TicketEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { isOfPromise, movedByHand, movedByHold, promiseOutcome } from './promise.ts'
import { recategorised } from './recategorise.ts'
import { accept, type Outcome, refuse } from './refusal.ts'
import { reporterMayAnswer, type Ticket } from './ticket.ts'
import { transitions } from './transitions.ts'

/**
 * Decides what a command does to a ticket: the events to record, or a refusal. Pure.
 * Status, authority and completeness come from the transition table; the rules of broken-rule are what a table cannot say.
 */
export function decide(
  ticket: Ticket,
  command: TicketCommand,
  envelope: Envelope,
  policy: Policy,
): Outcome<readonly TicketEvent[]> {
  const row = transitions[command.type]
  const allowed = authorize(row.who, envelope)
  if (!allowed) return refuse({ code: 'not-allowed', command: command.type, who: row.who })
  if (!row.from.includes(ticket.status)) {
    return refuse({ code: 'wrong-status', command: command.type, status: ticket.status, number: ticket.number })
  }
  const refusal = missingPart(ticket, command) ?? brokenRule(ticket, command, envelope, policy)
  if (refusal) return refuse(refusal)
  return accept(eventsOf(ticket, command, envelope, policy))
}

function eventsOf(
  ticket: Ticket,
  command: TicketCommand,
  { actor, at, standing }: Envelope,
  policy: Policy,
): readonly TicketEvent[] {
  const by: Person = { id: actor.userId ?? 0, name: actor.name }
  const taking: readonly TicketEvent[] = ticket.acknowledged
    ? []
    : [{ type: 'acknowledged', by }, ...takeOn(ticket, by)]
  switch (command.type) {
    case 'acknowledge':
      return taking
    case 'arrive':
      return [...(ticket.status === 'held' ? returning(ticket, at) : []), ...taking, { type: 'arrived' }]
    case 'promise':
      return [
        ...taking,
        ...promiseOutcome(ticket, at, false),
        ...movedByHand(ticket, at, command.until ?? at),
        { type: 'promised', until: command.until ?? at, by },
      ]
    case 'hold':
      return [
        ...taking,
        { type: 'held', party: command.party ?? '', until: command.until ?? at, reason: command.reason },
      ]
    case 'return':
      return returning(ticket, at)
    case 'assign':
      // Given to whoever has it, it goes nowhere.
      return command.to && command.to.id !== ticket.assignee?.id
        ? [{ type: 'assigned', to: command.to, from: ticket.assignee }]
        : []
    case 'hand-over':
      return handedOver(ticket, command, actor, policy)
    case 'note':
      return [{ type: 'noted', text: command.text, by: actor.name }]
    case 'attach': {
      const words = [command.text, pinText(command.attachments)]
        .filter((text) => text !== null && text !== '')
        .join(' ')
      return [
        { type: 'attached', attachments: command.attachments, proof: command.proof },
        ...(words === '' ? [] : [{ type: 'noted', text: words, by: actor.name } as const]),
      ]
    }
    case 'revise':
      return [
        { type: 'revised', text: command.text, before: ticket.text },
        ...(command.place && (ticket.needsPlace || command.place.building === ticket.place.building)
          ? [{ type: 'located', place: command.place } as const]
          : []),
      ]
    case 'locate':
      return [{ type: 'located', place: command.place }]
    case 'support':
      return [{ type: 'supported', by }]
    case 'urge':
      return [{ type: 'urged' }]
    case 'resolve': {
      const back = ticket.status === 'held' ? returning(ticket, at) : []
      const working = back.reduce((state, event) => evolve(state, event, at), ticket)
      return [
        ...back,
        ...taking,
        ...promiseOutcome(working, at, true),
        { type: 'resolved', text: command.text, by, late: isOverdue(working, policy, at) },
      ]
    }
    case 'confirm':
      return [
        { type: 'answered', by, solved: true },
        ...(standing.reporter || !reporterMayAnswer(ticket) ? [{ type: 'confirmed', by } as const] : []),
      ]
    case 'rate':
      return rated(ticket, command.rating, by)
    case 'reopen':
      return [
        ...(ticket.status === 'resolved' ? [{ type: 'answered', by, solved: false } as const] : []),
        { type: 'reopened', reason: command.reason },
      ]
    case 'withdraw':
      return [...promiseOutcome(ticket, at, false), { type: 'withdrawn', reason: command.reason }]
    case 'reject':
      return [...promiseOutcome(ticket, at, false), { type: 'rejected', reason: command.reason ?? '' }]
    case 'merge':
      return [...promiseOutcome(ticket, at, false), { type: 'merged', into: command.into ?? 0 }]
    case 'split':
      return [{ type: 'split', from: ticket.mergedInto ?? 0 }]
    case 'supervise':
      return [
        ...promiseOutcome(ticket, at, false),
        { type: 'supervised', supervisor: command.supervisor ?? actor.name, due: command.due ?? at, by },
      ]
    case 'extend':
      return [
        ...promiseOutcome(ticket, at, false),
        { type: 'extended', until: command.until ?? at, reason: command.reason ?? '' },
      ]
    case 'send-back':
      return [
        ...promiseOutcome(ticket, at, false),
        { type: 'sentBack', reason: command.reason ?? '', due: command.due, by },
      ]
    case 'recategorise':
      return recategorised(ticket, command, at, policy)
    case 'clarify': {
      const { type: _, ...known } = command
      return [{ type: 'clarified', ...known, by }]
    }
    case 'break-promise':
      return promiseOutcome(ticket, at + 1, false)
    case 'ask':
      return [{ type: 'asked', about: command.about, steps: [command.step] }]
    case 'still-fine':
      return [{ type: 'stillFine', by }]
    case 'expire':
      return [{ type: 'expired' }]
    case 'warn':
      return [{ type: 'warned', clock: command.clock, steps: command.steps, due: command.due, late: command.late }]
    case 'escalate': {
      const { type: _, also = [], ...step } = command
      const others = also.flatMap(({ steps }) => steps)
      return [
        // Whatever speaks for a promise whose time has passed: it is counted before its step is decided.
        ...(step.steps.some((key) => isOfPromise(ticket, key)) ? promiseOutcome(ticket, at + 1, false) : []),
        { type: 'escalated', ...step, steps: step.steps.filter((key) => !others.includes(key)) },
        ...also.map((other) => ({ type: 'escalated', ...step, ...other, saidWith: step.clock }) as const),
      ]
    }
  }
}

/** At the last time the policy leaves to staff the committee is told by itself; what the committee hands on is settled. */
function handedOver(
  ticket: Ticket,
  { receiver, reason }: Extract<TicketCommand, { type: 'hand-over' }>,
  { userId, name, roles }: Envelope['actor'],
  { handoverMax, ladder }: Policy,
): readonly TicketEvent[] {
  const by: Person = { id: userId ?? 0, name }
  const handed: TicketEvent = { type: 'handedOver', to: receiver ?? '', reason: reason ?? '', by }
  const times = (ticket.handedOver?.trail.length ?? 0) + 1
  if (times < handoverMax || roles.includes('committee')) return [handed]
  const level = Math.min(...ladder.filter(({ notify }) => isAboveStaff(notify)).map((row) => row.level))
  return [handed, { type: 'referred', times, level: Number.isFinite(level) ? level : ticket.level }]
}

/** A hold ends: a promise that stood still goes on with what was left of it. */
function returning(ticket: Ticket, at: Instant): readonly TicketEvent[] {
  return [{ type: 'returned' }, ...movedByHold(ticket, at)]
}

/** Whether the finish clock has run out, whatever the ladder has said of it. */
function isOverdue(working: Ticket, policy: Policy, at: Instant): boolean {
  return runningClocks(working, policy).some(({ name, due }) => name === 'resolve' && due < at)
}

function takeOn(ticket: Ticket, by: Person): readonly TicketEvent[] {
  // No handing over: nobody passed it on, so it counts as no bounce.
  return ticket.assignee?.id === by.id ? [] : [{ type: 'assigned', to: by, from: null }]
}

function rated(ticket: Ticket, rating: 'satisfied' | 'basically' | 'unsatisfied', by: Person): readonly TicketEvent[] {
  // Rating a resolved matter says it is solved; "not satisfied" opens it again.
  const answered: TicketEvent[] = ticket.status === 'resolved' ? [{ type: 'answered', by, solved: true }] : []
  if (rating === 'unsatisfied') return [...answered, { type: 'rated', rating, by }, { type: 'reopened', reason: null }]
  return [
    ...answered,
    { type: 'rated', rating, by },
    ...(ticket.status === 'resolved' ? [{ type: 'confirmed', by } as const] : []),
  ]
}
