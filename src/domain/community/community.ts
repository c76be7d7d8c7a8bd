import type { ChatId, Language, UserId } from '../ids.ts'
import type { ChatRole, Role } from './role.ts'

/** The tenant: everything belongs to exactly one community. */
export interface Community {
  readonly id: number
  readonly name: string
  /** IANA zone, e.g. Asia/Shanghai. */
  readonly timezone: string
  readonly language: Language
  readonly households: number | null
  /** The policy new tickets are opened under. */
  readonly policyVersion: number
}

export interface Building {
  readonly name: string
  readonly units: number | null
  readonly floors: number | null
  readonly households: number | null
  /** Handover date (竣工验收), YYYY-MM-DD. */
  readonly handover: string | null
  /** Years its structure was designed for; left out or null: as most houses, see responsibility/warranty. */
  readonly designLife?: number | null
  /** Name of the grid worker who looks after it. */
  readonly grid: string | null
}

/** A Telegram chat bound to a community. `suspended`: the bot was removed or may not write there. */
export interface BoundChat {
  readonly id: ChatId
  readonly communityId: number
  readonly role: ChatRole
  readonly title: string
  readonly buildings: readonly string[]
  readonly threadId: number | null
  readonly status: 'active' | 'suspended'
  readonly canDelete: boolean
}

/** A named person of a community with one of their roles; a person with two roles is two rows. */
export interface Appointment {
  readonly userId: UserId
  readonly name: string
  readonly role: Role
  readonly trades: readonly string[]
  /** E.g. 书记 or 街道: what `secretary` and `street` on the ladder look for. */
  readonly title: string | null
}
