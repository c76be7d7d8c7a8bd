import type { Community } from '../domain/community/community.ts'
import type { Instant } from '../domain/ids.ts'
import type { Actor } from '../domain/ticket/actor.ts'
import type { ReportCommand } from '../domain/ticket/command.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { actOnTicket } from './act-on-ticket.ts'
import type { AppDeps } from './app.ts'
import type { IncomingMessage } from './incoming.ts'
import type { QuestionRow, Tx } from './ports.ts'
import { post, takeDown } from './post.ts'
import { proposeIncident } from './propose-incident.ts'
import { registerReports } from './register-report.ts'

interface Doubt {
  readonly community: Community
  readonly message: IncomingMessage
  readonly actor: Actor
  readonly report: ReportCommand
  /** Further matters of the same message. */
  readonly more?: readonly ReportCommand[]
  readonly kind: 'maybe' | 'same'
  readonly like: Ticket | null
}

/** Asks before registering: one short question with two buttons, which takes itself down when nobody answers. */
export async function ask(tx: Tx, deps: AppDeps, doubt: Doubt, now: Instant): Promise<void> {
  const { community, message, actor, report, more = [], kind, like } = doubt
  const askedOf = actor.userId === null ? null : { id: actor.userId, name: actor.name }
  const questionId = await tx.questions.insert(
    {
      communityId: community.id,
      chatId: message.chatId,
      kind,
      askedOf,
      report,
      more,
      mediaGroupId: message.mediaGroupId,
      likeTicketId: like?.id ?? null,
      postId: null,
      status: 'asked',
    },
    now,
  )
  const postId = await post(
    tx,
    deps,
    {
      communityId: community.id,
      to: { chatId: message.chatId, threadId: message.threadId },
      questionId,
      body: {
        kind: 'question',
        question: kind,
        about: [report, ...more].map(({ text }) => text).join(' / '),
        number: like?.number ?? null,
        own: like?.reporter !== null && like?.reporter?.id === actor.userId,
      },
      purpose: 'reply',
      replyTo: message.messageId,
      key: `question/${message.chatId}/${message.messageId}`,
    },
    now,
  )
  await tx.questions.setPost(questionId, postId)
  const policy = await tx.communities.policy(community.id, community.policyVersion)
  const { days, ms } = policy.questionLifetime
  await tx.due.addForQuestion(questionId, community.id, now + days * 86_400_000 + ms)
  if (kind === 'same') await proposeIncident(tx, deps, community.id, report)
}

/** An incident answers for him: his report is taken for the same as this ticket, which he supports. */
export async function joinAsked(
  tx: Tx,
  deps: AppDeps,
  questionId: number,
  ticketId: number,
  now: Instant,
): Promise<void> {
  const question = await tx.questions.lock(questionId)
  // Who had joined by himself came along with the ticket that he joined.
  if (question?.status !== 'asked') return
  await tx.questions.likenTo(questionId, ticketId)
  const ticket = await tx.tickets.lock(ticketId)
  // A refusal only says that he is part of it already.
  if (ticket) await actOnTicket(tx, deps, ticket, { type: 'support' }, askerOf(question), now)
  await settle(tx, question, 'joined', now)
}

/** What was taken for the same is not: it becomes a ticket of its own. */
export async function registerJoined(tx: Tx, deps: AppDeps, questionId: number, now: Instant): Promise<void> {
  const question = await tx.questions.lock(questionId)
  if (question?.status === 'joined') await registerAsked(tx, deps, question, askerOf(question), now)
}

export type QuestionAnswer = 'register' | 'dismiss' | 'join' | 'separate'

/** Acts on an answer. Only whoever was asked may give it, or staff for him. Answers the ticket's number, if one came of it. */
export async function answerQuestion(
  tx: Tx,
  deps: AppDeps,
  questionId: number,
  given: QuestionAnswer,
  actor: Actor,
  now: Instant,
): Promise<Outcome<number | null>> {
  const question = await tx.questions.lock(questionId)
  if (question?.status !== 'asked') return refuse({ code: 'button-expired' })
  const mine = question.askedOf !== null && question.askedOf.id === actor.userId
  if (!mine && !actor.roles.some((role) => role === 'staff' || role === 'manager')) {
    return refuse({ code: 'not-asked' })
  }
  const asker = askerOf(question)
  if (given === 'dismiss') {
    await settle(tx, question, 'dismissed', now)
    return accept(null)
  }
  if (given === 'join') {
    const ticket = question.likeTicketId === null ? null : await tx.tickets.lock(question.likeTicketId)
    if (ticket) {
      const own = ticket.reporter !== null && ticket.reporter.id === asker.userId
      const { text, attachments } = question.report
      const joined = await actOnTicket(
        tx,
        deps,
        ticket,
        own ? { type: 'attach', attachments, proof: false, text } : { type: 'support' },
        asker,
        now,
      )
      // A picture that came with the words is worth keeping, whoever's ticket it is.
      if (joined.ok && !own && attachments.length > 0) {
        await actOnTicket(tx, deps, joined.value, { type: 'attach', attachments, proof: false, text: null }, asker, now)
      }
      // A matter finished meanwhile, or one he supports already: his own report must not get lost for it.
      if (joined.ok || joined.refusal.code === 'already-supported') {
        await settle(tx, question, 'joined', now)
        return accept(ticket.number)
      }
    }
  }
  return accept(await registerAsked(tx, deps, question, asker, now))
}

/** Nobody answered: a doubtful line is let go, a certain report that only looked like another one becomes a ticket. */
export async function expireQuestion(tx: Tx, deps: AppDeps, questionId: number, now: Instant): Promise<string> {
  const question = await tx.questions.lock(questionId)
  if (question?.status !== 'asked') return 'answered'
  if (question.kind === 'maybe') {
    await settle(tx, question, 'expired', now)
    return 'expired'
  }
  await registerAsked(tx, deps, question, askerOf(question), now)
  return 'registered'
}

async function registerAsked(
  tx: Tx,
  deps: AppDeps,
  question: QuestionRow,
  asker: Actor,
  now: Instant,
): Promise<number | null> {
  const { chatId, messageId } = question.report.origin
  const known = await tx.messages.get(chatId, messageId)
  const [made] = known?.ticketIds ?? []
  if (made !== undefined) {
    // The writer corrected his line meanwhile, and the correction was clear enough: one message is one ticket.
    await settle(tx, question, 'dismissed', now)
    return (await tx.tickets.get(made))?.number ?? null
  }
  await settle(tx, question, 'registered', now)
  const [ticket] = await registerReports(
    tx,
    deps,
    question.communityId,
    [question.report, ...question.more],
    asker,
    question.mediaGroupId,
  )
  return ticket?.number ?? null
}

async function settle(tx: Tx, question: QuestionRow, status: QuestionRow['status'], now: Instant): Promise<void> {
  await tx.questions.settle(question.id, status)
  const row = question.postId === null ? null : await tx.posts.get(question.postId)
  if (row) await takeDown(tx, row, now)
}

function askerOf(question: QuestionRow): Actor {
  const { askedOf } = question
  return { userId: askedOf?.id ?? null, name: askedOf?.name ?? '', roles: [], system: false }
}
