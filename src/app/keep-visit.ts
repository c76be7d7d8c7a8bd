import { mayVisit } from '../domain/grid/grid.ts'
import type { TypedCommand } from '../nlu/meaning.ts'
import { meaningOf } from './meaning-of.ts'
import { answer, answerNo, type Scene } from './scene.ts'

/** How many visits 走访 alone tells of. */
const listed = 5

/**
 * 走访 3号楼2单元501 老人身体好, 走访 128: a visit is kept for whoever made it. What was found there is answered nowhere, and in a group
 * not even at which door it was. 走访 alone, in private, tells the latest of one's own.
 */
export async function keepVisit(scene: Scene, typed: TypedCommand): Promise<void> {
  const { tx, message, community, actor, chat, now } = scene
  if (actor.userId === null || !mayVisit(actor.roles)) return answerNo(scene, { code: 'visitors-only' })
  if (chat?.role === 'residents') return answerNo(scene, { code: 'grid-in-private' })
  if (typed.text === null && typed.ticket === null) {
    if (chat) return answerNo(scene, { code: 'grid-in-private' })
    const visits = await tx.visits.latest(community.id, actor.userId, listed)
    return void (await answer(scene, { key: 'visits', visits }))
  }
  const text = typed.text ?? ''
  const ticket = typed.ticket === null ? null : await tx.tickets.lockByNumber(community.id, typed.ticket)
  if (typed.ticket !== null && !ticket) return answerNo(scene, { code: 'unknown-ticket', number: typed.ticket })
  const said = (await meaningOf(scene, text)).place
  const { building, unit, room } = said.building === null && ticket ? ticket.place : said
  if (building === null && !ticket) return answerNo(scene, { code: 'visit-needs' })
  const known = (await tx.communities.buildings(community.id)).map(({ name }) => name)
  if (building !== null && known.length > 0 && !known.includes(building))
    return answerNo(scene, { code: 'visit-needs' })
  await tx.visits.keep({
    ...{ communityId: community.id, ticketId: ticket?.id ?? null, userId: actor.userId },
    ...{ building, unit, room, text, at: now, chatId: message.chatId, messageId: message.messageId },
  })
  await answer(scene, {
    key: 'visit-kept',
    number: ticket?.number ?? null,
    place: { building, unit: chat ? null : unit, floor: null, room: chat ? null : room, spot: null },
    inGroup: chat !== null,
  })
}
