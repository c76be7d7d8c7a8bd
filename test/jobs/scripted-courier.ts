import type { Courier, CourierOutcome, Destination } from '../../src/app/courier.ts'

/** One request as the peer saw it. */
export interface Heard {
  readonly what: 'send' | 'edit' | 'picture' | 'media' | 'delete' | 'leave' | 'pin' | 'unpin'
  readonly chatId: number
  readonly threadId: number | null
  readonly replyTo: number | null
  readonly messageId: number | null
  readonly text: string
}

/**
 * Telegram in memory: keeps what it heard in order. `answers` are given first, one for each request; then it accepts
 * everything, with message ids from 1001 upwards.
 */
export function scriptedCourier(...answers: readonly CourierOutcome[]) {
  const heard: Heard[] = []
  const script = [...answers]
  let lastId = 1000

  function hear(what: Heard['what'], to: Partial<Destination>, text: string, messageId: number | null): CourierOutcome {
    const { chatId = 0, threadId = null, replyTo = null } = to
    heard.push({ what, chatId, threadId, replyTo, messageId, text })
    const next = script.shift()
    if (next) return next
    if (what === 'edit' || what === 'pin' || what === 'unpin') return { kind: 'done', messageId }
    lastId += 1
    return { kind: 'done', messageId: what === 'delete' || what === 'leave' ? null : lastId }
  }

  const courier: Courier = {
    send: async (to, message) => hear('send', to, message.html, null),
    edit: async (to, messageId, message) => hear('edit', to, message.html, messageId),
    sendPicture: async (to, _png, message) => hear('picture', to, message.html, null),
    sendDocuments: async (to, documents, message) => hear('media', to, `${message.html} ×${documents.length}`, null),
    sendMedia: async (to, media, message) => hear('media', to, `${message.html} ×${media.length}`, null),
    pin: async (chatId, messageId) => hear('pin', { chatId }, '', messageId),
    unpin: async (chatId, messageId) => hear('unpin', { chatId }, '', messageId),
    delete: async (chatId, messageId) => hear('delete', { chatId }, '', messageId),
    leave: async (chatId) => hear('leave', { chatId }, '', null),
  }
  return { courier, heard, script }
}
