import type { TicketMention } from '../domain/post/notice.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { periodIn } from '../nlu/command/period.ts'
import type { CommandName, TypedCommand } from '../nlu/meaning.ts'
import { giveDutyLink } from './give-duty-link.ts'
import { mentionOf, nextDue } from './mention-of.ts'
import { orderSummary } from './post-summaries.ts'
import { historyOf } from './say-history.ts'
import { answer, answerNo, type Scene } from './scene.ts'
import { showDuty, showRoster } from './show-duty.ts'
import { showOverdue } from './show-overdue.ts'
import { showProgress } from './show-progress.ts'
import { showWho } from './show-who.ts'
import { showWhy } from './show-why.ts'

const showNames = [
  'progress',
  'why',
  'who',
  'history',
  'mine',
  'list',
  'overdue',
  'duty',
  'roster',
  'dutycal',
  'help',
  'start',
  'summary',
] as const satisfies readonly CommandName[]

/** True for commands that only show something. */
export function isShowCommand(name: CommandName): boolean {
  return (showNames as readonly CommandName[]).includes(name)
}

/** How many tickets 我的 and 列表 name at most. */
const listed = 15

/** Answers a question about tickets, the bot, or a period. */
export async function showAsked(scene: Scene, typed: TypedCommand, about: Ticket | null): Promise<void> {
  switch (typed.name) {
    case 'progress':
      if (typed.ticket === null && !about) return showMine(scene)
      return showProgress(scene, typed, about)
    case 'why':
      return showWhy(scene, typed, about)
    case 'who':
      return showWho(scene, typed, about)
    case 'history':
      return showHistory(scene, typed, about)
    case 'mine':
      return showMine(scene)
    case 'list':
      return showList(scene)
    case 'overdue':
      return showOverdue(scene)
    case 'duty':
      return showDuty(scene)
    case 'roster':
      return showRoster(scene)
    case 'dutycal':
      return giveDutyLink(scene)
    case 'summary':
      return showSummary(scene, typed.text)
    default: {
      const { chat, actor, deps } = scene
      const { username, canReadAll } = deps.bot()
      await answer(scene, {
        key: 'help',
        audience: chat?.role ?? 'direct',
        roles: actor.roles,
        mentionOnly: !canReadAll,
        bot: username,
      })
    }
  }
}

async function showHistory(scene: Scene, typed: TypedCommand, about: Ticket | null): Promise<void> {
  const { tx, community, actor } = scene
  const ticket = typed.ticket === null ? about : await tx.tickets.lockByNumber(community.id, typed.ticket)
  if (!ticket) return answerNo(scene, { code: 'unknown-ticket', number: typed.ticket })
  const notice = await historyOf(tx, ticket, actor)
  if (!notice.ok) return answerNo(scene, notice.refusal)
  await answer(scene, notice.value, ticket.id)
}

async function showMine(scene: Scene): Promise<void> {
  const { tx, community, actor } = scene
  const tickets = actor.userId === null ? [] : await tx.tickets.mine(community.id, actor.userId, listed)
  await answer(scene, { key: 'mine', tickets: tickets.map(mentionOf) })
}

async function showList(scene: Scene): Promise<void> {
  const { tx, community } = scene
  const { tickets, total } = await tx.tickets.active(community.id, listed)
  const lines: (TicketMention & { due: number | null; assignee: string | null })[] = []
  for (const ticket of tickets) {
    const policy = await tx.communities.policy(community.id, ticket.policyVersion)
    lines.push({ ...mentionOf(ticket), due: nextDue(ticket, policy), assignee: ticket.assignee?.name ?? null })
  }
  await answer(scene, { key: 'list', tickets: lines, total })
}

/** The period asked for (上周, 2026-W47, 2026-11, Q4 …), else the week that runs now. */
async function showSummary(scene: Scene, asked: string | null): Promise<void> {
  const { tx, deps, message, community, chat, now } = scene
  const period = periodIn(asked ?? '', { at: now, timezone: community.timezone })
  if (!period || period.start > now) {
    await answer(scene, { key: period ? 'period-ahead' : 'no-period', asked: asked ?? '' })
    return
  }
  await orderSummary(
    tx,
    deps,
    {
      id: message.chatId,
      threadId: message.threadId,
      communityId: community.id,
      role: chat?.role ?? 'residents',
    },
    {
      period: period.label,
      purpose: 'reply',
      replyTo: message.messageId,
      key: `${message.chatId}/${message.messageId}`,
    },
    now,
  )
}
