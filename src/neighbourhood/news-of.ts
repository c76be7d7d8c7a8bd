import type { Telegram } from '../sandbox/telegram.ts'
import type { MessageView } from '../sandbox/view.ts'

/** What bots have written since the last look, oldest first; edits are none. */
export interface News {
  take(): readonly { readonly chat: string; readonly message: MessageView }[]
  close(): void
}

/** Watches the chats for what bots write. */
export function newsOf(telegram: Telegram): News {
  let waiting: { roomKey: string; messageId: number }[] = []
  const stop = telegram.subscribe((event) => {
    if (event.kind === 'message') waiting.push(event)
  })
  return {
    take() {
      const taken = waiting
      waiting = []
      const chats = new Map(telegram.chats().map((chat) => [chat.key, chat]))
      return taken.flatMap(({ roomKey, messageId }) => {
        const message = chats.get(roomKey)?.messages.find(({ id }) => id === messageId)
        return message?.byBot && !message.deleted ? [{ chat: roomKey, message }] : []
      })
    },
    close: stop,
  }
}
