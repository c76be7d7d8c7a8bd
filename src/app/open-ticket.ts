import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import { watches } from './overdue.ts'
import type { PostRow } from './ports.ts'
import { post } from './post.ts'
import type { Press } from './press.ts'

/** A number under a digest or a list: the ticket's card, with its buttons, as a reply. Only numbers that stand there. */
export async function openTicket({ tx, deps, press, row, actor, communityId, now }: Press): Promise<Outcome<number>> {
  if (actor.roles.length === 0) return refuse({ code: 'crew-only' })
  const number = numbersOn(row).find((one) => String(one) === press.arg)
  const ticket = number === undefined ? null : await tx.tickets.lockByNumber(communityId, number)
  const chat = await tx.chats.get(row.chatId)
  // A residents' chat has no such list; data carried there from elsewhere opens nothing.
  if (!ticket || chat?.role === 'residents') return refuse({ code: 'button-expired' })
  await post(
    tx,
    deps,
    {
      communityId,
      to: { chatId: row.chatId, threadId: row.threadId },
      ticketId: ticket.id,
      body: { kind: 'card', audience: watches(actor, chat) ? 'committee' : 'staff' },
      purpose: 'reply',
      replyTo: row.messageId,
      key: `open/${row.id}/${ticket.id}/${ticket.version}`,
    },
    now,
  )
  return accept(ticket.number)
}

function numbersOn({ body }: PostRow): readonly number[] {
  if (body.kind === 'digest') return body.items.map(({ number }) => number)
  if (body.kind === 'notice' && body.notice.key === 'overdue-list') {
    return body.notice.tickets.map(({ ticket }) => ticket.number)
  }
  return []
}
