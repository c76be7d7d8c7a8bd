import type { Category, Urgency } from '../category.ts'
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
  /** A time that no calendar has, as it was written. */
  | { readonly code: 'no-such-time'; readonly words: string }
  | { readonly code: 'until-past'; readonly until: Instant }
  | { readonly code: 'until-too-far'; readonly until: Instant; readonly latest: Instant }
  | { readonly code: 'too-soon'; readonly next: Instant }
  | { readonly code: 'own-ticket'; readonly number: number }
  | { readonly code: 'already-supported'; readonly number: number }
  | { readonly code: 'solver-may-not-answer' }
  | { readonly code: 'merge-into-itself'; readonly number: number }
  | {
      readonly code: 'same-category'
      readonly number: number
      readonly category: Category
      /** Where it was the urgency that was asked for. */
      readonly urgency?: Urgency
    }
  /** Less pressing: that is for the manager or the committee to say. */
  | { readonly code: 'urgency-kept'; readonly number: number }
  | { readonly code: 'unknown-category'; readonly words: string; readonly nearest: readonly Category[] }
  /** Why a matter is chased is for those who work on it and those who wait for it. */
  | { readonly code: 'not-yours'; readonly number: number }
  | { readonly code: 'not-with-committee'; readonly number: number }
  | { readonly code: 'already-with'; readonly number: number; readonly receiver: string }
  /** Handed on `times` times: the committee says whose it is. */
  | { readonly code: 'handed-over-enough'; readonly number: number; readonly times: number }
  | { readonly code: 'unknown-ticket'; readonly number: number | null }
  | { readonly code: 'unknown-person'; readonly name: string }
  | { readonly code: 'ambiguous-person'; readonly name: string; readonly candidates: readonly string[] }
  | { readonly code: 'button-expired' }
  /** Naming people and languages is for owners, admins and (for staff) managers. */
  | { readonly code: 'admins-only' }
  /** What is for those who do the work and those who watch over it. */
  | { readonly code: 'crew-only' }
  /** What only the property manager may ask for. */
  | { readonly code: 'manager-only' }
  /** Whoever has the calendar's address can read it: no group is told. */
  | { readonly code: 'calendar-in-private' }
  | { readonly code: 'swap-needs'; readonly part: 'day' | 'person' }
  | { readonly code: 'swap-in-staff-chat' }
  | { readonly code: 'swap-not-on-duty' }
  | { readonly code: 'swap-past' }
  | { readonly code: 'swap-with-himself' }
  /** Somebody has taken that shift over already. */
  | { readonly code: 'swap-settled'; readonly who: string }
  /** Several people are on duty then. */
  | { readonly code: 'swap-whose'; readonly among: readonly string[] }
  | { readonly code: 'swap-not-asked'; readonly who: string }
  /** The list of a grid is its worker's. */
  | { readonly code: 'grid-only' }
  /** Nothing of it belongs in a group. */
  | { readonly code: 'grid-in-private' }
  | { readonly code: 'visitors-only' }
  | { readonly code: 'visit-needs' }
  /** The same is asked of the same person, who has not answered yet. */
  | { readonly code: 'swap-asked-already'; readonly who: string }
  /** Announcing what is cut off is for those who answer for it. */
  | { readonly code: 'announcers-only' }
  | { readonly code: 'notice-in-staff-chat' }
  | { readonly code: 'notice-needs'; readonly part: 'utility' | 'time' | 'end' }
  /** Its time is past already. */
  | { readonly code: 'notice-past'; readonly until: Instant }
  /** A reply to a notice that says no new time, and neither that it is over nor called off. */
  | { readonly code: 'notice-unclear'; readonly draft: boolean }
  /** A question that was put to somebody else. */
  | { readonly code: 'not-asked' }

export type RefusalCode = Refusal['code']

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const accept = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refuse = (refusal: Refusal): Outcome<never> => ({ ok: false, refusal })
