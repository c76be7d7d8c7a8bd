import type { Category } from '../category.ts'
import type { Building } from '../community/community.ts'
import type { ChatRole, Role } from '../community/role.ts'
import type { DutyShift } from '../duty/roster.ts'
import type { ChatId, Language, UserId } from '../ids.ts'
import type { Policy } from './policy.ts'

export interface ChatEntry {
  readonly id: ChatId
  /** The topic of a forum group that the bot writes to (`topic` in the file); null: the main one. */
  readonly threadId: number | null
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
  readonly buildings: readonly Building[]
  readonly chats: readonly ChatEntry[]
  readonly people: readonly PersonEntry[]
  /** Rows of the duty roster, one for each day that a row of the file names. */
  readonly duty: readonly DutyShift[]
  readonly policy: Policy
}
