import { defaultPolicy } from '../../src/domain/policy/default-policy.ts'
import type { Policy } from '../../src/domain/policy/policy.ts'
import type { Actor } from '../../src/domain/ticket/actor.ts'
import type { Envelope } from '../../src/domain/ticket/command.ts'
import type { Ticket, TicketStatus } from '../../src/domain/ticket/ticket.ts'
import { localToUtc } from '../../src/domain/time/zone.ts'

export const zone = 'Asia/Shanghai'

/** Wednesday 2026-11-18 10:00 in Shanghai, inside ordinary hours. */
export const wednesday10 = localToUtc(zone, '2026-11-18', '10:00')

export const policy: Policy = defaultPolicy(zone)

export const wang: Actor = { userId: 101, name: '王师傅', roles: ['staff'], system: false }
export const li: Actor = { userId: 201, name: '李经理', roles: ['manager'], system: false }
export const chen: Actor = { userId: 301, name: '陈书记', roles: ['committee'], system: false }
export const zhang: Actor = { userId: 401, name: '张女士', roles: [], system: false }

/** A whole repair ticket (#131, lamp in building 5) that tests change one thing of. */
export function buildTicket(change: Partial<Ticket> = {}): Ticket {
  const status: TicketStatus = change.status ?? 'open'
  const taken = status === 'open' ? null : { at: wednesday10 + 5 * 60_000, by: { id: 101, name: '王师傅' } }
  const done = status === 'resolved' || status === 'closed'
  return {
    id: 77,
    communityId: 1,
    number: 131,
    status,
    cycle: 1,
    policyVersion: 1,
    class: 'repair',
    category: 'power',
    urgency: 'normal',
    text: '5号楼1单元楼道灯不亮',
    place: { building: '5', unit: '1', floor: null, room: null, spot: null },
    needsPlace: false,
    private: false,
    reporter: { id: 401, name: '张女士' },
    reporterName: '张女士',
    origin: { chatId: -1001, messageId: 11, threadId: null, direct: false },
    openedAt: wednesday10,
    since: null,
    clockStart: wednesday10,
    acknowledged: taken,
    onSiteAt: null,
    assignee: taken?.by ?? null,
    promise: null,
    hold:
      status === 'held'
        ? { party: '灯具厂家', until: wednesday10 + 48 * 3_600_000, since: wednesday10, reason: null }
        : null,
    pauses: [],
    supervision: null,
    sentBack: null,
    handedOver: null,
    dueOverride: null,
    dueFrom: null,
    ladderFrom: null,
    resolution: done ? { text: '已换灯', by: { id: 101, name: '王师傅' }, at: wednesday10 + 3_600_000 } : null,
    closedAt: null,
    endReason: null,
    mergedInto: null,
    rating: null,
    supporters: 0,
    urges: 0,
    urgedAt: null,
    reopens: 0,
    known: null,
    lastNote: null,
    photos: 0,
    decidedSteps: [],
    level: 0,
    version: 1,
    ...change,
  }
}

/** An envelope for `actor` at the given instant. */
export function as(actor: Actor, at = wednesday10 + 600_000, standing: Partial<Envelope['standing']> = {}): Envelope {
  return { actor, at, standing: { reporter: actor.userId === 401, supporter: false, ...standing } }
}
