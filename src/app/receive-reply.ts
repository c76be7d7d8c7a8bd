import type { Place } from '../domain/category.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Meaning } from '../nlu/meaning.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { completePrompt } from './complete-prompt.ts'
import { meaningOf } from './meaning-of.ts'
import type { PostRow } from './ports.ts'
import { replyToInterruption } from './reply-to-interruption.ts'
import { runTypedCommand } from './run-typed-command.ts'
import { answerNo, type Scene } from './scene.ts'
import { clarifyByReply } from './show-who.ts'

/**
 * A reply: to a prompt it completes the command; to anything else of ours it is a command or a note on that ticket, its
 * pictures are attached (proof, when staff sends them). False when it is no reply to a ticket and must be read as usual.
 */
export async function receiveReply(scene: Scene): Promise<boolean> {
  const { tx, message, community } = scene
  if (!message.replyTo) return false
  const row = await tx.posts.byMessage(message.chatId, message.replyTo.messageId)
  if (row?.ticketId != null && row.communityId === community.id) {
    const ticket = await tx.tickets.lock(row.ticketId)
    if (!ticket) return false
    await aboutTicket(scene, ticket, row)
    return true
  }
  if (row && (await replyToInterruption(scene, row))) return true
  return replyToResident(scene, message.replyTo.messageId)
}

/** A reply to the resident's own message counts only when it is a command; people talk to each other there. */
async function replyToResident(scene: Scene, messageId: number): Promise<boolean> {
  const original = await scene.tx.messages.get(scene.message.chatId, messageId)
  const [ticketId] = original?.ticketIds ?? []
  if (ticketId === undefined) return false
  const meaning = await meaningOf(scene, scene.message.text, true)
  if (!meaning.command) return false
  await runTypedCommand(scene, meaning.command, await scene.tx.tickets.lock(ticketId))
  return true
}

async function aboutTicket(scene: Scene, ticket: Ticket, row: PostRow): Promise<void> {
  const { tx, message } = scene
  await tx.messages.put(
    {
      chatId: message.chatId,
      messageId: message.messageId,
      communityId: ticket.communityId,
      ticketIds: [ticket.id],
      mediaGroupId: message.mediaGroupId,
      attachments: message.attachments,
      authorId: message.author.userId,
    },
    scene.now,
  )
  const changed = message.attachments.length > 0 ? await attach(scene, ticket) : ticket
  if (message.text === null) return
  const { command } = await meaningOf(scene, message.text, true)
  // A whole command says what it wants; any other words are a note, unless the post waits for just such words.
  if (command && command.name !== 'note') return runTypedCommand(scene, command, changed)
  if (await clarifyByReply(scene, row, changed, message.text)) return
  if (row.body.kind === 'prompt' && (await completePrompt(scene, row, row.body.action, changed, message.text))) return
  const place = changed.needsPlace ? placeIn(await meaningOf(scene)) : null
  if (place) return act(scene, changed, { type: 'locate', place })
  // "收到" and "谢谢" are answers between people; there is nothing in them to keep.
  if (command) return act(scene, changed, { type: 'note', text: command.text ?? message.text })
}

async function attach(scene: Scene, ticket: Ticket): Promise<Ticket> {
  const { tx, deps, message, actor, now } = scene
  const proof = actor.roles.includes('staff') || actor.roles.includes('manager')
  const command = { type: 'attach', attachments: message.attachments, proof, text: null } as const
  const outcome = await actOnTicket(tx, deps, ticket, command, actor, now)
  return outcome.ok ? outcome.value : ticket
}

async function act(scene: Scene, ticket: Ticket, command: Parameters<typeof actOnTicket>[3]): Promise<void> {
  const { tx, deps, actor, now } = scene
  const outcome = await actOnTicket(tx, deps, ticket, command, actor, now)
  if (!outcome.ok) await answerNo(scene, outcome.refusal)
}

function placeIn(meaning: Meaning): Place | null {
  return meaning.place.building !== null || meaning.place.spot !== null ? meaning.place : null
}
