import type { Person } from '../domain/ticket/actor.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { peopleOf } from './actor-of.ts'
import type { AppDeps } from './app.ts'
import type { Change } from './change.ts'
import { chatsThatMustHear } from './chats-for.ts'
import { mentionOf } from './mention-of.ts'
import type { Tx } from './ports.ts'
import { post, say } from './post.ts'
import { tellStaff } from './tell-staff.ts'

type Escalated = Extract<TicketEvent, { type: 'escalated' }>

const inTheWork = ['assignee', 'manager', 'staff']

/**
 * One rung of the ladder: assignee and manager in the staff chat, the committee by a card of its own, the secretary, the
 * street office or a named person by name in the committee's chat.
 */
export async function escalate(tx: Tx, deps: AppDeps, change: Change, event: Escalated): Promise<void> {
  if (event.notify.some((part) => inTheWork.includes(part))) await nameTheManager(tx, deps, change, event)
  if (event.notify.includes('committee')) await callTheCommittee(tx, deps, change, event)
  const above = event.notify.filter((part) => part !== 'committee' && !inTheWork.includes(part))
  if (above.length > 0) await callByName(tx, deps, change, event, above)
}

async function nameTheManager(tx: Tx, deps: AppDeps, change: Change, event: Escalated): Promise<void> {
  const { after } = change
  const managers = event.notify.includes('manager') ? await peopleOf(tx, after.communityId, 'manager') : []
  await tellStaff(
    tx,
    deps,
    change,
    {
      key: 'overdue',
      ticket: mentionOf(after),
      clock: event.clock,
      due: event.due,
      managers,
      assignee: after.assignee,
      outage: event.late,
    },
    'escalation',
  )
}

async function callTheCommittee(tx: Tx, deps: AppDeps, { after, at }: Change, event: Escalated): Promise<void> {
  for (const to of await chatsThatMustHear(tx, after, 'committee')) {
    await post(
      tx,
      deps,
      {
        communityId: after.communityId,
        to,
        ticketId: after.id,
        body: { kind: 'card', audience: 'committee' },
        purpose: 'escalation',
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
  const { after, at } = change
  const named = await namedPeople(tx, after, parts)
  for (const to of await chatsThatMustHear(tx, after, 'committee')) {
    await say(
      tx,
      deps,
      {
        key: 'secretary',
        ticket: mentionOf(after),
        clock: event.clock,
        due: event.due,
        named,
        repeat: event.repeat,
        outage: event.late,
      },
      {
        communityId: after.communityId,
        to,
        ticketId: after.id,
        purpose: 'escalation',
        key: `secretary/${after.id}/${to.chatId}/${after.cycle}/${event.clock}/${event.level}/${event.repeat}`,
      },
      at,
    )
  }
}

const titles: Readonly<Record<string, readonly string[]>> = {
  secretary: ['secretary', '书记'],
  street: ['street', '街道'],
}

/** Secretary and street contact by their title; a role by all who hold it; anything else by name. */
async function namedPeople(tx: Tx, ticket: Ticket, parts: readonly string[]): Promise<readonly Person[]> {
  const everybody = await tx.people.list(ticket.communityId)
  const found = new Map<number, Person>()
  for (const part of parts) {
    const wanted = titles[part]
    const matches = everybody.filter(({ name, role, title }) =>
      wanted
        ? wanted.some((word) => title?.includes(word) || (role === 'committee' && name.includes(word)))
        : role === part || name === part,
    )
    // A committee without a titled secretary is called by the names it has.
    const people =
      matches.length > 0 ? matches : part === 'secretary' ? everybody.filter(({ role }) => role === 'committee') : []
    for (const { userId, name } of people) found.set(userId, { id: userId, name })
  }
  return [...found.values()]
}
