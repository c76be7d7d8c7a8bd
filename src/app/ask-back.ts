import type { Instant } from '../domain/ids.ts'
import type { CallbackVariant } from '../domain/post/body.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { AppDeps } from './app.ts'
import { askedOf } from './asked-of.ts'
import type { Tx } from './ports.ts'
import { post } from './post.ts'

/**
 * The callback: reporter and supporters are asked whether it is solved, where it was reported. Where nobody is left to
 * ask, nothing is; the cards say so.
 */
export function askBack(tx: Tx, deps: AppDeps, ticket: Ticket, at: Instant): Promise<void> {
  return ask(tx, deps, ticket, null, at)
}

/**
 * Asks once more: after some time without an answer, or long after the matter was closed. As a reminder it goes out at
 * most once, whatever happens to Telegram's answer.
 */
export function askAgain(
  tx: Tx,
  deps: AppDeps,
  ticket: Ticket,
  about: 'callback' | 'recheck',
  at: Instant,
): Promise<void> {
  return ask(tx, deps, ticket, about === 'callback' ? 'reminder' : 'recheck', at)
}

async function ask(tx: Tx, deps: AppDeps, ticket: Ticket, variant: CallbackVariant | null, at: Instant): Promise<void> {
  const { reporter, others } = await askedOf(tx, ticket)
  if (!reporter && others === 0) return
  const { communityId, id: ticketId, cycle, origin } = ticket
  await post(
    tx,
    deps,
    {
      communityId,
      ticketId,
      to: { chatId: origin.chatId, threadId: origin.threadId },
      body: { kind: 'callback', cycle, ...(variant && { variant }) },
      purpose: variant === null ? 'reply' : 'reminder',
      replyTo: origin.messageId,
      key: `${variant ?? 'callback'}/${ticketId}/${cycle}`,
    },
    at,
  )
}
