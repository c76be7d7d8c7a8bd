import type { Category } from '../category.ts'
import type { ChatId, Language, UserId } from '../ids.ts'
import type { Policy } from './policy.ts'

/** What a bound group chat is for. */
export const chatRoles = ['residents', 'staff', 'committee'] as const

export type ChatRole = (typeof chatRoles)[number]

/** What a person may do. */
export const roles = ['resident', 'staff', 'manager', 'grid', 'committee', 'owners', 'volunteer', 'admin'] as const

export type Role = (typeof roles)[number]

export interface BuildingEntry {
  readonly name: string
  readonly units: number | null
  readonly floors: number | null
  /** For figures per 100 households; null: not known. */
  readonly households: number | null
  /** 'YYYY-MM-DD', the start of every warranty; null: not known. */
  readonly handover: string | null
  /** The grid worker's name. */
  readonly grid: string | null
}

export interface ChatEntry {
  readonly id: ChatId
  /** The thread of a forum group that the bot writes to; null: the main one. */
  readonly topic: number | null
  readonly role: ChatRole
  readonly title: string | null
  /** Names of buildings; none means all of them. */
  readonly buildings: readonly string[]
}

export interface PersonEntry {
  readonly id: UserId
  readonly name: string
  readonly role: Role
  /** What he or she is called to; none means everything. */
  readonly trades: readonly Category[]
  /** Office held: 'secretary' (or 书记) and 'street' (or 街道) are the ladder's last addressees. */
  readonly title: string | null
}

/** A whole community as its operator describes it, with every default filled in. */
export interface CommunityFile {
  readonly community: {
    readonly name: string
    readonly timezone: string
    readonly language: Language
    readonly households: number | null
  }
  readonly buildings: readonly BuildingEntry[]
  readonly chats: readonly ChatEntry[]
  readonly people: readonly PersonEntry[]
  readonly policy: Policy
}
