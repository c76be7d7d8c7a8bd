import type { Instant } from '../ids.ts'
import type { TicketCommandType } from './command.ts'
import type { TicketStatus } from './ticket.ts'
import type { Transition, Who } from './transitions.ts'

/** A polite no, as a value: code and parameters; the words in both languages are in messages/. */
export type Refusal =
  | { readonly code: 'not-allowed'; readonly command: TicketCommandType; readonly who: readonly Who[] }
  | {
      readonly code: 'wrong-status'
      readonly command: TicketCommandType
      readonly status: TicketStatus
      readonly number: number
    }
  | {
      readonly code: 'needs'
      readonly command: TicketCommandType
      readonly part: Transition['needs'][number]
      readonly number: number
    }
  | { readonly code: 'until-past'; readonly until: Instant }
  | { readonly code: 'until-too-far'; readonly until: Instant; readonly latest: Instant }
  | { readonly code: 'too-soon'; readonly next: Instant }
  | { readonly code: 'own-ticket'; readonly number: number }
  | { readonly code: 'already-supported'; readonly number: number }
  | { readonly code: 'solver-may-not-answer' }
  | { readonly code: 'merge-into-itself'; readonly number: number }
  | { readonly code: 'unknown-ticket'; readonly number: number | null }
  | { readonly code: 'unknown-person'; readonly name: string }
  | { readonly code: 'ambiguous-person'; readonly name: string; readonly candidates: readonly string[] }
  | { readonly code: 'button-expired' }
  /** Naming people and languages is for owners, admins and (for staff) managers. */
  | { readonly code: 'admins-only' }
  /** A question that was put to somebody else. */
  | { readonly code: 'not-asked' }

export type RefusalCode = Refusal['code']

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const accept = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refuse = (refusal: Refusal): Outcome<never> => ({ ok: false, refusal })
