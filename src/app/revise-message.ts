import { actOnTicket } from './act-on-ticket.ts'
import { meaningOf } from './meaning-of.ts'
import type { Scene } from './scene.ts'
import { takeReport } from './take-report.ts'

/**
 * An edited message: a revision of the ticket it made. Where it made none (chatter, or the edit overtook the original) the
 * new words are read as a message; the tie between message and ticket keeps the original from making a second one.
 */
export async function reviseMessage(scene: Scene): Promise<void> {
  const { tx, deps, message, actor, now } = scene
  const known = await tx.messages.get(message.chatId, message.messageId)
  const meaning = await meaningOf(scene)
  const [first, ...others] = known?.ticketIds ?? []
  if (first === undefined) {
    // A command is carried out when it is sent, not when it is corrected.
    if (meaning.kind !== 'command' && scene.chat?.role !== 'staff' && scene.chat?.role !== 'committee') {
      await takeReport(scene, meaning)
    }
    return
  }
  const ticket = await tx.tickets.lock(first)
  // With several tickets in one message nobody can say whose words changed: the text stays as it was reported.
  if (!ticket || others.length > 0 || message.text === null || message.text === ticket.text) return
  const place = meaning.place.building !== null || meaning.place.spot !== null ? meaning.place : null
  // A closed ticket keeps its text; a refusal needs no answer, since nobody asked for anything.
  await actOnTicket(tx, deps, ticket, { type: 'revise', text: message.text, place }, actor, now)
}
