import type { RecordedEvent } from '../domain/ticket/event.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { mentionOf } from './mention-of.ts'
import { say } from './post.ts'
import type { Press } from './press.ts'

/** 看经过: what happened to the ticket, for those who work on it. A private matter shows its steps, not its words. */
export async function sayHistory(
  { tx, deps, row, actor, now }: Press,
  ticket: Ticket,
): Promise<Outcome<number | null>> {
  if (actor.roles.length === 0)
    return refuse({ code: 'not-allowed', command: 'note', who: ['staff', 'manager', 'committee'] })
  const history = await tx.tickets.history(ticket.id)
  await say(
    tx,
    deps,
    { key: 'history', ticket: mentionOf(ticket), history: ticket.private ? history.map(withoutWords) : history },
    {
      communityId: ticket.communityId,
      to: { chatId: row.chatId, threadId: row.threadId },
      ticketId: ticket.id,
      purpose: 'reply',
      replyTo: row.messageId,
      key: `history/${ticket.id}/${ticket.version}/${row.chatId}`,
    },
    now,
  )
  return accept(ticket.number)
}

function withoutWords(recorded: RecordedEvent): RecordedEvent {
  return recorded.event.type === 'noted' ? { ...recorded, event: { ...recorded.event, text: '…' } } : recorded
}
