import type { Instant } from '../ids.ts'
import type { Actor, Person } from './actor.ts'
import { pinText, viewable } from './attachment.ts'
import type { ReportCommand } from './command.ts'
import type { TicketEvent } from './event.ts'
import type { Ticket } from './ticket.ts'

/** The ticket that a report opens, with its first event. `id` and `number` come from the database. */
export function open(
  command: ReportCommand,
  identity: {
    readonly id: number
    readonly communityId: number
    readonly number: number
    readonly policyVersion: number
  },
  actor: Actor,
): { readonly ticket: Ticket; readonly event: TicketEvent } {
  const { type: _, ...report } = command
  const reporter: Person | null = actor.userId === null ? null : { id: actor.userId, name: actor.name }
  const openedAt: Instant = command.reportedAt
  const pin = pinText(command.attachments)
  const ticket: Ticket = {
    ...identity,
    status: 'open',
    cycle: 1,
    class: command.class,
    category: command.category,
    urgency: command.urgency,
    text: command.text,
    place: command.place,
    needsPlace: command.needsPlace,
    private: command.private,
    reporter,
    reporterName: actor.name,
    origin: command.origin,
    openedAt,
    since: command.since,
    clockStart: openedAt,
    acknowledged: null,
    onSiteAt: null,
    assignee: null,
    promise: null,
    hold: null,
    pauses: [],
    supervision: null,
    sentBack: null,
    handedOver: null,
    dueOverride: null,
    dueFrom: null,
    ladderFrom: null,
    resolution: null,
    closedAt: null,
    endReason: null,
    mergedInto: null,
    rating: null,
    supporters: 0,
    urges: 0,
    urgedAt: null,
    reopens: 0,
    known: null,
    lastNote: pin === null ? null : { text: pin, by: actor.name },
    photos: viewable(command.attachments),
    decidedSteps: [],
    level: 0,
    version: 1,
  }
  return { ticket, event: { type: 'reported', reporter, reporterName: actor.name, ...report } }
}
