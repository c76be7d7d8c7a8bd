import type { TicketCommand } from '../domain/ticket/command.ts'
import { type Outcome, refuse } from '../domain/ticket/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { TypedCommand } from '../nlu/meaning.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { meaningOf } from './meaning-of.ts'
import { nextAhead } from './mention-of.ts'
import { mergeSupporters } from './merge-supporters.ts'
import { answer, answerNo, type Scene } from './scene.ts'
import { isShowCommand, showAsked } from './show-asked.ts'
import { register } from './take-report.ts'
import { toReports } from './to-reports.ts'
import { isTicketCommand, toTicketCommand } from './to-ticket-command.ts'

/** Does what a typed line says. `about` is the ticket of the card it replies to, for a line without a number. */
export async function runTypedCommand(scene: Scene, typed: TypedCommand, about: Ticket | null): Promise<void> {
  if (typed.name === 'report') return reportByCommand(scene, typed)
  if (isShowCommand(typed.name)) return showAsked(scene, typed, about)
  if (!isTicketCommand(typed.name)) {
    await answer(scene, { key: 'not-understood' })
    return
  }
  const ticket = await ticketOf(scene, typed, about)
  if (!ticket) return answerNo(scene, { code: 'unknown-ticket', number: typed.ticket })
  const outcome = await runOnTicket(scene, typed, ticket)
  if (!outcome.ok) return answerNo(scene, outcome.refusal)
  if (typed.name === 'urge') await answerUrge(scene, outcome.value)
}

async function runOnTicket(scene: Scene, typed: TypedCommand, ticket: Ticket): Promise<Outcome<Ticket>> {
  const { tx, deps, community, actor, now } = scene
  const policy = await tx.communities.policy(community.id, ticket.policyVersion)
  const command = await toTicketCommand(tx, community.id, typed, policy, now)
  if (!command.ok) return command
  return command.value.type === 'merge'
    ? merge(scene, ticket, command.value)
    : actOnTicket(tx, deps, ticket, command.value, actor, now)
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

/** By number in this community only; by the card replied to; or, for a resident's bare 催, his own latest one. */
async function ticketOf(
  { tx, community, actor }: Scene,
  typed: TypedCommand,
  about: Ticket | null,
): Promise<Ticket | null> {
  if (typed.ticket !== null) return tx.tickets.lockByNumber(community.id, typed.ticket)
  if (about) return tx.tickets.lock(about.id)
  const own = ['urge', 'withdraw', 'confirm', 'unsolved', 'rate', 'reopen', 'note']
  if (actor.userId === null || !own.includes(typed.name)) return null
  const latest = await tx.tickets.latestOf(community.id, actor.userId)
  return latest && tx.tickets.lock(latest.id)
}

async function answerUrge(scene: Scene, ticket: Ticket): Promise<void> {
  const { tx, community, now } = scene
  const policy = await tx.communities.policy(community.id, ticket.policyVersion)
  const everyHours = Math.round((policy.urgeEvery.days * 24 * 3_600_000 + policy.urgeEvery.ms) / 3_600_000)
  await answer(scene, { key: 'urge-passed', number: ticket.number, due: nextAhead(ticket, policy, now), everyHours })
}

/** "报修 灯坏了": registered whatever it sounds like, since the resident said what it is. */
async function reportByCommand(scene: Scene, typed: TypedCommand): Promise<void> {
  const text = typed.text ?? ''
  if (text === '' && scene.message.attachments.length === 0) {
    await answer(scene, { key: 'write-here', community: scene.community.name })
    return
  }
  const meaning = await meaningOf(scene, text)
  await register(scene, toReports({ ...scene.message, text }, meaning, scene.now))
}
