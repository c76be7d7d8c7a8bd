import type { Role } from '../community/role.ts'
import type { UserId } from '../ids.ts'

/** A person by Telegram id and the name people know them by. */
export interface Person {
  readonly id: UserId
  readonly name: string
}

/**
 * Who acts, as read from the database at the moment of acting (never from the message).
 * `userId` is null for the system and for anonymous admins and channels, which hold no role.
 */
export interface Actor {
  readonly userId: UserId | null
  readonly name: string
  readonly roles: readonly Role[]
  /** True for Huying itself: clocks, hold returns, auto-close. */
  readonly system: boolean
}

export const systemActor: Actor = { userId: null, name: 'Huying', roles: [], system: true }
