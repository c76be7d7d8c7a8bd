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

/** The next time somebody promised for this ticket: the earliest of what staff said and what the policy says. */
export function nextDue(ticket: Ticket, policy: Policy): Instant | null {
  const clocks = runningClocks(ticket, policy).map(({ due }) => due)
  const all = ticket.hold ? [...clocks, ticket.hold.until] : clocks
  return all.length === 0 ? null : Math.min(...all)
}
