import { runningClocks } from '../domain/escalation/clocks.ts'
import type { Instant } from '../domain/ids.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { TicketMention } from '../domain/post/notice.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'

/** A ticket as one line mentions it; the place stops at the unit, so no notice ever names a household. */
export function mentionOf(ticket: Ticket): TicketMention {
  const { building, unit, spot } = ticket.place
  return {
    number: ticket.number,
    category: ticket.category,
    place: { building, unit, floor: null, room: null, spot: ticket.private ? null : spot },
    status: ticket.status,
    private: ticket.private,
  }
}

/** The earliest time that somebody promised for this ticket, past or to come: what staff said and what the policy says. */
export function nextDue(ticket: Ticket, policy: Policy): Instant | null {
  return earliest(promisedTimes(ticket, policy))
}

/** The earliest of them that is still ahead: what a resident may wait for. */
export function nextAhead(ticket: Ticket, policy: Policy, now: Instant): Instant | null {
  return earliest(promisedTimes(ticket, policy).filter((at) => at > now))
}

function promisedTimes(ticket: Ticket, policy: Policy): readonly Instant[] {
  const clocks = runningClocks(ticket, policy).map(({ due }) => due)
  return ticket.hold ? [...clocks, ticket.hold.until] : clocks
}

function earliest(instants: readonly Instant[]): Instant | null {
  return instants.length === 0 ? null : Math.min(...instants)
}
