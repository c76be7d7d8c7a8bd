import type { Instant } from '../domain/ids.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { TicketCommand } from '../domain/ticket/command.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import { isRecheckOpen, type Ticket } from '../domain/ticket/ticket.ts'
import { addDuration } from '../domain/time/duration.ts'
import type { CommandName, TypedCommand } from '../nlu/meaning.ts'
import { findPerson } from './find-person.ts'
import type { Tx } from './ports.ts'
import { recategorise } from './to-recategorise.ts'

/** Typed commands that act on one ticket; the rest ask for something to be shown. */
const ticketCommandNames = [
  'ack',
  'arrive',
  'resolve',
  'hold',
  'unhold',
  'assign',
  'handover',
  'promise',
  'note',
  'reject',
  'reopen',
  'merge',
  'split',
  'urge',
  'withdraw',
  'support',
  'supervise',
  'extend',
  'sendback',
  'categorise',
  'confirm',
  'unsolved',
  'rate',
] as const satisfies readonly CommandName[]

export function isTicketCommand(name: CommandName): name is (typeof ticketCommandNames)[number] {
  return (ticketCommandNames as readonly CommandName[]).includes(name)
}

/** 督办 without a named time: one working day. */
const supervisionDays = 1

/** The time by which a supervised matter must be done when the committee names none. */
export function defaultSupervisionDue(policy: Policy, now: Instant): Instant {
  return addDuration(policy.calendar, now, { days: supervisionDays, ms: 0 }, 'business')
}

/**
 * The time by which a matter that was sent back must be done when the committee names none: a working day, in an emergency
 * as long as the class gives to be there.
 */
export function defaultSentBackDue(policy: Policy, ticket: Ticket, now: Instant): Instant {
  const { onsite, acknowledge } = policy.classes[ticket.class]
  const emergency = ticket.urgency === 'emergency' ? (onsite ?? acknowledge) : null
  return emergency ? addDuration(policy.calendar, now, emergency, 'always') : defaultSupervisionDue(policy, now)
}

/** A typed line → the command it means. Looks up the person an assignment names. */
export async function toTicketCommand(
  tx: Tx,
  ticket: Ticket,
  typed: TypedCommand,
  policy: Policy,
  now: Instant,
): Promise<Outcome<TicketCommand>> {
  const { text, until, noSuchTime } = typed
  if (noSuchTime !== undefined) return refuse({ code: 'no-such-time', words: noSuchTime })
  switch (typed.name) {
    case 'ack':
      return accept({ type: 'acknowledge' })
    case 'arrive':
      return accept({ type: 'arrive' })
    case 'resolve':
      return accept({ type: 'resolve', text })
    case 'hold':
      return accept({ type: 'hold', party: typed.party ?? text, until, reason: reasonBeside(typed.party, text) })
    case 'unhold':
      return accept({ type: 'return' })
    case 'assign': {
      const name = typed.person ?? text
      if (name === null) return accept({ type: 'assign', to: null })
      const person = await findPerson(tx, ticket.communityId, name)
      return person.ok ? accept({ type: 'assign', to: person.value }) : person
    }
    case 'handover': {
      const colleague = typed.party === null ? null : await findPerson(tx, ticket.communityId, typed.party)
      // 转交给王师傅: that is work given to a colleague.
      if (colleague?.ok) return accept({ type: 'assign', to: colleague.value })
      return accept({ type: 'hand-over', receiver: typed.party, reason: text })
    }
    case 'promise':
      return accept({ type: 'promise', until })
    case 'note':
      return accept({ type: 'note', text: text ?? '' })
    case 'reject':
      return accept({ type: 'reject', reason: text })
    case 'reopen':
    case 'unsolved':
      return accept({ type: 'reopen', reason: text })
    case 'merge':
      return accept({ type: 'merge', into: typed.target })
    case 'split':
      return accept({ type: 'split' })
    case 'urge':
      return accept({ type: 'urge' })
    case 'withdraw':
      return accept({ type: 'withdraw', reason: text })
    case 'support':
      return accept({ type: 'support' })
    case 'supervise':
      return accept({
        type: 'supervise',
        supervisor: typed.person ?? text,
        due: until ?? defaultSupervisionDue(policy, now),
      })
    case 'extend':
      return accept({ type: 'extend', until, reason: text })
    case 'sendback':
      return accept({ type: 'send-back', reason: text, due: until ?? defaultSentBackDue(policy, ticket, now) })
    case 'categorise':
      return recategorise(ticket, text, policy)
    case 'confirm':
      return accept({ type: ticket.status === 'closed' && isRecheckOpen(ticket) ? 'still-fine' : 'confirm' })
    case 'rate':
      return accept({ type: 'rate', rating: typed.rating ?? 'satisfied' })
    default:
      return refuse({ code: 'unknown-ticket', number: typed.ticket })
  }
}

/** What a hold's line says beyond the party; the same words twice are no reason. */
function reasonBeside(party: string | null, text: string | null): string | null {
  return party === null || text === null || text.includes(party) ? null : text
}
