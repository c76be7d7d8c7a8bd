import { nextSteps, plan } from '../domain/escalation/plan.ts'
import type { Instant } from '../domain/ids.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { Actor } from '../domain/ticket/actor.ts'
import type { Standing, TicketCommand } from '../domain/ticket/command.ts'
import { decide } from '../domain/ticket/decide.ts'
import type { RecordedEvent, TicketEvent } from '../domain/ticket/event.ts'
import { evolve } from '../domain/ticket/evolve.ts'
import { accept, type Outcome } from '../domain/ticket/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { AppDeps } from './app.ts'
import { followUp } from './follow-up.ts'
import type { Tx } from './ports.ts'

/**
 * THE way a ticket changes: decide, write state and events, set the clocks, order the messages; all in the caller's
 * transaction, with the ticket's row locked by the caller.
 */
export async function actOnTicket(
  tx: Tx,
  deps: AppDeps,
  ticket: Ticket,
  command: TicketCommand,
  actor: Actor,
  at: Instant,
): Promise<Outcome<Ticket>> {
  const policy = await tx.communities.policy(ticket.communityId, ticket.policyVersion)
  const decision = decide(ticket, command, { actor, at, standing: await standingOf(tx, ticket, actor) }, policy)
  if (!decision.ok) return decision
  const after = await record(tx, ticket, decision.value, actor, at, policy)
  await followUp(tx, deps, { before: ticket, after, events: decision.value, actor, at, policy })
  return accept(after)
}

async function record(
  tx: Tx,
  before: Ticket,
  events: readonly TicketEvent[],
  actor: Actor,
  at: Instant,
  policy: Policy,
): Promise<Ticket> {
  let ticket = before
  const recorded: RecordedEvent[] = []
  for (const event of events) {
    recorded.push({ seq: ticket.version + 1, at, actorId: actor.userId, actorName: actor.name, event })
    ticket = evolve(ticket, event, at)
  }
  await tx.tickets.save(ticket, recorded)
  await setClocks(tx, ticket, policy)
  return ticket
}

/** Makes the due table say what the plan says. */
export async function setClocks(tx: Tx, ticket: Ticket, policy: Policy): Promise<void> {
  await tx.due.sync(ticket.id, ticket.communityId, nextSteps(plan(ticket, policy)))
}

async function standingOf(tx: Tx, ticket: Ticket, actor: Actor): Promise<Standing> {
  if (actor.userId === null) return { reporter: false, supporter: false }
  const reporter = ticket.reporter?.id === actor.userId
  return { reporter, supporter: !reporter && (await tx.tickets.isSupporter(ticket.id, actor.userId)) }
}
