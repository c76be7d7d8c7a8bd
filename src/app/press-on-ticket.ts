import { categories, nowhere, type Place } from '../domain/category.ts'
import { type ButtonAction, type PromptAction, ratings, urgencies } from '../domain/post/body.ts'
import { authorize } from '../domain/ticket/authorize.ts'
import type { TicketCommand, TicketCommandType } from '../domain/ticket/command.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { transitions } from '../domain/ticket/transitions.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { peopleOf } from './actor-of.ts'
import { crewFor } from './crew-for.ts'
import { post, takeDown } from './post.ts'
import type { Press } from './press.ts'
import { sayHistory } from './say-history.ts'
import { clarify } from './show-who.ts'
import { recategoriseTo } from './to-recategorise.ts'
import { defaultSupervisionDue } from './to-ticket-command.ts'

/** What each button of a ticket's posts does. Answers the ticket's number. */
export async function pressOnTicket(
  scene: Press,
  ticket: Ticket,
  action: ButtonAction,
): Promise<Outcome<number | null>> {
  switch (action) {
    case 'hold':
    case 'extend':
    case 'promise':
    case 'assign':
    case 'send-back':
    case 'recategorise':
    case 'hand-over':
      return prompt(scene, ticket, action)
    case 'history':
      return sayHistory(scene, ticket)
    case 'clarify':
      return clarify(scene, ticket)
    case 'photos':
      return showPhotos(scene, ticket)
    case 'delete-original':
      return deleteOriginal(scene, ticket)
    case 'supplement':
      // The toast says how: reply to the card. No message in the group for it.
      return accept(ticket.number)
    default: {
      const command = await commandOf(scene, ticket, action)
      if (!command) return refuse({ code: 'button-expired' })
      const outcome = await actOnTicket(scene.tx, scene.deps, ticket, command, scene.actor, scene.now)
      if (!outcome.ok) return outcome
      if (choosing.includes(action)) await takeDown(scene.tx, scene.row, scene.now)
      return accept(ticket.number)
    }
  }
}

/** Buttons of a question, which goes with the answer. */
const choosing: readonly ButtonAction[] = ['assign-to', 'category-to', 'urgency-to']

async function commandOf(scene: Press, ticket: Ticket, action: ButtonAction): Promise<TicketCommand | null> {
  const { tx, press, actor, now } = scene
  switch (action) {
    case 'ack':
      return { type: 'acknowledge' }
    case 'arrive':
      return { type: 'arrive' }
    case 'resolve':
      return { type: 'resolve', text: null }
    case 'support':
      return { type: 'support' }
    case 'urge':
      return { type: 'urge' }
    case 'solved':
      return { type: 'confirm' }
    case 'still-fine':
      return { type: 'still-fine' }
    case 'unsolved':
      return { type: 'reopen', reason: null }
    case 'rate': {
      const rating = ratings.find((one) => one === press.arg)
      return rating ? { type: 'rate', rating } : null
    }
    case 'not-report':
      // The reporter takes his own words back; staff refuse the matter, and say why.
      return ticket.reporter?.id === actor.userId
        ? { type: 'withdraw', reason: '不是报修' }
        : { type: 'reject', reason: '不是报修' }
    case 'supervise': {
      const policy = await tx.communities.policy(ticket.communityId, ticket.policyVersion)
      return { type: 'supervise', supervisor: actor.name, due: defaultSupervisionDue(policy, now) }
    }
    case 'place': {
      const place = await placeOf(scene, ticket)
      return place && { type: 'locate', place }
    }
    case 'category-to': {
      const category = categories.find((one) => one === press.arg)
      if (!category) return null
      const policy = await tx.communities.policy(ticket.communityId, ticket.policyVersion)
      return recategoriseTo(ticket, category, policy)
    }
    case 'urgency-to': {
      const urgency = urgencies.find((one) => one === press.arg)
      if (!urgency) return null
      const policy = await tx.communities.policy(ticket.communityId, ticket.policyVersion)
      return recategoriseTo(ticket, ticket.category, policy, urgency)
    }
    case 'assign-to': {
      const chosen = (await peopleOf(tx, ticket.communityId, 'staff')).find(({ id }) => String(id) === press.arg)
      return chosen ? { type: 'assign', to: chosen } : null
    }
    default:
      return null
  }
}

async function placeOf({ tx, press }: Press, ticket: Ticket): Promise<Place | null> {
  if (press.arg === 'public') return { ...nowhere, spot: '公共区域' }
  const building = (await tx.communities.buildings(ticket.communityId))[Number(press.arg)]
  return building ? { ...ticket.place, building: building.name } : null
}

const prompts = {
  hold: 'hold',
  extend: 'extend',
  promise: 'promise',
  assign: 'assign',
  'send-back': 'send-back',
  recategorise: 'recategorise',
  'hand-over': 'hand-over',
} as const satisfies Partial<Record<ButtonAction, TicketCommandType & PromptAction>>

/** Asks for what the command still needs. Who may not give it is told at once, before he writes. */
async function prompt(scene: Press, ticket: Ticket, action: keyof typeof prompts): Promise<Outcome<number | null>> {
  const { tx, deps, row, actor, now } = scene
  const command = prompts[action]
  const { who, from } = transitions[command]
  if (!authorize(who, { actor, at: now, standing: { reporter: false, supporter: false } })) {
    return refuse({ code: 'not-allowed', command, who })
  }
  if (!from.includes(ticket.status))
    return refuse({ code: 'wrong-status', command, status: ticket.status, number: ticket.number })
  const choices =
    action === 'assign'
      ? (await crewFor(tx, ticket, now)).map(({ id, name }) => ({ label: name, arg: String(id) }))
      : []
  await post(
    tx,
    deps,
    {
      communityId: ticket.communityId,
      to: { chatId: row.chatId, threadId: row.threadId },
      ticketId: ticket.id,
      body: { kind: 'prompt', action, choices },
      purpose: 'reply',
      replyTo: row.messageId,
      // A storm of presses asks once; after the ticket has moved on it may be asked again.
      key: `prompt/${ticket.id}/${action}/${ticket.version}/${row.chatId}`,
    },
    now,
  )
  return accept(ticket.number)
}

async function showPhotos({ tx, deps, row, actor, now }: Press, ticket: Ticket): Promise<Outcome<number | null>> {
  if (actor.roles.length === 0) return refuse({ code: 'not-allowed', command: 'attach', who: ['staff', 'committee'] })
  await post(
    tx,
    deps,
    {
      communityId: ticket.communityId,
      to: { chatId: row.chatId, threadId: row.threadId },
      ticketId: ticket.id,
      body: { kind: 'photos' },
      purpose: 'reply',
      replyTo: row.messageId,
      key: `photos/${ticket.id}/${row.chatId}/${ticket.photos}`,
    },
    now,
  )
  return accept(ticket.number)
}

/** Offered for private matters: the reporter may have his own words taken out of the group. */
async function deleteOriginal({ tx, press, actor, now }: Press, ticket: Ticket): Promise<Outcome<number | null>> {
  if (ticket.reporter === null || ticket.reporter.id !== actor.userId) {
    return refuse({ code: 'not-allowed', command: 'withdraw', who: ['reporter'] })
  }
  await tx.outbox.add(
    {
      communityId: ticket.communityId,
      chatId: press.chatId,
      ticketId: ticket.id,
      op: { kind: 'delete-message', messageId: ticket.origin.messageId },
      purpose: 'reply',
      notBefore: null,
      dedupeKey: `delete-original/${ticket.id}`,
    },
    now,
  )
  return accept(ticket.number)
}
