import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { CommandName, TypedCommand } from '../nlu/meaning.ts'
import { noticeByCommand } from './draft-interruption.ts'
import { showGrid } from './grid-week.ts'
import { keepVisit } from './keep-visit.ts'
import { meaningOf } from './meaning-of.ts'
import { nextAhead } from './mention-of.ts'
import { runOnMany } from './run-on-many.ts'
import { runOnTicket } from './run-on-ticket.ts'
import { answer, answerNo, type Scene } from './scene.ts'
import { isShowCommand, showAsked } from './show-asked.ts'
import { splitIncident } from './split-incident.ts'
import { swapShift } from './swap-shift.ts'
import { register } from './take-report.ts'
import { toReports } from './to-reports.ts'
import { isTicketCommand } from './to-ticket-command.ts'

/** Does what a typed line says. `about` is the ticket of the card it replies to, for a line without a number. */
export async function runTypedCommand(scene: Scene, typed: TypedCommand, about: Ticket | null): Promise<void> {
  if (typed.name === 'report') return reportByCommand(scene, typed)
  if (typed.name === 'swap') return swapShift(scene, typed.text ?? '')
  if (typed.name === 'visit') return keepVisit(scene, typed)
  if (typed.name === 'grid') return showGrid(scene)
  if (typed.name === 'notice') return noticeByCommand(scene, typed.text)
  if (isShowCommand(typed.name)) return showAsked(scene, typed, about)
  if (!isTicketCommand(typed.name)) {
    await answer(scene, { key: 'not-understood' })
    return
  }
  if (typed.others.length > 0) return runOnMany(scene, typed)
  const ticket = await ticketOf(scene, typed, about)
  if (!ticket) return answerNo(scene, { code: 'unknown-ticket', number: typed.ticket })
  const outcome = await (typed.name === 'split' && ticket.status !== 'merged'
    ? apart(scene, ticket)
    : runOnTicket(scene, typed, ticket))
  if (!outcome.ok) return answerNo(scene, outcome.refusal)
  if (typed.name === 'categorise') await answerRecategorised(scene, ticket, outcome.value)
  if (typed.name === 'urge') await answerUrge(scene, outcome.value)
  const setting = dueSetting[typed.name]
  if (setting) await answerDueSet(scene, outcome.value, setting)
}

/** 拆开 on the ticket that an incident's reports were joined to takes all of them apart. */
async function apart({ tx, deps, actor, now }: Scene, parent: Ticket): Promise<Outcome<Ticket>> {
  if (!(await tx.incidents.ofParent(parent.communityId, parent.id)))
    return refuse({ code: 'wrong-status', command: 'split', status: parent.status, number: parent.number })
  const done = await splitIncident(tx, deps, parent, actor, now)
  return done.ok ? accept(parent) : done
}

const dueSetting: Readonly<Partial<Record<CommandName, 'supervise' | 'extend' | 'send-back'>>> = {
  supervise: 'supervise',
  extend: 'extend',
  sendback: 'send-back',
}

/** Whoever sets a due time sees it on the card before him; where none stands, the chat is told in a line. */
async function answerDueSet(
  scene: Scene,
  { id, number, dueOverride: due }: Ticket,
  command: 'supervise' | 'extend' | 'send-back',
): Promise<void> {
  if (due !== null && !(await hasCardHere(scene, id))) await answer(scene, { key: 'due-set', number, command, due })
}

async function answerRecategorised(
  scene: Scene,
  before: Ticket,
  { id, number, category, urgency }: Ticket,
): Promise<void> {
  if (!(await hasCardHere(scene, id)))
    await answer(scene, {
      key: 'recategorised',
      number,
      category,
      urgency,
      before: { category: before.category, urgency: before.urgency },
    })
}

async function hasCardHere({ tx, message }: Scene, ticketId: number): Promise<boolean> {
  return (await tx.posts.standing(ticketId)).some(({ chatId }) => chatId === message.chatId)
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
