import type { BoundChat } from '../domain/community/community.ts'
import type { ChatRole } from '../domain/community/role.ts'
import type { ChatId } from '../domain/ids.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Tx } from './ports.ts'

/** A place to post to: a chat and the topic in it. */
export interface PostTarget {
  readonly chatId: ChatId
  readonly threadId: number | null
}

/** The active chats of a role that look after the ticket's building; a chat without a building list looks after all. */
export function chatsFor(tx: Tx, ticket: Ticket, role: ChatRole): Promise<readonly PostTarget[]> {
  return chatsLookingAfter(tx, ticket.communityId, ticket.place.building, role)
}

/** The same for a building without a ticket; null: no building, or all. */
export async function chatsLookingAfter(
  tx: Tx,
  communityId: number,
  building: string | null,
  role: ChatRole,
): Promise<readonly PostTarget[]> {
  const chats = (await tx.chats.list(communityId, role)).filter(({ status }) => status === 'active')
  const near = chats.filter((chat) => looksAfter(chat, building))
  return (near.length > 0 ? near : chats).map(({ id, threadId }) => ({ chatId: id, threadId }))
}

/**
 * The same, but never silent while there is anybody at all: an escalation that finds no chat goes to the owners in
 * private. Somebody must hear it.
 */
export async function chatsThatMustHear(tx: Tx, ticket: Ticket, role: ChatRole): Promise<readonly PostTarget[]> {
  const chats = await chatsFor(tx, ticket, role)
  if (chats.length > 0) return chats
  return (await tx.people.owners()).map((owner) => ({ chatId: owner, threadId: null }))
}

function looksAfter(chat: BoundChat, building: string | null): boolean {
  return chat.buildings.length === 0 || (building !== null && chat.buildings.includes(building))
}
