import type { Actor } from '../domain/ticket/actor.ts'
import type { TicketCommand } from '../domain/ticket/command.ts'
import { type Outcome, refuse } from '../domain/ticket/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { TypedCommand } from '../nlu/meaning.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { mergeSupporters } from './merge-supporters.ts'
import type { Scene } from './scene.ts'
import { toTicketCommand } from './to-ticket-command.ts'

/** Does what a typed line says to one ticket, which the caller has locked. */
export async function runOnTicket(scene: Scene, typed: TypedCommand, ticket: Ticket): Promise<Outcome<Ticket>> {
  const { tx, deps, community, actor, now } = scene
  const policy = await tx.communities.policy(community.id, ticket.policyVersion)
  const command = await toTicketCommand(tx, ticket, meantBy(typed, actor), policy, now)
  if (!command.ok) return command
  return command.value.type === 'merge'
    ? merge(scene, ticket, command.value)
    : actOnTicket(tx, deps, ticket, command.value, actor, now)
}

/** The committee turns nothing down: its 驳回 gives the matter back; and what staff send back is turned down. */
function meantBy(typed: TypedCommand, { roles }: Actor): TypedCommand {
  const crew = roles.includes('staff') || roles.includes('manager')
  const committee = roles.includes('committee')
  if (typed.name === 'reject' && committee && !crew) return { ...typed, name: 'sendback' }
  if (typed.name === 'sendback' && crew && !committee) return { ...typed, name: 'reject' }
  return typed
}

async function merge(
  scene: Scene,
  ticket: Ticket,
  command: Extract<TicketCommand, { type: 'merge' }>,
): Promise<Outcome<Ticket>> {
  const { tx, deps, community, actor, now } = scene
  if (command.into !== null && command.into !== ticket.number) {
    const into = await tx.tickets.lockByNumber(community.id, command.into)
    if (!into) return refuse({ code: 'unknown-ticket', number: command.into })
    const merged = await actOnTicket(tx, deps, ticket, command, actor, now)
    if (merged.ok) await mergeSupporters(tx, deps, ticket, into, now)
    return merged
  }
  return actOnTicket(tx, deps, ticket, command, actor, now)
}
