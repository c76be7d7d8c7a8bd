import type { Inbox } from '../app/ports-of-delivery.ts'
import { chatIdOf, updateIdOf } from './wire-message.ts'

/** A raw update as the inbox takes it. */
export type InboxUpdate = Parameters<Inbox['accept']>[1][number]

/** Raw updates with the two things that the inbox keeps beside them; what has no number is no update and is left out. */
export function toInbox(updates: readonly unknown[]): readonly InboxUpdate[] {
  return updates.flatMap((payload) => {
    const updateId = updateIdOf(payload)
    return updateId === null ? [] : [{ updateId, chatId: chatIdOf(payload), payload }]
  })
}
