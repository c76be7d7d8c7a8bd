import type { Urgency } from '../category.ts'
import type { Person } from '../ticket/actor.ts'
import type { ClockName, Rating } from '../ticket/ticket.ts'
import type { Notice } from './notice.ts'

/** Who looks at a card: it decides what may be shown (a private matter is masked in the residents' chat). */
export type CardAudience = 'residents' | 'staff' | 'committee' | 'reporter' | 'grid'

/** Why the bot asks before it registers. `same`: an open ticket looks like the same matter. */
export type QuestionKind = 'maybe' | 'same'

/** What a prompt waits for: the reply to it completes this command on the post's ticket. */
export type PromptAction =
  | 'hold'
  | 'extend'
  | 'promise'
  | 'supplement'
  | 'reject'
  | 'assign'
  | 'reopen'
  | 'send-back'
  | 'recategorise'
  | 'hand-over'

/** `reminder`: put once more. `recheck`: asked again some time after it was closed. */
export type CallbackVariant = 'reminder' | 'recheck'

/** What a post shows. Rendered from the ticket as it is at the moment of sending, never from a copy. */
export type PostBody =
  | {
      readonly kind: 'card'
      readonly audience: CardAudience
      /** Called for much later than planned, because the system was down. */
      readonly outage?: boolean
    }
  | { readonly kind: 'callback'; readonly cycle: number; readonly variant?: CallbackVariant }
  | {
      readonly kind: 'question'
      readonly question: QuestionKind
      readonly about: string
      readonly number: number | null
      readonly own: boolean
    }
  | { readonly kind: 'prompt'; readonly action: PromptAction; readonly choices: readonly Choice[] }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'photos' }
  /** Many like reports, proposed to staff as one matter, and what became of it. */
  | { readonly kind: 'incident'; readonly incident: number }
  /** A notice of an interruption as it stands; `asked`: staff are asked whether it is over. `unknown`: buildings on nobody's list. */
  | {
      readonly kind: 'interruption'
      readonly interruption: number
      readonly audience: 'residents' | 'staff' | 'asked'
      readonly unknown?: readonly string[]
    }
  | { readonly kind: 'digest'; readonly of: DigestKind; readonly items: readonly DigestItem[] }
  /** `period` is a label such as '2026-W47', '2026-11' or '2026-Q4'. */
  | { readonly kind: 'summary'; readonly period: string; readonly audience: 'residents' | 'staff' | 'committee' }
  /** The committee's tables of the same period, as files. */
  | { readonly kind: 'summary-files'; readonly period: string }

/** What is gathered after an outage: reminders and overdue matters for staff, matters that call the committee. */
export type DigestKind = 'warned' | 'overdue' | 'committee'

export interface DigestItem {
  readonly ticketId: number
  readonly number: number
  /** The clock a warning is about; null where whatever is overdue counts. */
  readonly clock: ClockName | null
  /** Whom the ladder calls by name. */
  readonly named: readonly Person[]
}

/** One button of a prompt: a label and the argument its press carries. */
export interface Choice {
  readonly label: string
  readonly arg: string
}

/** Every action a button can carry. The token in front of it says which post it stands on; see bot/callback-data. */
export const buttonActions = [
  'support',
  'supplement',
  'not-report',
  'ack',
  'arrive',
  'hold',
  'assign',
  'resolve',
  'promise',
  'assign-to',
  'supervise',
  'extend',
  'send-back',
  'recategorise',
  'category-to',
  'urgency-to',
  'history',
  'photos',
  'place',
  'solved',
  'unsolved',
  'still-fine',
  'rate',
  'register',
  'dismiss',
  'join',
  'separate',
  'delete-original',
  'urge',
  'open',
  'swap-yes',
  'swap-no',
  'notice-publish',
  'notice-edit',
  'notice-drop',
  'notice-back',
  'notice-not-yet',
  'notice-cancel',
  'not-this',
  'still-out',
  'clarify',
  'hand-over',
  'incident-join',
  'incident-dismiss',
  'incident-split',
] as const

export type ButtonAction = (typeof buttonActions)[number]

/** A button as drawn: an action with an argument of at most 24 ASCII characters, or a link. */
export type Button =
  | { readonly label: string; readonly action: ButtonAction; readonly arg?: string }
  | { readonly label: string; readonly url: string }

/** A post ready to be sent: HTML as Telegram reads it, its keyboard, and what it attaches. */
export interface Rendered {
  readonly html: string
  readonly keyboard: readonly (readonly Button[])[]
  /** The hint in the answer field where the post waits for a reply; null elsewhere. */
  readonly forceReply: string | null
}

/** The arguments that button `urgency-to` may carry. */
export const urgencies = ['normal', 'urgent', 'emergency'] as const satisfies readonly Urgency[]

/** The arguments that button `rate` may carry. */
export const ratings = ['satisfied', 'basically', 'unsatisfied'] as const satisfies readonly Rating[]
