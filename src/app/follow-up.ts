import { runningClocks } from '../domain/escalation/clocks.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import { transitions } from '../domain/ticket/transitions.ts'
import { peopleOf } from './actor-of.ts'
import type { AppDeps } from './app.ts'
import { askAgain, askBack } from './ask-back.ts'
import { cardPurpose } from './card-purpose.ts'
import type { Change } from './change.ts'
import { escalate } from './escalate.ts'
import { mentionOf, nextDue } from './mention-of.ts'
import type { Tx } from './ports.ts'
import { show, takeDown } from './post.ts'
import { refer } from './refer.ts'
import { tellGrid } from './tell-grid.ts'
import { tellStaff } from './tell-staff.ts'
import { warnTheCommittee } from './warn-the-committee.ts'

/** Orders the messages that a change calls for: every standing card is shown anew; few events say something aloud. */
export async function followUp(tx: Tx, deps: AppDeps, change: Change): Promise<void> {
  await cancelWhatIsNoLongerTrue(tx, change)
  await endPrompts(tx, change)
  for (const event of change.events) await announce(tx, deps, change, event)
  if (change.events.some(({ type }) => type === 'located' || type === 'recategorised'))
    await tellGrid(tx, deps, change.after, change.at)
  await showCards(tx, change)
}

async function showCards(tx: Tx, { before, after, events, at }: Change): Promise<void> {
  // Asking again changes nothing that a card says.
  if (events.every(({ type }) => type === 'asked')) return
  for (const row of await tx.posts.standing(after.id)) {
    // The question of an earlier try was answered then; it keeps its words.
    if (row.body.kind === 'callback' && row.body.cycle < before.cycle) continue
    // What may go out at most once is never sent by way of an edit.
    if (row.body.kind === 'callback' && row.body.variant !== undefined && row.messageId === null) continue
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

/** A question for what a command still needs goes when the command is possible no more. */
async function endPrompts(tx: Tx, { before, after, at }: Change): Promise<void> {
  if (before.status === after.status) return
  for (const row of await tx.posts.prompts(after.id)) {
    if (row.body.kind !== 'prompt' || row.body.action === 'supplement') continue
    if (!transitions[row.body.action].from.includes(after.status)) await takeDown(tx, row, at)
  }
}

const calming: readonly TicketEvent['type'][] = [
  'resolved',
  'confirmed',
  'expired',
  'withdrawn',
  'rejected',
  'merged',
  'supervised',
  'extended',
  'sentBack',
  'reopened',
]

/** Nothing may go out that an answer has overtaken: what is decided but not sent is cancelled in the same commit. */
async function cancelWhatIsNoLongerTrue(tx: Tx, { after, events, at, policy }: Change): Promise<void> {
  const calmed = events.some(({ type }) => calming.includes(type))
  // An acknowledgement calms the response clock only, a hold all but a time that the committee named, and another class may be
  // slower: with the finish clock overdue, what was decided stays true.
  const eased = events.some(({ type }) => ['acknowledged', 'held', 'recategorised'].includes(type))
  const stillOverdue = runningClocks(after, policy).some(({ due }) => due <= at)
  if (calmed || (eased && !stillOverdue)) await tx.outbox.cancel(after.id, ['escalation', 'reminder'])
}

async function announce(tx: Tx, deps: AppDeps, change: Change, event: TicketEvent): Promise<void> {
  const { after, actor, at, policy } = change
  const ticket = mentionOf(after)
  switch (event.type) {
    case 'assigned':
      // Whoever takes a matter himself knows it already.
      if (event.to.id !== actor.userId)
        await tellStaff(tx, deps, change, { key: 'assigned', ticket, to: event.to, by: actor.name }, 'reply')
      return
    case 'referred':
      return refer(tx, deps, change)
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
        const granted = after.dueOverride === null ? {} : { granted: after.dueOverride }
        const notice = { key: 'returned', ticket, party, assignee: after.assignee, ...granted } as const
        await tellStaff(tx, deps, change, notice, 'reminder')
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
    case 'sentBack':
      return tellStaff(
        tx,
        deps,
        change,
        {
          key: 'sent-back',
          ticket,
          reason: event.reason,
          by: event.by.name,
          due: event.due,
          managers: await peopleOf(tx, after.communityId, 'manager'),
        },
        'escalation',
      )
    case 'reopened':
      await warnTheCommittee(tx, deps, change)
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
        { gather: event.late && after.urgency !== 'emergency' ? 'warned' : null },
      )
    case 'escalated':
      return escalate(tx, deps, change, event)
    case 'asked':
      return askAgain(tx, deps, after, event.about, at)
    case 'resolved':
      return askBack(tx, deps, after, at)
    default:
      return
  }
}
