import { latenessOf } from '../domain/escalation/lateness.ts'
import { callsOf } from '../domain/escalation/told.ts'
import { roomOf } from '../domain/policy/policy.ts'
import type { DigestKind } from '../domain/post/body.ts'
import type { Notice } from '../domain/post/notice.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { peopleOf } from './actor-of.ts'
import type { AppDeps } from './app.ts'
import type { Change } from './change.ts'
import { chatsThatMustHear, type PostTarget } from './chats-for.ts'
import { mentionOf } from './mention-of.ts'
import { namedPeople } from './named-people.ts'
import { sayWhatNobodyHolds } from './nobody-holds.ts'
import { personOnDuty } from './on-duty.ts'
import type { Tx } from './ports.ts'
import { type PostOrder, post, say } from './post.ts'
import { tellStaff } from './tell-staff.ts'

type Escalated = Extract<TicketEvent, { type: 'escalated' }>

const inTheWork = ['assignee', 'manager', 'staff']

/**
 * One rung of the ladder: assignee and manager in the staff chat, the committee by a card of its own, the secretary, the
 * street office or a named person by name in the committee's chat, one chat by itself.
 */
export async function escalate(tx: Tx, deps: AppDeps, change: Change, event: Escalated): Promise<void> {
  if (event.saidWith !== undefined) return
  if (event.notify.some((part) => inTheWork.includes(part))) await nameTheManager(tx, deps, change, event)
  if (event.notify.includes('committee'))
    await callTheCommittee(tx, deps, change, event, await chatsThatMustHear(tx, change.after, 'committee'))
  for (const part of event.notify) await tellRoom(tx, deps, change, event, part)
  const above = event.notify.filter((part) => part !== 'committee' && !inTheWork.includes(part) && !roomOf(part))
  if (above.length > 0) await callByName(tx, deps, change, event, above)
  const called = event.notify.includes('manager') ? ['manager', ...above] : above
  await sayWhatNobodyHolds(tx, deps, change, called)
}

async function nameTheManager(tx: Tx, deps: AppDeps, change: Change, event: Escalated): Promise<void> {
  const notice = await overdueNotice(tx, change, event)
  await tellStaff(tx, deps, change, notice, 'escalation', gathering(event, change.after, 'overdue'))
}

async function overdueNotice(tx: Tx, { after, policy, at }: Change, event: Escalated): Promise<Notice> {
  const managers = event.notify.includes('manager') ? await peopleOf(tx, after.communityId, 'manager') : []
  // What nobody has taken is for whoever is on duty, beside the manager.
  const serving = after.assignee ? null : await personOnDuty(tx, after.communityId, after.category, at)
  return {
    key: 'overdue',
    ticket: mentionOf(after),
    clock: event.clock,
    due: event.due,
    late: latenessOf({ name: event.clock, due: event.due }, after, policy, at),
    managers: serving ? [...managers.filter(({ id }) => id !== serving.id), serving] : managers,
    assignee: after.assignee,
    outage: event.late,
  }
}

/** Held up by an outage, it waits for others like it; an emergency waits for nobody and goes before all of them. */
function gathering(event: Escalated, { urgency }: Ticket, kind: DigestKind): Pick<PostOrder, 'gather' | 'first'> {
  const first = urgency === 'emergency'
  return { first, gather: event.late && !first ? kind : null }
}

/** One chat by its number, where a step names it; where it is gone, the others of its role, for somebody must hear it. */
async function tellRoom(tx: Tx, deps: AppDeps, change: Change, event: Escalated, part: string): Promise<void> {
  const room = roomOf(part)
  if (!room) return
  const { after, at } = change
  const chat = await tx.chats.get(room.id)
  const usable = chat?.status === 'active' && chat.communityId === after.communityId
  const targets = usable
    ? [{ chatId: chat.id, threadId: chat.threadId }]
    : await chatsThatMustHear(tx, after, room.role)
  if (room.role === 'committee') return callTheCommittee(tx, deps, change, event, targets)
  const notice = await overdueNotice(tx, change, event)
  const { communityId, id: ticketId, cycle } = after
  for (const to of targets) {
    const key = `overdue/${ticketId}/${to.chatId}/${cycle}/${event.clock}/${event.level}/${event.repeat}`
    const order = {
      communityId,
      to,
      ticketId,
      purpose: 'escalation',
      ...gathering(event, after, 'overdue'),
      key,
    } as const
    await say(tx, deps, notice, order, at)
  }
}

async function callTheCommittee(
  tx: Tx,
  deps: AppDeps,
  { after, at }: Change,
  event: Escalated,
  targets: readonly PostTarget[],
): Promise<void> {
  for (const to of targets) {
    await post(
      tx,
      deps,
      {
        communityId: after.communityId,
        to,
        ticketId: after.id,
        body: { kind: 'card', audience: 'committee', ...(event.late && { outage: true }) },
        purpose: 'escalation',
        ...gathering(event, after, 'committee'),
        // A card for each time the committee is called, so that it is a new message and rings.
        key: `card/${after.id}/${to.chatId}/committee/${after.cycle}/${event.clock}/${event.level}/${event.repeat}`,
      },
      at,
    )
  }
}

async function callByName(
  tx: Tx,
  deps: AppDeps,
  change: Change,
  event: Escalated,
  parts: readonly string[],
): Promise<void> {
  const { after, at, policy } = change
  const named = await namedPeople(tx, after, parts)
  const history = await tx.tickets.history(after.id)
  for (const to of await chatsThatMustHear(tx, after, 'committee')) {
    await say(
      tx,
      deps,
      {
        key: 'secretary',
        ticket: mentionOf(after),
        clock: event.clock,
        due: event.due,
        late: latenessOf({ name: event.clock, due: event.due }, after, policy, at),
        named,
        repeat: callsOf(event.level, history) - 1,
        outage: event.late,
      },
      {
        communityId: after.communityId,
        to,
        ticketId: after.id,
        purpose: 'escalation',
        ...gathering(event, after, 'committee'),
        key: `secretary/${after.id}/${to.chatId}/${after.cycle}/${event.clock}/${event.level}/${event.repeat}`,
      },
      at,
    )
  }
}
