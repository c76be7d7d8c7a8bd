import type { Notice } from '../domain/post/notice.ts'
import type { Actor } from '../domain/ticket/actor.ts'
import type { RecordedEvent } from '../domain/ticket/event.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { mentionOf } from './mention-of.ts'
import type { Tx } from './ports.ts'
import { say } from './post.ts'
import type { Press } from './press.ts'

/** 看经过: what happened to the ticket, for those who work on it. A private matter shows its steps, not its words. */
export async function historyOf(tx: Tx, ticket: Ticket, actor: Actor): Promise<Outcome<Notice>> {
  if (actor.roles.length === 0)
    return refuse({ code: 'not-allowed', command: 'note', who: ['staff', 'manager', 'committee'] })
  const history = await tx.tickets.history(ticket.id)
  return accept({
    key: 'history',
    ticket: mentionOf(ticket),
    history: ticket.private ? history.map(withoutWords) : history,
  })
}

/** The same where the button was pressed; once however often it is. */
export async function sayHistory(
  { tx, deps, row, actor, now }: Press,
  ticket: Ticket,
): Promise<Outcome<number | null>> {
  const notice = await historyOf(tx, ticket, actor)
  if (!notice.ok) return notice
  await say(
    tx,
    deps,
    notice.value,
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
