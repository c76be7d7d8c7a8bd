import { explain, isInTheWork, onlyHeard } from '../domain/escalation/explain.ts'
import { toldSoFar } from '../domain/escalation/told.ts'
import { roomOf } from '../domain/policy/policy.ts'
import { latestChange } from '../domain/ticket/latest-change.ts'
import { isPromisePaused } from '../domain/ticket/promise.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { TypedCommand } from '../nlu/meaning.ts'
import { peopleOf } from './actor-of.ts'
import { chatsFor } from './chats-for.ts'
import { mentionOf } from './mention-of.ts'
import { namedPeople } from './named-people.ts'
import { answer, answerNo, type Scene } from './scene.ts'

/**
 * 为什么催我: which clock runs, since when, without what, and who hears of it next. Those who work on the ticket are told in
 * full; its reporter and supporters, and whoever asks in a residents' chat, in words for those who wait.
 */
export async function showWhy(scene: Scene, typed: TypedCommand, about: Ticket | null): Promise<void> {
  const { tx, community, actor, chat } = scene
  const ticket = await ticketOf(scene, typed, about)
  if (!ticket) return answerNo(scene, { code: 'unknown-ticket', number: typed.ticket })
  const works = actor.roles.some((role) => ['staff', 'manager', 'committee', 'grid', 'admin'].includes(role))
  const waits =
    actor.userId !== null &&
    (ticket.reporter?.id === actor.userId || (await tx.tickets.isSupporter(ticket.id, actor.userId)))
  if (!works && !waits) return answerNo(scene, { code: 'not-yours', number: ticket.number })
  const policy = await tx.communities.policy(community.id, ticket.policyVersion)
  const history = await tx.tickets.history(ticket.id)
  const managers = (await peopleOf(tx, community.id, 'manager')).map(({ name }) => name)
  const worker = (ticket.assignee ?? ticket.acknowledged?.by)?.name ?? null
  const explained = explain(ticket, policy, history)
  const people: Record<string, readonly string[]> = { manager: managers, assignee: worker === null ? [] : [worker] }
  const heard = (await chatsFor(tx, ticket, 'committee')).length > 0
  if (!heard) people.committee = []
  for (const part of new Set(explained.clocks.flatMap(({ coming }) => coming.flatMap(({ notify }) => notify)))) {
    if (!isInTheWork(part) && part !== 'committee')
      people[part] = heard || roomOf(part) ? await whoIs(scene, ticket, part) : []
  }
  const explanation = onlyHeard(explained, people)
  const changed = ticket.ladderFrom === null ? null : latestChange(history)
  const { hold } = ticket
  const common = {
    ticket: mentionOf(ticket),
    explanation,
    hold,
    ...(ticket.promise && isPromisePaused(ticket) && { promisePaused: ticket.promise.until }),
    ...(changed && { changed }),
    supervisor: ticket.supervision?.supervisor ?? null,
  }
  if (!works || chat?.role === 'residents')
    return void (await answer(
      scene,
      { key: 'why-waiting', ...common, worker, managers, told: toldSoFar(history) },
      ticket.id,
    ))
  await answer(scene, { key: 'why', ...common, people }, ticket.id)
}

async function whoIs({ tx }: Scene, ticket: Ticket, part: string): Promise<readonly string[]> {
  const room = roomOf(part)
  if (!room) return (await namedPeople(tx, ticket, [part])).map(({ name }) => name)
  const chat = await tx.chats.get(room.id)
  return chat ? [chat.title] : []
}

/** By number, by the card replied to, or the asker's own latest one. */
async function ticketOf(
  { tx, community, actor }: Scene,
  typed: TypedCommand,
  about: Ticket | null,
): Promise<Ticket | null> {
  if (typed.ticket !== null) return tx.tickets.lockByNumber(community.id, typed.ticket)
  if (about) return about
  return actor.userId === null ? null : tx.tickets.latestOf(community.id, actor.userId)
}
