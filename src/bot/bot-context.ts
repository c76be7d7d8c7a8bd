import type { Context } from 'telegraf'
import type { Instant } from '../domain/ids.ts'
import type { WireUpdate } from './wire-message.ts'

/** What travels with an update through the features. */
export interface UpdateState {
  readonly inboxId: number
  readonly receivedAt: Instant
  /** False: no feature wanted it, and its row is still to be settled. */
  taken: boolean
}

export interface BotContext extends Context {
  readonly state: { readonly row: UpdateState }
}

/** The update as the mapping reads it: Telegram's union opened up. */
export function wireUpdate(context: Pick<Context, 'update'>): WireUpdate {
  return context.update as unknown as WireUpdate
}
