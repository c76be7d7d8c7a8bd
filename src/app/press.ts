import type { Instant } from '../domain/ids.ts'
import type { Actor } from '../domain/ticket/actor.ts'
import type { AppDeps } from './app.ts'
import type { ButtonPress } from './incoming.ts'
import type { PostRow, Tx } from './ports.ts'

/** A press with everything that was looked up for it. */
export interface Press {
  readonly tx: Tx
  readonly deps: AppDeps
  readonly press: ButtonPress
  readonly row: PostRow
  readonly communityId: number
  readonly actor: Actor
  readonly now: Instant
}
