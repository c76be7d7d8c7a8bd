import type { ButtonAction } from '../domain/post/body.ts'
import type { Person } from '../domain/ticket/actor.ts'
import { accept, type Outcome, type Refusal, refuse } from '../domain/ticket/refusal.ts'
import { actorOf, helpWith } from './actor-of.ts'
import type { AppDeps } from './app.ts'
import type { ButtonPress, PressAnswer, PressResult } from './incoming.ts'
import { nextDue } from './mention-of.ts'
import { openTicket } from './open-ticket.ts'
import type { PostRow, Tx } from './ports.ts'
import type { Press } from './press.ts'
import { pressOnIncident } from './press-incident.ts'
import { pressOnInterruption } from './press-interruption.ts'
import { pressOnTicket } from './press-on-ticket.ts'
import { answerQuestion } from './question.ts'
import { answerSwap } from './swap-shift.ts'

/**
 * A press on one of our buttons. The token finds the post it stands on; the chat must be that post's own, so data copied
 * from another group is worth nothing, and what the presser may do is read from the database now. Idempotent. The message
 * may be another: where Telegram's answer was lost there are two copies, and the post knows only the second.
 */
export async function pressButton(deps: AppDeps, press: ButtonPress): Promise<PressAnswer> {
  return deps.store.transaction(async (tx) => {
    const now = deps.clock.now()
    const row = await postOf(tx, press)
    const community = row?.communityId == null ? null : await tx.communities.get(row.communityId)
    const language = community?.language ?? 'zh-CN'
    const timezone = community?.timezone ?? 'Asia/Shanghai'
    const fresh = await tx.inbox.complete(press.inboxId, now)
    if (!row || !community) return { result: refused({ code: 'button-expired' }, null), language, timezone, at: now }
    const actor = await actorOf(tx, community.id, press.user)
    const outcome = fresh ? await act({ tx, deps, press, row, communityId: community.id, actor, now }) : accept(null)
    const result = outcome.ok
      ? await done(tx, press.action, row, outcome.value)
      : refused(outcome.refusal, await helpWith(tx, community.id, outcome.refusal, actor))
    return { result, language, timezone, at: now }
  })
}

async function postOf(tx: Tx, press: ButtonPress): Promise<PostRow | null> {
  const row = await tx.posts.byToken(press.token)
  return row && row.chatId === press.chatId && row.status !== 'deleted' ? row : null
}

const questionAnswers = { register: 'register', dismiss: 'dismiss', join: 'join', separate: 'separate' } as const

async function act(scene: Press): Promise<Outcome<number | null>> {
  const { tx, deps, press, row, actor, communityId, now } = scene
  // Whoever presses is in the chat, so the bot knows him in private from now on.
  if (actor.userId !== null) await tx.people.remember(communityId, { id: actor.userId, name: press.user.name }, now)
  if (isQuestionAnswer(press.action)) {
    if (row.questionId === null) return refuse({ code: 'button-expired' })
    return answerQuestion(tx, deps, row.questionId, questionAnswers[press.action], actor, now)
  }
  if (press.action === 'open') return openTicket(scene)
  if (press.action === 'swap-yes' || press.action === 'swap-no') return answerSwap(scene, press.action === 'swap-yes')
  const interruption = await pressOnInterruption(scene)
  if (interruption) return interruption
  const incident = await pressOnIncident(scene)
  if (incident) return incident
  const ticket = row.ticketId === null ? null : await tx.tickets.lock(row.ticketId)
  if (!ticket) return refuse({ code: 'button-expired' })
  return pressOnTicket(scene, ticket, press.action)
}

function isQuestionAnswer(action: ButtonAction): action is keyof typeof questionAnswers {
  return Object.hasOwn(questionAnswers, action)
}

async function done(tx: Tx, action: ButtonAction, row: PostRow, number: number | null): Promise<PressResult> {
  const ticket = row.ticketId === null ? null : await tx.tickets.get(row.ticketId)
  const policy = ticket && (await tx.communities.policy(ticket.communityId, ticket.policyVersion))
  return {
    kind: 'done',
    action,
    number: ticket?.number ?? number,
    next: ticket && policy ? nextDue(ticket, policy) : null,
  }
}

function refused(refusal: Refusal, help: Person | null): PressResult {
  return { kind: 'refused', refusal, help }
}
