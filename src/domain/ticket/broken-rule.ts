import type { Instant } from '../ids.ts'
import { isAboveStaff, type Policy } from '../policy/policy.ts'
import { addDuration } from '../time/duration.ts'
import type { Envelope, TicketCommand } from './command.ts'
import { lowers, mayLower } from './recategorise.ts'
import type { Refusal } from './refusal.ts'
import type { Ticket } from './ticket.ts'
import { transitions } from './transitions.ts'

/** What the transition table says a command must carry and this one does not. */
export function missingPart(ticket: Ticket, command: TicketCommand): Refusal | null {
  const given: Record<string, unknown> = { ...command }
  const fields = {
    until: ['until', 'due'],
    party: ['party'],
    reason: ['reason'],
    assignee: ['to'],
    target: ['into'],
    text: ['text'],
    category: ['category'],
    receiver: ['receiver'],
  }
  for (const part of transitions[command.type].needs) {
    const there = fields[part].some(
      (field) => given[field] !== null && given[field] !== undefined && given[field] !== '',
    )
    if (!there) return { code: 'needs', command: command.type, part, number: ticket.number }
  }
  return null
}

/** The rules that a table cannot say; null where none is broken. */
export function brokenRule(
  ticket: Ticket,
  command: TicketCommand,
  { actor, at, standing }: Envelope,
  policy: Policy,
): Refusal | null {
  switch (command.type) {
    case 'promise':
    case 'hold':
      return outOfRange(command.until, at, at + policy.holdMax.days * DAY + policy.holdMax.ms)
    case 'supervise':
      return outOfRange(command.due, at, addDuration(policy.calendar, at, policy.extendMax, 'business'))
    case 'extend':
      return outOfRange(command.until, at, addDuration(policy.calendar, at, policy.extendMax, 'business'))
    case 'send-back':
      if (!withCommittee(ticket, policy)) return { code: 'not-with-committee', number: ticket.number }
      return outOfRange(command.due, at, addDuration(policy.calendar, at, policy.extendMax, 'business'))
    case 'recategorise':
      if (command.category === ticket.category && (command.urgency ?? ticket.urgency) === ticket.urgency)
        return {
          ...{ code: 'same-category', number: ticket.number, category: ticket.category },
          ...(command.named && { urgency: ticket.urgency }),
        }
      return lowers(ticket, command) && !mayLower(actor) ? { code: 'urgency-kept', number: ticket.number } : null
    case 'hand-over':
      return handedTooOften(ticket, command, actor, policy)
    case 'support':
      if (standing.reporter) return { code: 'own-ticket', number: ticket.number }
      return standing.supporter ? { code: 'already-supported', number: ticket.number } : null
    case 'urge': {
      const next = ticket.urgedAt === null ? at : ticket.urgedAt + policy.urgeEvery.days * DAY + policy.urgeEvery.ms
      return next > at ? { code: 'too-soon', next } : null
    }
    case 'confirm':
    case 'rate':
      // Whoever finished the work does not grade it, even where he also reported it.
      return ticket.resolution?.by.id === actor.userId ? { code: 'solver-may-not-answer' } : null
    case 'merge':
      return command.into === ticket.number ? { code: 'merge-into-itself', number: ticket.number } : null
    default:
      return null
  }
}

/** Not to whoever has it, and by staff only as often as the policy says; then the committee says whose it is. */
function handedTooOften(
  { number, handedOver }: Ticket,
  { receiver }: Extract<TicketCommand, { type: 'hand-over' }>,
  { roles }: Envelope['actor'],
  policy: Policy,
): Refusal | null {
  const trail = handedOver?.trail ?? []
  if (receiver !== null && trail.at(-1) === receiver) return { code: 'already-with', number, receiver }
  const times = trail.length
  return times >= policy.handoverMax && !roles.includes('committee')
    ? { code: 'handed-over-enough', number, times }
    : null
}

const DAY = 86_400_000

/** Only what lies on the committee's table can be sent back, so that sending back never silences a ladder twice running. */
function withCommittee(ticket: Ticket, policy: Policy): boolean {
  if (ticket.supervision) return true
  return policy.ladder.some(({ level, notify }) => level <= ticket.level && isAboveStaff(notify))
}

function outOfRange(until: Instant | null, at: Instant, latest: Instant): Refusal | null {
  if (until === null) return null
  if (until <= at) return { code: 'until-past', until }
  return until > latest ? { code: 'until-too-far', until, latest } : null
}
