import type { TicketCommandType } from './command.ts'
import type { TicketStatus } from './ticket.ts'

/** Who may ask for it: a role in the community, a standing on this ticket, any resident, or Huying itself. */
export type Who = 'staff' | 'manager' | 'committee' | 'grid' | 'reporter' | 'supporter' | 'anyone' | 'system'

export interface Transition {
  readonly from: readonly TicketStatus[]
  /** `same` leaves the status alone. */
  readonly to: TicketStatus | 'same'
  readonly who: readonly Who[]
  /** What the command must carry; without it the refusal names the missing part. */
  readonly needs: readonly ('until' | 'party' | 'reason' | 'assignee' | 'target' | 'text' | 'category' | 'receiver')[]
}

const active = ['open', 'acknowledged', 'held'] as const
const every = ['open', 'acknowledged', 'held', 'resolved', 'closed', 'rejected', 'withdrawn', 'merged'] as const
const crew = ['staff', 'manager'] as const

/** THE table: from × command → to, who may, what it needs. Everything not listed is refused. */
export const transitions: Readonly<Record<TicketCommandType, Transition>> = {
  acknowledge: { from: ['open'], to: 'acknowledged', who: crew, needs: [] },
  // Being there ends the wait, as finishing does.
  arrive: { from: active, to: 'acknowledged', who: crew, needs: [] },
  // Naming a time is taking the matter on, so a promise on an open ticket acknowledges it too.
  promise: { from: ['open', 'acknowledged'], to: 'acknowledged', who: crew, needs: ['until'] },
  // Waiting on somebody is a decision of the one who took it: holding acknowledges too.
  hold: { from: active, to: 'held', who: crew, needs: ['party', 'until'] },
  return: { from: ['held'], to: 'acknowledged', who: [...crew, 'system'], needs: [] },
  assign: { from: active, to: 'same', who: [...crew, 'committee'], needs: ['assignee'] },
  // Work given to a colleague is 转派; this leaves the firm's hands, and whoever was asked first goes on leading it.
  'hand-over': { from: active, to: 'same', who: [...crew, 'committee'], needs: ['receiver', 'reason'] },
  note: { from: every, to: 'same', who: ['anyone'], needs: ['text'] },
  attach: { from: every, to: 'same', who: ['anyone'], needs: [] },
  revise: { from: active, to: 'same', who: ['reporter'], needs: ['text'] },
  locate: { from: active, to: 'same', who: ['reporter', ...crew, 'grid'], needs: [] },
  support: { from: active, to: 'same', who: ['anyone'], needs: [] },
  urge: { from: active, to: 'same', who: ['reporter', 'supporter'], needs: [] },
  resolve: { from: active, to: 'resolved', who: crew, needs: [] },
  // Only the reporter's yes closes; a supporter's is recorded as an answer (see decide).
  confirm: { from: ['resolved'], to: 'closed', who: ['reporter', 'supporter'], needs: [] },
  rate: { from: ['resolved', 'closed'], to: 'closed', who: ['reporter', 'supporter'], needs: [] },
  // Rejected and closed matters can come back: an owner who disagrees must not need a new ticket.
  reopen: {
    from: ['resolved', 'closed', 'rejected'],
    to: 'open',
    who: ['reporter', 'supporter', 'manager', 'committee'],
    needs: [],
  },
  withdraw: { from: active, to: 'withdrawn', who: ['reporter'], needs: [] },
  reject: { from: active, to: 'rejected', who: crew, needs: ['reason'] },
  merge: { from: active, to: 'merged', who: crew, needs: ['target'] },
  // It goes on where it was, its clocks as if it had never been merged.
  split: { from: ['merged'], to: 'open', who: crew, needs: [] },
  supervise: { from: active, to: 'same', who: ['committee'], needs: ['until'] },
  extend: { from: active, to: 'same', who: ['committee'], needs: ['reason', 'until'] },
  'send-back': { from: active, to: 'same', who: ['committee'], needs: ['reason'] },
  recategorise: { from: active, to: 'same', who: [...crew, 'committee'], needs: ['category'] },
  clarify: { from: active, to: 'same', who: ['reporter', ...crew, 'grid', 'committee'], needs: [] },
  ask: { from: ['resolved', 'closed'], to: 'same', who: ['system'], needs: [] },
  'still-fine': { from: ['closed'], to: 'same', who: ['reporter'], needs: [] },
  expire: { from: ['resolved'], to: 'closed', who: ['system'], needs: [] },
  'break-promise': { from: active, to: 'same', who: ['system'], needs: [] },
  warn: { from: active, to: 'same', who: ['system'], needs: [] },
  escalate: { from: active, to: 'same', who: ['system'], needs: [] },
}
