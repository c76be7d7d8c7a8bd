import type { Standing } from '../domain/post/notice.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { TypedCommand } from '../nlu/meaning.ts'
import { mentionOf, nextDue } from './mention-of.ts'
import { numbersNamed } from './run-on-many.ts'
import { answer, answerNo, type Scene } from './scene.ts'

/** 进度 128: where a ticket stands and what happened; 进度 1 2: where each of them stands, in one answer. */
export async function showProgress(scene: Scene, typed: TypedCommand, about: Ticket | null): Promise<void> {
  if (typed.others.length > 0) return showSeveral(scene, numbersNamed(typed))
  const { tx, community } = scene
  const ticket = typed.ticket === null ? about : await tx.tickets.lockByNumber(community.id, typed.ticket)
  if (!ticket) return answerNo(scene, { code: 'unknown-ticket', number: typed.ticket })
  const history = isOpenTo(scene, ticket) ? await tx.tickets.history(ticket.id) : []
  await answer(scene, { key: 'progress', ...(await standingOf(scene, ticket)), history }, ticket.id)
}

async function showSeveral(scene: Scene, numbers: readonly number[]): Promise<void> {
  const standings: Standing[] = []
  const unknown: number[] = []
  for (const number of numbers) {
    const ticket = await scene.tx.tickets.lockByNumber(scene.community.id, number)
    if (ticket) standings.push(await standingOf(scene, ticket))
    else unknown.push(number)
  }
  await answer(scene, { key: 'progress-many', standings, unknown })
}

async function standingOf(scene: Scene, ticket: Ticket): Promise<Standing> {
  const policy = await scene.tx.communities.policy(scene.community.id, ticket.policyVersion)
  return {
    ticket: mentionOf(ticket),
    due: nextDue(ticket, policy),
    assignee: ticket.assignee?.name ?? null,
    lastNote: isOpenTo(scene, ticket) ? (ticket.lastNote?.text ?? null) : null,
  }
}

/** In a residents' chat a private matter shows its status and nothing of its content, whoever asks. */
function isOpenTo({ actor, chat }: Scene, ticket: Ticket): boolean {
  const inside = actor.roles.length > 0 || (ticket.reporter !== null && ticket.reporter.id === actor.userId)
  return !ticket.private || (inside && chat?.role !== 'residents')
}
