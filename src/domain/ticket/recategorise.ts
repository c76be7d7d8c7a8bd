import { privateKinds, type Urgency } from '../category.ts'
import { rememberLowered } from '../escalation/lowered.ts'
import { plan } from '../escalation/plan.ts'
import { rememberSaid } from '../escalation/said-before-change.ts'
import type { Step } from '../escalation/step.ts'
import type { Instant } from '../ids.ts'
import type { Policy } from '../policy/policy.ts'
import { deferOutOfQuiet } from '../time/quiet-hours.ts'
import type { Actor } from './actor.ts'
import type { TicketCommand } from './command.ts'
import type { TicketEvent } from './event.ts'
import type { Ticket } from './ticket.ts'

type Recategorise = Extract<TicketCommand, { type: 'recategorise' }>

/**
 * What a change of category or urgency does. The clocks keep their start, their pauses and what they have said; where the new class
 * puts steps into the past, the ladder speaks once for each clock, at the level it has reached, and goes on from there. What a false
 * emergency has said is said again where its slower clocks have it ahead.
 */
export function recategorised(
  ticket: Ticket,
  command: Recategorise,
  at: Instant,
  policy: Policy,
): readonly TicketEvent[] {
  const category = command.category ?? ticket.category
  const urgency = command.urgency ?? ticket.urgency
  const calmed = ticket.urgency === 'emergency' && urgency !== 'emergency'
  const said = [...rememberSaid(ticket), ...(calmed ? rememberLowered(ticket, at) : [])]
  const decidedSteps = [...ticket.decidedSteps, ...said]
  const next: Ticket = { ...ticket, category, class: command.class, urgency, ladderFrom: at, decidedSteps }
  const before = { category: ticket.category, class: ticket.class, urgency: ticket.urgency }
  // A private matter never becomes public.
  const isPrivate = ticket.private || privateKinds.includes(category)
  const steps = [...said, ...spokenFor(next, at, policy)]
  return [{ type: 'recategorised', category, class: command.class, urgency, private: isPrivate, before, steps }]
}

/** Who says that a matter is less pressing than it is taken for: not whoever has to hurry, but the manager or the committee. */
export function mayLower({ roles, system }: Actor): boolean {
  return system || roles.includes('manager') || roles.includes('committee')
}

const rank: Readonly<Record<Urgency, number>> = { normal: 0, urgent: 1, emergency: 2 }

/** Whether somebody says in so many words that a matter is less pressing. */
export function lowers(ticket: Ticket, { named, urgency }: Pick<Recategorise, 'named' | 'urgency'>): boolean {
  return named === true && urgency !== undefined && rank[urgency] < rank[ticket.urgency]
}

/** Of the steps of one clock that are due at once, all but the last: that one speaks for them. */
function spokenFor(ticket: Ticket, at: Instant, policy: Policy): readonly string[] {
  const soon = ticket.urgency === 'emergency' ? at : deferOutOfQuiet(policy.calendar.timezone, policy.quietHours, at)
  const lanes = new Map<string, Step[]>()
  for (const step of plan(ticket, policy)) {
    if (step.action.kind !== 'warn' && step.action.kind !== 'level') continue
    if (step.action.clock === 'promise' || step.at > soon) continue
    lanes.set(step.action.clock, [...(lanes.get(step.action.clock) ?? []), step])
  }
  return [...lanes.values()].flatMap((lane) => lane.slice(0, -1).map(({ key }) => key))
}
