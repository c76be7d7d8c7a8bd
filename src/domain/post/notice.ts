import type { Category, Place } from '../category.ts'
import type { ChatRole, Role } from '../community/role.ts'
import type { Instant } from '../ids.ts'
import type { Person } from '../ticket/actor.ts'
import type { RecordedEvent } from '../ticket/event.ts'
import type { Refusal } from '../ticket/refusal.ts'
import type { ClockName, TicketStatus } from '../ticket/ticket.ts'

/** What a one-line mention of a ticket needs. No private detail: `place` stops at the unit. */
export interface TicketMention {
  readonly number: number
  readonly category: Category
  readonly place: Place
  readonly status: TicketStatus
  readonly private: boolean
}

/** One-off messages: each has a text in both languages under its key. Everything else is a card, edited in place. */
export type Notice =
  // Staff chat
  | {
      readonly key: 'warned'
      readonly ticket: TicketMention
      readonly clock: ClockName
      readonly due: Instant
      readonly assignee: Person | null
    }
  | {
      readonly key: 'overdue'
      readonly ticket: TicketMention
      readonly clock: ClockName
      readonly due: Instant
      readonly managers: readonly Person[]
      readonly assignee: Person | null
      readonly outage: boolean
    }
  | {
      readonly key: 'returned'
      readonly ticket: TicketMention
      readonly party: string
      readonly assignee: Person | null
    }
  | { readonly key: 'assigned'; readonly ticket: TicketMention; readonly to: Person; readonly by: string }
  | { readonly key: 'urged'; readonly ticket: TicketMention; readonly times: number; readonly due: Instant | null }
  | {
      readonly key: 'reopened'
      readonly ticket: TicketMention
      readonly reason: string | null
      /** Who asked for it: null for a resident, else the name of the manager or committee member. */
      readonly by: string | null
      readonly unsatisfied: boolean
      readonly managers: readonly Person[]
      readonly due: Instant | null
    }
  | { readonly key: 'supervised'; readonly ticket: TicketMention; readonly supervisor: string; readonly due: Instant }
  | { readonly key: 'extended'; readonly ticket: TicketMention; readonly until: Instant; readonly reason: string }
  // Committee chat
  | {
      readonly key: 'secretary'
      readonly ticket: TicketMention
      readonly clock: ClockName
      readonly due: Instant
      readonly named: readonly Person[]
      readonly repeat: number
      readonly outage: boolean
    }
  | { readonly key: 'chat-lost'; readonly title: string; readonly role: ChatRole }
  // Answers to people
  | { readonly key: 'refused'; readonly refusal: Refusal; readonly help: Person | null }
  | { readonly key: 'urge-passed'; readonly number: number; readonly due: Instant | null; readonly everyHours: number }
  | {
      readonly key: 'progress'
      readonly ticket: TicketMention
      readonly due: Instant | null
      readonly assignee: string | null
      readonly lastNote: string | null
      readonly history: readonly RecordedEvent[]
    }
  | { readonly key: 'mine'; readonly tickets: readonly TicketMention[] }
  | {
      readonly key: 'list'
      readonly tickets: readonly (TicketMention & { readonly due: Instant | null; readonly assignee: string | null })[]
      readonly total: number
    }
  | { readonly key: 'history'; readonly ticket: TicketMention; readonly history: readonly RecordedEvent[] }
  | {
      readonly key: 'help'
      readonly audience: ChatRole | 'direct'
      readonly roles: readonly Role[]
      readonly mentionOnly: boolean
      readonly bot: string
    }
  | { readonly key: 'did-you-mean'; readonly line: string }
  | { readonly key: 'write-here'; readonly community: string | null }
  | { readonly key: 'write-details'; readonly number: number }
  | { readonly key: 'details-kept'; readonly number: number }
  | { readonly key: 'told-privately'; readonly person: Person }
  | { readonly key: 'not-understood' }
  // Owner and set-up
  | { readonly key: 'owner-welcome'; readonly communities: readonly string[]; readonly bot: string }
  | { readonly key: 'claimed' }
  | { readonly key: 'claim-refused' }
  | { readonly key: 'community-made'; readonly name: string }
  | {
      readonly key: 'bind-code'
      readonly code: string
      readonly role: ChatRole
      readonly community: string
      readonly minutes: number
    }
  | {
      readonly key: 'bound'
      readonly community: string
      readonly role: ChatRole
      readonly canReadAll: boolean
      readonly bot: string
    }
  | {
      readonly key: 'bind-refused'
      readonly reason: 'unknown-code' | 'not-admin' | 'other-community' | 'not-owner' | 'no-community'
    }
  | { readonly key: 'appointed'; readonly name: string; readonly role: Role }
  | { readonly key: 'dismissed'; readonly name: string; readonly role: Role }
  | { readonly key: 'appoint-how' }
  | {
      readonly key: 'people'
      readonly people: readonly { readonly name: string; readonly role: Role; readonly trades: readonly string[] }[]
    }
  | { readonly key: 'chat-id'; readonly chat: number; readonly thread: number | null; readonly user: number }
  | { readonly key: 'language-set' }
  | { readonly key: 'privacy-mode'; readonly bot: string }
  | { readonly key: 'parked'; readonly count: number }

export type NoticeKey = Notice['key']
