import { runningClocks } from '../domain/escalation/clocks.ts'
import type { Purpose } from '../domain/post/purpose.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { peopleOf } from './actor-of.ts'
import type { AppDeps } from './app.ts'
import type { Change } from './change.ts'
import type { PostTarget } from './chats-for.ts'
import { escalate } from './escalate.ts'
import { mentionOf, nextDue } from './mention-of.ts'
import type { Tx } from './ports.ts'
import { post, show } from './post.ts'
import { tellStaff } from './tell-staff.ts'

/** Orders the messages that a change calls for: every standing card is shown anew; few events say something aloud. */
export async function followUp(tx: Tx, deps: AppDeps, change: Change): Promise<void> {
  await cancelWhatIsNoLongerTrue(tx, change)
  for (const event of change.events) await announce(tx, deps, change, event)
  await showCards(tx, change)
}

/** The purpose of a ticket's ordinary messages. */
export function cardPurpose(ticket: Ticket): Purpose {
  return ticket.urgency === 'emergency' ? 'emergency' : 'card'
}

async function showCards(tx: Tx, { before, after, at }: Change): Promise<void> {
  for (const row of await tx.posts.standing(after.id)) {
    // The question of an earlier try was answered then; it keeps its words.
    if (row.body.kind === 'callback' && row.body.cycle < before.cycle) continue
    await show(
      tx,
      {
        communityId: after.communityId,
        chatId: row.chatId,
        ticketId: after.id,
        postId: row.id,
        purpose: cardPurpose(after),
      },
      at,
    )
  }
}

const calming: readonly TicketEvent['type'][] = [
  'held',
  'resolved',
  'confirmed',
  'expired',
  'withdrawn',
  'rejected',
  'merged',
  'supervised',
  'extended',
  'reopened',
]

/** Nothing may go out that an answer has overtaken: what is decided but not sent is cancelled in the same commit. */
async function cancelWhatIsNoLongerTrue(tx: Tx, { after, events, at, policy }: Change): Promise<void> {
  const calmed = events.some(({ type }) => calming.includes(type))
  // An acknowledgement calms the response clock only: with the finish clock overdue, what was decided stays true.
  const acknowledged = events.some(({ type }) => type === 'acknowledged')
  const stillOverdue = runningClocks(after, policy).some(({ due }) => due <= at)
  if (calmed || (acknowledged && !stillOverdue)) await tx.outbox.cancel(after.id, ['escalation', 'reminder'])
}

async function announce(tx: Tx, deps: AppDeps, change: Change, event: TicketEvent): Promise<void> {
  const { after, actor, policy } = change
  const ticket = mentionOf(after)
  switch (event.type) {
    case 'assigned':
      // Whoever takes a matter himself knows it already.
      if (event.to.id !== actor.userId)
        await tellStaff(tx, deps, change, { key: 'assigned', ticket, to: event.to, by: actor.name }, 'reply')
      return
    case 'urged':
      return tellStaff(
        tx,
        deps,
        change,
        { key: 'urged', ticket, times: after.urges, due: nextDue(after, policy) },
        'reminder',
      )
    case 'returned':
      if (actor.system) {
        const party = change.before.hold?.party ?? ''
        await tellStaff(tx, deps, change, { key: 'returned', ticket, party, assignee: after.assignee }, 'reminder')
      }
      return
    case 'supervised':
      return tellStaff(
        tx,
        deps,
        change,
        { key: 'supervised', ticket, supervisor: event.supervisor, due: event.due },
        'escalation',
      )
    case 'extended':
      return tellStaff(tx, deps, change, { key: 'extended', ticket, until: event.until, reason: event.reason }, 'reply')
    case 'reopened':
      return tellStaff(
        tx,
        deps,
        change,
        {
          key: 'reopened',
          ticket,
          reason: event.reason,
          by: actor.roles.includes('manager') || actor.roles.includes('committee') ? actor.name : null,
          unsatisfied: change.events.some(({ type }) => type === 'rated'),
          managers: await peopleOf(tx, after.communityId, 'manager'),
          due: nextDue(after, policy),
        },
        'escalation',
      )
    case 'warned':
      return tellStaff(
        tx,
        deps,
        change,
        { key: 'warned', ticket, clock: event.clock, due: event.due, assignee: after.assignee },
        'reminder',
      )
    case 'escalated':
      return escalate(tx, deps, change, event)
    case 'resolved':
      return askBack(tx, deps, change)
    default:
      return
  }
}

/** The callback: whoever reported is asked whether it is solved, where he reported it. */
async function askBack(tx: Tx, deps: AppDeps, { after, at }: Change): Promise<void> {
  const to: PostTarget = { chatId: after.origin.chatId, threadId: after.origin.threadId }
  await post(
    tx,
    deps,
    {
      communityId: after.communityId,
      to,
      ticketId: after.id,
      body: { kind: 'callback', cycle: after.cycle },
      purpose: 'reply',
      replyTo: after.origin.messageId,
      key: `callback/${after.id}/${after.cycle}`,
    },
    at,
  )
}
